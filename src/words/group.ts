/** Groups: those the user made, and those that could be made. Pure. */
import type { GroupProposal } from '../infer/groups.ts'
import type { ChosenRhythm } from '../model/correction.ts'
import { counted, nouns, numberInWords } from './numbers.ts'
import { rhythmInWords, spanInWords } from './spans.ts'

export const groupWords = {
  title: 'Groups',
  none: 'You haven’t made any yet. You can add a person to one on their page.',
  proposed: 'Could be groups',
  noneProposed: 'Nothing stands out.',
  make: 'Make it a group',
} as const

/** A person's own rhythm goes before their group's. */
export const describeGroup = (size: number, rhythm: ChosenRhythm | null, locale: string): string => {
  const how =
    rhythm === null
      ? 'Each by the rhythm learned from what you do.'
      : `You chose for all of them: ideally ${rhythmInWords(rhythm.idealDays)}, too long after ${spanInWords(rhythm.tooLongDays)}.`
  return `${counted(size, nouns.person, locale)}. ${how}`
}

export const describeGroupProposal = ({ why, people }: GroupProposal, locale: string): string => {
  const who = counted(people.length, nouns.person, locale)
  const what = why.kind === 'domain' ? `${who} at ${why.domain}` : `${who} who are often on the same messages`
  const named = people.slice(0, maxNamed).map(({ name }) => name)
  const rest = people.length > maxNamed ? ` and ${numberInWords(people.length - maxNamed, locale)} more` : ''
  return `${what}: ${named.join(', ')}${rest}.`
}

const maxNamed = 6
