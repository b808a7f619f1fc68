import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ComposeTarget, composeLink } from '../../src/draft/compose-link.ts'

const gmail: ComposeTarget = {
  client: 'gmail',
  account: 'ann@example.org',
  gmailWebRoot: new URL('https://mail.google.com'),
}
const mailto: ComposeTarget = { ...gmail, client: 'mailto' }
const targets = (['gmail', 'outlook_work', 'outlook_personal', 'mailto'] as const).map((client) => ({
  ...gmail,
  client,
}))
const message = { subject: 'It has been a while', text: 'Hi Bo,\n\nhow about 50 % & a coffee + cake?\n' }

describe('Gmail', () => {
  test('opens a letter from the right account, filled in', () => {
    const url = new URL(composeLink(gmail, 'bo@example.com', message))
    expect(url.origin + url.pathname).toBe('https://mail.google.com/mail/')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      view: 'cm',
      fs: '1',
      tf: '1',
      authuser: 'ann@example.org',
      to: 'bo@example.com',
      su: 'It has been a while',
      body: message.text.trimEnd(),
    })
  })

  test('keeps the path of another root', () => {
    const target = { ...gmail, gmailWebRoot: new URL('http://localhost:8788/gmail') }
    expect(composeLink(target, 'bo@example.com', message)).toMatch(/^http:\/\/localhost:8788\/gmail\/mail\/\?view=cm/)
  })
})

describe('Outlook', () => {
  test.each([
    ['outlook_work', 'https://outlook.office.com/mail/deeplink/compose'],
    ['outlook_personal', 'https://outlook.live.com/mail/0/deeplink/compose'],
  ] as const)('%s opens at its own host, with blanks as %%20', (client, page) => {
    const link = composeLink({ ...gmail, client }, 'bo@example.com', message)
    expect(link.split('?')[0]).toBe(page)
    expect(link).not.toContain('+')
    expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
      to: 'bo@example.com',
      subject: 'It has been a while',
      body: message.text.trimEnd(),
    })
  })

  test('keeps the path of another root', () => {
    const outlookWebRoot = new URL('http://localhost:8788/outlook/')
    expect(composeLink({ ...gmail, client: 'outlook_personal', outlookWebRoot }, 'bo@example.com', message)).toMatch(
      /^http:\/\/localhost:8788\/outlook\/mail\/0\/deeplink\/compose\?to=/,
    )
  })
})

describe('mailto', () => {
  test('follows RFC 6068: %20 for a blank, %0D%0A for a line, nothing left open', () => {
    const link = composeLink(mailto, "o'brien+x@example.com", message)
    expect(link).toContain('mailto:o%27brien%2Bx%40example.com?')
    expect(link).toContain('subject=It%20has%20been%20a%20while')
    expect(link).toContain('%0D%0A%0D%0Ahow%20about%2050%20%25%20%26%20a%20coffee%20%2B%20cake%3F')
    expect(link.slice(7)).toMatch(/^[A-Za-z0-9\-_.~%?&=]+$/)
  })

  test('a subject cannot start another header', () => {
    expect(composeLink(mailto, 'bo@example.com', { subject: 'Hi\r\nBcc: eve@example.com', text: '' })).not.toMatch(
      /%0D|%0A/,
    )
  })
})

describe('length', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 3000 })

  test('no link is longer than 2,000 characters, and none breaks a character', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...targets), (text, target) => {
        const link = composeLink(target, 'bo@example.com', { subject: 'Hello', text })
        expect(link.length).toBeLessThanOrEqual(2000)
        expect(() => decodeURIComponent(link)).not.toThrow()
      }),
    )
  })

  test.each([
    ['Grüße', 'Grüße '],
    ['a language without blanks', '我们很久没有见面了，'],
    ['families of emoji', '👨‍👩‍👧‍👦 '],
  ])('a long text is cut at a word: %s', (_what, unit) => {
    for (const target of targets) {
      const link = composeLink(target, 'bo@example.com', { subject: 'Hello', text: unit.repeat(400) })
      const body = (new URL(link).searchParams.get('body') ?? '').replaceAll('\r\n', '\n')
      expect(unit.repeat(400).startsWith(body)).toBe(true)
      // As long as it can be: one more word would be too much.
      expect(link.length).toBeGreaterThan(1850)
      if (unit.endsWith(' ')) expect(`${body} `.length % unit.length).toBe(0)
    }
  })
})
