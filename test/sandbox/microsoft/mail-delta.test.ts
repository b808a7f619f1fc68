import { describe, expect, test } from 'vitest'
import { hex, mail, start, upTo } from '../small-world.ts'
import { type GraphPage, immutable, linkOf, refusalOf, setMail } from './stage.ts'

const inbox = '/mailFolders/inbox/messages/delta?$select=subject'
const sized = (size: number) => `${immutable}, odata.maxpagesize=${size}`

const subjects = (pages: readonly GraphPage[]) => pages.flatMap(({ value }) => value.map(({ subject }) => subject))
const iso = (at: number) => new Date(at).toISOString()

describe('a first round', () => {
  test('tells the whole folder and nothing else, and ends with the link for the next', async () => {
    const { mailbox, round, page } = await setMail(upTo(3))
    mailbox.stock(mail(4, { labels: ['SENT'] }))
    mailbox.stock(mail(5, { labels: ['INBOX', 'TRASH'] }))
    const [only, ...others] = await round(inbox)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      '@odata.context': expect.stringMatching(/\$metadata#Collection\(message\)$/),
      '@odata.deltaLink': expect.stringMatching(/\/me\/mailfolders\('inbox'\)\/messages\/delta\?\$deltatoken=[\w-]+$/),
    })
    expect(only?.value.toReversed()).toEqual(
      upTo(3).map((number) => ({
        '@odata.type': '#microsoft.graph.message',
        '@odata.etag': expect.any(String),
        id: expect.stringMatching(/^AAkALgAA/),
        subject: `Letter ${number}`,
      })),
    )
    expect(await page(linkOf(only))).toEqual({
      '@odata.context': only?.['@odata.context'],
      '@odata.deltaLink': expect.stringContaining('$deltatoken='),
      value: [],
    })
  })

  test('comes in pages, one of them empty, in no order, with a row told twice', async () => {
    const { round } = await setMail(upTo(40))
    const pages = await round(inbox, sized(10))
    expect(pages.map(({ value }) => value.length)).toEqual([10, 0, 10, 10, 10, 1])
    expect(pages.map((page) => '@odata.nextLink' in page)).toEqual([true, true, true, true, true, false])
    expect(pages.map((page) => '@odata.deltaLink' in page)).toEqual([false, false, false, false, false, true])
    expect(new Set(subjects(pages))).toEqual(new Set(upTo(40).map((number) => `Letter ${number}`)))
    expect(subjects(pages)).toHaveLength(41)
    const inOrder = upTo(40).map((number) => `Letter ${number}`)
    expect([...new Set(subjects(pages))]).not.toEqual(inOrder)
  })

  test('is newest first where that is asked', async () => {
    const { round } = await setMail(upTo(25))
    const pages = await round(`${inbox}&$orderby=receivedDateTime desc`, sized(7))
    expect([...new Set(subjects(pages))]).toEqual(upTo(25).map((number) => `Letter ${number}`))
  })

  test('has pages of ten where the next call does not say again what it prefers', async () => {
    const { page } = await setMail(upTo(60))
    const first = await page(`${inbox}&$orderby=receivedDateTime desc`, sized(20))
    const second = await page(linkOf(first))
    const third = await page(linkOf(second))
    expect([first.value.length, second.value.length, third.value.length]).toEqual([20, 0, 10])
  })

  test('takes $top for its pages, in the links as well', async () => {
    const { round } = await setMail(upTo(8))
    expect((await round(`${inbox}&$top=4`)).map(({ value }) => value.length)).toEqual([4, 0, 4, 1])
  })

  test('remembers what was selected, and takes nothing else along', async () => {
    const { page, read } = await setMail(upTo(12))
    const first = await page(inbox)
    expect(Object.keys((await page(linkOf(await page(linkOf(first))))).value[0] ?? {}).sort()).toEqual([
      '@odata.etag',
      '@odata.type',
      'id',
      'subject',
    ])
    expect(await refusalOf(await read(`${linkOf(first)}&$select=subject`))).toEqual([400, 'ErrorInvalidUrlQuery'])
  })

  test('with a filter stops at five thousand', async () => {
    const { mailbox, round } = await setMail()
    for (const number of upTo(5100)) mailbox.stock(mail(number))
    const count = async (path: string) => new Set(subjects(await round(path, sized(1000)))).size
    expect(await count(inbox)).toBe(5100)
    expect(await count(`${inbox}&$filter=receivedDateTime ge 2020-01-01T00:00:00Z`)).toBe(5000)
  })

  test('tells what came meanwhile in the next round, and of what is gone that it is', async () => {
    const { mailbox, page, round } = await setMail(upTo(30))
    const first = await page(inbox)
    mailbox.deliver(mail(0))
    mailbox.remove(hex(29))
    const pages = await round(linkOf(first))
    expect(subjects(pages)).not.toContain('Letter 0')
    expect(subjects(pages)).not.toContain('Letter 29')
    const next = await page(linkOf(pages.at(-1)))
    expect(next.value).toMatchObject([{ subject: 'Letter 0' }, { '@removed': { reason: 'deleted' } }])
  })

  test('of a folder of one’s own is asked for by its id', async () => {
    const { mailbox, page, round } = await setMail()
    mailbox.stock(mail(1, { labels: ['Clients/Casamar'] }))
    const folders = await round('/mailFolders/delta', sized(50))
    const casamar = folders.flatMap(({ value }) => value).find(({ displayName }) => displayName === 'Casamar')
    const first = await page(`/mailFolders/${casamar?.id}/messages/delta()?$select=subject`)
    expect(subjects([first])).toEqual(['Letter 1'])
    expect(subjects([await page(`/mailFolders('${casamar?.id}')/messages/delta`)])).toEqual(['Letter 1'])
  })

  test('never tells headers, but for the report that saw them in it', async () => {
    const path = '/mailFolders/inbox/messages/delta?$select=internetMessageHeaders'
    expect((await (await setMail([1])).page(path)).value[0]).not.toHaveProperty('internetMessageHeaders')
    const { page, mailbox } = await setMail([1], { switches: { headersInDelta: 'first round' } })
    const first = await page(path)
    expect(first.value[0]).toHaveProperty('internetMessageHeaders')
    mailbox.deliver(mail(2))
    expect((await page(linkOf(first))).value[0]).not.toHaveProperty('internetMessageHeaders')
  })
})

