import { describe, expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { newContact } from '../../src/model/contact.ts'
import { noOverride, type Override } from '../../src/model/correction.ts'
import type { Health } from '../../src/model/health.ts'
import { noRelationship } from '../../src/model/relationship.ts'
import type { Instant } from '../../src/model/time.ts'
import { type Candidate, closenessOf } from '../../src/report/candidate.ts'
import { guessesOf, mostGuesses, triageFrom, type Verdict } from '../../src/report/triage.ts'

const health: Health = {
  ...{
    band: 'steady',
    closeness: 90,
    health: 50,
    chanceIn30Days: 0,
    chanceIn90Days: 0,
    chanceIn180Days: 0,
    chanceIfToday: 0,
    comeback: 0.5,
  },
  ...{ usualGapDays: 20, silenceDays: 10, overdue: 0.5, weeks: 5, chosen: null },
}
const lately = 1_700_000_000 as Instant
const inTouch = { ...noRelationship, lastSentAt: lately, lastReceivedAt: lately }

const somebody = (id: number, change: Partial<Override> = {}, name = `Person ${id}`): Candidate => {
  const address = `p${id}@example.com` as CanonicalAddress
  const known = {
    id,
    name,
    givenName: null,
    address,
    bouncedAt: null,
    languages: '',
    contactIds: [id],
    addresses: [address],
  }
  const person = { ...known, relationship: inTouch, override: { ...noOverride, ...change } }
  return { person, health: { ...health, closeness: 99 - id / 10 }, former: null }
}

const many = Array.from({ length: 80 }, (_, id) => somebody(id))
const shop = {
  contact: { ...newContact(500, 'info@shop.example' as CanonicalAddress), relationship: inTouch },
  rule: { kind: 'role_account' },
} as const

describe('guesses', () => {
  test('are forty, the closest called close, everyone else kept', () => {
    const { close, unsure, rest } = guessesOf(many, [])
    expect([close.length + unsure.length + rest.length, close.length]).toEqual([mostGuesses, 8])
    expect(close.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(new Set(rest.map(({ verdict }) => verdict))).toEqual(new Set(['kept']))
  })

  test('name who is left out though the user wrote there, and nobody the user never wrote to', () => {
    const silent = { ...shop, contact: { ...shop.contact, relationship: noRelationship } }
    expect(guessesOf(many, [shop]).unsure).toMatchObject([{ id: 500, verdict: 'nobody' }])
    expect(guessesOf(many, [silent]).unsure).toEqual([])
  })

  test('ask about a person who is named as a firm is', () => {
    const firm = somebody(3, {}, 'Hostwerk Support')
    expect(guessesOf([...many.slice(0, 3), firm], []).unsure).toMatchObject([{ id: 3, verdict: 'kept' }])
  })

  test('come back as the user left them', () => {
    const { close } = guessesOf([somebody(1, { isClose: false }), somebody(2), somebody(40, { isClose: true })], [])
    expect(close.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([2, 40])
  })
})

describe('a triage', () => {
  const guesses = guessesOf(many, [shop])

  test('that changes nothing says nothing', () => {
    expect(triageFrom(guesses, () => null)).toEqual({ close: [], kept: [], nobody: [] })
    const same = new Map([...guesses.close, ...guesses.rest].map(({ id, verdict }) => [id, verdict]))
    expect(triageFrom(guesses, (id) => same.get(id) ?? null)).toEqual({ close: [], kept: [], nobody: [] })
  })

  test('keeps what was wrong, and nothing of what nobody was asked about', () => {
    const said = new Map<number, Verdict>([
      [0, 'kept'],
      [20, 'close'],
      [21, 'nobody'],
      [500, 'kept'],
      [79, 'nobody'],
    ])
    expect(triageFrom(guesses, (id) => said.get(id) ?? null)).toEqual({
      close: ['p20@example.com'],
      kept: ['p0@example.com', 'info@shop.example'],
      nobody: ['p21@example.com'],
    })
  })
})

test('who is called close stands among the closest, and who is called kept does not', () => {
  expect(closenessOf(somebody(300, { isClose: true }))).toBeGreaterThan(closenessOf(somebody(60)))
  expect(closenessOf(somebody(1, { isClose: false }))).toBeLessThan(closenessOf(somebody(60)))
})
