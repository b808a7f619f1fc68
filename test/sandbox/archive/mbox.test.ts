import { array, assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MboxReader, type RawMessage } from './mbox.ts'

const postmark = 'From ann@mail.example Mon Nov  2 10:11:12 2026'
const message = (subject: string, body = 'Hello\n'): string => `${postmark}\nSubject: ${subject}\n\n${body}\n`

const read = (bytes: Buffer | string, pieceBytes = 1 << 20): readonly RawMessage[] => {
  const messages: RawMessage[] = []
  const reader = new MboxReader((found) => messages.push(found))
  const whole = Buffer.from(bytes)
  for (let at = 0; at < whole.length; at += pieceBytes) reader.push(whole.subarray(at, at + pieceBytes))
  reader.end()
  return messages
}

const subjects = (bytes: Buffer | string): readonly string[] =>
  read(bytes).map(({ headers }) => /^Subject: (.*)$/m.exec(headers.text)?.[1] ?? '')

describe('where messages begin', () => {
  it('is at every postmark after a blank line', () => {
    expect(subjects(message('one') + message('two'))).toEqual(['one', 'two'])
  })

  it('is told with number, offset and size', () => {
    const first = message('one')
    expect(read(first + message('two')).map(({ number, offset, size }) => ({ number, offset, size }))).toEqual([
      { number: 1, offset: 0, size: first.length },
      { number: 2, offset: first.length, size: first.length },
    ])
  })

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a mix of CRLF and LF', (text: string) => text.replaceAll('Subject', '\r\nSubject').replaceAll('\n\r\n', '\r\n')],
    ['a byte-order mark and blank lines before all', (text: string) => `\ufeff\n\n${text}`],
    ['no line end at the very end', (text: string) => text.trimEnd()],
  ])('does not depend on line ends: %s', (_, written) => {
    expect(subjects(written(message('one') + message('two')))).toEqual(['one', 'two'])
  })

  it.each([
    'From 1669160939957813740@xxx Thu Jun 11 00:38:38 +0000 2020',
    'From 738633859197103981@xxx Sat, 01 Jun 2019 21:41:26 -0000',
    'From - Fri Jul 08 12:08:34 2011',
    'From MAILER-DAEMON Fri Jul  8 12:08:34 2011',
    'From ann@mail.example Fri Jul  8 12:08:34 PDT 2011',
    'From "ann b"@mail.example Fri Jul  8 12:08 2011',
    'From ann@mail.example 2011-07-08 12:08:34',
    'From ',
    'From -',
    'From ann@mail.example',
  ])('knows the postmark "%s"', (line) => {
    expect(subjects(`${message('one')}${line}\nSubject: two\n\nHello\n`)).toEqual(['one', 'two'])
  })

  it.each([
    ['quoted as in mboxo and mboxrd', `>${postmark}\nSubject: no\n\n>>From there\n`],
    ['not after a blank line', `text\n${postmark}\nSubject: no\n`],
    ['no header after it', `\n${postmark}\nand so on it went.\n`],
    ['prose that begins with From', '\nFrom what I hear Mon was fine at 10:30\nNote: yes\n'],
    ['an address alone before what no mail begins with', '\nFrom ann@mail.example\nAgenda: cake\n'],
  ])('is not within a body: %s', (_, body) => {
    expect(subjects(message('one', body) + message('two'))).toEqual(['one', 'two'])
  })

  it('is found after a message that was cut off among its headers', () => {
    expect(subjects(`${postmark}\nSubject: one\nX-Foo: b\n${message('two')}`)).toEqual(['one', 'two'])
  })

  it('is found after a message without a body', () => {
    expect(subjects(`${postmark}\nSubject: one\n\n${message('two')}`)).toEqual(['one', 'two'])
  })

  it('does not depend on how the bytes arrive', () => {
    const parts = [
      `${postmark}\n`,
      `${postmark}\r\n`,
      'From \n',
      '>From x\n',
      'Subject: s\n',
      'Date: Mon, 2 Nov 2026 10:11:12 +0100\r\n',
      'Content-Length: 40\n',
      'Content-Length: 7\n',
      ' folded\n',
      'text\n',
      '\n',
      '\r\n',
      'x',
    ]
    assert(
      property(array(constantFrom(...parts), { maxLength: 40 }), integer({ min: 1, max: 50 }), (chosen, pieceBytes) => {
        const bytes = `${postmark}\nSubject: first\n${chosen.join('')}`
        expect(read(bytes, pieceBytes)).toEqual(read(bytes))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a stated Content-Length', () => {
  const inner = `${postmark}\nSubject: within\n\nThat was a mailbox someone attached.\n`
  const stating = (length: number, body: string): string =>
    `${postmark}\nSubject: outer\nContent-Length: ${length}\n\n${body}\n`

  it('that proves right makes what looks like messages part of the body', () => {
    const body = `See below.\n\n${inner}\n${inner}`
    expect(subjects(stating(body.length, body) + message('after'))).toEqual(['outer', 'after'])
    expect(subjects(stating(body.length, body))).toEqual(['outer'])
  })

  it('that proves wrong is not heeded', () => {
    expect(subjects(stating(20, 'x\n') + message('two') + message('three'))).toEqual(['outer', 'two', 'three'])
    expect(subjects(stating(1_000_000, 'x\n') + message('two'))).toEqual(['outer', 'two'])
  })

  it('of a body without a last line end still leads to the next message', () => {
    expect(subjects(`${stating(4, 'text').trimEnd()}\n${message('two')}`)).toEqual(['outer', 'two'])
  })

  it('counts as right with line ends of either kind before the next postmark', () => {
    const body = `See below.\n\n${inner}`.replaceAll('\n', '\r\n')
    const outer = `${stating(body.length, '%')
      .replaceAll('\n', '\r\n')
      .replace('%', () => body)}\r\n`
    expect(subjects(outer + message('after'))).toEqual(['outer', 'after'])
  })

  it('leaves sizes as they are', () => {
    const body = `See below.\n\n${inner}\n`
    const outer = stating(body.length, body)
    expect(read(outer + message('after')).map(({ size }) => size)).toEqual([outer.length, message('after').length])
  })
})

describe('headers', () => {
  const headersOf = (lines: string | Buffer) =>
    read(Buffer.concat([Buffer.from(`${postmark}\n`), Buffer.from(lines)]))[0]?.headers

  it('are unfolded, in order, repeated ones repeated, names as they were written', () => {
    expect(headersOf('to: a@x.example,\r\n\tb@x.example\r\nSUBJECT: s\r\nTo: c@x.example\r\n\r\n')?.text).toBe(
      'to: a@x.example, b@x.example\nSUBJECT: s\nTo: c@x.example',
    )
  })

  it('that nobody asks for are let go', () => {
    expect(headersOf('DKIM-Signature: v=1\n a\nX-Gmail-Labels: Inbox\nFrom: a@x.example\n\n')?.text).toBe(
      'From: a@x.example',
    )
  })

  it('are read as UTF-8 where they are, else as Latin-1, without NUL bytes', () => {
    const bytes = Buffer.concat([
      Buffer.from('Subject: Gr\u00fc\u00dfe\nFrom: J'),
      Buffer.from([0xf6]),
      Buffer.from('rg\0 <j@x.example>\n\n'),
    ])
    expect(headersOf(bytes)?.text).toBe('Subject: Gr\u00fc\u00dfe\nFrom: J\u00f6rg <j@x.example>')
  })

  it('of five megabytes are cut, and what comes after them is still read', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => `person${index}@list.example`)
    const headers = headersOf(`X-Junk: ${'z'.repeat(2_000_000)}\nTo: ${many.join(',\n ')}\nSubject: after\n\n`)
    const to = /^To: (.*)$/m.exec(headers?.text ?? '')?.[1] ?? ''
    expect(headers?.isCut).toBe(true)
    expect(headers?.text.length).toBeLessThan(70_000)
    expect(to.endsWith('@list.example')).toBe(true)
    expect(headers?.text).toContain('Subject: after')
  })

  it('keep only the last few references, and tell all of them', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `<${index}@x.example>`)
    const headers = headersOf(`References: ${ids.join('\n ')}\nIn-Reply-To: <29@x.example>\n\n`)
    expect(headers?.text).toContain(
      'References: <25@x.example> <26@x.example> <27@x.example> <28@x.example> <29@x.example>\n',
    )
    expect(headers?.references).toHaveLength(30)
  })
})

describe('what is no mbox', () => {
  it.each([
    'Dear Ann,\nFrom Monday on\n',
    'Subject: a letter\n\nHello\n',
    '\0'.repeat(20_000),
    'From nowhere in particular\n',
  ])('holds no message', (text) => {
    expect(read(text)).toEqual([])
  })

  it('is told before all of it was read', () => {
    const reader = new MboxReader(() => undefined)
    reader.push(Buffer.from('x'.repeat(10_000)))
    expect(reader.isMbox).toBe(false)
  })
})
