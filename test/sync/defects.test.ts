/** Rules that the fault run found broken: each stands here by itself, without its storm. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type IndexSet, indexesOf } from '../../src/model/index-set.ts'
import { freshDatabase } from '../database.ts'
import { stagesIn } from '../reads.ts'
import { install } from '../sandbox/installation.ts'
import type { Mailbox } from '../sandbox/world.ts'
import { ann, mailboxOf, meetingOf, rhythm, start } from '../story.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const hour = 3_600_000
const day = 24 * hour
const open = async (mailbox: Mailbox) => {
  const home = install({ db, now: start, mailboxes: [mailbox] })
  await home.connect(ann.address)
  return home
}
const account = async () =>
  (await db.prepare('SELECT * FROM accounts').first<Record<string, string | number | null>>()) ?? {}
const stored = async () => (await db.prepare('SELECT feed, at FROM interactions ORDER BY at').all()).results

test('a meeting of long ago that is moved or cancelled while the calendar forgot our place is known to be', async () => {
  const mailbox = mailboxOf([], [meetingOf('m1', 90, ['bo@example.com']), meetingOf('m2', 80, ['cy@example.com'])])
  const home = await open(mailbox)
  await home.settle()
  mailbox.putMeeting(meetingOf('m1', 70, ['bo@example.com']))
  mailbox.putMeeting(meetingOf('m2', 80, ['cy@example.com'], { status: 'cancelled' }))
  home.world.weather.expireCursors = true
  await home.pollAt(start + hour)
  expect(await stored()).toEqual([{ feed: 1, at: (start - 70 * day) / 1000 }])
})

test('after such a re-read an old meeting still counts as inside the window', async () => {
  const mailbox = mailboxOf([], [meetingOf('m1', 90, ['bo@example.com'])])
  const home = await open(mailbox)
  await home.settle()
  home.world.weather.expireCursors = true
  await home.pollAt(start + hour)
  mailbox.putMeeting(meetingOf('m1', 89, ['bo@example.com']))
  await home.pollAt(start + 2 * hour)
  expect(await stored()).toEqual([{ feed: 1, at: (start - 89 * day) / 1000 }])
})

test('a day on which nothing is left is no day in contact', async () => {
  const mailbox = mailboxOf([
    { from: 'bo@example.com', daysAgo: 5, id: 'b0' },
    { from: 'bo@example.com', daysAgo: 9 },
  ])
  const home = await open(mailbox)
  await home.settle()
  mailbox.remove('b0')
  await home.pollAt(start + hour)
  expect(indexesOf((await account()).active_days as IndexSet)).toEqual([Math.floor(start / day) - 9])
})

/** The answer of a batch that is a list, and what Gmail says in its place. */
const listInBatch = /HTTP\/1\.1 200 OK(?:(?!\r\n--batch_)[\s\S])*?resultSizeEstimate[\s\S]*?(?=\r\n--batch_)/
const refusedInBatch = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({
  error: { code: 400, message: 'Invalid pageToken', errors: [] },
})}`

test('a page token that lapsed between two pages starts the list again', async () => {
  const mailbox = mailboxOf(rhythm('bo@example.com', 1, 700, 1))
  const home = install({ db, now: start, mailboxes: [mailbox] })
  const real = home.google.fetch
  let refusals = 1
  home.google.fetch = async (request, ...rest) => {
    const asked = await request.clone().text()
    const answer = await real.call(home.google, request, ...rest)
    if (refusals === 0 || !asked.includes('pageToken=')) return answer
    const told = await answer.text()
    const refused = told.replace(listInBatch, refusedInBatch)
    if (refused !== told) refusals -= 1
    return new Response(refused, answer)
  }
  await home.connect(ann.address)
  await home.pollAt(start + 2 * hour)
  expect(refusals).toBe(0)
  expect(await account()).toMatchObject({ status_kind: 'active' })
  expect((await stagesIn(db)).mail).toBe('done')
  expect(await stored()).toHaveLength(mailbox.size)
})

describe('a grant that is given again', () => {
  test('is not called dead by a job that was still on its way', async () => {
    const home = await open(mailboxOf(rhythm('bo@example.com', 3, 30, 1)))
    await home.settle()
    const { user_id, id, revision } = await account()
    await home.connect(ann.address)
    const renewed = await account()
    expect(renewed.revision).toBeGreaterThan(Number(revision))
    await home.settle()
    const before = home.google.usage().requests
    await home.env.JOBS.send({
      kind: 'sync',
      userId: Number(user_id),
      accountId: Number(id),
      revision: Number(revision),
    })
    home.clock.time += hour
    await home.step()
    expect(home.google.usage().requests).toBe(before)
  })
})
