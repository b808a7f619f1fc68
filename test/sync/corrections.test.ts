import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import type { Correction, Undo } from '../../src/model/correction.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { addCorrection } from '../../src/store/corrections.ts'
import { openStore } from '../../src/store/store.ts'
import { openConnected, peopleFound } from '../fixture.ts'
import type { Installation } from '../sandbox/installation.ts'
import { mailboxOf, meetingOf, rhythm, start } from '../story.ts'

const userId = 1
const now = Math.floor(start / 1000)

const addresses = [
  'bo@x.example',
  'bo@y.example',
  'maria@x.example',
  'zwergi@x.example',
  'zwergi@z.example',
  'eve@y.example',
  'dan@z.example',
  'info@z.example',
  'nobody@z.example',
]
const address = fc.constantFrom(...addresses.map((name) => name as CanonicalAddress))

const correction: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({ kind: fc.constantFrom('merge', 'apart'), addresses: fc.tuple(address, address) }),
  fc.record({ kind: fc.constantFrom('split', 'person', 'own'), address }),
  fc.record({ kind: fc.constant('log'), address, how: fc.constant('call'), at: fc.constant((now - DAY) as Instant) }),
  fc.record({ kind: fc.constant('snooze'), address, until: fc.constant((now + 30 * DAY) as Instant) }),
  fc.record({ kind: fc.constant('rhythm'), address, rhythm: fc.constant({ idealDays: 7, tooLongDays: 30 }) }),
  fc.record({ kind: fc.constantFrom('group'), address, group: fc.constantFrom('Rowing', 'Berlin') }),
  fc.record({
    kind: fc.constant('ignore'),
    target: fc.oneof(
      fc.record({ kind: fc.constantFrom('person', 'address'), address }),
      fc.record({ kind: fc.constant('domain'), domain: fc.constantFrom('x.example', 'y.example') }),
      fc.record({ kind: fc.constant('pattern'), pattern: fc.constantFrom('bo@*', '*i*@z.example') }),
    ),
  }),
)

/** What is said, and after how many pages; an undo means one of what was said before it. */
const saying = fc.record({
  afterPages: fc.nat({ max: 6 }),
  content: fc.oneof({ weight: 3, arbitrary: correction }, { weight: 1, arbitrary: fc.nat({ max: 6 }) }),
})

const contentOf = (content: Correction | number): Correction | Undo =>
  typeof content === 'number' ? { kind: 'undo', of: content + 1 } : content

const unsubscribe = 'List-Unsubscribe: <mailto:x@z.example>'
const answer = 'In-Reply-To: <1@gmail.example>'

const household = () =>
  mailboxOf(
    [
      ...rhythm('Bo Ek <bo@x.example>', 30, 300, 100),
      ...rhythm('Ek, Bo <bo@y.example>', 30, 60, 5),
      ...rhythm('Maria Lopez <maria@x.example>', 40, 200, 20),
      ...rhythm('Maria Lopez <zwergi@x.example>', 60, 300, 200),
      ...rhythm('Maria Lopez <zwergi@z.example>', 20, 60, 7),
      { from: 'Eve Hall <eve@y.example>', daysAgo: 20 },
      // Letters in doubt: one writer answers the user, the other never does.
      { from: 'Dan Osei <dan@z.example>', daysAgo: 12, headers: [unsubscribe] },
      { to: 'dan@z.example', daysAgo: 9, thread: 'dan' },
      { from: 'Dan Osei <dan@z.example>', daysAgo: 8, thread: 'dan', headers: [unsubscribe, answer] },
      { from: 'Eve Hall <eve@y.example>', daysAgo: 5, headers: [unsubscribe] },
      { to: 'info@z.example', daysAgo: 30, thread: 'desk' },
      { from: 'Desk <info@z.example>', daysAgo: 29, thread: 'desk', headers: [answer] },
    ],
    [meetingOf('m', 50, ['bo@x.example'])],
  )

const begun = (): Promise<{ readonly db: D1Database; readonly home: Installation }> => openConnected([household()])

/** What people see, without our numbers, which follow the order of reading. */
const seen = async (db: D1Database): Promise<string> => {
  const { people, excluded } = await peopleFound(openStore(db), userId)
  const known = people.map(({ id, contactIds, addresses: theirs, ...rest }) => {
    expect(contactIds).toContain(id)
    return JSON.stringify({ ...rest, addresses: [...theirs].sort() })
  })
  return JSON.stringify([known.sort(), excluded.map(({ contact, rule }) => `${contact.address} ${rule.kind}`).sort()])
}

test('what is said while pages arrive gives the people that saying it in the end gives, and a full re-read too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(saying, { maxLength: 7 }), async (sayings) => {
      const inOrder = [...sayings].sort((a, b) => a.afterPages - b.afterPages)
      const tell = (db: D1Database, content: Correction | number) =>
        addCorrection(openStore(db), { userId, at: now as Instant, content: contentOf(content) })

      const between = await begun()
      let pages = 0
      for (const { afterPages, content } of inOrder) {
        while (pages < afterPages && (await between.home.step())) pages += 1
        await tell(between.db, content)
      }
      await between.home.settle()
      const interleaved = await seen(between.db)

      await between.db.batch(
        [
          'DELETE FROM interactions',
          'DELETE FROM addresses',
          'DELETE FROM contact_blocks',
          'DELETE FROM reads',
          'UPDATE accounts SET mail_read_at = 0, calendar_read_at = 0, lease_until = 0',
        ].map((statement) => between.db.prepare(statement)),
      )
      await between.home.cron()
      await between.home.settle()
      expect(await seen(between.db)).toBe(interleaved)

      const inTheEnd = await begun()
      await inTheEnd.home.settle()
      for (const { content } of inOrder) await tell(inTheEnd.db, content)
      expect(await seen(inTheEnd.db)).toBe(interleaved)
    }),
    { numRuns: 12 },
  )
})
