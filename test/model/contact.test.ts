import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { betterLabel, type ContactLabel, isDead, type LabelRank, newContact } from '../../src/model/contact.ts'
import { withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant, later } from '../../src/model/time.ts'

const label = (name: string, rank: LabelRank): ContactLabel => ({ name, spelling: 'x@x.example', rank })
const best = (...labels: readonly ContactLabel[]): string => labels.reduce(betterLabel).name

test.each([
  ['their own word before anybody else’s', [label('Bo Ek', 2), label('Bo E. Ek', 1)], 'Bo Ek'],
  [
    'their given name before a full one that somebody else wrote',
    [label('Lukas', 2), label('Lukas Kramer', 1)],
    'Lukas',
  ],
  ['any name before an address', [label('bo@x.example', 2), label('Bo', 2)], 'Bo'],
  ['no name of theirs before what somebody else calls them', [label('', 2), label('Bo Ek', 1)], ''],
  ['the user’s word before no name of theirs', [label('', 2), label('Bo', 3)], 'Bo'],
] as const)('%s', (_name, labels, expected) => {
  expect(best(...labels)).toBe(expected)
  expect(best(...labels.toReversed())).toBe(expected)
})

test('the order in which forms are seen does not matter', () => {
  const form = fc
    .tuple(
      fc.constantFrom('', 'Bo', 'bo ek', 'Bo Ek', 'Ek, Bo (Berlin)', 'bo@x.example'),
      fc.constantFrom<LabelRank>(0, 1, 2),
    )
    .map(([name, rank]) => label(name, rank))
  fc.assert(
    fc.property(fc.array(form, { minLength: 1 }), fc.gen(), (forms, gen) => {
      const shuffled = gen(fc.shuffledSubarray, forms, { minLength: forms.length })
      expect(shuffled.reduce(betterLabel)).toEqual(forms.reduce(betterLabel))
    }),
  )
})

test('mail to an address came back only where a letter had gone there just before: reports are forged', () => {
  const bouncedAt = 1_790_000_000 as Instant
  const bounced = { ...newContact(1, 'bo@example.com' as CanonicalAddress), bouncedAt }
  const isDeadAfter = (...messages: readonly (readonly ['sent' | 'received', number])[]) => {
    const told = messages.map(([kind, days]) => ({ kind, at: later(bouncedAt, days * DAY) }))
    return isDead({ ...bounced, relationship: told.reduce(withInteraction, bounced.relationship) })
  }
  expect(isDeadAfter(['received', -20], ['sent', -1])).toBe(true)
  expect(isDeadAfter(['sent', -1], ['sent', 30])).toBe(true)
  expect(isDeadAfter()).toBe(false)
  expect(isDeadAfter(['received', -20])).toBe(false)
  expect(isDeadAfter(['sent', -30])).toBe(false)
  expect(isDeadAfter(['sent', -30], ['sent', 30])).toBe(false)
  expect(isDeadAfter(['sent', -1], ['received', 1])).toBe(false)
})
