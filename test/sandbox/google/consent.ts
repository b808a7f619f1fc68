/** The authorization endpoint: choosing an account, consenting scope by scope, and the way back with a code. */
import { type Context, Hono } from 'hono'
import type { Client } from '../service/client.ts'
import { accountPage, type Choice, showPage } from '../service/paper.ts'
import { type Mailbox, mailboxWith, type World } from '../world.ts'
import { type Authorization, callbackUrl, parseAuthorization } from './authorization.ts'
import { consentPage, refusalPage } from './pages.ts'
import { isIdentityScope } from './scopes.ts'
import type { Grants } from './tokens.ts'

export interface ConsentScreen {
  readonly world: World
  readonly origin: string
  readonly clients: readonly Client[]
  readonly grants: Grants
}

export const authorizationPath = '/o/oauth2/v2/auth'

export const createConsent = (sandboxConsole: ConsentScreen): Hono => {
  const app = new Hono()

  app.get(authorizationPath, (c) => {
    const parameters = new URL(c.req.url).searchParams
    const parsed = parseAuthorization(parameters, sandboxConsole.clients)
    if (!parsed.ok) return showPage(c, refusalPage(parsed.error), parsed.error.status)
    const { value: request } = parsed
    const mailbox = chosenMailbox(sandboxConsole, request)
    const hasConsented = mailbox !== undefined && isCovered(sandboxConsole, request, mailbox)
    if (request.prompts.has('none')) {
      return hasConsented
        ? grant(c, sandboxConsole, { request, mailbox })
        : turnBack(c, request, 'interaction_required')
    }
    if (mailbox === undefined) return showPage(c, accountPage('Google', choices(sandboxConsole, parameters)))
    if (hasConsented && !request.prompts.has('consent')) return grant(c, sandboxConsole, { request, mailbox })
    return showPage(
      c,
      consentPage({
        action: `${sandboxConsole.origin}${authorizationPath}`,
        application: request.client.name ?? new URL(request.redirectUri).host,
        owner: mailbox.owner,
        scopes: request.scopes,
        hidden: [...parameters, ['account', mailbox.owner.subject]],
      }),
    )
  })

  app.post(authorizationPath, async (c) => {
    const form = new URLSearchParams(new TextDecoder().decode(await c.req.arrayBuffer()))
    const parsed = parseAuthorization(form, sandboxConsole.clients)
    if (!parsed.ok) return showPage(c, refusalPage(parsed.error), parsed.error.status)
    const { value: request } = parsed
    const mailbox = sandboxConsole.world.mailboxBySubject(form.get('account') ?? '')
    if (mailbox === undefined || form.get('decision') !== 'continue') return turnBack(c, request, 'access_denied')
    const ticked = form.getAll('granted')
    const scopes = request.scopes.filter((scope) => isIdentityScope(scope) || ticked.includes(scope))
    return grant(c, sandboxConsole, { request: { ...request, scopes }, mailbox })
  })

  return app
}

/** The account of the hint (an address, an alias or a subject), or the only one there is. */
const chosenMailbox = ({ world }: ConsentScreen, { loginHint, prompts }: Authorization): Mailbox | undefined => {
  const here = world.mailboxesAt('google')
  const [only, ...others] = here
  if (others.length === 0) return only
  if (loginHint === null || prompts.has('select_account')) return undefined
  return mailboxWith(here, loginHint) ?? world.mailboxBySubject(loginHint)
}

/** The same request again for each account, without asking for the account any more. */
const choices = ({ world, origin }: ConsentScreen, parameters: URLSearchParams): readonly Choice[] =>
  world.mailboxesAt('google').map(({ owner }) => {
    const chosen = new URLSearchParams(parameters)
    chosen.set('login_hint', owner.subject)
    const prompt = (parameters.get('prompt') ?? '').replace('select_account', '').trim()
    if (prompt === '') chosen.delete('prompt')
    else chosen.set('prompt', prompt)
    return { owner, address: `${origin}${authorizationPath}?${chosen}` }
  })

const isCovered = ({ grants }: ConsentScreen, { client, scopes }: Authorization, { owner }: Mailbox): boolean => {
  const granted = grants.granted({ clientId: client.clientId, subject: owner.subject })
  return scopes.every((scope) => granted.has(scope))
}

interface Agreed {
  readonly request: Authorization
  readonly mailbox: Mailbox
}

/** Back to the application with a code. */
const grant = (c: Context, { origin, grants }: ConsentScreen, { request, mailbox }: Agreed): Response => {
  const { client, redirectUri, nonce, challenge, isOffline, prompts } = request
  const holder = { clientId: client.clientId, subject: mailbox.owner.subject }
  const granted = request.includesGranted ? [...grants.granted(holder)] : []
  const scopes = [...new Set([...request.scopes, ...granted])]
  const isAskedAgain = prompts.has('consent')
  const code = grants.giveCode({ ...holder, scopes, redirectUri, nonce, challenge, isOffline, isAskedAgain })
  const shortNames = request.asked.filter((name) => name === 'email' || name === 'profile')
  return c.redirect(
    callbackUrl(redirectUri, [
      ...stateOf(request),
      ['iss', origin],
      ['code', code],
      ['scope', [...shortNames, ...scopes].join(' ')],
      ['authuser', '0'],
      ['prompt', isAskedAgain ? 'consent' : 'none'],
    ]),
  )
}

/** Google's refusals carry no `iss`, although its metadata promises one (RFC 9207 §2). */
const turnBack = (c: Context, request: Authorization, error: string): Response =>
  c.redirect(callbackUrl(request.redirectUri, [['error', error], ...stateOf(request)]))

const stateOf = ({ state }: Authorization): readonly (readonly [string, string])[] =>
  state === null ? [] : [['state', state]]
