/** ID tokens (OpenID Connect Core §2), signed by a key that lives as long as the simulator does. */
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose'
import type { Clock, Owner } from '../world.ts'
import { base64url } from './random.ts'
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

const algorithm = 'RS256'
const keyId = 'sandbox'
const lifeSeconds = 3600

export const createSigner = (issuer: string, clock: Clock): Signer => {
  let pair: ReturnType<typeof generateKeyPair> | null = null
  /** Made when first wanted: workerd makes no keys while a Worker starts. */
  const keyPair = () => {
    pair ??= generateKeyPair(algorithm, { extractable: true })
    return pair
  }
  return {
    keys: async () => ({
      keys: [{ ...(await exportJWK((await keyPair()).publicKey)), kid: keyId, alg: algorithm, use: 'sig' }],
    }),
    sign: async (about) => {
      const now = Math.floor(clock.now() / 1000)
      const claims = { ...identityClaims(about), at_hash: await accessTokenHash(about.accessToken) }
      return new SignJWT(about.nonce === null ? claims : { ...claims, nonce: about.nonce })
        .setProtectedHeader({ alg: algorithm, kid: keyId, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(about.clientId)
        .setSubject(about.owner.subject)
        .setIssuedAt(now)
        .setExpirationTime(now + lifeSeconds)
        .sign((await keyPair()).privateKey)
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
