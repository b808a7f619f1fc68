import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeLink } from '../../../src/draft/compose-link.ts'
import { parseAddresses } from '../../../src/model/address.ts'
import { ann, bo, hex, mail, start } from '../small-world.ts'
import { draftFromLink } from './draft.ts'
import { headerValues } from './reading.ts'
import { fieldValue, note, onlyMessage, origin, plain, setConsole, textArea } from './stage.ts'

describe('the compose window', () => {
  const target = { client: 'gmail', account: ann.address, gmailWebRoot: new URL(`${origin}/gmail`) } as const

  test('is filled in by the product’s link to the last character', async () => {
    const { read } = setConsole()
    const text = '\n1 + 1 = 2 & <b>"so"</b> it’s 100 %\n\nGrüße 🌱\n  Ann'
    const page = await read(composeLink(target, 'bo+x@work.example', { subject: 'A+B & "C" <d>', text }))
    expect([fieldValue(page, 'to'), fieldValue(page, 'subject')]).toEqual(['bo+x@work.example', 'A+B & "C" <d>'])
    expect(textArea(page)).toBe(text)
  })

  test('reads any link of the product as it was meant', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom('\n', '+', '%', '&', '%0A'), fc.string({ unit: 'grapheme', maxLength: 9 })),
    )
    fc.assert(
      fc.property(text, (parts) => {
        const meant = parts.join('').slice(0, 100).toWellFormed().replace(/\r\n?/g, '\n').trimEnd()
        const link = new URL(composeLink(target, 'bo@work.example', { subject: 'Hi', text: meant }))
        expect(draftFromLink(link.searchParams)).toMatchObject({ subject: 'Hi', text: meant })
      }),
    )
  })

  test('takes every spelling of a line break and of a space', async () => {
    const page = await setConsole().read(
      '/gmail/mail/?view=cm&fs=1&to=bo@work.example&su=a+b%20c%2Bd&body=1%0D%0A2%0A3%0D4',
    )
    expect(fieldValue(page, 'subject')).toBe('a b c+d')
    expect(textArea(page)).toBe('1\n2\n3\n4')
  })

  test('shows a subject of several lines as one', async () => {
    const page = await setConsole().read('/gmail/mail/?view=cm&to=bo@work.example&su=a%0D%0A%20b%0Ac')
    expect(fieldValue(page, 'subject')).toBe('a b c')
  })

  test('writes from the account of the link, named in either way Gmail knows', async () => {
    const { read, open } = setConsole({ owners: [ann, bo] })
    const from = 'From Bo Ek, bo@gmail.example'
    expect(await read('/gmail/mail/?view=cm&authuser=BO%40gmail.example')).toContain(from)
    expect(await read('/gmail/mail/u/1/?view=cm')).toContain(from)
    expect((await open('/gmail/mail/?view=cm&authuser=cy%40gmail.example')).status).toBe(404)
  })

  test('puts what is sent into Sent, with the headers of a letter, and shows it', async () => {
    const { pressed, read, mailbox } = setConsole()
    const path = await pressed('/gmail/mail/', { ...note, text: 'Hi Bo,\r\n\r\nGrüße', bcc: 'Cy Öz <cy@work.example>' })
    const sent = onlyMessage(mailbox, 'SENT')
    expect(sent).toMatchObject({
      at: start,
      threadId: sent.id,
      labels: ['SENT'],
      body: { text: 'Hi Bo,\n\nGrüße', html: null },
    })
    expect(sent.id).toMatch(/^[0-9a-f]{16}$/)
    expect(sent.headers.split('\n')).toEqual([
      'From: Ann Berg <ann@gmail.example>',
      'To: bo@work.example',
      expect.stringMatching(/^Bcc: =\?utf-8\?B\?\S+\?= <cy@work.example>$/),
      'Subject: Hello',
      'Date: Mon, 23 Nov 2026 10:00:00 +0100',
      expect.stringMatching(/^Message-ID: <[0-9a-f]{24}@webmail\.example>$/),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
    ])
    expect(parseAddresses(headerValues(sent, 'Bcc')[0] ?? '')).toMatchObject([{ name: 'Cy Öz' }])
    expect(mailbox.mailChanges).toMatchObject([{ kind: 'added', mailId: sent.id, labels: ['SENT'] }])
    const page = await read(path)
    expect(page).toContain('Sent, in this sandbox. The product sees it at its next sync')
    expect(page).toContain('Let the next sync run')
  })

  test('lets no line break make a header', async () => {
    const { pressed, mailbox } = setConsole()
    await pressed('/gmail/mail/', {
      to: 'Bo\r\nX-Evil: 2 <bo@work.example>',
      subject: 'Hello\r\nX-Evil: 1\nY: 2',
      text: '',
    })
    const { headers } = onlyMessage(mailbox, 'SENT')
    expect(headers).not.toMatch(/^(X-Evil|Y)/m)
    expect(headers).toMatch(/^Subject: Hello X-Evil: 1 Y: 2$/m)
  })

  test.each([
    ['', 'Say whom it goes to.'],
    ['Bo', '“Bo” is no address.'],
  ])('sends nothing to "%s", and keeps what was written', async (to, problem) => {
    const { press, mailbox } = setConsole()
    const response = await press('/gmail/mail/', { ...note, to })
    const page = await response.text()
    expect([response.status, mailbox.size]).toEqual([422, 0])
    expect(plain(page)).toContain(problem)
    expect(textArea(page)).toBe(note.text)
  })

  test('goes on in the thread of the latest letter where it answers one person', async () => {
    const { pressed, mailbox } = setConsole()
    const ids = (number: number) => `Message-ID: <${number}@work.example>\nReferences: <0@work.example>`
    mailbox.stock(mail(2, { headers: `From: Bo <BO@work.example>\n${ids(2)}`, threadId: hex(9) }))
    mailbox.stock(mail(1, { headers: `From: Bo <bo@work.example>\n${ids(1)}`, labels: ['SPAM'] }))
    mailbox.stock(mail(3, { headers: `From: ann@gmail.example\nTo: bo@work.example\n${ids(3)}`, labels: ['SENT'] }))
    await pressed('/gmail/mail/', { ...note, subject: 'Re: Hello' })
    const sent = mailbox.newestFirst[0]
    expect(sent?.threadId).toBe(hex(9))
    expect(sent?.headers).toMatch(/^In-Reply-To: <2@work.example>\nReferences: <0@work.example> <2@work.example>$/m)
  })

  test.each([
    ['no answer', { subject: 'Hello' }],
    ['to two people', { subject: 'Re: Hello', cc: 'cy@work.example' }],
    ['to a stranger', { subject: 'Re: Hello', to: 'dee@work.example' }],
  ])('begins a thread where it is %s', async (_what, change) => {
    const { pressed, mailbox } = setConsole()
    mailbox.stock(mail(1))
    await pressed('/gmail/mail/', { ...note, ...change })
    const sent = onlyMessage(mailbox, 'SENT')
    expect(sent.threadId).toBe(sent.id)
    expect(sent.headers).not.toContain('In-Reply-To')
  })
})

