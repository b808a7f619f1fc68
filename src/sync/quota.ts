/** The quota window: what may be spent now, and when more may be. A sliding window, so no minute is overrun. Pure. */
import type { QuotaWindow } from '../model/account.ts'
import { type Instant, later } from '../model/time.ts'
import type { Quota } from '../providers/provider.ts'

export const unitsLeft = (quotaWindow: QuotaWindow, quota: Quota, now: Instant): number =>
  current(quotaWindow, quota, now).reduce((left, [, units]) => left - units, quota.units)

export const withSpent = (
  quotaWindow: QuotaWindow,
  quota: Quota | null,
  spent: { readonly at: Instant; readonly units: number },
): QuotaWindow =>
  quota === null || spent.units === 0
    ? quotaWindow
    : [...current(quotaWindow, quota, spent.at), [spent.at, spent.units]]

/** Seconds until at least `needed` units are free again, if nothing is spent meanwhile. 0 where they are. */
export const secondsUntilUnits = (quotaWindow: QuotaWindow, quota: Quota, now: Instant, needed: number): number => {
  let left = unitsLeft(quotaWindow, quota, now)
  for (const [at, units] of current(quotaWindow, quota, now)) {
    if (left >= needed) break
    left += units
    if (left >= needed) return Math.max(1, freeAt(at, quota) - now)
  }
  return left >= needed ? 0 : quota.perSeconds
}

const current = (quotaWindow: QuotaWindow, quota: Quota, now: Instant): QuotaWindow =>
  quotaWindow.filter(([at]) => freeAt(at, quota) > now)

/** Our instants are whole seconds, cut down: a second more, so that a provider who counts finer agrees. */
const freeAt = (at: Instant, quota: Quota): Instant => later(at, quota.perSeconds + 1)
