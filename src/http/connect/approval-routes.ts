/** Where an organisation decides: pages for whoever was turned away, and for its administrator. They read and keep nothing. */
import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { callbackUrl } from '../../connect/begin.ts'
import type { Provider } from '../../providers/provider.ts'
import { approvalWords as words } from '../../words/approval.ts'
import { messagePage } from '../kit/message-page.tsx'
import { type AppEnv, isSignedIn } from '../kit/session.ts'
import { approvalPage } from './approval-page.tsx'
import { approvalSheet } from './approval-sheet.tsx'

export const approvalRoutes = new Hono<AppEnv>()
  .get('/', (context) =>
    withApproval(context, (provider, allowLink) => {
      const { app } = context.env
      return context.html(
        approvalPage({
          host: app.publicUrl.hostname,
          allowLink,
          sheetLink: new URL(`${approvalPath(provider)}/sheet`, app.publicUrl).href,
          others: app.providers.filter(({ name }) => name !== provider.name),
          isSignedIn: isSignedIn(context),
          webRoots: app.webRoots,
        }),
      )
    }),
  )
  .get('/sheet', (context) =>
    withApproval(context, (provider, allowLink) => {
      const { publicUrl, objectionsTo } = context.env.app
      const scopes = provider.oauth.scopes.map(({ scope }) => scope)
      return context.html(approvalSheet({ host: publicUrl.hostname, allowLink, scopes, contact: objectionsTo }))
    }),
  )

export const approvalPath = ({ name }: Pick<Provider, 'name'>): string => `/connect/${name}/approval`

/** An administrator comes back by the address that people sign in by: no other is registered. */
export const isApprovalAnswer = (parameters: URLSearchParams): boolean =>
  parameters.has('admin_consent') || parameters.get('state') === approvalState

/** Whatever it says, nothing here depends on it: whether the door is open shows when somebody signs in. */
export const approvalAnswered = (context: Context<AppEnv>, provider: Provider): Response | Promise<Response> => {
  const { searchParams } = new URL(context.req.url)
  const isAllowed = searchParams.get('admin_consent')?.toLowerCase() === 'true' && !searchParams.has('error')
  if (!isAllowed) {
    const action = { href: approvalPath(provider), label: words.again }
    return context.html(messagePage({ title: words.refusedTitle, text: words.refused, action }, isSignedIn(context)))
  }
  const text = `${words.describeAllowed(tenantIn(searchParams))} ${words.wrongTenant}`
  const action = { href: `/connect/${provider.name}`, label: words.signIn }
  return context.html(messagePage({ title: words.allowedTitle, text, action }, isSignedIn(context)))
}

const approvalState = 'approval'

/** Only what looks like the id of a directory is shown. */
const tenantIn = (parameters: URLSearchParams): string | null =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.exec(parameters.get('tenant') ?? '')?.[0] ?? null

const withApproval = (
  context: Context<AppEnv>,
  serve: (provider: Provider, allowLink: string) => Response | Promise<Response>,
): Response | Promise<Response> => {
  const { app } = context.env
  const provider = app.providers.find(({ name }) => name === context.req.param('provider'))
  const allow = provider?.approvalUrl ?? null
  if (provider === undefined || allow === null) return context.notFound()
  const back = { redirectUri: callbackUrl(app.publicUrl, provider), state: approvalState }
  return serve(provider, allow(back).href)
}
