import { describe, expect, test } from 'vitest'
import { resolve } from '../../src/infer/resolve.ts'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { type Contact, newContact } from '../../src/model/contact.ts'
import { withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { candidatesOf, inTouchElsewhere } from '../../src/report/former.ts'
import { healthOf } from '../../src/score/health.ts'
import { usualPace } from '../pace.ts'

const now = 1_790_000_000 as Instant

/** Maria's address, with a letter each way on each of these days. */
const contact = (id: number, address: string, daysAgo: readonly number[], bouncedDaysAgo?: number): Contact => {
  const fresh = newContact(id, address as CanonicalAddress)
  const at = (days: number): Instant => (now - days * DAY) as Instant
  return {
    ...fresh,
    label: { name: 'Maria Lopez', spelling: address, rank: 2 },
    bouncedAt: bouncedDaysAgo === undefined ? null : at(bouncedDaysAgo),
    relationship: daysAgo
      .flatMap((days) => [
        { kind: 'sent' as const, at: at(days) },
        { kind: 'received' as const, at: at(days) },
      ])
      .reduce(withInteraction, fresh.relationship),
  }
}

const every = (gap: number, from: number, until: number): readonly number[] =>
  Array.from({ length: Math.floor((from - until) / gap) + 1 }, (_, index) => until + gap * index)

/** Which address each seems to have had before. */
const movesKnown = (knownSince: Instant, contacts: readonly Contact[]) => {
  const { people } = resolve({ contacts, own: new Set() }, [])
  return candidatesOf(people, ({ relationship }) => healthOf(relationship, now, usualPace), {
    now,
    knownSince,
  }).flatMap(({ person, former }) =>
    former === null ? [] : [`${people.find(({ id }) => id === former.personId)?.address} → ${person.address}`],
  )
}

const moves = (...contacts: readonly Contact[]) => movesKnown(0 as Instant, contacts)

const moved = ['maria@old.example → maria@new.example']

describe('somebody has moved', () => {
  test('where the old address went quiet for longer than is usual, and the new one began after it', () => {
    expect(moves(contact(0, 'maria@old.example', every(30, 700, 120)), contact(1, 'maria@new.example', [20]))).toEqual(
      moved,
    )
  })

  test('where the old address bounced, however short the silence', () => {
    const old = contact(0, 'maria@old.example', every(30, 700, 25), 22)
    expect(moves(old, contact(1, 'maria@new.example', [20]))).toEqual(moved)
  })
})

describe('while letters are still being read', () => {
  const contacts = [contact(0, 'maria@old.example', every(30, 700, 120)), contact(1, 'maria@new.example', [20])]
  const since = (daysAgo: number) => movesKnown((now - daysAgo * DAY) as Instant, contacts)

  test('somebody has moved once the time before the old address fell silent is known', () => {
    expect(since(240)).toEqual(moved)
  })

  test('nobody has as long as letters from the new one may lie before that', () => {
    expect(since(150)).toEqual([])
    expect(since(100)).toEqual([])
  })
})

describe('nobody has moved', () => {
  test('who wrote from elsewhere within the rhythm of the two', () => {
    expect(moves(contact(0, 'maria@old.example', every(120, 900, 60)), contact(1, 'maria@new.example', [20]))).toEqual(
      [],
    )
  })

  test('who writes now from here and now from there', () => {
    const here = contact(0, 'maria@old.example', every(60, 900, 200))
    expect(moves(here, contact(1, 'maria@new.example', [800, 400, 20]))).toEqual([])
  })
})

describe('somebody who is likely one with another', () => {
  const elsewhere = (contacts: readonly Contact[], apart: ReadonlySet<string> = new Set()) => {
    const { people } = resolve({ contacts, own: new Set() }, [])
    const since = { now, knownSince: 0 as Instant }
    const candidates = candidatesOf(people, ({ relationship }) => healthOf(relationship, now, usualPace), since)
    const found = inTouchElsewhere(candidates, { apart, isRead: true, now })
    return people.flatMap(({ id, address }) => (found.has(id) ? address : []))
  }
  const atWork = contact(0, 'maria@firm.example', every(30, 700, 120))
  const atHome = contact(1, 'maria@gmail.com', every(30, 690, 7))

  test('is in touch where either address is', () => {
    expect(elsewhere([atWork, atHome])).toEqual(['maria@firm.example'])
  })

  test('is not, where a name is all they share', () => {
    expect(elsewhere([atWork, contact(1, 'lopez@gmail.com', every(30, 690, 7))])).toEqual([])
  })

  test('is not, where the user called them two', () => {
    expect(elsewhere([atWork, atHome], new Set(['maria@firm.example maria@gmail.com']))).toEqual([])
  })
})
