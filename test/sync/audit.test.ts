import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import type { ProviderName } from '../sandbox/world.ts'
import { ann, mailboxOf, meetingOf, rhythm, start } from '../story.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const day = 86_400_000
const openAt = async (provider: ProviderName) => {
  const mailbox = mailboxOf(rhythm('Bo Ek <bo@example.com>', 3, 200, 1), [meetingOf('m1', 40, ['bo@example.com'])])
  const home = install({ db, now: start, mailboxes: [mailbox] })
  const { browser } = await home.connect(ann.address, { provider })
  await home.settle()
  return { home, browser, mailbox }
}
const stored = async () => (await db.prepare('SELECT feed, at, item FROM interactions ORDER BY at').all()).results
/** Takes what lies that many days back out of the database, as if it had never been read. */
const plantGap = (fromDaysAgo: number, toDaysAgo: number) =>
  db
    .prepare('DELETE FROM interactions WHERE at BETWEEN ?1 AND ?2')
    .bind((start - fromDaysAgo * day) / 1000, (start - toDaysAgo * day) / 1000)
    .run()
const nextWeek = (home: Installation) => home.passTo(home.clock.time + 8 * day, 240)

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  const open = () => openAt(provider)

  test('a gap among what came lately is found within a week, filled, and told of', async () => {
    const { home, browser } = await open()
    const before = await stored()
    await plantGap(5, 2)
    expect((await stored()).length).toBeLessThan(before.length)
    await nextWeek(home)
    expect(await stored()).toEqual(before)
    const page = await browser.read('/accounts')
    expect(page).toMatch(/Complete from \d+ November 2021 to \d+ November \d{4}\. Last checked on \d+ November\./)
    expect(page).toMatch(/to make sure that nothing is missing\. We found \d+ contacts we’d missed/)
  })

  test('where a gap is found, the check looks further back, until it finds none', async () => {
    const { home } = await open()
    const before = await stored()
    await plantGap(120, 2)
    await nextWeek(home)
    expect(await stored()).toEqual(before)
  })

  test('a gap in the calendar is found, however long ago the meeting was', async () => {
    const { home } = await open()
    const before = await stored()
    await plantGap(41, 39)
    await db.prepare('DELETE FROM interactions WHERE feed = 1').run()
    await nextWeek(home)
    expect((await stored()).filter(({ feed }) => feed === 1)).toEqual(before.filter(({ feed }) => feed === 1))
  })

  test('the report says that a check found something', async () => {
    const { home } = await open()
    await plantGap(5, 2)
    await home.passTo(start + 13 * day, 240)
    const told = /A check of your mail \(ann\) found \d+ contacts we’d missed\. They’re counted here\./
    const mail = home.resend.sent.at(-1)
    for (const part of [mail?.text, mail?.html]) expect(part?.replace(/\s+/g, ' ')).toMatch(told)
  })

  test('what the provider deleted unseen while our place was lost is taken back, from long ago too', async () => {
    const { home, browser, mailbox } = await open()
    const [old] = mailbox.newestFirst.filter(({ at }) => at < start - 150 * day)
    const before = await stored()
    mailbox.remove(old?.id ?? '')
    home.world.weather.expireCursors = true
    await home.pollAt(home.clock.time + 3_600_000)
    expect((await stored()).length).toBe(before.length - 1)
    expect(await browser.read('/accounts')).toMatch(
      /checked again on .*, since .*, because the provider lost our place/,
    )
  })

  test('a check that finds nothing changes nothing that was right', async () => {
    const { home } = await open()
    const before = await stored()
    const contacts = await db.prepare('SELECT * FROM contact_blocks').all()
    await nextWeek(home)
    expect(await stored()).toEqual(before)
    expect((await db.prepare('SELECT * FROM contact_blocks').all()).results).toEqual(contacts.results)
  })
})

test('what is left out is counted once, however often it is read again', async () => {
  const mailbox = mailboxOf([
    ...rhythm('bo@example.com', 3, 20, 1),
    ...[2, 4, 6].map((daysAgo) => ({ from: 'no-reply@shop.example', daysAgo })),
  ])
  const home = install({ db, now: start, mailboxes: [mailbox] })
  await home.connect(ann.address)
  await home.settle()
  const leftOut = async () =>
    JSON.parse((await db.prepare("SELECT progress ->> 'leftOut' AS l FROM accounts").first<string>('l')) ?? '')
  expect(await leftOut()).toEqual({ no_reply_name: 3 })
  await nextWeek(home)
  // The report of Monday has arrived meanwhile, and is left out too.
  expect(await leftOut()).toMatchObject({ no_reply_name: 3 })
})
