/** ID tokens of version 2.0. Their issuer is the person's own directory, whatever the application was pointed to. */
import type { JSONWebKeySet } from 'jose'
import { base64url } from '../service/random.ts'
import { createSigningKey } from '../service/signing-key.ts'
import type { Clock, MicrosoftAccount, Owner } from '../world.ts'
import { guidOf } from './account.ts'
import { scopes } from './scopes.ts'

export interface Signer {
  keys(): Promise<JSONWebKeySet>
  sign(about: Claims): Promise<string>
}

export interface Claims {
  readonly owner: Owner
  readonly account: MicrosoftAccount
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly nonce: string | null
}

const lifeSeconds = 3600
/** Microsoft dates tokens back: clocks differ. */
const backdatedSeconds = 300

export const createSigner = (origin: string, clock: Clock): Signer => {
  const key = createSigningKey('GvnPApfWMdLRi8PDmisFn7bprKg')
  return {
    keys: async () => {
      // Microsoft names no algorithm with a key, and an issuer that is a pattern.
      const { alg: _alg, ...jwk } = await key.jwk()
      return { keys: [{ ...jwk, issuer: issuerOf(origin, '{tenantid}') }] }
    },
    sign: async ({ owner, account, clientId, scopes: granted, nonce }) => {
      const issuedAt = Math.floor(clock.now() / 1000) - backdatedSeconds
      return key.sign({
        aud: clientId,
        iss: issuerOf(origin, account.tenantId),
        iat: issuedAt,
        nbf: issuedAt,
        exp: issuedAt + backdatedSeconds + lifeSeconds,
        ...ownerClaims(owner, account, granted),
        ...(nonce === null ? {} : { nonce }),
        rh: '1.AXoA.',
        sub: await pairwiseSubject(account, clientId),
        tid: account.tenantId,
        uti: base64url(new TextEncoder().encode(guidOf(owner.subject))).slice(0, 22),
        ver: '2.0',
      })
    },
  }
}

export const issuerOf = (origin: string, tenant: string): string => `${origin}/${tenant}/v2.0`

/** `profile` brings everything that says who it is but the subject; `email` an address, where the account tells one. */
const ownerClaims = (owner: Owner, account: MicrosoftAccount, granted: readonly string[]): Record<string, string> => ({
  ...(granted.includes(scopes.email) && account.tellsAddress ? { email: owner.address } : {}),
  ...(granted.includes(scopes.profile)
    ? { name: owner.name, oid: account.objectId, preferred_username: account.userPrincipalName }
    : {}),
})

/** Another one for every application. */
export const pairwiseSubject = async (account: MicrosoftAccount, clientId: string): Promise<string> => {
  const text = `${account.tenantId} ${account.objectId} ${clientId}`
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}
