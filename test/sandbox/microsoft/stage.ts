/** What the tests of the simulated Microsoft share: it in a small world, and a way to sign in. */
import { giveConsent, type Visit } from '../service/visitor.ts'
import { ann, mail, smallWorld } from '../small-world.ts'
import type { Label, Mailbox, Owner, World } from '../world.ts'
import { createMicrosoft, type Microsoft, type MicrosoftOptions } from './index.ts'
import { listedScopes } from './scopes.ts'

export const origin = 'http://localhost:8788/microsoft'
export const graphRoot = `${origin}/graph/v1.0`

export const client = {
  clientId: '6731de76-14a6-49ae-97bc-6eba6914391e',
  clientSecret: 'secret',
  redirectUris: ['http://localhost:8787/callback'],
  name: 'Perennial',
} as const

const tenant = '8f4a3c0e-2b6d-4a51-9c7f-1d0e5b6a7c82'

/** Ann at work, and at home. */
export const annAtWork: Owner = {
  ...ann,
  address: 'ann@contoso.example',
  aliases: ['ann.berg@contoso.example'],
  microsoft: {
    kind: 'work',
    tenantId: tenant,
    objectId: '5a1f7c3e-90b4-4e2d-8d6a-3c2b1a0f9e8d',
    userPrincipalName: 'ann@contoso.example',
    tellsAddress: false,
    language: 'en',
  },
}

export const annAtHome: Owner = {
  ...ann,
  subject: '100000000000000000003',
  address: 'ann@outlook.example',
  aliases: [],
}

export interface Stage {
  readonly world: World
  readonly mailbox: Mailbox
  readonly microsoft: Microsoft
  readonly clock: { readonly now: () => number; time: number }
  /** GET below the version with an access token. */
  readonly get: (path: string, token?: string, prefer?: string) => Promise<Response>
}

export const setStage = (
  options: Partial<MicrosoftOptions> & { readonly owners?: readonly [Owner, ...Owner[]] } = {},
): Stage => {
  const { owners = [annAtWork], ...rest } = options
  const { clock, mailbox, world } = smallWorld(owners)
  const microsoft = createMicrosoft(world, { origin, clients: [client], ...rest })
  const get = async (path: string, token?: string, prefer?: string) =>
    microsoft.request(path.startsWith('http') ? path : `${graphRoot}${path}`, {
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(prefer === undefined ? {} : { Prefer: prefer }),
      },
    })
  return { world, mailbox, microsoft, clock, get }
}

export const usualScope = 'openid profile email offline_access User.Read Mail.ReadBasic Calendars.ReadBasic'

/** As the token endpoint lists them. */
export const usualScopesListed = listedScopes(usualScope.split(' ')).join(' ')

export const authorizationAddress = (parameters: Record<string, string> = {}, tenantName = 'common'): URL => {
  const address = new URL(`${origin}/${tenantName}/oauth2/v2.0/authorize`)
  address.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUris[0],
    response_type: 'code',
    scope: usualScope,
    ...parameters,
  }).toString()
  return address
}

type Choices = Omit<Partial<Visit>, 'fetch'>

export const consent = async (
  microsoft: Microsoft,
  parameters: Record<string, string> = {},
  visit: Choices = {},
): Promise<URL> =>
  giveConsent(authorizationAddress(parameters), {
    fetch: (request) => microsoft.fetch(request),
    account: annAtWork.address,
    ...visit,
  })

export const exchange = (callback: URL): Record<string, string> => ({
  grant_type: 'authorization_code',
  code: callback.searchParams.get('code') ?? '',
  redirect_uri: client.redirectUris[0],
})

export const tokenCall = async (
  microsoft: Microsoft,
  form: Record<string, string>,
  tenantName = 'common',
): Promise<Response> =>
  microsoft.request(`${origin}/${tenantName}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, ...form }),
  })

export interface Tokens {
  readonly token_type: string
  readonly scope: string
  readonly expires_in: number
  readonly ext_expires_in: number
  readonly access_token: string
  readonly refresh_token?: string
  readonly id_token?: string
}

/** Through the consent page and the token endpoint; parameters change the authorization request. */
export const signIn = async (
  microsoft: Microsoft,
  parameters: Record<string, string> = {},
  visit: Choices = {},
): Promise<Tokens> => (await tokenCall(microsoft, exchange(await consent(microsoft, parameters, visit)))).json<Tokens>()

export const refreshed = async (microsoft: Microsoft, token: string | undefined): Promise<Response> =>
  tokenCall(microsoft, { grant_type: 'refresh_token', refresh_token: token ?? '' })

/** A token for Graph's tests: no identity, for which a key would have to be made. */
export const accessToken = async (
  microsoft: Microsoft,
  scope = 'User.Read Mail.ReadBasic Calendars.ReadBasic',
): Promise<string> => (await signIn(microsoft, { scope })).access_token

export const immutable = 'IdType="ImmutableId"'

export interface Row {
  readonly id: string
  readonly '@removed'?: { readonly reason: string }
  readonly [name: string]: unknown
}

export interface GraphPage {
  readonly value: readonly Row[]
  readonly '@odata.nextLink'?: string
  readonly '@odata.deltaLink'?: string
  readonly '@odata.count'?: number
  readonly '@odata.context'?: string
}

export const linkOf = (page: GraphPage | undefined): string =>
  page?.['@odata.nextLink'] ?? page?.['@odata.deltaLink'] ?? ''

/** A stage with letters in some folder, and a reader of paths below `/me` who holds the usual scopes. */
export const setMail = async (
  numbers: readonly number[] = [],
  options: Parameters<typeof setStage>[0] & { readonly labels?: readonly Label[]; readonly scope?: string } = {},
) => {
  const { labels = ['INBOX'], scope, ...rest } = options
  const stage = setStage(rest)
  for (const number of numbers) stage.mailbox.stock(mail(number, { labels }))
  const token = await accessToken(stage.microsoft, scope)
  const read = async (path: string, prefer = immutable) =>
    stage.get(path.startsWith('http') ? path : `/me${path}`, token, prefer)
  const json = async (path: string, prefer?: string) => (await read(path, prefer)).json<Row>()
  const page = async (path: string, prefer?: string) => (await read(path, prefer)).json<GraphPage>()
  /** Every page of a round to its last. */
  const round = async (path: string, prefer?: string): Promise<readonly GraphPage[]> => {
    const pages = [await page(path, prefer)]
    for (let next = pages[0]?.['@odata.nextLink']; next !== undefined; next = pages.at(-1)?.['@odata.nextLink']) {
      pages.push(await page(next, prefer))
    }
    return pages
  }
  return { ...stage, token, read, json, page, round }
}

/** Status and code of a refusal. */
export const refusalOf = async (response: Response): Promise<readonly [number, string]> => {
  const { error } = await response.json<{ error: { code: string } }>()
  return [response.status, error.code]
}

/** The same of the identity platform, whose facts are others. */
export const loginRefusalOf = async (response: Response) => {
  const { error, error_codes, suberror } = await response.json<{
    error: string
    error_codes: readonly number[]
    suberror?: string
  }>()
  return { status: response.status, error, codes: error_codes, ...(suberror === undefined ? {} : { suberror }) }
}

export const pageText = async (microsoft: Microsoft, address: URL): Promise<string> =>
  (await microsoft.request(address.href)).text()
