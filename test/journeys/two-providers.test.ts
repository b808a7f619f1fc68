/** One world, two providers: the same story told through either is the same people, in the same health. */
import { describe, expect, test } from 'vitest'
import { parseBlock } from '../../src/store/contact-book-format.ts'
import { unpackDetail } from '../../src/store/interaction-detail.ts'
import { openRead } from '../fixture.ts'
import { populate } from '../sandbox/population/index.ts'
import type { Meeting } from '../sandbox/world.ts'
import { messageOf, start } from '../story.ts'

const hour = 3_600_000

/** Lives the story through one provider, and says what came of it in words that name no provider. */
const told = async (provider: 'google' | 'microsoft', seed: number) => {
  const mailbox = populate({ seed, now: start, messages: 1200, years: 2 })
  for (const meeting of mailbox.meetings.values()) mailbox.stockMeeting(heldByItsOrganizer(meeting))
  const { owner } = mailbox
  const { db, home, browser } = await openRead([mailbox], { provider })
  home.clock.time = start + 2 * hour
  const [first, second, third] = mailbox.newestFirst.filter(({ labels }) => labels.includes('INBOX'))
  mailbox.deliver(messageOf({ from: 'Eve New <eve@new.example>', daysAgo: -0.01 }, owner))
  mailbox.relabel(first?.id ?? '', { add: ['TRASH'], remove: ['INBOX'] })
  mailbox.relabel(second?.id ?? '', { remove: ['INBOX'] })
  mailbox.remove(third?.id ?? '')
  await home.passTo(start + 4 * hour)
  expect(home.queue.thrown).toEqual([])

  const rows = async <T>(sql: string) => (await db.prepare(sql).all<T>()).results
  const blocks = await rows<{ id: number; contacts: string }>('SELECT id, contacts FROM contact_blocks ORDER BY id')
  const contacts = blocks.flatMap(({ id, contacts: json }) => parseBlock(id, json))
  const nameOf = new Map(contacts.map(({ id, address }) => [id, address]))
  const interactions = await rows<{ contact_id: number; feed: number; at: number; detail: number }>(
    'SELECT contact_id, feed, at, detail FROM interactions',
  )
  const seen = new Set(interactions.map(({ contact_id }) => contact_id))
  return {
    interactions: interactions
      .map(({ contact_id, feed, at, detail }) => {
        const { kind, size } = unpackDetail(feed, detail)
        return `${at} ${feed === 0 ? 'mail' : 'calendar'} ${kind} ${nameOf.get(contact_id)} of ${size}`
      })
      .sort(),
    contacts: contacts
      .filter(({ id }) => seen.has(id))
      .map(({ address, label, isList, relationship }) => JSON.stringify({ address, label, isList, relationship }))
      .sort(),
    user: await rows('SELECT address, name, zone, next_report_at FROM users'),
    report: sentencesIn(await browser.read('/reports/preview/mail')),
    people: labelsIn(await browser.read('/people')),
  }
}

/** At Microsoft, whoever calls a meeting cannot decline it: what only one of the two can tell is no part of the story. */
const heldByItsOrganizer = (meeting: Meeting): Meeting => ({
  ...meeting,
  invitees: meeting.invitees.map((invitee) =>
    invitee.address === meeting.organizer.address ? { ...invitee, response: 'accepted' } : invitee,
  ),
})

/** Whom the report names and what it says of each. Of two who need it alike, whoever was met first comes first. */
const sentencesIn = (mail: string): readonly string[] =>
  [...mail.matchAll(/<(?:h\d|p)\b[^>]*>([^<]+)</g)].map(([, sentence]) => sentence ?? '').sort()

/** Everyone by name and by how the tie stands; where the picture puts whom depends on who was met first. */
const labelsIn = (page: string): readonly string[] =>
  [...page.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label ?? '').sort()

describe('the same story through either provider', () => {
  test.each([1, 2])('is the same, of the people of seed %i', async (seed) => {
    const google = await told('google', seed)
    const microsoft = await told('microsoft', seed)
    expect(google.interactions.length).toBeGreaterThan(900)
    expect(microsoft.interactions).toEqual(google.interactions)
    expect(microsoft.contacts).toEqual(google.contacts)
    expect(microsoft.user).toEqual(google.user)
    expect(google.report.length).toBeGreaterThan(10)
    expect(microsoft.report).toEqual(google.report)
    expect(google.people.length).toBeGreaterThan(15)
    expect(microsoft.people).toEqual(google.people)
  })
})
