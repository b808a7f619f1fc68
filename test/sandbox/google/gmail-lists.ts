/** Which letters and threads a listing holds, newest first, and where its pages begin. Pure. */
import { systemLabels } from '../labels.ts'
import { opened, sealed } from '../service/opaque.ts'
import type { Mail, Mailbox } from '../world.ts'

export interface Listing {
  /** A letter must carry all of them. */
  readonly labelIds: readonly string[]
  readonly includeSpamTrash: boolean
}

export interface MessagePage {
  readonly mails: readonly Mail[]
  readonly nextPageToken: string | null
  readonly total: number
}

/** Letters of a listing. */
export const listMails = (mailbox: Mailbox, listing: Listing): readonly Mail[] =>
  remembered(mailbox, `letters ${keyOf(listing)}`, (all) => all.filter((mail) => isListed(mail, listing)))

/** For each thread of a listing its newest listed letter. */
export const listThreads = (mailbox: Mailbox, listing: Listing): readonly Mail[] =>
  remembered(mailbox, `threads ${keyOf(listing)}`, () => {
    const seen = new Set<string>()
    return listMails(mailbox, listing).filter(({ threadId }) => !seen.has(threadId) && seen.add(threadId))
  })

/** A page remembers the letter it ended with, so that letters that arrive meanwhile shift nothing. Null: not our token. */
export const pageOf = (
  mails: readonly Mail[],
  { maxResults, pageToken }: { readonly maxResults: number; readonly pageToken: string | null },
): MessagePage | null => {
  const after = pageToken === null ? null : opened('letters', pageToken)
  if (pageToken !== null && after === null) return null
  const [at = '', id = ''] = after ?? []
  const start = after === null ? 0 : firstOlder(mails, { at: Number(at), id })
  const page = mails.slice(start, start + maxResults)
  const last = page.at(-1)
  const isLast = start + page.length >= mails.length
  return {
    mails: page,
    nextPageToken: isLast || last === undefined ? null : sealed('letters', [last.at, last.id]),
    total: mails.length,
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
const labelSets = new WeakMap<readonly Mail[], readonly string[]>()
const listings = new WeakMap<readonly Mail[], Map<string, readonly Mail[]>>()

const remembered = (
  mailbox: Mailbox,
  key: string,
  derive: (all: readonly Mail[]) => readonly Mail[],
): readonly Mail[] => {
  const all = mailbox.newestFirst
  const known = listings.get(all) ?? new Map<string, readonly Mail[]>()
  listings.set(all, known)
  const mails = known.get(key) ?? derive(all)
  known.set(key, mails)
  return mails
}

const keyOf = ({ labelIds, includeSpamTrash }: Listing): string => JSON.stringify([labelIds, includeSpamTrash])

const hidden = ['SPAM', 'TRASH']

const isListed = ({ labels }: Mail, { labelIds, includeSpamTrash }: Listing): boolean =>
  labelIds.every((label) => labels.includes(label)) &&
  // Asking for one of the two by its name is asking for what lies there.
  (includeSpamTrash || hidden.every((label) => !labels.includes(label) || labelIds.includes(label)))

/** Index of the first letter that comes after this place in a list that falls by time, then by id. */
const firstOlder = (mails: readonly Mail[], place: { readonly at: number; readonly id: string }): number => {
  let low = 0
  let high = mails.length
  while (low < high) {
    const middle = (low + high) >> 1
    const mail = mails[middle]
    if (mail !== undefined && isAfter(mail, place)) high = middle
    else low = middle + 1
  }
  return low
}

const isAfter = (mail: Mail, { at, id }: { readonly at: number; readonly id: string }): boolean =>
  mail.at < at || (mail.at === at && mail.id < id)
