/** The links of a mail: signed, bound to one report and one person, and ending. Opening one changes nothing. */
import type { Report } from '../model/report.ts'
import { failure, type Result, success } from '../model/result.ts'
import { DAY, type Instant, type LocalDate, later } from '../model/time.ts'
import type { PersonLinks, ReportLinks } from './render/report-links.ts'

type Claims = Readonly<Record<string, string | number>>

/** Signs claims for a purpose. */
export type Sign = (
  claims: Claims,
  use: { readonly purpose: LinkPurpose; readonly expiresAt: Instant },
) => Promise<string>

/** The claims of a token that was signed for this purpose and has not ended. */
export type Verify<E> = (
  token: string,
  use: { readonly purpose: LinkPurpose; readonly now: Instant },
) => Promise<Result<Claims, E>>

/** What a token is good for, and for nothing else. */
export type LinkPurpose = 'check-in' | 'unsubscribe' | 'undo'

/** What a check-in's link stands for. */
export interface CheckInLink {
  readonly userId: number
  readonly week: LocalDate
  readonly personId: number
}

/** The links of the email itself: each is good for whoever holds the mail, and ends. */
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
    people: new Map(tokens.map(([personId, token]) => [personId, personLinks(at(`/c/${token}`))])),
    everyone: at('/people'),
    settings: at('/settings'),
    heldBack: at(`/reports/${report.week}/not-this-week`),
    unsubscribe: at(`/u/${unsubscribe}`),
  }
}

/** The same mail read on our own pages, by its signed-in owner: nothing needs to be signed. */
export const ownLinks = (report: Report, publicUrl: URL): ReportLinks => {
  const at = (path: string): string => new URL(path, publicUrl).href
  const linksTo = (path: string): PersonLinks => ({ ...personLinks(path), write: `${path}/text` })
  return {
    people: new Map(report.suggestions.map(({ personId }) => [personId, linksTo(at(`/people/${personId}`))])),
    everyone: at('/people'),
    settings: at('/settings'),
    heldBack: at('/reports/preview/not-this-week'),
    unsubscribe: at('/settings'),
  }
}

const personLinks = (path: string): PersonLinks => ({
  write: path,
  page: `${path}/text`,
  done: `${path}/done`,
  later: `${path}/later`,
  less: `${path}/less`,
  not: `${path}/not`,
})

/** What the token of a check-in's link stands for. */
export const readCheckInLink = async <E>(
  verify: Verify<E>,
  token: string,
  now: Instant,
): Promise<Result<CheckInLink, E | Forged>> => {
  const verified = await verify(token, { purpose: 'check-in', now })
  if (!verified.ok) return verified
  const { u, w, p } = verified.value
  return typeof u === 'number' && typeof w === 'string' && typeof p === 'number'
    ? success({ userId: u, week: w, personId: p })
    : failure({ reason: 'forged' })
}

/** Whose mail the token of an unsubscribing link stops. */
export const readUnsubscribeLink = async <E>(
  verify: Verify<E>,
  token: string,
  now: Instant,
): Promise<Result<{ readonly userId: number }, E | Forged>> => {
  const verified = await verify(token, { purpose: 'unsubscribe', now })
  if (!verified.ok) return verified
  const { u } = verified.value
  return typeof u === 'number' ? success({ userId: u }) : failure({ reason: 'forged' })
}

/** Signed by us, and of another shape than we sign. */
interface Forged {
  readonly reason: 'forged'
}

/** After a month the reason it gave has passed. */
const checkInDays = 30
/** Whoever finds an old letter must still be able to stop the next. */
const unsubscribeDays = 365
