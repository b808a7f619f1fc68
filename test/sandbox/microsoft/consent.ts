/** The authorization endpoint: choosing an account, consenting to all that is asked, and the way back with a code. */
import { type Context, Hono } from 'hono'
import { formOf } from '../form.ts'
import type { Client } from '../service/client.ts'
import { accountPage, type Choice, showPage } from '../service/paper.ts'
import { type Mailbox, mailboxWith, type World } from '../world.ts'
import { accountOf, guidOf, isBlocked } from './account.ts'
import { type Authorization, callbackUrl, parseAuthorization, parseWay, type Way } from './authorization.ts'
import { descriptionOf, type LoginError, loginErrors } from './login-errors.ts'
import { administratorPage, consentPage, kindOf, postingPage, refusalPage } from './pages.ts'
import { isIdentityScope, shortName } from './scopes.ts'
import type { Switches } from './switches.ts'
import { mailboxesOf } from './tenants.ts'
import type { Grants } from './tokens.ts'

export interface ConsentScreen {
  readonly world: World
  readonly origin: string
  readonly clients: readonly Client[]
  readonly grants: Grants
  readonly switches: Switches
}

const path = '/:tenant/oauth2/v2.0/authorize'

export const createConsent = (sandboxConsole: ConsentScreen): Hono => {
  const app = new Hono()

  app.get(path, (c) => {
    const parameters = new URL(c.req.url).searchParams
    return withRequest(c, sandboxConsole, parameters, (request, here) => {
      const mailbox = chosenMailbox(here, request)
      if (request.prompt === 'none') return silently(c, sandboxConsole, { request, mailbox })
      if (mailbox === undefined) return showPage(c, accountPage('Microsoft', choices(c, here, parameters)))
      if (isBlocked(sandboxConsole.world, mailbox.owner))
        return showPage(c, administratorPage(pageOf(c, request, { mailbox, parameters })))
      if (request.prompt !== 'consent' && isCovered(sandboxConsole, request, mailbox))
        return grant(c, sandboxConsole, { request, mailbox })
      return showPage(c, consentPage({ ...pageOf(c, request, { mailbox, parameters }), scopes: request.scopes }))
    })
  })

  app.post(path, async (c) => {
    const form = await formOf(c)
    return withRequest(c, sandboxConsole, form, (request, here) => {
      const mailbox = here.find(({ owner }) => owner.subject === form.get('account'))
      if (mailbox === undefined) return turnBack(c, sandboxConsole, { way: request, refused: loginErrors.signInNeeded })
      if (isBlocked(sandboxConsole.world, mailbox.owner)) {
        const refused = { ...loginErrors.administratorNeeded, error: sandboxConsole.switches.administratorsError }
        return turnBack(c, sandboxConsole, { way: request, refused })
      }
      if (form.get('decision') !== 'continue') {
        return turnBack(c, sandboxConsole, { way: request, refused: loginErrors.declined, subcode: 'cancel' })
      }
      // No page offers this: a person cannot choose, but what their directory lets through may be less than was asked.
      const withheld = form.getAll('withheld').map(shortName)
      const scopes = request.scopes.filter((scope) => !withheld.includes(scope))
      return grant(c, sandboxConsole, { request: { ...request, scopes }, mailbox })
    })
  })

  return app
}

type Answer = Response | Promise<Response>

const withRequest = (
  c: Context,
  sandboxConsole: ConsentScreen,
  parameters: URLSearchParams,
  serve: (request: Authorization, here: readonly Mailbox[]) => Answer,
): Answer => {
  const here = mailboxesOf(sandboxConsole.world, c.req.param('tenant') ?? '')
  if (here === null) return showPage(c, refusalPage(loginErrors.unknownTenant), 400)
  const way = parseWay(parameters, sandboxConsole.clients)
  if (!way.ok) return showPage(c, refusalPage(way.error), 400)
  const request = parseAuthorization(way.value, parameters)
  return request.ok
    ? serve(request.value, here)
    : turnBack(c, sandboxConsole, { way: way.value, refused: request.error })
}

