import { expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { noOverride } from '../../src/model/correction.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import type { Candidate } from '../../src/report/candidate.ts'
import { toneFor } from '../../src/report/tone.ts'
import { healthOf } from '../../src/score/health.ts'
import { usualPace } from '../pace.ts'

const now = (Date.UTC(2026, 10, 23, 7) / 1000) as Instant
const ago = (days: number): Instant => (now - days * DAY) as Instant

const candidate = (
  contacts: readonly (readonly ['sent' | 'received' | 'met', number])[],
  change: { readonly givenName?: string | null; readonly address?: string } = {},
): Candidate => {
  const relationship = contacts.reduce(
    (sum, [kind, days]) => withInteraction(sum, { kind, at: ago(days) }),
    noRelationship,
  )
  const address = change.address ?? 'maria@firm.example'
  return {
    person: {
      ...{ id: 1, name: 'Maria Lopez', givenName: change.givenName === undefined ? 'Maria' : change.givenName },
      ...{ address, bouncedAt: null, languages: '', contactIds: [1], addresses: [address as CanonicalAddress] },
      ...{ relationship, override: noOverride },
    },
    health: healthOf(relationship, now, usualPace),
    former: null,
  }
}

const every = (days: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / days) }, (_, index) => ['sent', from + index * days] as const)

test('few letters to somebody at a firm, never met: formal', () => {
  expect(
    toneFor(
      candidate([
        ['sent', 20],
        ['received', 19],
      ]),
      now,
    ),
  ).toBe('formal')
})

test.each([
  ['at an address of their own', candidate([['sent', 20]], { address: 'maria@gmail.com' })],
  [
    'met',
    candidate([
      ['sent', 20],
      ['met', 18],
    ]),
  ],
  ['known for longer', candidate(every(30, 40, 400))],
  [
    'known under another address before',
    { ...candidate([['sent', 20]]), former: { personId: 9, health: candidate([]).health } },
  ],
])('%s: warm', (_what, who) => {
  expect(toneFor(who, now)).toBe('warm')
})

test('without a first name that is sure: formal, however long known', () => {
  expect(toneFor(candidate(every(30, 40, 400), { givenName: null }), now)).toBe('formal')
})

test('often, and for long: brief', () => {
  expect(toneFor(candidate(every(7, 10, 400)), now)).toBe('brief')
})

test('who only writes is not greeted as a friend, however often they do', () => {
  const writes = every(7, 10, 400).map(([, days]) => ['received', days] as const)
  expect(toneFor(candidate(writes, { address: 'maria@gmail.com' }), now)).toBe('formal')
})
