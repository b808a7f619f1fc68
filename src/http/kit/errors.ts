/** Failures as people read them: the one place where a reason meets a status. The sentences stand in `words/errors.ts`. */
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { App } from '../../app.ts'
import type { ConnectError } from '../../connect/errors.ts'
import { errorCode } from '../../model/error-code.ts'
import type { SendNowError } from '../../model/mail.ts'
import type { TokenError } from '../../model/token.ts'
import type { ProviderError } from '../../providers/provider.ts'
import { CorrectionRefused } from '../../store/corrections.ts'
import { isDayUsedUp } from '../../store/free-day.ts'
import { brokenLink, expiredLink } from '../../words/check-in-page.ts'
import { correctionRefused } from '../../words/correction.ts'
import { connectErrors, type ErrorWords, errorActions, providerErrors, requestErrors } from '../../words/errors.ts'
import { formUnreadable } from '../../words/page.ts'
import { describeUnsentNow } from '../../words/report.ts'
import { type MessagePageView, noticeMessage } from './message-page.tsx'

/** A status, and the page that goes with it. */
export interface Failure {
  readonly status: ContentfulStatusCode
  readonly page: MessagePageView
}

const answer = (status: ContentfulStatusCode, words: ErrorWords, action: MessagePageView['action']): Failure => ({
  status,
  page: { ...words, action },
})

export const describeConnectError = (
  error: ConnectError,
  provider: { readonly name: string; readonly label: string },
): Failure => {
  const again = { href: `/connect/${provider.name}`, label: errorActions.again }
  switch (error.reason) {
    case 'not_begun_here':
      return answer(400, connectErrors.notBegunHere, again)
    case 'begun_by_another':
      return error.signedIn === null
        ? answer(409, connectErrors.signedOutSince, { href: '/', label: errorActions.signIn })
        : answer(409, connectErrors.describeOtherSignedIn(error.signedIn), yourAccounts)
    case 'signed_in_meanwhile':
      return answer(409, connectErrors.describeSignedInMeanwhile(error), yourAccounts)
    case 'refused_by_person':
      return answer(200, connectErrors.describeRefused(provider.label), again)
    case 'scopes_missing': {
      const cannot = error.missing.flatMap(({ without }) => without ?? [])
      return answer(200, connectErrors.describeMissingScopes(cannot), again)
    }
    case 'signups_closed':
      return answer(403, connectErrors.describeSignupsClosed(error.address), { href: '/', label: errorActions.back })
    case 'taken':
      return answer(409, connectErrors.describeTaken(error.address), yourAccounts)
    case 'provider_refused':
      return describeProviderError(error.error, provider.label, again)
  }
}

const yourAccounts: MessagePageView['action'] = { href: '/accounts', label: errorActions.accounts }

export const describeProviderError = (
  error: ProviderError,
  label: string,
  again: MessagePageView['action'],
): Failure => {
  switch (error.reason) {
    case 'rate_limited':
    case 'unavailable':
      return answer(503, providerErrors.describeUnavailable(label), again)
    case 'blocked':
      return answer(502, providerErrors.describeBlocked(error.by, label), again)
    case 'grant_revoked':
    case 'token_expired':
    case 'scope_missing':
    case 'cursor_expired':
    case 'malformed':
      return answer(502, providerErrors.describeUnusable(label), again)
  }
}

/** A report on demand that did not go out. */
export const describeSendNowError = (error: SendNowError): Failure => {
  const { status, href } = unsentNow[error.reason]
  return { status, page: noticeMessage(describeUnsentNow(error), href) }
}

const unsentNow: Readonly<
  Record<SendNowError['reason'], { readonly status: ContentfulStatusCode; readonly href: string }>
> = {
  too_soon: { status: 429, href: '/reports' },
  mail_stopped: { status: 502, href: '/settings' },
  address_unconfirmed: { status: 409, href: '/settings' },
  switched_off: { status: 409, href: '/settings' },
  not_sent: { status: 502, href: '/reports' },
}

/** The link of a check-in that leads nowhere. */
export const describeCheckInLinkError = (error: TokenError): Failure => {
  switch (error.reason) {
    case 'expired':
      return { status: 410, page: noticeMessage(expiredLink, '/people') }
    case 'forged':
      return { status: 404, page: noticeMessage(brokenLink, '/reports') }
  }
}

/** For anything that was thrown: a refusal, or a bug. Bugs tell the outside nothing about themselves, and the log a code. */
export const describeFailure = (error: Error, log: App['log']): Failure => {
  const start = { href: '/', label: errorActions.start }
  if (error instanceof HTTPException && error.status === 403) return answer(403, requestErrors.notFromHere, start)
  if (error instanceof HTTPException && error.status === 400) {
    return { status: 400, page: noticeMessage(formUnreadable, '/') }
  }
  if (error instanceof CorrectionRefused) {
    return { status: 409, page: noticeMessage(correctionRefused[error.reason], '/people') }
  }
  if (isDayUsedUp(error)) {
    log('day of the free plan used up', {})
    return answer(503, requestErrors.dayUsedUp, start)
  }
  log('request failed', { cause: errorCode(error) })
  return answer(503, requestErrors.failed, start)
}
