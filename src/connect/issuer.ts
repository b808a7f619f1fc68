/** In whose name a token is issued, where one server speaks for many. */
import { decodeJwt } from 'jose'
import type { AuthorizationServer } from 'oauth4webapi'
import { fieldsOf, textOf } from '../model/json.ts'
import type { OAuthServer } from '../providers/provider.ts'

/**
 * The server as the issuer of the ID token in this answer. Where it speaks for many tenants, it must have been issued in
 * the name of the one that the token itself tells: the signature, checked where somebody signs in, is the server's all the
 * same. The answer can still be read afterwards.
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

/** Without a look at the signature; of what is no token, none: the library says so with better words. */
const claimsIn = (token: string): Readonly<Record<string, unknown>> => {
  try {
    return decodeJwt(token)
  } catch {
    return {}
  }
}
