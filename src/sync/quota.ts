/** The ledger of quota units: what may be spent now, and when more may be. A sliding window, so no minute is overrun. Pure. */
import type { QuotaWindow } from '../model/account.ts'
import { type Instant, later } from '../model/time.ts'
import type { Pace } from '../providers/provider.ts'

export const unitsLeft = (quotaWindow: QuotaWindow, pace: Pace, now: Instant): number =>
  current(quotaWindow, pace, now).reduce((left, [, units]) => left - units, pace.units)

export const withSpent = (
  quotaWindow: QuotaWindow,
  pace: Pace | null,
  spent: { readonly at: Instant; readonly units: number },
): QuotaWindow =>
  pace === null || spent.units === 0 ? quotaWindow : [...current(quotaWindow, pace, spent.at), [spent.at, spent.units]]

/** Seconds until at least `needed` units are free again, if nothing is spent meanwhile. 0 where they are. */
export const secondsUntilUnits = (quotaWindow: QuotaWindow, pace: Pace, now: Instant, needed: number): number => {
  let left = unitsLeft(quotaWindow, pace, now)
  for (const [at, units] of current(quotaWindow, pace, now)) {
    if (left >= needed) break
    left += units
    if (left >= needed) return Math.max(1, freeAt(at, pace) - now)
  }
  return left >= needed ? 0 : pace.perSeconds
}

const current = (quotaWindow: QuotaWindow, pace: Pace, now: Instant): QuotaWindow =>
  quotaWindow.filter(([at]) => freeAt(at, pace) > now)

/** Our instants are whole seconds, cut down: a second more, so that a provider who counts finer agrees. */
const freeAt = (at: Instant, pace: Pace): Instant => later(at, pace.perSeconds + 1)