describe('a later round', () => {
  const setRound = async (numbers: readonly number[], path = inbox, prefer?: string) => {
    const stage = await setMail(numbers, { labels: ['INBOX', 'UNREAD'] })
    const link = linkOf((await stage.round(path, prefer)).at(-1))
    return { ...stage, link, next: async () => stage.page(link, prefer) }
  }

  test('tells a letter that was only read by no more than that', async () => {
    const { mailbox, next, json } = await setRound([1])
    const { id } = await json('/mailFolders/inbox')
    mailbox.relabel(hex(1), { remove: ['UNREAD'] })
    expect((await next()).value).toEqual([
      {
        '@odata.type': '#microsoft.graph.message',
        '@odata.etag': expect.any(String),
        id: expect.any(String),
        isRead: true,
        parentFolderId: id,
      },
    ])
  })

  test('tells any other change by all that was selected', async () => {
    const { mailbox, next } = await setRound([1])
    mailbox.relabel(hex(1), { add: ['STARRED'] })
    expect((await next()).value).toMatchObject([{ subject: 'Letter 1' }])
  })

  test.each([
    ['thrown away', { add: ['TRASH'], remove: ['INBOX'] }, 'deleteditems'],
    ['archived', { remove: ['INBOX'] }, 'archive'],
    ['called spam', { add: ['SPAM'], remove: ['INBOX'] }, 'junkemail'],
    ['put into a folder', { add: ['Clients'], remove: ['INBOX'] }, null],
  ])('says of a letter that was %s that it is removed, and where it went that it came', async (_how, change, to) => {
    const { mailbox, next, page, round } = await setRound([1])
    const [before] = (await page('/messages')).value
    const target = to === null ? null : linkOf((await round(`/mailFolders/${to}/messages/delta`)).at(-1))
    mailbox.relabel(hex(1), change)
    expect((await next()).value).toEqual([
      { '@odata.type': '#microsoft.graph.message', id: before?.id, '@removed': { reason: 'deleted' } },
    ])
    if (target !== null) expect((await page(target)).value).toMatchObject([{ id: before?.id, subject: 'Letter 1' }])
  })

  test('calls what moved by the id that the folder knew, where ids are regular', async () => {
    const { mailbox, page, round } = await setMail([1])
    const [before] = (await page('/messages', '')).value
    const link = linkOf((await round(inbox, '')).at(-1))
    mailbox.relabel(hex(1), { add: ['TRASH'] })
    expect((await page(link, '')).value).toMatchObject([{ id: before?.id, '@removed': { reason: 'deleted' } }])
    expect((await page(link)).value[0]?.id).not.toBe(before?.id)
  })

  test('says the same of what is gone for good', async () => {
    const { mailbox, next } = await setRound([1])
    mailbox.remove(hex(1))
    expect((await next()).value).toMatchObject([{ '@removed': { reason: 'deleted' } }])
  })

  test('tells each letter once, as it is at the end', async () => {
    const { mailbox, next } = await setRound([1])
    mailbox.relabel(hex(1), { add: ['TRASH'] })
    mailbox.relabel(hex(1), { remove: ['TRASH', 'UNREAD'] })
    mailbox.relabel(hex(1), { add: ['STARRED'] })
    expect((await next()).value).toMatchObject([{ subject: 'Letter 1' }])
  })

  test('tells what came and went again as removed, though nobody knew it', async () => {
    const { mailbox, next } = await setRound([1])
    mailbox.deliver(mail(2))
    mailbox.remove(hex(2))
    expect((await next()).value).toMatchObject([{ '@removed': { reason: 'deleted' } }])
  })

  test('comes in pages, one of them empty, and loses nothing to what happens between them', async () => {
    const { mailbox, link, round, page } = await setRound([], inbox, sized(4))
    for (const number of upTo(10)) mailbox.deliver(mail(number))
    const first = await page(link, sized(4))
    mailbox.remove(hex(1))
    mailbox.remove(hex(9))
    mailbox.deliver(mail(11))
    const rest = await round(linkOf(first), sized(4))
    expect([first, ...rest].map(({ value }) => value.length)).toEqual([4, 0, 4, 2])
    const told = new Set(subjects([first, ...rest]).filter((subject) => subject !== undefined))
    expect([...told].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10].map((number) => `Letter ${number}`).sort())
    const next = await page(linkOf(rest.at(-1)), sized(4))
    expect(next.value).toHaveLength(3)
  })

  test('keeps its filter for ever: what is older never comes in', async () => {
    const { mailbox, next } = await setRound([1], `${inbox}&$filter=receivedDateTime ge ${iso(start - 90_000)}`)
    mailbox.stock(mail(5, { labels: ['TRASH'] }))
    mailbox.relabel(hex(5), { add: ['INBOX'], remove: ['TRASH'] })
    mailbox.deliver(mail(0))
    expect(subjects([await next()])).toEqual(['Letter 0'])
  })

  test.each([
    ['created', ['Letter 3']],
    ['updated', ['Letter 1']],
    ['deleted', [undefined]],
  ])('of what was %s tells that alone', async (changeType, expected) => {
    const path = `${inbox}&changeType=${changeType}`
    const { mailbox, next } = await setRound([1, 2], path)
    mailbox.relabel(hex(1), { add: ['STARRED'] })
    mailbox.remove(hex(2))
    mailbox.deliver(mail(3))
    expect(subjects([await next()])).toEqual(expected)
    const deaf = await setMail([1, 2], { switches: { changeType: 'ignored' } })
    const link = linkOf(await deaf.page(path))
    for (const number of [3, 4]) deaf.mailbox.deliver(mail(number))
    deaf.mailbox.remove(hex(1))
    expect((await deaf.page(link)).value).toHaveLength(3)
  })

  test('knows both kinds of ids, whichever the round began with', async () => {
    const { mailbox, link, page } = await setRound([1])
    mailbox.deliver(mail(2))
    expect((await page(link)).value[0]?.id).toMatch(/^AAkALgAA/)
    expect((await page(link, '')).value[0]?.id).toMatch(/^AAMk/)
  })

  test('sees what the webmail’s owner does, through whichever provider it is read', async () => {
    const { mailbox, next } = await setRound([1])
    mailbox.deliver(mail(2, { labels: ['INBOX', 'CATEGORY_PERSONAL', 'UNREAD'] }))
    expect(subjects([await next()])).toEqual(['Letter 2'])
  })
})

