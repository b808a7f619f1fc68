/** In whose name a token is issued, where one server speaks for many. */
import { decodeJwt } from 'jose'
import type { AuthorizationServer } from 'oauth4webapi'
import { fieldsOf, textOf } from '../model/json.ts'
import type { OAuthServer } from '../providers/provider.ts'

/**
 * The server as the issuer of the ID token in this answer. A server that speaks for many tenants issues a token in the name
 * of the tenant that the token itself names. The signature is the server's all the same, and the sign-in checks it. The
 * caller can still read the answer afterwards.
 */
export const issuerOf = async (
  { tenants }: OAuthServer,
  server: AuthorizationServer,
  response: Response,
): Promise<AuthorizationServer> => {
  if (tenants === null || !response.ok) return server
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const token = textOf(fieldsOf(body)?.id_token)
  const tenant = token === null ? null : textOf(claimsIn(token)[tenants.claim])
  if (tenant === null) return server
  return { ...server, issuer: tenants.issuer.replace(tenants.placeholder, tenant) }
}

/** The claims of a token, whatever its signature; none where it is no token, which the library reports in better words. */
const claimsIn = (token: string): Readonly<Record<string, unknown>> => {
  try {
    return decodeJwt(token)
  } catch {
    return {}
  }
}
