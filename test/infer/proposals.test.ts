import { describe, expect, test } from 'vitest'
import { proposalsOf } from '../../src/infer/proposals.ts'
import { resolve } from '../../src/infer/resolve.ts'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { type Contact, newContact } from '../../src/model/contact.ts'
import type { Correction } from '../../src/model/correction.ts'
import { withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'

const now = 1_790_000_000 as Instant

/** In touch from `from` to `until`, in days ago. */
const contact = (id: number, address: string, name: string, from: number, until: number): Contact => {
  const fresh = newContact(id, address as CanonicalAddress)
  const at = (days: number): Instant => (now - days * DAY) as Instant
  return {
    ...fresh,
    label: { name, spelling: address, rank: 2 },
    relationship: [from, until].reduce(
      (tie, days) => withInteraction(tie, { kind: 'sent', at: at(days) }),
      fresh.relationship,
    ),
  }
}

const proposed = (contacts: readonly Contact[], corrections: readonly Correction[] = []): readonly string[] => {
  const said = corrections.map((correction, index) => ({ id: index + 1, at: now, correction }))
  return proposalsOf(resolve({ contacts, own: new Set() }, said), now).map(
    ({ people, evidence }) =>
      `${people.map(({ address }) => address).join(' = ')}: ${evidence.map(({ kind }) => kind).join(' ')}`,
  )
}

const old = contact(0, 'maria.lopez@one.example', 'Maria Lopez', 900, 200)

describe('a merge is proposed', () => {
  test('where one fell silent and the other began after it', () => {
    const fresh = contact(1, 'mlopez@two.example', 'Lopez, Maria', 195, 3)
    expect(proposed([fresh, old])).toEqual(['maria.lopez@one.example = mlopez@two.example: took_over'])
  })

  test('where mail to the first comes back', () => {
    const fresh = contact(1, 'mlopez@two.example', 'Maria Lopez', 400, 3)
    const tried = withInteraction(old.relationship, { kind: 'sent', at: (now - 101 * DAY) as Instant })
    const relationship = { ...tried, lastReceivedAt: (now - 210 * DAY) as Instant }
    const dead = { ...old, relationship, bouncedAt: (now - 100 * DAY) as Instant }
    expect(proposed([dead, fresh])).toEqual(['maria.lopez@one.example = mlopez@two.example: bounced'])
  })

  test('where a firm’s and a private address have one name and one local part', () => {
    const home = contact(1, 'maria.lopez@gmail.com', 'Maria Lopez', 800, 3)
    expect(proposed([old, home])).toHaveLength(1)
  })

  test('where addresses differ in a +tag, or lie at two domains of one provider', () => {
    const tagged = contact(1, 'bo+lists@x.example', 'Bo', 500, 3)
    expect(proposed([contact(0, 'bo@x.example', 'B', 500, 3), tagged])).toHaveLength(1)
    const apple = [contact(0, 'bo@me.com', 'Bo', 500, 3), contact(1, 'bo@icloud.com', 'Bo', 500, 3)]
    expect(proposed(apple)).toEqual(['bo@me.com = bo@icloud.com: sister_domain'])
  })
})

describe('a merge is not proposed', () => {
  test('for a name alone: two who share one and are both in touch stay two', () => {
    expect(proposed([old, contact(1, 'mlopez@two.example', 'Maria Lopez', 800, 3)])).toEqual([])
  })

  test('again, once the user said they are two', () => {
    const fresh = contact(1, 'mlopez@two.example', 'Maria Lopez', 195, 3)
    expect(proposed([old, fresh], [{ kind: 'apart', addresses: [fresh.address, old.address] }])).toEqual([])
    const merge = { kind: 'merge', addresses: [fresh.address, old.address] } as const
    expect(proposed([old, fresh], [merge, { kind: 'split', address: fresh.address }])).toEqual([])
  })

  test('after so long a silence that it says nothing', () => {
    const ancient = contact(0, 'maria.lopez@one.example', 'Maria Lopez', 2000, 1500)
    expect(proposed([ancient, contact(1, 'mlopez@two.example', 'Maria Lopez', 195, 3)])).toEqual([])
  })
})

describe('an address the user never wrote to', () => {
  const heard = (id: number, address: string, name: string, daysAgo: number): Contact => {
    const silent = contact(id, address, name, daysAgo, daysAgo)
    const at = (now - daysAgo * DAY) as Instant
    return {
      ...silent,
      relationship: withInteraction(newContact(id, silent.address).relationship, { kind: 'received', at }),
    }
  }

  test('is proposed where it bears the same name and local part, or began after the silence', () => {
    expect(proposed([old, heard(1, 'maria.lopez@two.example', 'Maria Lopez', 300)])).toEqual([
      'maria.lopez@one.example = maria.lopez@two.example: same_local_part',
    ])
    expect(proposed([old, heard(1, 'mlopez@two.example', 'Maria Lopez', 100)])).toEqual([
      'maria.lopez@one.example = mlopez@two.example: took_over',
    ])
  })

  test('is not proposed for the name alone, nor under another name', () => {
    expect(proposed([old, heard(1, 'mlopez@two.example', 'Maria Lopez', 300)])).toEqual([])
    expect(proposed([old, heard(1, 'maria.lopez@two.example', 'Mario Loppez', 100)])).toEqual([])
  })

  test('is one of three at most: anybody can write so', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      heard(index + 1, `maria.lopez@h${index}.example`, 'Maria Lopez', 100 - index),
    )
    const newest = [19, 18, 17].map((index) => `maria.lopez@one.example = maria.lopez@h${index}.example`)
    expect(proposed([old, ...many]).map((each) => each.split(':')[0])).toEqual(newest)
  })

  test('becomes the person’s once the user says so, and mail goes there', () => {
    const other = heard(1, 'maria.lopez@two.example', 'Maria Lopez', 100)
    const merge: Correction = { kind: 'merge', addresses: [old.address, other.address] }
    const { people } = resolve({ contacts: [old, other], own: new Set() }, [{ id: 1, at: now, correction: merge }])
    expect(people.map(({ address, addresses }) => [address, addresses.length])).toEqual([
      ['maria.lopez@two.example', 2],
    ])
  })
})
