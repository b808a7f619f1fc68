/** What the tests of the simulated Google share: it in a small world, and a way to sign in. */
import { giveConsent } from '../service/visitor.ts'
import { ann, mail, smallWorld } from '../small-world.ts'
import type { Mailbox, Owner, World } from '../world.ts'
import { createGoogle, type Google, type GoogleOptions } from './index.ts'

export const origin = 'http://localhost:8788/google'

export const client = {
  clientId: 'client.apps.example',
  clientSecret: 'secret',
  redirectUris: ['http://localhost:8787/callback'],
  name: 'Perennial',
} as const

export interface Stage {
  readonly world: World
  readonly mailbox: Mailbox
  readonly google: Google
  readonly clock: { readonly now: () => number; time: number }
  /** GET below the API root with an access token. */
  readonly get: (path: string, token?: string) => Promise<Response>
}

export const setStage = (
  options: Partial<GoogleOptions> & { readonly owners?: readonly [Owner, ...Owner[]] } = {},
): Stage => {
  const { owners = [ann], ...rest } = options
  const { clock, mailbox, world } = smallWorld(owners)
  const google = createGoogle(world, { origin, clients: [client], ...rest })
  const get = async (path: string, token?: string) =>
    google.request(`${origin}/api${path}`, token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } })
  return { world, mailbox, google, clock, get }
}

export const authorizationAddress = (parameters: Record<string, string> = {}): URL => {
  const address = new URL(`${origin}/o/oauth2/v2/auth`)
  address.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUris[0],
    response_type: 'code',
    scope: gmailMetadata,
    access_type: 'offline',
    ...parameters,
  }).toString()
  return address
}

export const gmailMetadata = 'https://www.googleapis.com/auth/gmail.metadata'
export const calendarEvents = 'https://www.googleapis.com/auth/calendar.events.readonly'

/** Through the consent page and the token endpoint; parameters change the authorization request. */
export const signIn = async (
  google: Google,
  parameters: Record<string, string> = {},
  visit: { readonly account?: string; readonly without?: readonly string[] } = {},
): Promise<Record<string, string>> => {
  const callback = await consent(google, parameters, visit)
  return (await tokenCall(google, exchange(callback))).json()
}

export const consent = async (
  google: Google,
  parameters: Record<string, string> = {},
  visit: { readonly account?: string; readonly without?: readonly string[]; readonly decision?: 'cancel' } = {},
): Promise<URL> =>
  giveConsent(authorizationAddress(parameters), { fetch: (r) => google.fetch(r), account: ann.address, ...visit })

export const exchange = (callback: URL): Record<string, string> => ({
  grant_type: 'authorization_code',
  code: callback.searchParams.get('code') ?? '',
  redirect_uri: client.redirectUris[0],
})

export const tokenCall = async (google: Google, form: Record<string, string>): Promise<Response> =>
  google.request(`${origin}/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, ...form }),
  })

/** A token for the API tests: mail and calendar, no identity. */
export const accessToken = async (google: Google, scope = `${gmailMetadata} ${calendarEvents}`): Promise<string> =>
  (await signIn(google, { scope })).access_token ?? ''

/** A stage with letters, and a reader of paths below the user who holds gmail.metadata. */
export const setMail = async (numbers: readonly number[] = [], scope = gmailMetadata) => {
  const stage = setStage()
  for (const number of numbers) stage.mailbox.stock(mail(number))
  const token = await accessToken(stage.google, scope)
  const read = async (path: string) => stage.get(`/gmail/v1/users/me${path}`, token)
  const json = async (path: string) => (await read(path)).json<Record<string, unknown>>()
  return { ...stage, token, read, json }
}
