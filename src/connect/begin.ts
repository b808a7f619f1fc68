/** The first half of signing in: where to send the person, and what their browser must bring back. */
import * as oauth from 'oauth4webapi'
import { failure, type Result, success } from '../model/result.ts'
import { type Instant, later, MINUTE } from '../model/time.ts'
import type { Provider, ProviderError } from '../providers/provider.ts'
import { errorOfOAuth } from './errors.ts'
import { base64url, type KeyRing } from './keys.ts'
import type { OpenOAuthClient } from './oauth-client.ts'
import { sealState } from './state.ts'

/** What both halves of signing in need. */
export interface ConnectDeps {
  readonly openClient: OpenOAuthClient
  readonly keys: KeyRing
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
}

/** Where the first half leads. */
export interface Beginning {
  /** The provider's consent page. */
  readonly url: URL
  /** For a cookie: it comes back with the callback, and only to the browser that began. */
  readonly state: string
}

/** People answer a consent page within minutes, and codes themselves live for ten. */
export const stateMinutes = 15

/** Where the provider sends the person back to, as its console has it on its list. */
export const callbackUrl = (publicUrl: URL, { name }: Pick<Provider, 'name'>): string =>
  new URL(`/connect/${name}/callback`, publicUrl).href

/** Fails where the provider's endpoints cannot be discovered. */
export const beginConnect = async (
  { openClient, keys, randomBytes }: ConnectDeps,
  request: {
    readonly provider: Provider
    readonly redirectUri: string
    readonly loginHint: string | null
    /** Who is signed in now: only they may finish it. */
    readonly begunBy: number | null
    readonly now: Instant
  },
): Promise<Result<Beginning, ProviderError>> => {
  const { provider, redirectUri, loginHint, begunBy, now } = request
  try {
    const { server } = await openClient(provider.oauth)
    const random = (): string => base64url.encode(randomBytes(32))
    const [state, nonce, verifier] = [random(), random(), random()]
    const url = new URL(server.authorization_endpoint ?? '')
    const parameters: Readonly<Record<string, string>> = {
      client_id: provider.oauth.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: provider.oauth.scopes.map(({ scope }) => scope).join(' '),
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...provider.oauth.authorizationParameters,
      ...(loginHint !== null && { login_hint: loginHint }),
    }
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    const expiresAt = later(now, stateMinutes * MINUTE)
    return success({
      url,
      state: await sealState(keys, { provider: provider.name, begunBy, state, nonce, verifier, expiresAt }),
    })
  } catch (error) {
    return failure(errorOfOAuth(error, provider.oauth))
  }
}
