/** The links of a mail: signed, bound to one report and one person, and ending. Opening one changes nothing. */
import type { Report } from '../model/report.ts'
import { DAY, type Instant, type LocalDate, later } from '../model/time.ts'
import type { ReportLinks } from './render/report-mail.ts'

/** Signs claims for a purpose; the counterpart verifies. */
export type Sign = (
  claims: Readonly<Record<string, string | number>>,
  use: { readonly purpose: LinkPurpose; readonly expiresAt: Instant },
) => Promise<string>

export type LinkPurpose = 'check-in' | 'unsubscribe'

/** What a check-in's link stands for. */
export interface CheckInLink {
  readonly userId: number
  readonly week: LocalDate
  readonly personId: number
}

export const reportLinks = async (
  report: Report,
  context: { readonly userId: number; readonly publicUrl: URL; readonly sign: Sign },
): Promise<ReportLinks> => {
  const { userId, publicUrl, sign } = context
  const at = (path: string): string => new URL(path, publicUrl).href
  const tokens = await Promise.all(
    report.suggestions.map(async ({ personId }) => {
      // Short names: mail clients break long links.
      const claims = { u: userId, w: report.week, p: personId }
      const token = await sign(claims, { purpose: 'check-in', expiresAt: later(report.at, checkInDays * DAY) })
      return [personId, token] as const
    }),
  )
  const unsubscribe = await sign(
    { u: userId },
    { purpose: 'unsubscribe', expiresAt: later(report.at, unsubscribeDays * DAY) },
  )
  return {
    write: new Map(tokens.map(([personId, token]) => [personId, at(`/c/${token}`)])),
    page: new Map(tokens.map(([personId, token]) => [personId, at(`/c/${token}/text`)])),
    people: at('/people'),
    settings: at('/settings'),
    unsubscribe: at(`/u/${unsubscribe}`),
  }
}

/** The claims of a verified check-in token, or null where they are of another shape. */
export const checkInLink = (claims: Readonly<Record<string, string | number>>): CheckInLink | null => {
  const { u, w, p } = claims
  if (typeof u !== 'number' || typeof w !== 'string' || typeof p !== 'number') return null
  return { userId: u, week: w, personId: p }
}

/** After a month the reason it gave has passed. */
const checkInDays = 30
/** Whoever finds an old letter must still be able to stop the next. */
const unsubscribeDays = 365
