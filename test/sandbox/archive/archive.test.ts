import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../world.ts'
import { type ArchiveOptions, describeBriefly, describe as inWords, loadArchive } from './index.ts'

const now = Date.UTC(2026, 10, 23, 12)
const plain: ArchiveOptions = { mbox: [], ics: [], me: [], shift: false, now }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'))
})
afterAll(() => rm(folder, { recursive: true }))

let written = 0
const file = async (content: string | Buffer, name = 'mail.mbox'): Promise<string> => {
  written += 1
  const path = join(folder, `${written}-${name}`)
  await writeFile(path, content)
  return path
}

const load = async (content: string | Buffer, options: Partial<ArchiveOptions> = {}) =>
  loadArchive({ ...plain, mbox: [await file(content)], ...options })

/** A message with the given headers; the postmark's date can be set. */
const message = (headers: Readonly<Record<string, string>>, postmarkDate = 'Mon Nov  2 10:11:12 2026'): string =>
  `From sender@mail.example ${postmarkDate}\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}\nHello\n\n`

const ada = 'Ada Berg <ada@mail.example>'
const bo = 'Bo Ek <bo@x.example>'
const received = (n: number, more: Readonly<Record<string, string>> = {}): string =>
  message(
    { From: bo, To: ada, Date: `Mon, ${n} Nov 2026 10:11:12 +0100`, 'Message-ID': `<in${n}@x.example>`, ...more },
    `Mon Nov ${n} 09:11:12 2026`,
  )
const sent = (n: number, more: Readonly<Record<string, string>> = {}): string =>
  message(
    { From: ada, To: bo, Date: `Mon, ${n} Nov 2026 11:11:12 +0100`, 'Message-ID': `<out${n}@mail.example>`, ...more },
    `Mon Nov ${n} 10:11:12 2026`,
  )

const me = ['ada@mail.example']
const subjectsOf = (mails: readonly Mail[]): readonly string[] =>
  mails.map(({ headers }) => /^Subject: (.*)$/m.exec(headers)?.[1] ?? '')

describe('Takeout labels', () => {
  const labelsOf = async (header: string) => {
    const { mailbox } = await load(received(2, { 'X-Gmail-Labels': header }) + sent(3, { 'X-Gmail-Labels': 'Sent' }))
    return mailbox.newestFirst[1]?.labels.toSorted()
  }

  it.each([
    ['Inbox,Opened,Category Promotions', ['CATEGORY_PROMOTIONS', 'INBOX']],
    ['Inbox,Important,Unread,Category updates', ['CATEGORY_UPDATES', 'IMPORTANT', 'INBOX', 'UNREAD']],
    ['Archived,Opened', []],
    ['Spam,Unread', ['SPAM', 'UNREAD']],
    ['"Trips, Inbox",Trash', ['TRASH']],
    [
      '=?UTF-8?Q?Posteingang,Wichtig,Ungelesen,Kategorie:_=22Neuigkeiten=22?=',
      ['CATEGORY_UPDATES', 'IMPORTANT', 'INBOX', 'UNREAD'],
    ],
    ['=?UTF-8?Q?Archiviert,Ge=C3=B6ffnet,Kategorie:_=22Werbung=22?=', ['CATEGORY_PROMOTIONS']],
    ['=?UTF-8?B?RW50d8O8cmZl?=,Papierkorb', ['DRAFT', 'TRASH']],
    [
      '=?UTF-8?Q?Bo=C3=AEte_de_r=C3=A9ception,Non_lus,Cat=C3=A9gorie=C2=A0:_?=\n =?UTF-8?Q?E-mails_personnels?=',
      ['CATEGORY_PERSONAL', 'INBOX', 'UNREAD'],
    ],
  ])('%s', async (header, labels) => {
    expect(await labelsOf(header)).toEqual(labels)
  })

  it('in a language nobody here speaks leave it to the sender who sent a letter', async () => {
    const { mailbox } = await load(
      received(2, { 'X-Gmail-Labels': 'Saapuneet' }) + sent(3, { 'X-Gmail-Labels': 'Postia' }),
      { me },
    )
    expect(mailbox.newestFirst.map(({ labels }) => labels)).toEqual([['SENT'], ['INBOX']])
  })
})

