import { describe, expect, test } from 'vitest'
import { ann, bo, hex, mail, start } from '../small-world.ts'
import { onlyMessage, plain, rows, setConsole, week } from './stage.ts'

describe('a folder', () => {
  test('shows fifty letters a page, newest first, with the day as short as it can be told', async () => {
    const { read, mailbox } = setConsole()
    for (let number = 1; number <= 120; number += 1) mailbox.stock(mail(number))
    const pages = await Promise.all([1, 2, 3, 9].map(async (page) => rows(await read(`/gmail/u/0/inbox?page=${page}`))))
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20, 20])
    expect(pages.slice(0, 3).map(([first]) => first)).toEqual([
      'Bo Ek Letter 1 09:59',
      'Bo Ek Letter 51 09:09',
      'Bo Ek Letter 101 08:19',
    ])
    expect(rows(await read('/gmail/'))).toEqual(pages[0])
  })

  test('tells the date where the hour would not do', async () => {
    const { read, mailbox } = setConsole()
    mailbox.stock(mail(1, { at: start - week }))
    mailbox.stock(mail(2, { at: start - 53 * week }))
    expect(rows(await read('/gmail/'))).toEqual(['Bo Ek Letter 1 16 Nov', 'Bo Ek Letter 2 17 Nov 2025'])
  })

  test.each([
    ['inbox', ['Bo Ek Letter 1 09:59', 'Unread: Bo Ek Letter 2 09:58']],
    ['sent', ['To: ann@gmail.example Letter 3 09:57']],
    ['all', ['Bo Ek Letter 1 09:59', 'Unread: Bo Ek Letter 2 09:58', 'To: ann@gmail.example Letter 3 09:57']],
    ['spam', ['Bo Ek Letter 4 09:56']],
    ['bin', ['Bo Ek Letter 5 09:55']],
  ])('%s holds what belongs there', async (folder, expected) => {
    const { read, mailbox } = setConsole()
    const labels = [['INBOX'], ['INBOX', 'UNREAD'], ['SENT'], ['SPAM'], ['TRASH']]
    for (const [index, its] of labels.entries()) mailbox.stock(mail(index + 1, { labels: its }))
    expect(rows(await read(`/gmail/u/0/${folder}`))).toEqual(expected)
  })

  test('decodes names and subjects, and nothing in them is markup', async () => {
    const { read, mailbox } = setConsole()
    const headers = [
      'From: =?utf-8?B?PGI+QsO2?= <bo@work.example>',
      'Subject: =?iso-8859-1?Q?Gr=FC=DFe?= <script>alert(1)</script>',
    ]
    mailbox.stock(mail(1, { headers: headers.join('\n') }))
    for (const page of [await read('/gmail/'), await read(`/gmail/u/0/letter/${hex(1)}`)]) {
      expect(plain(page)).toContain('<b>Bö')
      expect(plain(page)).toContain('Grüße <script>alert(1)</script>')
      expect(page).not.toMatch(/<script|<b>/)
    }
  })

  test('belongs to the mailbox that the address names, and to nobody where it names none', async () => {
    const { read, open, world } = setConsole({ owners: [ann, bo] })
    world.mailboxes[1]?.stock(mail(1))
    expect(rows(await read('/gmail/u/1/inbox'))).toHaveLength(1)
    expect(rows(await read(`/gmail/u/${bo.address}/inbox`))).toHaveLength(1)
    expect(rows(await read('/gmail/'))).toHaveLength(0)
    expect((await open('/gmail/u/2/inbox')).status).toBe(404)
    expect((await open('/gmail/u/cy@gmail.example/inbox')).status).toBe(404)
  })
})

describe('a letter', () => {
  test('is marked read by opening it, and the change is on record', async () => {
    const { open, mailbox } = setConsole()
    mailbox.stock(mail(1, { labels: ['INBOX', 'UNREAD'] }))
    await open(`/gmail/u/0/letter/${hex(1)}`)
    await open(`/gmail/u/0/letter/${hex(1)}`)
    expect(mailbox.mail(hex(1))?.labels).toEqual(['INBOX'])
    expect(mailbox.mailChanges).toMatchObject([{ kind: 'unlabelled', mailId: hex(1), labels: ['UNREAD'] }])
  })

  test('of the archive shows its headers and says that there is no body', async () => {
    const { read, open, mailbox } = setConsole()
    mailbox.stock(mail(1))
    const page = plain(await read(`/gmail/u/0/letter/${hex(1)}`))
    expect(page).toContain('Bodies are not part of this world')
    expect(page).toContain('From: "Bo Ek" <bo@work.example>\nTo: ann@gmail.example')
    expect((await open(`/gmail/u/0/letter/${hex(1)}/body`)).status).toBe(404)
  })

  test('with HTML is shown in a frame that runs nothing, fetches nothing and opens links elsewhere', async () => {
    const { read, open, mailbox, sendMail } = setConsole()
    const mail =
      '<!doctype html><html><head><title>x</title></head><body onload="alert(1)"><a href="/x">Write</a></body>'
    await sendMail(mail)
    const path = `/gmail/u/0/letter/${onlyMessage(mailbox, 'INBOX').id}`
    const page = await read(path)
    expect(page).toMatch(/<iframe src="[^"]*\/body"[^>]*\ssandbox="allow-popups [^"]*"/)
    expect(page).not.toMatch(/allow-scripts|allow-same-origin|allow-forms|onload/)
    const body = await open(`${path}/body`)
    expect(await body.text()).toBe(mail.replace('<head>', '<head><base target="_blank">'))
    const policy = body.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).toMatch(/; sandbox allow-popups /)
    expect(policy).not.toMatch(/script-src|http|allow-scripts|allow-same-origin/)
  })

  test('shows its plain text as it stands, with the addresses in it to follow', async () => {
    const { read, mailbox, sendMail } = setConsole()
    const text = 'Two  spaces, <b>, &amp;\n\n  Write to Ingrid:\nhttp://localhost:8787/c/a.b?x=1&y=2.\n'
    await sendMail('<p>x</p>', text)
    const page = await read(`/gmail/u/0/letter/${onlyMessage(mailbox, 'INBOX').id}?view=text`)
    expect(plain(/<pre class="text"[^>]*>([\s\S]*?)<\/pre>/.exec(page)?.[1] ?? '')).toBe(text)
    expect(page).toContain('href="http://localhost:8787/c/a.b?x=1&amp;y=2"')
  })

  test.each([
    ['bin', ['INBOX', 'X'], ['X', 'TRASH'], 'binned'],
    ['spam', ['INBOX', 'X'], ['X', 'SPAM'], 'spam'],
    ['restore', ['TRASH', 'X'], ['X', 'INBOX'], 'restored'],
    ['restore', ['SENT', 'TRASH'], ['SENT'], 'restored'],
    ['remove', ['INBOX'], undefined, 'removed'],
  ])('%s changes its labels from %j to %j, on record', async (act, labels, after, done) => {
    const { pressed, mailbox } = setConsole()
    mailbox.stock(mail(1, { labels }))
    const back = await pressed(`/gmail/u/0/letter/${hex(1)}/${act}`, { from: 'all', page: '3' })
    expect(back).toBe(`/gmail/u/0/all?page=3&done=${done}`)
    expect(mailbox.mail(hex(1))?.labels).toEqual(after)
    expect(mailbox.mailChanges.length).toBeGreaterThan(0)
  })
})
