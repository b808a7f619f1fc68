/** What the page of our guesses says. Pure. */
import type { ExclusionRule } from '../infer/exclusion-rule.ts'
import type { Guess } from '../report/triage.ts'
import { dayKey, type ReportDay } from './dates.ts'
import { counted, nouns, numberInWords } from './numbers.ts'
import { agoInWords, rhythmInWords } from './spans.ts'

export const triageWords = {
  lead: 'We’ve guessed. Change what’s wrong; whatever you skip stays as it is.',
  nobody: 'There’s no one to go through yet. Come back when more of your mail has been read.',
  groups: {
    close: 'Close, by the look of it',
    unsure: 'Not sure these are people',
    rest: 'The rest',
  },
  close: 'Close',
  kept: 'Keep',
  nobodyShort: ['No', 't a person'],
  nobodyLong: 'Not a person',
  shortHint: 'Close, keep, or no: not a person.',
  keys: { move: 'move', close: 'close', kept: 'keep', nobody: 'not a person', undo: 'undo', done: 'done' },
  tally: ['close', 'kept', 'left out'],
  done: 'Done',
} as const

/** "Forty people, one minute" */
export const describeTriage = (count: number): string =>
  `${count === 40 ? 'Forty' : numberInWords(count)} ${count === 1 ? 'person' : 'people'}, one minute`

/** "All read: 21,720 messages, 138 people." */
export const describeAllRead = (messages: number, people: number, locale: string): string =>
  `All read: ${counted(messages, nouns.message, locale)}, ${counted(people, nouns.person, locale)}.`

/** What a guess rests on. */
export const describeGuess = ({ of }: Guess, day: ReportDay): string => {
  if (of.kind === 'nobody') return nobodyInWords[of.rule.kind] ?? ''
  const { person, health } = of.candidate
  const { firstAt } = person.relationship
  if (health.usualGapDays === null || firstAt === null) {
    return health.silenceDays === null ? '' : `last in touch ${agoInWords(health.silenceDays)}`
  }
  const isOver = health.band === 'quiet' || health.band === 'fading'
  const lastAt = Math.floor(day.at - (health.silenceDays ?? 0) * 86_400) as typeof firstAt
  const when = isOver
    ? `until ${dayKey(lastAt, day.zone).slice(0, 4)}`
    : `since ${dayKey(firstAt, day.zone).slice(0, 4)}`
  return `${rhythmInWords(health.usualGapDays)} ${when}`
}

const nobodyInWords: Readonly<Partial<Record<ExclusionRule['kind'], string>>> = {
  role_account: 'named like a shared mailbox',
  automated: 'its messages look automated',
  never_spoke: 'has no name, and never replied',
}