describe('letters without labels', () => {
  it('are sent where they are from an address of the owner, received otherwise', async () => {
    const alias = sent(4, { From: 'ada@other.example' })
    const { mailbox } = await load(received(2) + sent(3) + alias, { me: [...me, 'ADA@other.example'] })
    expect(mailbox.newestFirst.map(({ labels }) => labels)).toEqual([['SENT'], ['SENT'], ['INBOX']])
  })

  it('are unread, thrown away or drafts as their mailbox marked them', async () => {
    const { mailbox } = await load(
      received(2, { Status: 'O' }) +
        received(3, { Status: 'RO', 'X-Status': 'D' }) +
        received(4, { 'X-Mozilla-Status': '0000' }),
      { me },
    )
    expect(mailbox.newestFirst.map(({ labels }) => labels)).toEqual([
      ['INBOX', 'UNREAD'],
      ['TRASH'],
      ['INBOX', 'UNREAD'],
    ])
  })

  it('that Thunderbird had deleted are skipped', async () => {
    const { summary } = await load(received(2) + received(3, { 'X-Mozilla-Status': '0009' }), { me })
    expect(summary.mail).toMatchObject({ read: 2, kept: 1, skipped: { total: 1 } })
  })
})

describe('when a letter was received', () => {
  const at = async (headers: Readonly<Record<string, string>>, postmarkDate?: string) => {
    const { mailbox } = await load(
      received(2) + message({ From: bo, To: ada, Subject: 'it', ...headers }, postmarkDate),
      { me },
    )
    const posted = mailbox.newestFirst.find(({ headers: lines }) => lines.includes('Subject: it'))
    return posted === undefined ? null : new Date(posted.at).toISOString()
  }

  it('is what the server stamped, before the postmark, before the Date', async () => {
    const stamp = 'by mx.mail.example with SMTP id x; Sun, 1 Nov 2026 08:00:00 -0800 (PST)'
    const date = 'Sat, 31 Oct 2026 10:00:00 +0100'
    expect(await at({ Received: stamp, Date: date })).toBe('2026-11-01T16:00:00.000Z')
    expect(await at({ Date: date })).toBe('2026-11-02T10:11:12.000Z')
    expect(await at({ Date: date }, 'Mon Jan  1 00:00:00 1970')).toBe('2026-10-31T09:00:00.000Z')
  })

  it.each([
    ['1970', 'Thu, 1 Jan 1970 00:00:00 +0000'],
    ['2099', 'Thu, 1 Jan 2099 00:00:00 +0000'],
    ['no date at all', 'yesterday'],
  ])('is not to be known from %s alone', async (_, date) => {
    expect(await at({ Date: date }, 'Thu Jan  1 00:00:00 1970')).toBeNull()
    expect(await at({ Date: date })).toBe('2026-11-02T10:11:12.000Z')
  })

  it('being unknown is counted, with the place and the reason', async () => {
    const first = received(2)
    const { summary } = await load(first + message({ From: bo }, 'Thu Jan  1 00:00:00 1970'), { me })
    expect(summary.mail.skipped.first).toEqual([
      { file: expect.stringMatching(/mail\.mbox$/), number: 2, offset: first.length, reason: 'it has no date' },
    ])
    expect(inWords(summary)).toContain(`message 2, byte ${first.length}: it has no date`)
  })
})

describe('copies of a message', () => {
  it('are one letter with the labels of all', async () => {
    const { mailbox, summary } = await load(
      received(2, { 'X-Gmail-Labels': 'Inbox' }) +
        received(2, { 'X-Gmail-Labels': 'Important' }) +
        sent(3, { 'X-Gmail-Labels': 'Sent' }),
    )
    expect(mailbox.size).toBe(2)
    expect(mailbox.newestFirst[1]?.labels.toSorted()).toEqual(['IMPORTANT', 'INBOX'])
    expect(summary.mail).toMatchObject({ read: 3, kept: 2, duplicates: 1, skipped: { total: 0 } })
  })

  it('are told from letters that only share a Message-ID', async () => {
    const { mailbox } = await load(
      received(2, { 'Message-ID': '<a@x.example>' }) + received(3, { 'Message-ID': '<a@x.example>' }),
      { me },
    )
    expect(mailbox.size).toBe(2)
  })

  it('without a Message-ID are told by sender, subject and date', async () => {
    const bare = (subject: string) => message({ From: bo, Subject: subject, Date: 'Mon, 2 Nov 2026 10:11:12 +0100' })
    const { mailbox } = await load(bare('a') + bare('a') + bare('b'), { me })
    expect(mailbox.size).toBe(2)
  })

  it('may lie in different files', async () => {
    const paths = [await file(received(2)), await file(received(2) + sent(3))]
    const { summary } = await loadArchive({ ...plain, mbox: paths, me })
    expect(summary.mail).toMatchObject({ read: 3, kept: 2, duplicates: 1 })
  })
})

