/**
 * The rows of a day: the free plan of D1 writes so many until midnight UTC, and refuses everything after them. The past can
 * wait until tomorrow, and what comes new cannot: so a first read stops short of them. Pure.
 */
import type { Account, Progress } from '../model/account.ts'
import { dayIndex, type Instant } from '../model/time.ts'
import { nextFreeDay } from '../store/free-day.ts'

export interface RowsWritten {
  /** What a day allows the past of all the user's accounts; null where the plan sets no bound. */
  readonly max: number | null
  readonly rows: number
  readonly now: Instant
}

/** The progress of an account after so many rows more; where they were enough for the day, the past waits for the next. */
export const withRows = (
  progress: Progress,
  { id, accounts }: { readonly id: number; readonly accounts: readonly Account[] },
  { max, rows, now }: RowsWritten,
): Progress => {
  const day = dayIndex(now)
  const written = rowsOn(day, progress) + rows
  const others = accounts.reduce((sum, other) => (other.id === id ? sum : sum + rowsOn(day, other.progress)), 0)
  const isEnough = max !== null && written + others >= max
  return {
    ...progress,
    rows: { day, written },
    pausedUntil: isEnough ? nextFreeDay(now) : progress.pausedUntil,
  }
}

const rowsOn = (day: number, { rows }: Pick<Progress, 'rows'>): number => (rows.day === day ? rows.written : 0)
