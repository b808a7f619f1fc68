/** What the whole mailbox tells of its letters: their ids, their threads, and the labels of those that came without. Pure. */
import { parseAddresses } from '../../../src/model/address.ts'
import type { Label, Mail } from '../world.ts'
import type { Draft, MailArchive } from './drafts.ts'
import { headerIn } from './headers.ts'
import { sharedLabels } from './labels.ts'
import type { Person } from './owner.ts'
import { joinBySubject } from './threads.ts'

/** Letters of the mailbox, oldest first. Ids are told by time and content alone: the same file gives the same ids. */
export function* messagesOf({ drafts, threads, count }: MailArchive, owner: Person): Generator<Mail> {
  const isOwn = (address: string): boolean => owner.keys.has(address)
  if (!threads.areTold) joinBySubject(threads, drafts, isOwn)
  const combinations = new Set(drafts.map(({ labels }) => labels))
  const spoken = new Set([...combinations].flatMap((labels) => labels ?? []).filter((label) => placeLabels.has(label)))
  const firstOfThread = new Map<number, string>()
  const inOrder = drafts.map((_, index) => index).sort((a, b) => compareDrafts(drafts[a], drafts[b]))
  let last = { at: 0, suffix: 0 }
  for (const index of inOrder) {
    const draft = drafts[index]
    if (draft === undefined) continue
    const suffix = Math.max(suffixOf(draft), draft.at === last.at ? last.suffix + 1 : 0)
    last = { at: draft.at, suffix }
    const id = draft.at.toString(16).padStart(11, '0') + suffix.toString(16).padStart(5, '0')
    const thread = threads.of(index)
    const threadId = firstOfThread.get(thread) ?? id
    if (threadId === id) firstOfThread.set(thread, id)
    const labels = labelsOf(draft, spoken, isOwn)
    if (labels.includes('SENT')) count.sent += 1
    count.kept += 1
    yield { id, threadId, at: draft.at, headers: draft.headers, labels, size: draft.size, body: null }
  }
  count.threads = firstOfThread.size
}

/** Gmail's ids begin with the milliseconds and end with something to tell letters of the same one apart. */
const suffixOf = ({ key }: Draft): number => key % suffixes

/** A little less than five digits hold: letters that share a millisecond and a suffix count on from it. */
const suffixes = 0xf0000

const compareDrafts = (a: Draft | undefined, b: Draft | undefined): number =>
  a === undefined || b === undefined ? 0 : a.at - b.at || suffixOf(a) - suffixOf(b) || a.key - b.key

/** Labels that say where a letter lies. */
const placeLabels = new Set<Label>(['INBOX', 'SENT', 'TRASH', 'SPAM', 'DRAFT'])

/**
 * What the mailbox says, and where it says nothing, what its writer tells. The same where it says it in a language that
 * is not known here: `spoken` is what was understood of all letters.
 */
const labelsOf = (
  { labels, flags, headers }: Draft,
  spoken: ReadonlySet<Label>,
  isOwn: (address: string) => boolean,
): readonly Label[] => {
  const isTold = labels !== null && spoken.size > 0
  if (isTold && (spoken.has('SENT') || isPlaced(labels))) return labels
  const from = parseAddresses(headerIn(headers, 'from') ?? '')[0]
  const isSent = from !== undefined && isOwn(from.address)
  if (isTold && !isSent) return labels
  const others = [...(labels ?? []), ...flags].filter((label) => !isSent || label !== 'UNREAD')
  return sharedLabels(isPlaced(others) ? others : [isSent ? 'SENT' : 'INBOX', ...others])
}

const isPlaced = (labels: readonly Label[]): boolean => labels.some((label) => placeLabels.has(label))
