/**
 * The language in which two people write to each other, as far as the subjects of their messages tell. A message's language is
 * kept with it as a number, so that a summary can be rebuilt when messages go; a contact's summary is which languages were seen
 * on which days, of the newest few. That is a join like the rest of the summary: pages may come in any order, and twice.
 */

export const languageCodes = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const

/** ISO 639-1. */
export type LanguageCode = (typeof languageCodes)[number]

/** Stored: append only, seven at most. */
const numbered: readonly LanguageCode[] = languageCodes

/** 0 where no language is told. */
export const languageNumber = (code: LanguageCode | null | undefined): number =>
  code == null ? 0 : numbered.indexOf(code) + 1

export const languageNumbered = (number: number): LanguageCode | null => numbered[number - 1] ?? null

/** Day and language of a few messages, newest first, four characters each: of day 20,423 and German `3hsi`. */
export type LanguageVotes = string

export const noVotes: LanguageVotes = ''

/** Enough to tell a habit from an exception. */
const keptVotes = 5

const voteLength = 4

/** More days than a mailbox has; eight places a day. */
const radix = 36

/** The same votes where this one adds nothing. */
export const withVote = (votes: LanguageVotes, day: number, code: LanguageCode): LanguageVotes =>
  joinVotes(votes, (day * 8 + languageNumber(code)).toString(radix).padStart(voteLength, '0'))

/** The newest of both. */
export const joinVotes = (a: LanguageVotes, b: LanguageVotes): LanguageVotes => {
  if (a === b || b === '') return a
  if (a === '') return b
  return [...new Set([...partsOf(a), ...partsOf(b)])].sort().reverse().slice(0, keptVotes).join('')
}

const partsOf = (votes: LanguageVotes): readonly string[] =>
  Array.from({ length: votes.length / voteLength }, (_, place) =>
    votes.slice(place * voteLength, (place + 1) * voteLength),
  )

/** The language of most of them; null where there are too few, or they do not agree. */
export const languageOfVotes = (votes: LanguageVotes): LanguageCode | null => {
  const counts = new Map<LanguageCode, number>()
  const all = partsOf(votes).flatMap((part) => languageNumbered(Number.parseInt(part, radix) % 8) ?? [])
  for (const code of all) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  if (first === undefined) return null
  const [code, count] = first
  return count >= minVotes && count >= minShare * all.length ? code : null
}

/** One subject may be a quotation. */
const minVotes = 2
const minShare = 0.75
