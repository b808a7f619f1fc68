/** Failures as people read them: a sentence, and what to do. The one place where a reason meets a status. */
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { App } from '../../app.ts'
import type { ConnectError } from '../../connect/errors.ts'
import type { BlockedBy } from '../../model/account.ts'
import { errorCode } from '../../model/error-code.ts'
import type { SendNowError } from '../../model/mail.ts'
import type { TokenError } from '../../model/token.ts'
import type { ProviderError } from '../../providers/provider.ts'
import { CorrectionRefused } from '../../store/corrections.ts'
import { brokenLink, expiredLink } from '../../words/check-in-page.ts'
import { correctionRefused } from '../../words/correction.ts'
import { formUnreadable } from '../../words/page.ts'
import { describeUnsentNow } from '../../words/report.ts'
import { type MessageView, noticeMessage } from './message-page.tsx'

/** A status, and the page that goes with it. */
export interface Failure {
  readonly status: ContentfulStatusCode
  readonly page: MessageView
}

const answer = (status: ContentfulStatusCode, page: MessageView): Failure => ({ status, page })

export const describeConnectError = (
  error: ConnectError,
  provider: { readonly name: string; readonly label: string },
): Failure => {
  const again = { href: `/connect/${provider.name}`, label: 'Try again' }
  switch (error.reason) {
    case 'not_begun_here':
      return answer(400, {
        title: 'This sign-in has ended',
        text: 'It was used already, took too long, or began in another browser. Nothing has been connected by it.',
        action: again,
      })
    case 'begun_by_another':
      return answer(
        409,
        error.signedIn === null
          ? {
              title: 'You are not signed in any more',
              text: 'You were when you began to connect this account, so nothing has been connected. Sign in first, and then connect it on the accounts page.',
              action: { href: '/', label: 'Sign in' },
            }
          : {
              title: 'Somebody else is signed in now',
              text: `Another user of this installation began to connect this account, so nothing has been connected. If it is to be one of ${error.signedIn}’s, connect it on the accounts page.`,
              action: yourAccounts,
            },
      )
    case 'signed_in_meanwhile':
      return answer(409, {
        title: 'You have signed in meanwhile',
        text: `Nobody was signed in here when you began, and ${error.signedIn} is now, so ${error.address} has not been connected. To add it to ${error.signedIn}, connect it on the accounts page; to use it by itself, sign out and sign in with it.`,
        action: yourAccounts,
      })
    case 'refused_by_person':
      return answer(200, {
        title: 'You said no, and that is fine',
        text: `Nothing was connected, and ${provider.label} told us nothing about you. Perennial cannot do anything without seeing who you are in touch with.`,
        action: again,
      })
    case 'scopes_missing': {
      const cannot = error.missing.flatMap(({ without }) => without ?? []).join(', nor ')
      return answer(200, {
        title: 'One permission is missing',
        text: `Without it Perennial cannot ${cannot}. Please allow everything it asks for: it reads only who, when and how often, never what you wrote.`,
        action: again,
      })
    }
    case 'signups_closed':
      return answer(403, {
        title: 'This installation is private',
        text: `${error.address} is not among those who may sign up here. Its owner can let you in.`,
        action: { href: '/', label: 'Back' },
      })
    case 'taken':
      return answer(409, {
        title: 'This account is connected already',
        text: `${error.address} belongs to another user of this installation. Sign out, and sign in with it instead.`,
        action: yourAccounts,
      })
    case 'provider_refused':
      return describeProviderError(error.error, provider.label, again)
  }
}

const yourAccounts: MessageView['action'] = { href: '/accounts', label: 'Your accounts' }

export const describeProviderError = (error: ProviderError, label: string, again: MessageView['action']): Failure => {
  switch (error.reason) {
    case 'rate_limited':
    case 'unavailable':
      return answer(503, {
        title: `${label} does not answer`,
        text: 'Nothing is lost. Please try again in a minute.',
        action: again,
      })
    case 'blocked':
      return answer(502, { ...blockedPages(label)[error.by], action: again })
    case 'grant_revoked':
    case 'token_expired':
    case 'scope_missing':
    case 'cursor_expired':
    case 'malformed':
      return answer(502, {
        title: `${label} gave an answer we cannot use`,
        text: 'Nothing has been connected. Please try once more; if it happens again, it is not your doing.',
        action: again,
      })
  }
}

const blockedPages = (label: string): Readonly<Record<BlockedBy, Pick<MessageView, 'title' | 'text'>>> => ({
  operator: {
    title: 'This installation is not set up right',
    text: `${label} does not accept it, and only whoever runs it can mend that: the client id, its secret or the APIs that are switched on.`,
  },
  administrator: {
    title: 'Your organisation does not allow this',
    text: `An administrator of your ${label} account has to allow Perennial first.`,
  },
  no_mailbox: {
    title: 'There is no mailbox to read',
    text: `${label} knows you, but keeps no mail of yours, or none that others may read on your behalf.`,
  },
})

/** A report on demand that did not go out. */
export const describeSendNowError = (error: SendNowError): Failure => {
  const { status, href } = unsentNow[error.reason]
  return answer(status, noticeMessage(describeUnsentNow(error), href))
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
      return answer(410, noticeMessage(expiredLink, '/people'))
    case 'forged':
      return answer(404, noticeMessage(brokenLink, '/reports'))
  }
}

/** Whatever was thrown: a refusal, or a bug. Bugs say nothing of themselves to the outside, and a code to the log. */
export const describeFailure = (error: Error, log: App['log']): Failure => {
  if (error instanceof HTTPException && error.status === 403) {
    return answer(403, {
      title: 'That did not come from this page',
      text: 'The request was sent from somewhere else, so nothing was done. Please go to the page and try again there.',
      action: { href: '/', label: 'Go to the start' },
    })
  }
  if (error instanceof HTTPException && error.status === 400) return answer(400, noticeMessage(formUnreadable, '/'))
  if (error instanceof CorrectionRefused) return answer(409, noticeMessage(correctionRefused[error.reason], '/people'))
  log('request failed', { cause: errorCode(error) })
  return answer(503, {
    title: 'Something does not work just now',
    text: 'Nothing is lost. Please try again in a minute.',
    action: { href: '/', label: 'Go to the start' },
  })
}
