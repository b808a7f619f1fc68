/** Which letters and threads a listing holds, newest first, and where its pages begin. Pure. */
import { systemLabels } from '../labels.ts'
import { opened, sealed } from '../service/opaque.ts'
import type { Letter, Mailbox } from '../world.ts'

export interface Listing {
  /** A letter must carry all of them. */
  readonly labelIds: readonly string[]
  readonly includeSpamTrash: boolean
}

export interface LetterPage {
  readonly letters: readonly Letter[]
  readonly nextPageToken: string | null
  readonly total: number
}

/** Letters of a listing. */
export const listLetters = (mailbox: Mailbox, listing: Listing): readonly Letter[] =>
  remembered(mailbox, `letters ${keyOf(listing)}`, (all) => all.filter((letter) => isListed(letter, listing)))

/** For each thread of a listing its newest listed letter. */
export const listThreads = (mailbox: Mailbox, listing: Listing): readonly Letter[] =>
  remembered(mailbox, `threads ${keyOf(listing)}`, () => {
    const seen = new Set<string>()
    return listLetters(mailbox, listing).filter(({ threadId }) => !seen.has(threadId) && seen.add(threadId))
  })

/** A page remembers the letter it ended with, so that letters that arrive meanwhile shift nothing. Null: not our token. */
export const pageOf = (
  letters: readonly Letter[],
  { maxResults, pageToken }: { readonly maxResults: number; readonly pageToken: string | null },
): LetterPage | null => {
  const after = pageToken === null ? null : opened('letters', pageToken)
  if (pageToken !== null && after === null) return null
  const [at = '', id = ''] = after ?? []
  const start = after === null ? 0 : firstOlder(letters, { at: Number(at), id })
  const page = letters.slice(start, start + maxResults)
  const last = page.at(-1)
  const isLast = start + page.length >= letters.length
  return {
    letters: page,
    nextPageToken: isLast || last === undefined ? null : sealed('letters', [last.at, last.id]),
    total: letters.length,
  }
}

/** System labels are always there; a user's own are those some letter carries. */
export const labelsOf = (mailbox: Mailbox): readonly string[] => {
  const { newestFirst } = mailbox
  const known = labelSets.get(newestFirst) ?? [
    ...new Set([...systemLabels, ...newestFirst.flatMap(({ labels }) => labels)]),
  ]
  labelSets.set(newestFirst, known)
  return known
}

/** A mailbox gives out a new array after every change, so what was derived from the old one is forgotten with it. */
const labelSets = new WeakMap<readonly Letter[], readonly string[]>()
const listings = new WeakMap<readonly Letter[], Map<string, readonly Letter[]>>()

const remembered = (
  mailbox: Mailbox,
  key: string,
  derive: (all: readonly Letter[]) => readonly Letter[],
): readonly Letter[] => {
  const all = mailbox.newestFirst
  const known = listings.get(all) ?? new Map<string, readonly Letter[]>()
  listings.set(all, known)
  const letters = known.get(key) ?? derive(all)
  known.set(key, letters)
  return letters
}

const keyOf = ({ labelIds, includeSpamTrash }: Listing): string => JSON.stringify([labelIds, includeSpamTrash])

const hidden = ['SPAM', 'TRASH']

const isListed = ({ labels }: Letter, { labelIds, includeSpamTrash }: Listing): boolean =>
  labelIds.every((label) => labels.includes(label)) &&
  // Asking for one of the two by its name is asking for what lies there.
  (includeSpamTrash || hidden.every((label) => !labels.includes(label) || labelIds.includes(label)))

/** Index of the first letter that comes after this place in a list that falls by time, then by id. */
const firstOlder = (letters: readonly Letter[], place: { readonly at: number; readonly id: string }): number => {
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = (low + high) >> 1
    const letter = letters[middle]
    if (letter !== undefined && isAfter(letter, place)) high = middle
    else low = middle + 1
  }
  return low
}

const isAfter = (letter: Letter, { at, id }: { readonly at: number; readonly id: string }): boolean =>
  letter.at < at || (letter.at === at && letter.id < id)
