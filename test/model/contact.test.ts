import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betterLabel, type ContactLabel, type LabelRank } from '../../src/model/contact.ts'

const label = (name: string, rank: LabelRank): ContactLabel => ({ name, spelling: 'x@x.example', rank })
const best = (...labels: readonly ContactLabel[]): string => labels.reduce(betterLabel).name

test.each([
  ['their own word before anybody else’s', [label('Bo Ek', 2), label('Bo E. Ek', 1)], 'Bo Ek'],
  [
    'a full name before a given one alone, whoever wrote it',
    [label('Lukas', 2), label('Lukas Kramer', 1)],
    'Lukas Kramer',
  ],
  ['any name before an address', [label('bo@x.example', 2), label('Bo', 1)], 'Bo'],
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
