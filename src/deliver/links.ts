/** The links of a mail: each is signed, is bound to one report and one person, and ends. Opening one changes nothing. */
import type { Report } from '../model/report.ts'
import { failure, type Result, success } from '../model/result.ts'
import { DAY, type Instant, type LocalDate, later } from '../model/time.ts'
import type { Claims, Signer, TokenError, Verifier } from '../model/token.ts'
import type { PersonLinks, ReportLinks } from './render/report-links.ts'

/** What a token is good for, and for nothing else. */
type LinkPurpose = 'check-in' | 'unsubscribe' | 'address'

/** What a check-in's link stands for. */
export interface CheckInLink {
  readonly userId: number
  readonly week: LocalDate
  readonly personId: number
}

/** The links of the email itself: whoever holds the mail can use them, until they end. */
export const reportLinks = async (
  { publicUrl, keys }: { readonly publicUrl: URL; readonly keys: Signer },
  userId: number,
  report: Report,
): Promise<ReportLinks> => {
  const sign = (claims: Claims, purpose: LinkPurpose, days: number): Promise<string> =>
    keys.sign(claims, { purpose, expiresAt: later(report.at, days * DAY) })
  const at = (path: string): string => new URL(path, publicUrl).href
  const tokens = await Promise.all(
    report.suggestions.map(async ({ personId }) => {
      // Short names: mail clients break long links.
      const claims = { u: userId, w: report.week, p: personId }
      const token = await sign(claims, 'check-in', checkInDays)
      return [personId, token] as const
    }),
  )
  const unsubscribe = await sign({ u: userId }, 'unsubscribe', unsubscribeDays)
  return {
    people: new Map(tokens.map(([personId, token]) => [personId, personLinks(at(`/c/${token}`))])),
    everyone: at('/people'),
    settings: at('/settings'),
    heldBack: at(`/reports/${report.week}/not-this-week`),
    unsubscribe: at(`/u/${unsubscribe}`),
  }
}

/** For the same mail on our own pages: its owner is signed in, so nothing needs a signature. */
export const ownLinks = (report: Report, publicUrl: URL): ReportLinks => {
  const at = (path: string): string => new URL(path, publicUrl).href
  // The week leads to the suggestion as it stood in that report.
  const linksTo = (path: string): PersonLinks => ({ ...personLinks(path), write: `${path}/text?week=${report.week}` })
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
export const readCheckInLink = async (
  { keys }: { readonly keys: Verifier },
  token: string,
  now: Instant,
): Promise<Result<CheckInLink, TokenError>> => {
  const verified = await keys.verify(token, { purpose: 'check-in' satisfies LinkPurpose, now })
  if (!verified.ok) return verified
  const { u, w, p } = verified.value
  return typeof u === 'number' && typeof w === 'string' && typeof p === 'number'
    ? success({ userId: u, week: w, personId: p })
    : failure(forged)
}

/** Whose mail the token of an unsubscribing link stops. */
export const readUnsubscribeLink = async (
  { keys }: { readonly keys: Verifier },
  token: string,
  now: Instant,
): Promise<Result<{ readonly userId: number }, TokenError>> => {
  const verified = await keys.verify(token, { purpose: 'unsubscribe' satisfies LinkPurpose, now })
  if (!verified.ok) return verified
  const { u } = verified.value
  return typeof u === 'number' ? success({ userId: u }) : failure(forged)
}

/** What a confirmation link stands for: the user's address at the time, by its digest. */
export interface ConfirmationLink {
  readonly userId: number
  readonly address: string
}

/** Whoever reads mail at the address gets this link, and nobody else. */
export const confirmationLink = async (
  { publicUrl, keys }: { readonly publicUrl: URL; readonly keys: Signer },
  { userId, address, at }: ConfirmationLink & { readonly at: Instant },
): Promise<string> => {
  const expiresAt = later(at, confirmationDays * DAY)
  const token = await keys.sign({ u: userId, a: address }, { purpose: 'address' satisfies LinkPurpose, expiresAt })
  return new URL(`/confirm/${token}`, publicUrl).href
}

export const readConfirmationLink = async (
  { keys }: { readonly keys: Verifier },
  token: string,
  now: Instant,
): Promise<Result<ConfirmationLink, TokenError>> => {
  const verified = await keys.verify(token, { purpose: 'address' satisfies LinkPurpose, now })
  if (!verified.ok) return verified
  const { u, a } = verified.value
  return typeof u === 'number' && typeof a === 'string' ? success({ userId: u, address: a }) : failure(forged)
}

/** A token that we signed, and of another shape than we sign. */
const forged: TokenError = { reason: 'forged' }

/** After a month the reason for the suggestion has passed. */
const checkInDays = 30
/** People answer such a mail at once, or after a holiday. */
const confirmationDays = 14
/** Whoever finds an old mail must still be able to stop the next. */
const unsubscribeDays = 365
