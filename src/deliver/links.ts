/** The links of a mail: each is sealed or signed, is bound to one report and one person, and ends. Opening one changes nothing. */
import type { Account } from '../model/account.ts'
import { plainName } from '../model/plain-name.ts'
import { peopleAskedFor, type Report } from '../model/report.ts'
import { failure, type Result, success } from '../model/result.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import type { Sealer, Signer, TokenError, Verifier } from '../model/token.ts'
import { type SealedTopic, sealCheckInLink } from './check-in-link.ts'
import type { PersonLinks, ReportLinks } from './render/report-links.ts'

/** What a signed token is good for, and for nothing else. */
type LinkPurpose = 'unsubscribe' | 'address'

/** What the links to one person's check-in carry. */
export interface CheckInFacts {
  readonly variant: number
  readonly topic: SealedTopic | null
  /** Where the conversation can be read; null where that is not known. */
  readonly conversation: string | null
}

/** The links of the email itself: whoever holds the mail can use them, until they end. */
export const reportLinks = async (
  { publicUrl, keys }: { readonly publicUrl: URL; readonly keys: Signer & Sealer },
  userId: number,
  {
    report,
    accounts,
    checkIns,
  }: {
    readonly report: Report
    readonly accounts: readonly Account[]
    readonly checkIns: ReadonlyMap<number, CheckInFacts>
  },
): Promise<ReportLinks> => {
  const at = (path: string): string => new URL(path, publicUrl).href
  const { week } = report
  const maxTokenLength = maxLinkLength - at('/c//text#more').length
  const people = await Promise.all(
    peopleAskedFor(report).map(async ({ personId }) => {
      const { variant = 0, topic = null, conversation = null } = checkIns.get(personId) ?? {}
      const link = { userId, week, personId, at: report.at, variant, topic }
      const token = await sealCheckInLink({ keys }, link, maxTokenLength)
      return [personId, { ...personLinks(at(`/c/${token}`)), conversation }] as const
    }),
  )
  const expiresAt = later(report.at, unsubscribeDays * DAY)
  const unsubscribe = await keys.sign({ u: userId }, { purpose: 'unsubscribe' satisfies LinkPurpose, expiresAt })
  return {
    people: new Map(people),
    settings: at('/settings'),
    unsubscribe: at(`/u/${unsubscribe}`),
    reconnect: new Map(
      accounts.map(({ provider, address }) => {
        const link = new URL(`/connect/${provider}`, publicUrl)
        link.searchParams.set('account', address)
        return [plainName(address), link.href]
      }),
    ),
  }
}

/** What mail programs and text editors leave in one piece. */
const maxLinkLength = 220

/** For the same mail on our own pages: its owner is signed in, so nothing needs a signature. */
export const ownLinks = (report: Report, publicUrl: URL): ReportLinks => {
  const at = (path: string): string => new URL(path, publicUrl).href
  // The week leads to the suggestion as it stood in that report.
  const linksTo = (path: string): PersonLinks => ({ ...personLinks(path), write: `${path}/text?week=${report.week}` })
  return {
    people: new Map(peopleAskedFor(report).map(({ personId }) => [personId, linksTo(at(`/people/${personId}`))])),
    settings: at('/settings'),
    unsubscribe: at('/settings'),
    reconnect: new Map(report.notes.map(({ address }) => [plainName(address), at('/accounts')])),
  }
}

const personLinks = (path: string): PersonLinks => ({
  write: path,
  page: `${path}/text`,
  later: `${path}/later`,
  more: `${path}/text#more`,
  conversation: null,
})

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

/** People answer such a mail at once, or after a holiday. */
const confirmationDays = 14
/** Whoever finds an old mail must still be able to stop the next. */
const unsubscribeDays = 365