describe('an answer', () => {
  test('comes unread into the thread from the recipient, under the name they are known by', async () => {
    const { pressed, read, mailbox } = setConsole()
    mailbox.stock(mail(1))
    const path = await pressed('/gmail/mail/', note)
    expect(await read(path)).toContain('Let Bo answer')
    await pressed(`${path.split('?')[0]}/answer`)
    const sent = onlyMessage(mailbox, 'SENT')
    const answer = onlyMessage(mailbox, 'UNREAD')
    const id = headerValues(sent, 'Message-ID')[0]
    expect(answer).toMatchObject({ threadId: sent.threadId, labels: ['INBOX', 'CATEGORY_PERSONAL', 'UNREAD'] })
    expect(answer.headers).toContain(
      '\nFrom: Bo Ek <bo@work.example>\nTo: Ann Berg <ann@gmail.example>\nSubject: Re: Hello\n',
    )
    expect(answer.headers).toContain(`\nIn-Reply-To: ${id}\nReferences: ${id}\n`)
    expect(answer.body?.text).toMatch(/^Hi Ann,\n\n[\s\S]+\n\nBo$/)
    expect(mailbox.mailChanges.at(-1)).toMatchObject({ kind: 'added', mailId: answer.id })
    expect(await read(path)).toContain('Bo Ek has answered')
  })

  test('comes to nothing but what was written here to somebody else', async () => {
    const { press, pressed, mailbox } = setConsole()
    mailbox.stock(mail(1, { labels: ['SENT'] }))
    expect((await press(`/gmail/u/0/letter/${hex(1)}/answer`)).status).toBe(404)
    const own = await pressed('/gmail/mail/', { ...note, to: ann.address })
    expect((await press(`${own.split('?')[0]}/answer`)).status).toBe(404)
  })
})
