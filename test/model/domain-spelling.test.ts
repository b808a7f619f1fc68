import { expect, test } from 'vitest'
import { parseAddresses } from '../../src/model/address.ts'
import { shownDomain } from '../../src/model/domain-spelling.ts'

const isShownAsWritten = (domain: string): boolean => shownDomain(domain, 'xn--') === domain

test.each(['firm.example', 'müller.example', 'smörgås.example', '例え.example', '한국-회사.example', 'почта.example'])(
  '%s is shown as it is written',
  (domain) => {
    expect(isShownAsWritten(domain)).toBe(true)
  },
)

test.each([
  ['a Cyrillic letter among Latin ones', 'fіrm.example'],
  ['a Greek letter among Latin ones', 'fοrm.example'],
  ['Cyrillic letters that all look like Latin ones', 'сосо.example'],
  ['a Latin letter that passes for another', 'fırm.example'],
  ['scripts that are never written together', 'почта例.example'],
])('%s is shown as punycode', (_what, domain) => {
  expect(isShownAsWritten(domain)).toBe(false)
})

test('an address is spelled so wherever it comes from', () => {
  const spelled = (text: string) => parseAddresses(text)[0]?.spelling
  expect(spelled('Bo Ek <Bo.Ek@fіrm.example>')).toBe('Bo.Ek@xn--frm-jhd.example')
  expect(spelled('Bo Ek <bo@müller.example>')).toBe('bo@müller.example')
})
