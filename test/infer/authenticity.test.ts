/** Results as Gmail and Exchange write them. */
import { expect, test } from 'vitest'
import { mayComeFrom, provenanceOf } from '../../src/infer/authenticity.ts'
import { parseAddresses } from '../../src/model/address.ts'

const from = parseAddresses('Bo Ek <bo@mail.firm.example>')[0] ?? null
const judged = (...results: readonly string[]) =>
  provenanceOf({ from, headers: results.map((each) => ['Authentication-Results', each] as const) })

test.each([
  [[], 'unknown'],
  [['mx.google.com; dmarc=pass header.from=firm.example'], 'proven'],
  [['mx.google.com; dmarc=fail header.from=firm.example; spf=pass smtp.mailfrom=mail.firm.example'], 'refuted'],
  [
    ['spf=pass (sender IP is 10.0.0.1) smtp.mailfrom=x.example; dkim=none; dmarc=none; compauth=fail reason=001'],
    'refuted',
  ],
  [['spf=pass smtp.mailfrom=mail.firm.example; dkim=none; dmarc=bestguesspass action=none'], 'proven'],
  [['mx.google.com; dkim=pass header.i=@firm.example; spf=softfail smtp.mailfrom=bo@mail.firm.example'], 'proven'],
  [['mx.google.com; spf=pass smtp.mailfrom=bounces@news.firm.example'], 'proven'],
  [['mx.google.com; spf=softfail smtp.mailfrom=bo@mail.firm.example; dmarc=none'], 'refuted'],
  [['mx.google.com; spf=pass smtp.mailfrom=x@evilfirm.example; dmarc=temperror'], 'borrowed'],
  [['mx.google.com; spf=none smtp.mailfrom=bo@mail.firm.example; dmarc=none'], 'unknown'],
  [['mx.google.com; dmarc=pass', 'mx.google.com; dmarc=fail'], 'refuted'],
] as const)('%j is %s', (results, expected) => {
  expect(judged(...results)).toBe(expected)
})

test('two firms below one public suffix are two', () => {
  const british = { from: parseAddresses('bo@firm.co.uk')[0] ?? null }
  const headers = [
    ['Authentication-Results', 'mx.google.com; spf=pass smtp.mailfrom=x@evil.co.uk; dmarc=none'],
  ] as const
  expect(provenanceOf({ ...british, headers })).toBe('borrowed')
})

test('a list may be of a domain that sent the message', () => {
  const headers = [
    ['Authentication-Results', 'mx.google.com; spf=pass smtp.mailfrom=list-bounces@lists.example'],
  ] as const
  expect(mayComeFrom({ headers }, 'lists.example')).toBe(true)
  expect(mayComeFrom({ headers }, 'firm.example')).toBe(false)
})
