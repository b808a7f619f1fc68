/** What headers and calendars must be expected to hold, from the provider to the pages: a clear outcome, nothing else lost. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openRead } from '../fixture.ts'
import type { Browser } from '../sandbox/browser.ts'
import type { Installation } from '../sandbox/installation.ts'
import type { Mail } from '../sandbox/world.ts'
import { mailboxOf, meetingOf, messageOf, rhythm, start } from '../story.ts'

const day = 86_400_000
const bo = 'bo@friends.example'

/** The letter without the headers of those names. */
const without = (message: Mail, ...names: readonly string[]): Mail => ({
  ...message,
  headers: message.headers
    .split('\n')
    .filter((line) => !names.some((name) => line.startsWith(`${name}: `)))
    .join('\n'),
})

describe('a mailbox with everything that goes wrong in it', () => {
  let home: Installation
  let browser: Browser

  beforeAll(async () => {
    const lines = rhythm(bo, 7, 70, 3)
    const crowd = Array.from({ length: 400 }, (_, guest) => `guest${guest}@crowd.example`)
    const mailbox = mailboxOf(lines, [
      meetingOf('with-bo', 10, [bo]),
      meetingOf('alone', 11, [], { invitees: [] }),
      meetingOf('whole-day', 12, ['whole.day@meet.example'], { isAllDay: true }),
      meetingOf('cancelled', 13, ['cancelled@meet.example'], { status: 'cancelled' }),
      meetingOf('crowd', 14, crowd),
      meetingOf('odd-zone', 15, [bo], { zone: 'Mars/Olympus' }),
    ])
    const odd = (change: Parameters<typeof messageOf>[0]): Mail => messageOf(change)
    mailbox.stock(without(odd({ from: 'nofrom@odd.example', daysAgo: 20 }), 'From'))
    mailbox.stock(without(odd({ from: 'noto@odd.example', daysAgo: 21 }), 'To'))
    mailbox.stock(without(odd({ from: 'nodate@odd.example', daysAgo: 22 }), 'Date'))
    mailbox.stock(without(odd({ from: 'nothing@odd.example', daysAgo: 23 }), 'From', 'To', 'Date', 'Message-ID'))
    mailbox.stock(odd({ to: 'Team: cara@group.example, "Dee, D" <dee@group.example>;', daysAgo: 24 }))
    mailbox.stock(odd({ from: 'cara@group.example', daysAgo: 23.5 }))
    mailbox.stock(odd({ from: 'undisclosed@odd.example', to: 'undisclosed-recipients:;', daysAgo: 25 }))
    // The two halves of an ö lie in two words.
    for (const daysAgo of [26, 33]) {
      mailbox.stock(odd({ from: '=?utf-8?B?QmrDtnJuIFN0csM=?= =?utf-8?B?tm0=?= <bjorn@split.example>', daysAgo }))
      mailbox.stock(odd({ to: 'bjorn@split.example', daysAgo: daysAgo - 0.5 }))
    }
    mailbox.stock(
      odd({ from: 'huge@odd.example', daysAgo: 27, headers: [`References: ${'<a@b.example> '.repeat(360_000)}`] }),
    )
    mailbox.stock({ ...odd({ from: 'old@odd.example', daysAgo: 28 }), at: 0 })
    mailbox.stock({ ...odd({ from: 'future@odd.example', daysAgo: 29 }), at: Date.UTC(2099, 0, 1) })
    for (const daysAgo of [30, 37, 44]) {
      mailbox.stock(odd({ from: '"<script>alert(1)</script>" <eve@script.example>', daysAgo }))
      mailbox.stock(odd({ to: 'eve@script.example', daysAgo: daysAgo - 0.5 }))
    }
    for (const daysAgo of [34, 41]) {
      mailbox.stock(odd({ from: '"Tom & <b>Jerry</b>" <tom@script.example>', daysAgo }))
      mailbox.stock(odd({ to: 'tom@script.example', daysAgo: daysAgo - 0.5 }))
    }
    mailbox.stock(odd({ from: 'not an address at all', daysAgo: 31 }))
    mailbox.stock(odd({ from: 'a@'.repeat(2000), daysAgo: 32 }))
    ;({ home, browser } = await openRead([mailbox]))
  })

  test('no page of it stops the reading', async () => {
    expect(home.queue.thrown).toEqual([])
    expect(home.queue.dropped).toEqual([])
    expect(await browser.read('/reading')).toContain('Everything of the last five years is read')
  })

  test('what is sound beside it is kept to the last letter', async () => {
    const kept = await home.env.DB.prepare(
      'select feed, count(*) as count from interactions where contact_id = (select contact_id from addresses where address = ?) group by feed',
    )
      .bind(bo)
      .all()
    expect(kept.results).toEqual([
      { feed: 0, count: 22 },
      { feed: 1, count: 2 },
    ])
  })

  test('what was left out is counted by its reason', async () => {
    const { progress } = (await home.env.DB.prepare('select progress from accounts').first<{ progress: string }>()) ?? {
      progress: '{}',
    }
    const leftOut: Record<string, number> = JSON.parse(progress).leftOut
    expect(Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(4)
    expect(Object.keys(leftOut)).toContain('impossible_date')
  })

  test('an encoded word split inside a character is one name', async () => {
    expect(await browser.read('/people?q=bjorn%40split.example')).toContain('Björn Ström')
  })

  test('those named in a group are people like others', async () => {
    expect(await browser.read('/people?q=cara%40group.example')).toContain('/people/')
  })

  test('nothing that came from a header is HTML', async () => {
    const page = await browser.read('/people')
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<b>Jerry')
    expect(await browser.read('/people?q=eve')).toContain('eve@script.example')
  })

  test('a cancelled meeting, a day’s marker and a crowd of four hundred make nobody an acquaintance', async () => {
    const page = await browser.read('/people')
    expect(page).not.toContain('cancelled@meet.example')
    expect(page).not.toContain('guest1@crowd.example')
  })

  test('the Monday email comes all the same', async () => {
    await home.passTo(start + 6 * day)
    expect(home.resend.sent).toHaveLength(1)
    expect(home.resend.sent[0]?.html).not.toContain('<script>alert')
  })
})
