/** Signing in: off to the provider's consent page, and back. */
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { stateMinutes } from '../../connect/begin.ts'
import { localeAsked } from '../../model/locale.ts'
import type { Provider } from '../../providers/provider.ts'
import type { Services } from '../../services.ts'
import { describeConnectError, describeProviderError, type Failure } from '../kit/errors.ts'
import { messagePage } from '../kit/message-page.ts'
import { type AppEnv, cookieName, cookieOptions } from '../kit/session.ts'

export const connectRoutes = new Hono<AppEnv>()
  .get('/:provider', async (context) => {
    const { services } = context.env
    const provider = providerNamed(services, context.req.param('provider'))
    if (provider === null) return context.notFound()
    const begun = await services.begin(provider, {
      signedIn: context.var.user,
      loginHint: context.req.query('account') ?? null,
    })
    if (!begun.ok) {
      const { status, page } = describeProviderError(begun.error, provider.label, { href: '/', label: 'Back' })
      return context.html(messagePage(page), status)
    }
    setCookie(context, cookieName(context, 'sign_in'), begun.value.state, cookieOptions(context, stateMinutes * 60))
    return context.redirect(begun.value.url.href)
  })
  .get('/:provider/callback', async (context) => {
    const { services } = context.env
    const provider = providerNamed(services, context.req.param('provider'))
    if (provider === null) return context.notFound()
    const state = getCookie(context, cookieName(context, 'sign_in')) ?? null
    // Used once: a second callback finds no state.
    deleteCookie(context, cookieName(context, 'sign_in'), cookieOptions(context, 0))
    const admitted = await services.finish(provider, {
      parameters: new URL(context.req.url).searchParams,
      state,
      signedIn: context.var.user,
      locale: localeAsked(context.req.header('accept-language') ?? null),
    })
    if (!admitted.ok) {
      const { status, page }: Failure = describeConnectError(admitted.error, provider)
      return context.html(messagePage(page), status)
    }
    const { user, account } = admitted.value
    await context.var.startSession(user.id)
    await services.enqueue({ kind: 'sync', userId: user.id, accountId: account.id, revision: account.revision }, 0)
    return context.redirect('/reading')
  })

const providerNamed = ({ providers }: Services, name: string): Provider | null =>
  providers.find((provider) => provider.name === name) ?? null
