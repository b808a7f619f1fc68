/** Whom a check-in's page is about, however that was found out. */
import type { Context } from 'hono'
import { type CheckInLink, openCheckInLink } from '../../deliver/check-in-link.ts'
import type { Account } from '../../model/account.ts'
import { type ActiveCorrection, activeCorrections } from '../../model/correction.ts'
import type { Suggestion } from '../../model/report.ts'
import type { Instant, LocalDate } from '../../model/time.ts'
import type { TokenError } from '../../model/token.ts'
import type { User } from '../../model/user.ts'
import { suggestionFor } from '../../people/suggestion.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { correctionsOf } from '../../store/corrections.ts'
import { reportOfWeek } from '../../store/reports.ts'
import { userById } from '../../store/users.ts'
import { describeCheckInLinkError } from '../kit/errors.ts'
import type { Section } from '../kit/layout.tsx'
import { messagePage } from '../kit/message-page.tsx'
import { type AppEnv, isSignedIn } from '../kit/session.ts'

/** Whom a page is about, and for whom. */
export interface CheckInSubject {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly suggestion: Suggestion
  readonly at: Instant
  /** The report that the suggestion stood in; null where it stood in none. */
  readonly week: LocalDate | null
  /** What holds of the user's corrections. */
  readonly corrections: readonly ActiveCorrection[]
  /** What the email's link holds; null where it was not come by one. */
  readonly link: CheckInLink | null
  /** Where these pages are: `/c/TOKEN`, `/people/12`. */
  readonly path: string
  readonly section: Section | null
}

export type FindSubject = (context: Context<AppEnv>) => Promise<CheckInSubject | Response>

/** By the link of a mail: a sealed token names user, report and person, and holds what the text refers to. */
export const subjectOfToken: FindSubject = async (context) => {
  const { app } = context.env
  const token = context.req.param('token') ?? ''
  const refuse = (error: TokenError): Response | Promise<Response> => {
    const { status, page } = describeCheckInLinkError(error)
    return context.html(messagePage(page, isSignedIn(context)), status)
  }
  const link = await openCheckInLink(app, token, app.now())
  if (!link.ok) return refuse(link.error)
  const { userId, week, personId, at } = link.value
  const [user, stored, accounts, log] = await Promise.all([
    userById(app.store, userId),
    reportOfWeek(app.store, userId, week),
    accountsOfUser(app.store, userId),
    correctionsOf(app.store, userId),
  ])
  if (user === null) return refuse({ reason: 'forged' })
  const own = { user, accounts, link: link.value, path: `/c/${token}`, section: null }
  const kept = stored?.report?.suggestions.find((candidate) => candidate.personId === personId)
  if (kept !== undefined && stored?.report != null) {
    return { ...own, suggestion: kept, at: stored.report.at, week, corrections: activeCorrections(log) }
  }
  // The suggestions of a mail on demand stand in no report: what a report would have said then is as good.
  const fresh = await suggestionFor(app, { user, accounts, personId, now: at })
  if (fresh === null) return refuse({ reason: 'forged' })
  return { ...own, ...fresh }
}

export const withSubject = async (
  context: Context<AppEnv>,
  find: FindSubject,
  serve: (subject: CheckInSubject) => Promise<Response>,
): Promise<Response> => {
  const subject = await find(context)
  return subject instanceof Response ? subject : serve(subject)
}