describe('threads', () => {
  const threads = async (...messages: readonly string[]) => {
    const { mailbox } = await load(messages.join(''), { me })
    return [...new Set(mailbox.newestFirst.map(({ threadId }) => threadId))]
      .map((id) => [...subjectsOf(mailbox.thread(id))].join())
      .toSorted()
  }

  it('are what Gmail says', async () => {
    expect(
      await threads(
        received(2, { Subject: 'a', 'X-GM-THRID': '1' }),
        received(3, { Subject: 'b', 'X-GM-THRID': '2', 'In-Reply-To': '<in2@x.example>' }),
        received(4, { Subject: 'c', 'X-GM-THRID': '1' }),
      ),
    ).toEqual(['a,c', 'b'])
  })

  it('are what letters refer to, through letters that are missing too', async () => {
    expect(
      await threads(
        received(2, { Subject: 'a' }),
        received(3, { Subject: 'b', 'In-Reply-To': '<gone@x.example>' }),
        received(4, { Subject: 'c', References: '<in2@x.example> <gone@x.example>' }),
        received(5, { Subject: 'd' }),
      ),
    ).toEqual(['a,b,c', 'd'])
  })

  it('join letters that Gmail had to those it had not', async () => {
    expect(
      await threads(
        received(2, { Subject: 'a', 'X-GM-THRID': '1' }),
        received(3, { Subject: 'b', 'In-Reply-To': '<in2@x.example>' }),
      ),
    ).toEqual(['a,b'])
  })

  it('where nothing tells of them are of one subject, with one person besides the owner, within sixty days', async () => {
    const on = (date: string, from: string, subject: string) =>
      message({ From: from, To: ada, Subject: subject, Date: `${date} 10:00:00 +0000` }, 'Thu Jan  1 00:00:00 1970')
    expect(
      await threads(
        on('Mon, 5 Jan 2026', bo, 'Lunch'),
        on('Wed, 7 Jan 2026', bo, 'Re: Lunch'),
        on('Thu, 8 Jan 2026', 'Cy <cy@x.example>', 'lunch'),
        on('Fri, 10 Jul 2026', bo, 'AW: Lunch'),
      ),
    ).toEqual(['AW: Lunch', 'Lunch,Re: Lunch', 'lunch'])
  })
})

describe('ids', () => {
  it('are sixteen hexadecimal digits, all different, rising with time, and the first letter gives the thread its own', async () => {
    const sameSecond = Array.from({ length: 5000 }, (_, index) => received(2, { 'Message-ID': `<${index}@x.example>` }))
    const { mailbox } = await load(
      sent(3) + sameSecond.join('') + received(4, { 'In-Reply-To': '<out3@mail.example>' }),
      { me },
    )
    const oldestFirst = mailbox.newestFirst.toReversed()
    const ids = oldestFirst.map(({ id }) => id)
    expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    expect(oldestFirst.map(({ at }) => at)).toEqual(oldestFirst.map(({ at }) => at).toSorted((a, b) => a - b))
    const reply = mailbox.newestFirst[0]
    expect(mailbox.thread(reply?.threadId ?? '')[0]?.id).toBe(reply?.threadId)
    expect(mailbox.threadIds(reply?.threadId ?? '')).toHaveLength(2)
  })

  it('are the same whenever the file is read, moved or not', async () => {
    const path = await file(received(2) + sent(3))
    const idsAt = async (shift: boolean, later: number) =>
      (await loadArchive({ ...plain, mbox: [path], me, shift, now: now + later })).mailbox.newestFirst.map(
        ({ id }) => id,
      )
    expect(await idsAt(true, 1e10)).toEqual(await idsAt(false, 0))
  })
})