/** The account of the hint, or the only one there is, unless the person is to choose. */
const chosenMailbox = (here: readonly Mailbox[], { loginHint, prompt }: Authorization): Mailbox | undefined => {
  const [only, ...others] = here
  if (prompt === 'select_account') return undefined
  if (loginHint === null) return others.length === 0 ? only : undefined
  const wanted = loginHint.toLowerCase()
  return (
    here.find(({ owner }) => accountOf(owner).userPrincipalName.toLowerCase() === wanted) ??
    mailboxWith(here, loginHint) ??
    here.find(({ owner }) => owner.subject === loginHint)
  )
}

const choices = (c: Context, here: readonly Mailbox[], parameters: URLSearchParams): readonly Choice[] =>
  here.map(({ owner }) => {
    const chosen = new URLSearchParams(parameters)
    chosen.set('login_hint', owner.subject)
    if (chosen.get('prompt') === 'select_account') chosen.delete('prompt')
    return { owner, address: `${addressOf(c)}?${chosen}`, kind: kindOf(accountOf(owner)) }
  })

const addressOf = (c: Context): string => c.req.url.replace(/\?.*$/s, '')

const pageOf = (
  c: Context,
  { client, redirectUri }: Authorization,
  { mailbox, parameters }: { readonly mailbox: Mailbox; readonly parameters: URLSearchParams },
) => ({
  action: addressOf(c),
  application: client.name ?? new URL(redirectUri).host,
  owner: mailbox.owner,
  account: accountOf(mailbox.owner),
  hidden: [...parameters, ['account', mailbox.owner.subject]] as (readonly [string, string])[],
})

const isCovered = ({ grants }: ConsentScreen, { client, scopes }: Authorization, { owner }: Mailbox): boolean => {
  const consented = grants.consented({ clientId: client.clientId, subject: owner.subject })
  return scopes.every((scope) => consented.has(scope))
}

const silently = (
  c: Context,
  sandboxConsole: ConsentScreen,
  { request, mailbox }: { readonly request: Authorization; readonly mailbox: Mailbox | undefined },
): Answer => {
  if (mailbox === undefined) return turnBack(c, sandboxConsole, { way: request, refused: loginErrors.signInNeeded })
  if (isBlocked(sandboxConsole.world, mailbox.owner) || !isCovered(sandboxConsole, request, mailbox)) {
    return turnBack(c, sandboxConsole, { way: request, refused: loginErrors.consentNeeded })
  }
  return grant(c, sandboxConsole, { request, mailbox })
}

/** Back to the application with a code. What was consented to before comes along, so the token may do more than was asked. */
const grant = (
  c: Context,
  { grants }: ConsentScreen,
  { request, mailbox }: { readonly request: Authorization; readonly mailbox: Mailbox },
): Answer => {
  const { client, redirectUri, nonce, challenge } = request
  const { owner } = mailbox
  const holder = { clientId: client.clientId, subject: owner.subject }
  const earlier = [...grants.consented(holder)].filter((scope) => !isIdentityScope(scope))
  const scopes = [...new Set([...request.scopes, ...earlier])]
  const code = grants.giveCode({ ...holder, scopes, redirectUri, nonce, challenge }, accountOf(owner))
  return leadBack(c, request, [
    ['code', code],
    ...stateOf(request),
    ['session_state', guidOf(`${owner.subject} session`)],
  ])
}

const turnBack = (
  c: Context,
  { world }: ConsentScreen,
  { way, refused, subcode }: { readonly way: Way; readonly refused: LoginError; readonly subcode?: string },
): Answer =>
  leadBack(c, way, [
    ['error', refused.error],
    ...(subcode === undefined ? [] : ([['error_subcode', subcode]] as const)),
    ['error_description', descriptionOf(refused, world.clock)],
    ['error_uri', `https://login.microsoftonline.com/error?code=${refused.code}`],
    ...stateOf(way),
  ])

const stateOf = ({ state }: Way): readonly (readonly [string, string])[] => (state === null ? [] : [['state', state]])

const leadBack = (
  c: Context,
  { redirectUri, mode }: Way,
  parameters: readonly (readonly [name: string, value: string])[],
): Answer => {
  const fields = new URLSearchParams(parameters.map(([name, value]) => [name, value]))
  if (mode === 'query') return c.redirect(callbackUrl(redirectUri, fields))
  return c.html(postingPage(redirectUri, fields), 200, {
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  })
}