describe('a state token', () => {
  test('that has lapsed is told by turns as gone, as not found, and as gone with a way to begin anew', async () => {
    const { page, read, world, round, mailbox } = await setMail(upTo(12))
    const next = linkOf(await page(inbox))
    const delta = linkOf((await round(inbox)).at(-1))
    world.weather.expireCursors = true
    expect(await refusalOf(await read(next))).toEqual([410, 'SyncStateNotFound'])
    expect(await refusalOf(await read(delta))).toEqual([400, 'syncStateNotFound'])
    const third = await read(delta)
    expect(third.headers.get('Location')).toMatch(/\/messages\/delta$/)
    expect(await refusalOf(third)).toEqual([410, 'resyncRequired'])
    const anew = linkOf((await round(inbox)).at(-1))
    mailbox.deliver(mail(0))
    expect(subjects([await page(anew)])).toEqual(['Letter 0'])
  })

  test('is good for its folder only, and not for guessing', async () => {
    const { round, read } = await setMail([1])
    const link = linkOf((await round(inbox)).at(-1))
    expect((await read(link.replace("'inbox'", "'sentitems'"))).status).toBe(400)
    expect((await read(`${inbox.split('?')[0]}?$deltatoken=abc`)).status).toBe(400)
    expect((await read(`${inbox.split('?')[0]}?$skiptoken=abc`)).status).toBe(400)
  })
})

