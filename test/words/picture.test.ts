import { expect, test } from 'vitest'
import { describeCircle, describeFinding, describePicture, describeRhythmCount } from '../../src/words/picture.ts'

const mentors = { kind: 'group', name: 'Mentors' } as const

test('a finding speaks of groups as people do', () => {
  expect(describeFinding({ close: { kind: 'family' }, quiet: mentors })).toBe(
    'Your family is close. Mentors have gone quiet.',
  )
  expect(describeFinding({ close: null, quiet: { kind: 'firm', domain: 'kelp-energy.example' } })).toBe(
    'Kelp Energy has gone quiet.',
  )
  expect(describeFinding({ close: null, quiet: null })).toBeNull()
})

test('a circle is called by the user’s word, or by what its domain is called', () => {
  expect(describeCircle(mentors)).toBe('Mentors')
  expect(describeCircle({ kind: 'firm', domain: 'mail.kastanie.example' })).toBe('Kastanie')
})

test('a circle of whom none has a rhythm is counted as a whole', () => {
  expect(describeRhythmCount({ of: mentors, members: [], inRhythm: 2, withRhythm: 9 })).toBe('2 of 9 in rhythm')
  expect(describeRhythmCount({ of: mentors, members: [], inRhythm: 0, withRhythm: 0 })).toBe('0 in all')
})

test('the line under it says only what is drawn', () => {
  const of = { shown: 36, all: 138, isAnyCircled: true, told: mentors, locale: 'en-GB' }
  expect(describePicture(of)).toBe(
    'Your 36 closest people, out of 138. Circled: in this week’s email. Shaded: the group with the fewest in rhythm.',
  )
  expect(describePicture({ ...of, shown: 138, isAnyCircled: false, told: null })).toBe('All 138 of your people.')
})