describe('the owner', () => {
  const ownerOf = async (messages: readonly string[], options: Partial<ArchiveOptions> = {}) =>
    (await load(messages.join(''), options)).mailbox.owner

  it('is who --me says, further addresses being aliases', async () => {
    expect(await ownerOf([received(2)], { me: ['ada@mail.example', 'ada@other.example'] })).toMatchObject({
      address: 'ada@mail.example',
      aliases: ['ada@other.example'],
    })
  })

  it('is who sent the letters labelled Sent, with the name and the aliases they used', async () => {
    const as = (n: number, from: string) => sent(n, { From: from, 'X-Gmail-Labels': 'Sent' })
    const other = [6, 7, 8].map((n) => as(n, 'ada@other.example'))
    const owner = await ownerOf([
      ...[2, 3, 4, 5].map((n) => as(n, '"Berg, Ada" <Ada@mail.example>')),
      ...other,
      as(9, 'once@mail.example'),
    ])
    expect(owner).toMatchObject({
      address: 'Ada@mail.example',
      aliases: ['ada@other.example'],
      name: 'Berg, Ada',
      givenName: 'Ada',
    })
    expect(owner.subject).toMatch(/^\d{21}$/)
  })

  it('is whom letters were delivered to', async () => {
    const delivered = [2, 3, 4].map((n) => received(n, { 'Delivered-To': 'ada@mail.example', To: 'list@x.example' }))
    expect(await ownerOf(delivered)).toMatchObject({ address: 'ada@mail.example', name: 'Ada' })
    const stamped = [2, 3, 4].map((n) =>
      received(n, { Received: `by mx for <ada@mail.example>; Mon, ${n} Nov 2026 10:11:12 +0000` }),
    )
    expect(await ownerOf(stamped)).toMatchObject({ address: 'ada@mail.example' })
  })

  it('is who is on most letters, as sender and as recipient', async () => {
    const others = [4, 5, 6].map((n) => received(n, { From: `p${n}@x.example` }))
    expect(await ownerOf([received(2), sent(3), ...others])).toMatchObject({
      address: 'ada@mail.example',
      name: 'Ada Berg',
    })
  })

  it('has to be told where two are on all letters', async () => {
    await expect(load(received(2) + sent(3))).rejects.toThrow('--me ADDRESS')
  })

  it('is told to be a stranger where no letter is from or to them', async () => {
    const { summary } = await load(received(2), { me: ['eve@else.example'] })
    expect(inWords(summary)).toContain('No letter is from or to eve@else.example')
  })

  it.each([
    [
      '+0100 in winter and +0200 in summer',
      ['Mon, 5 Jan 2026 10:00:00 +0100', 'Mon, 6 Jul 2026 10:00:00 +0200'],
      'Europe/Berlin',
    ],
    [
      '-0500 in winter and -0400 in summer',
      ['Mon, 5 Jan 2026 10:00:00 -0500', 'Mon, 6 Jul 2026 10:00:00 -0400'],
      'America/New_York',
    ],
    ['+0530', ['Mon, 4 May 2026 10:00:00 +0530'], 'Asia/Kolkata'],
    ['-0000, which says nothing', ['Mon, 4 May 2026 10:00:00 -0000'], 'UTC'],
  ])('lives where clocks show %s', async (_, dates, zone) => {
    expect(
      await ownerOf(
        dates.map((date, n) => sent(n + 1, { Date: date })),
        { me },
      ),
    ).toMatchObject({ zone })
  })
})

describe('files', () => {
  it('may be gzip whatever they are called, in several members', async () => {
    const { mailbox } = await load(Buffer.concat([gzipSync(received(2)), gzipSync(sent(3))]), { me })
    expect(mailbox.size).toBe(2)
  })

  it('that break off give what they hold, and say so', async () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      received(2, { 'Message-ID': `<${index}@x.example>`, Subject: `${index * 7919}` }),
    )
    const packed = gzipSync(many.join(''))
    const { summary } = await load(packed.subarray(0, packed.length / 2), { me })
    expect(summary.mail.kept).toBeGreaterThan(800)
    expect(summary.mail.kept).toBeLessThan(1200)
    expect(inWords(summary)).toContain('breaks off')
  })

  it.each([
    ['a letter', 'Subject: hello\n\nHello\n', 'is not an mbox file'],
    ['a zip file', 'PK\u0003\u0004 takeout', 'is a zip file: unpack it'],
    ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'pass it with --ics'],
    ['empty', '', 'is empty'],
    [
      'only skipped messages',
      message({ From: bo }, 'Thu Jan  1 00:00:00 1970'),
      'Skipped 1 message: it has no date (1).',
    ],
  ])('that are no mailbox are refused with what to do: %s', async (_, content, sentence) => {
    await expect(load(content, { me })).rejects.toThrow(sentence)
  })

  it('have to be there, and named', async () => {
    await expect(loadArchive({ ...plain, mbox: [join(folder, 'nowhere')] })).rejects.toThrow('There is no file')
    await expect(loadArchive({ ...plain, mbox: [folder] })).rejects.toThrow('is a folder')
    await expect(loadArchive(plain)).rejects.toThrow('--mbox FILE')
  })

  it('may hold letters without From, To or Message-ID', async () => {
    const { mailbox } = await load(message({ Subject: 'bare' }), { me })
    expect(mailbox.newestFirst[0]).toMatchObject({ headers: 'Subject: bare', labels: ['INBOX'], body: null })
  })
})

