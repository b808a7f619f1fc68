/** ID tokens (OpenID Connect Core §2). */
import type { JSONWebKeySet } from 'jose'
import { base64url } from '../service/random.ts'
import { createSigningKey } from '../service/signing-key.ts'
import type { Clock, Owner } from '../world.ts'
import { scopes } from './scopes.ts'

export interface Signer {
  keys(): Promise<JSONWebKeySet>
  sign(about: Claims): Promise<string>
}

export interface Claims {
  readonly owner: Owner
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly nonce: string | null
  readonly accessToken: string
}

const lifeSeconds = 3600

export const createSigner = (issuer: string, clock: Clock): Signer => {
  const key = createSigningKey('sandbox')
  return {
    keys: async () => ({ keys: [await key.jwk()] }),
    sign: async (about) => {
      const now = Math.floor(clock.now() / 1000)
      return key.sign({
        ...identityClaims(about),
        at_hash: await accessTokenHash(about.accessToken),
        ...(about.nonce === null ? {} : { nonce: about.nonce }),
        iss: issuer,
        aud: about.clientId,
        sub: about.owner.subject,
        iat: now,
        exp: now + lifeSeconds,
      })
    },
  }
}

/** What the granted scopes say of the owner, for the ID token and for userinfo alike. */
export const ownerClaims = (owner: Owner, granted: readonly string[]): Record<string, string | boolean> => ({
  ...(granted.includes(scopes.email) ? { email: owner.address, email_verified: true } : {}),
  ...(granted.includes(scopes.profile) ? { name: owner.name, given_name: owner.givenName } : {}),
})

const identityClaims = ({ owner, clientId, scopes: granted }: Claims): Record<string, string | boolean> => ({
  azp: clientId,
  ...ownerClaims(owner, granted),
})

/** The left half of the token's digest (OpenID Connect Core §3.1.3.6). */
const accessTokenHash = async (token: string): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
  return base64url(digest.subarray(0, digest.length / 2))
}
