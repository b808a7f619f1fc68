/**
 * OAuth 2.0 and OpenID Connect by a certified library (oauth4webapi), over our own network and clock. The endpoints come
 * from discovery, which holds for as long as this instance of the Worker lives.
 */
import * as oauth from 'oauth4webapi'
import type { Outside } from '../outside.ts'
import type { OAuthServer } from '../providers/provider.ts'

/** What the library's calls take, for one provider. */
export interface OAuthClient {
  readonly server: oauth.AuthorizationServer
  readonly client: oauth.Client
  readonly authentication: oauth.ClientAuth
  /** For every request of the library. */
  readonly options: RequestOptions
}

export interface RequestOptions {
  readonly [oauth.customFetch]: (url: string, request: LibraryRequest) => Promise<Response>
  readonly [oauth.allowInsecureRequests]: boolean
}

/** What the library hands to a fetch of ours. */
type LibraryRequest = Pick<
  oauth.CustomFetchOptions<string, URLSearchParams | undefined>,
  'method' | 'headers' | 'redirect' | 'body'
>

export type OpenOAuthClient = (server: OAuthServer) => Promise<OAuthClient>

/** Opening a client throws what the library throws where discovery fails; the next opening tries again. */
export const oauthClients = (outside: Outside): OpenOAuthClient => {
  const discovered = new Map<string, Promise<oauth.AuthorizationServer>>()
  const options = (server: OAuthServer): RequestOptions => ({
    [oauth.customFetch]: (url, { method, headers, redirect, body }) =>
      outside.fetch(url, { method, headers, redirect, ...(body !== undefined && { body }) }),
    // Settings allow http on localhost only, for the sandbox.
    [oauth.allowInsecureRequests]: server.issuer.protocol === 'http:',
  })
  const discover = async (server: OAuthServer): Promise<oauth.AuthorizationServer> => {
    const named = server.tenants === null ? server.issuer : new URL(server.tenants.issuer)
    return oauth.processDiscoveryResponse(named, await oauth.discoveryRequest(server.issuer, options(server)))
  }
  return async (server) => {
    const { href } = server.issuer
    const discovery = discovered.get(href) ?? discover(server)
    discovered.set(href, discovery)
    try {
      return {
        server: await discovery,
        client: {
          client_id: server.clientId,
          // The library reads the system's clock itself; the skew makes it ours.
          [oauth.clockSkew]: Math.round((outside.now() - Date.now()) / 1000),
        },
        authentication: oauth.ClientSecretPost(server.clientSecret),
        options: options(server),
      }
    } catch (error) {
      // The next opening must not meet a failed discovery.
      discovered.delete(href)
      throw error
    }
  }
}
