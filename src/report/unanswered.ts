/** Messages of the user's that nobody answered, and how often one more may be suggested. Pure. */
import { DAY, dayIndex, type Instant, later } from '../model/time.ts'
import type { History } from './candidate.ts'
import type { Held, PastSuggestion } from './guards.ts'

/** After two messages without a reply we stop suggesting: respect boundaries. */
export const maxUnanswered = 2

/** On how many days the user wrote since last hearing from them. */
export const unansweredDays = (history: History): number => {
  const days = new Set<number>()
  for (const { kind, at } of history) {
    if (kind === 'received' || kind === 'met') break
    if (kind === 'sent') days.add(dayIndex(at))
  }
  return days.size
}

/** Two doors are at least so far apart, even where they were heard from in between. */
const doorDays = 180

/** A second door opens once: not again before they are heard from, nor soon after the last. */
export const doorGuard = (
  history: History,
  { suggested, now }: { readonly suggested: readonly PastSuggestion[]; readonly now: Instant },
): Held | null => {
  const before = suggested.find(({ kind }) => kind === 'second_door')
  if (before === undefined) return null
  const heardAt = history.find(({ kind }) => kind === 'received' || kind === 'met')?.at ?? 0
  if (before.at > heardAt) return { guard: 'two_unanswered', until: null }
  const until = later(before.at, doorDays * DAY)
  return now < until ? { guard: 'two_unanswered', until } : null
}