describe('a delta refuses', () => {
  test.each([
    ['another filter', '$filter=isRead eq true'],
    [
      'a filter from both sides',
      '$filter=receivedDateTime ge 2026-01-01T00:00:00Z and receivedDateTime lt 2027-01-01T00:00:00Z',
    ],
    ['a filter that ends', '$filter=receivedDateTime lt 2026-01-01T00:00:00Z'],
    ['another order', '$orderby=receivedDateTime asc'],
    ['counting', '$count=true'],
    ['skipping', '$skip=5'],
    ['a property of meetings', '$select=meetingMessageType'],
    ['a kind of change that there is not', 'changeType=moved'],
  ])('%s', async (_what, query) => {
    const { read } = await setMail([1])
    expect((await read(`/mailFolders/inbox/messages/delta?${query}`)).status).toBe(400)
  })

  test('bodies, and searching, under Mail.ReadBasic', async () => {
    const { read } = await setMail([1])
    for (const query of ['$select=body', '$search="x"']) {
      expect(await refusalOf(await read(`/mailFolders/inbox/messages/delta?${query}`))).toEqual([
        403,
        'ErrorAccessDenied',
      ])
    }
  })
})

describe('a folder delta', () => {
  test('tells all folders, nested ones too, in pages', async () => {
    const { mailbox, round } = await setMail([1])
    mailbox.stock(mail(2, { labels: ['Clients/Casamar'] }))
    const pages = await round('/mailFolders/delta?$select=displayName', sized(4))
    expect(pages.map(({ value }) => value.length)).toEqual([4, 4, 2])
    expect(pages.flatMap(({ value }) => value).map(({ displayName }) => displayName)).toContain('Casamar')
    expect(pages[0]?.value[0]).toEqual({
      '@odata.type': '#microsoft.graph.mailFolder',
      id: expect.any(String),
      displayName: 'Archive',
    })
  })

  test('then tells new folders, and those in which something happened', async () => {
    const { mailbox, round, page } = await setMail([1])
    const link = linkOf((await round('/mailFolders/delta', sized(50))).at(-1))
    expect((await page(link)).value).toEqual([])
    mailbox.relabel(hex(1), { add: ['Clients/Kelp'], remove: ['INBOX'] })
    const { value } = await page(link)
    expect(value.map(({ displayName, totalItemCount }) => [displayName, totalItemCount])).toEqual([
      ['Inbox', 0],
      ['Clients', 0],
      ['Kelp', 1],
    ])
  })

  test('lapses as the others do, and refuses what it does not know', async () => {
    const { round, read, world } = await setMail()
    const link = linkOf((await round('/mailFolders/delta', sized(50))).at(-1))
    world.weather.expireCursors = true
    expect((await read(link)).status).toBe(410)
    expect(await refusalOf(await read('/mailFolders/delta?$top=5'))).toEqual([400, 'ErrorInvalidUrlQuery'])
  })
})
