/** What a report must say of its sources: what has not been read yet, or not lately, or cannot be read. Pure. */
import type { Account } from '../model/account.ts'
import type { SourceNote } from '../model/report.ts'
import { HOUR, type Instant, later } from '../model/time.ts'

export const notesOn = (accounts: readonly Account[], now: Instant): readonly SourceNote[] =>
  accounts.flatMap((account) => noteOn(account, now) ?? [])

/** Older than this, and the list may be out of date. */
const staleHours = 6

const noteOn = ({ address, status, feeds, progress }: Account, now: Instant): SourceNote | null => {
  if (status.kind === 'reconnect') return { kind: 'reconnect', address, since: status.since }
  if (status.kind === 'blocked') return { kind: 'blocked', address, since: status.since }
  const { readAt, past, recheckSince } = feeds.mail
  if (status.kind === 'waiting' || (readAt !== null && later(readAt, staleHours * HOUR) < now)) {
    return { kind: 'waiting', address, since: status.kind === 'waiting' ? status.since : (readAt ?? now) }
  }
  if (past !== 'done' && recheckSince !== null) return { kind: 'rechecking', address, since: recheckSince }
  // Once the conversations are read, what is left is hardly ever a relationship: nothing to worry anyone with.
  if (past === 'unread' || past === 'conversations')
    return { kind: 'reading', address, readBackTo: progress.readBackTo }
  return null
}