describe('the summary', () => {
  it('accounts for every message', async () => {
    const { summary } = await load(
      received(2) + received(2) + sent(3) + message({ From: bo }, 'Thu Jan  1 00:00:00 1970'),
      { me },
    )
    const { read, kept, duplicates, skipped } = summary.mail
    expect({ read, kept, duplicates, skipped: skipped.total }).toEqual({ read: 4, kept: 2, duplicates: 1, skipped: 1 })
  })

  it('is told in plain sentences, the last of which says how much was skipped', async () => {
    const { summary } = await load(received(2) + sent(3), { me })
    expect(inWords(summary).split('\n')).toEqual([
      'This is the mailbox of Ada Berg <ada@mail.example>: as --me says.',
      'Of 2 messages 2 are kept, in 2 conversations, 1 of them sent.',
      'The time zone is Europe/Berlin: the dates of letters sent have its offset.',
      'It runs from 2 November 2026 to 3 November 2026.',
      'Nothing was skipped.',
    ])
  })
})

describe('the last line', () => {
  const url = 'http://localhost:8787'

  it('says what was read, what was skipped and why, whose it is, and where to see it', async () => {
    const undated = message({ From: bo }, 'Thu Jan  1 00:00:00 1970')
    const { summary } = await load(received(2) + undated + sent(3), { me })
    expect(describeBriefly(summary, url)).toBe(
      `Read 3 messages of ada@mail.example, skipped 1 as it has no date: ${url}`,
    )
  })

  it('says so where nothing was skipped, and names calendars', async () => {
    const ics = [
      await file('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261102T100000Z\nEND:VEVENT\nEND:VCALENDAR\n', 'a.ics'),
    ]
    const { summary } = await load(received(2), { me, ics })
    expect(describeBriefly(summary, url)).toBe(
      `Read 1 message and 1 calendar entry of ada@mail.example, skipped nothing: ${url}`,
    )
  })
})

describe('the latest moment told of', () => {
  const ics = async (start: string) =>
    file(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:${start}\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n`, 'a.ics')
  const toldUntil = async (options: Partial<ArchiveOptions>) =>
    new Date((await load(received(2) + sent(3), { me, ...options })).summary.toldUntil).toISOString()

  it('is the newest message, the end of the last meeting held, or the newest of both', async () => {
    expect(await toldUntil({})).toBe('2026-11-03T10:11:12.000Z')
    expect(await toldUntil({ ics: [await ics('20261110T100000Z')] })).toBe('2026-11-10T11:00:00.000Z')
  })

  it('is no meeting ahead', async () => {
    expect(await toldUntil({ ics: [await ics('20261210T100000Z')] })).not.toContain('2026-12')
  })

  it('moves with the archive, and never beyond now', async () => {
    const at = await toldUntil({ shift: true })
    expect(Date.parse(at)).toBeLessThanOrEqual(now)
    expect(Date.parse(at)).toBeGreaterThan(now - 7 * 86_400_000)
  })
})

describe('--shift', () => {
  it('moves letters by whole weeks, and their Date with them, hours as they were', async () => {
    const summer = message({ From: ada, To: bo, Date: 'Mon, 1 Jul 2002 09:30:00 +0200' }, 'Mon Jul  1 07:30:05 2002')
    const winter = message({ From: bo, To: ada, Date: 'Mon, 7 Jan 2002 09:30:00 -0500' }, 'Mon Jan  7 14:30:05 2002')
    const calendar = await file('BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Berlin\nEND:VCALENDAR\n', 'cal.ics')
    const { mailbox, summary } = await load(winter + summer, { me, shift: true, ics: [calendar] })
    expect(summary.shiftWeeks).toBe(1273)
    expect(
      mailbox.newestFirst.map(({ at, headers }) => [new Date(at).toISOString(), /^Date: (.*)$/m.exec(headers)?.[1]]),
    ).toEqual([
      ['2026-11-23T08:30:05.000Z', 'Mon, 23 Nov 2026 09:30:00 +0100'],
      ['2026-06-01T13:30:05.000Z', 'Mon, 1 Jun 2026 08:30:00 -0500'],
    ])
  })

  it('never moves back, and leaves a mailbox of this week alone', async () => {
    const { mailbox, summary } = await load(received(20) + sent(22), { me, shift: true })
    expect(summary.shiftWeeks).toBe(0)
    expect(mailbox.newestFirst[1]?.headers).toContain('Date: Mon, 20 Nov 2026 10:11:12 +0100')
  })
})
