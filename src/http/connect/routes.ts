/** Signing in: off to the provider's consent page, and back. */

import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Hono } from 'hono/tiny'
import { beginConnect, callbackUrl, stateMinutes } from '../../connect/begin.ts'
import { completeConnect } from '../../connect/complete.ts'
import type { ConnectError } from '../../connect/errors.ts'
import type { Account } from '../../model/account.ts'
import { stageOf } from '../../model/read.ts'
import type { Provider } from '../../providers/provider.ts'
import { describeConnectError, describeProviderError, type Failure } from '../kit/errors.ts'
import { localeAsked } from '../kit/locale.ts'
import { messagePage } from '../kit/message-page.tsx'
import { type AppEnv, cookieName, cookieOptions, isSignedIn, pageAskedFor } from '../kit/session.ts'
import { zoneOfVisitor } from '../kit/zone.ts'
import { approvalAnswered, approvalPath, approvalRoutes, isApprovalAnswer } from './approval-routes.ts'

export const connectRoutes = new Hono<AppEnv>()
  .route('/:provider/approval', approvalRoutes)
  .get('/:provider', async (context) => {
    const { app } = context.env
    const provider = providerNamed(app.providers, context.req.param('provider'))
    if (provider === null) return context.notFound()
    const begun = await beginConnect(app, {
      provider,
      redirectUri: callbackUrl(app.publicUrl, provider),
      loginHint: context.req.query('account') ?? null,
      begunBy: context.var.user?.id ?? null,
      now: app.now(),
    })
    if (!begun.ok) {
      const { status, page } = describeProviderError(begun.error, provider.label, { href: '/', label: 'Back' })
      return context.html(messagePage(page, isSignedIn(context)), status)
    }
    const lasting = cookieOptions(context, stateMinutes * 60)
    setCookie(context, cookieName(context, 'sign_in'), begun.value.state, lasting)
    const back = pageAskedFor(context.req.query('back'))
    if (back !== null) setCookie(context, cookieName(context, 'back'), back, lasting)
    return context.redirect(begun.value.url.href)
  })
  .get('/:provider/callback', async (context) => {
    const { app } = context.env
    const provider = providerNamed(app.providers, context.req.param('provider'))
    if (provider === null) return context.notFound()
    if (provider.approvalUrl !== null && isApprovalAnswer(new URL(context.req.url).searchParams))
      return approvalAnswered(context, provider)
    const state = getCookie(context, cookieName(context, 'sign_in')) ?? null
    // Used once: a second callback finds no state.
    deleteCookie(context, cookieName(context, 'sign_in'), cookieOptions(context, 0))
    const back = pageAskedFor(getCookie(context, cookieName(context, 'back')))
    if (back !== null) deleteCookie(context, cookieName(context, 'back'), cookieOptions(context, 0))
    const admitted = await completeConnect(app, {
      provider,
      parameters: new URL(context.req.url).searchParams,
      state,
      signedIn: context.var.user,
      locale: localeAsked(context),
      zone: zoneOfVisitor(context),
      now: app.now(),
    })
    if (!admitted.ok) {
      app.log('sign-in refused', { provider: provider.name, reason: admitted.error.reason })
      if (provider.approvalUrl !== null && isForAdministrator(admitted.error))
        return context.redirect(approvalPath(provider))
      const { status, page }: Failure = describeConnectError(admitted.error, provider)
      return context.html(messagePage(page, isSignedIn(context)), status)
    }
    const { user, account, isNewcomer } = admitted.value
    await context.var.startSession(user.id)
    app.log('signed in', { userId: user.id, accountId: account.id })
    if (isNewcomer && !user.isAddressConfirmed)
      await app.enqueue({ kind: 'confirm', userId: user.id, at: app.now() }, 0)
    await app.enqueue({ kind: 'sync', userId: user.id, accountId: account.id, revision: account.revision }, 0)
    return context.redirect(back ?? (isRead(account) ? '/people' : '/reading'))
  })

const isForAdministrator = (error: ConnectError): boolean =>
  error.reason === 'provider_refused' && error.error.reason === 'blocked' && error.error.by === 'administrator'

/** There is nothing left to watch. */
const isRead = ({ feeds }: Account): boolean => stageOf(feeds.mail) === 'done' && stageOf(feeds.calendar) === 'done'

const providerNamed = (providers: readonly Provider[], name: string): Provider | null =>
  providers.find((provider) => provider.name === name) ?? null
