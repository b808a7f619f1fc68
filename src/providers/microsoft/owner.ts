/**
 * Whose account it is: who signed in, as the ID token says, and as Graph knows them.
 * https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference, https://learn.microsoft.com/graph/api/user-get
 */
import { type CanonicalAddress, canonicalAddress } from '../../model/address.ts'
import { type Fields, listOf, textOf } from '../../model/json.ts'
import { type Result, success } from '../../model/result.ts'
import type { Instant } from '../../model/time.ts'
import { malformed } from '../kit/malformed.ts'
import type { Access, Identity, IdTokenClaims, ProviderError } from '../provider.ts'
import type { GraphClient } from './client.ts'
import { personalTenant } from './oauth.ts'

/**
 * An account is keyed by tenant and object: every other name of it may change hands. Its address is the mailbox's, where
 * Graph knows that; a personal account, or one that is nobody's yet, has none there.
 */
export const identityOf = (claims: IdTokenClaims, owner: Fields): Result<Identity, ProviderError> => {
  const tenant = textOf(claims.tid)
  const object = textOf(claims.oid)
  const signInName = mailAddress(owner.userPrincipalName)
  const address =
    mailAddress(owner.mail) ?? signInName ?? mailAddress(claims.email) ?? mailAddress(claims.preferred_username)
  if (tenant === null || object === null || address === null) {
    return malformed('an ID token without a tenant, an object or an address')
  }
  return success({
    subject: `${tenant}.${object}`,
    address,
    // An administrator writes whatever they like into `mail`; a sign-in name ends in a domain that the tenant has proved
    // to be its own. Of personal accounts every address has been proved by its owner.
    vouchedAddress: tenant === personalTenant ? address : signInName,
    name: textOf(claims.name) ?? textOf(owner.displayName),
  })
}

export const isPersonal = (subject: string): boolean => subject.startsWith(`${personalTenant}.`)

/** Null too for a guest's name (`ann_contoso.example#EXT#@…`), which is no address. */
const mailAddress = (value: unknown): string | null => {
  const text = textOf(value)
  return text !== null && /^[^\s@#]+@[^\s@#]+\.[^\s@#]+$/.test(text) ? text : null
}

/** The owner's user resource; empty where the account has none, or may not be asked. */
export const ownerOf = async (
  client: GraphClient,
  access: Access,
  now: Instant,
): Promise<Result<Fields, ProviderError>> => {
  const asked = await client.get(access, `/me?$select=${ownerProperties}`, { now, scope })
  // An account whose directory knows no other addresses may refuse to be asked for them.
  const isOdd = !asked.ok && asked.error.reason === 'malformed'
  const found = isOdd ? await client.get(access, '/me', { now, scope }) : asked
  if (!found.ok) return found.error.reason === 'scope_missing' || found.error.reason === 'blocked' ? success({}) : found
  const owner = found.value ?? {}
  return textOf(owner.id) === null ? malformed('a user without an id') : success(owner)
}

const scope = 'User.Read'

const ownerProperties = 'id,displayName,mail,userPrincipalName,proxyAddresses'

export const ownerAddresses = async (
  client: GraphClient,
  access: Access,
  now: Instant,
): Promise<Result<readonly CanonicalAddress[], ProviderError>> => {
  const owner = await ownerOf(client, access, now)
  return owner.ok ? success(addressesIn(owner.value)) : owner
}

/** The addresses in a user resource. `proxyAddresses` are `SMTP:ann@…` and `smtp:berg@…`, and others than mail's. */
const addressesIn = (owner: Fields): readonly CanonicalAddress[] => {
  const listed = [owner.mail, owner.userPrincipalName, ...listOf(owner.proxyAddresses)]
  const mails = listed.flatMap((value) => textOf(value) ?? []).filter((value) => !isOther.test(value))
  return [...new Set(mails.flatMap((value) => canonicalAddress(value.replace(/^smtp:/i, '')) ?? []))]
}

/** An address of another kind (X500, SIP, …), or the name of a guest, which nobody can write to. */
const isOther = /^(?!smtp:)[a-z0-9]+:|#EXT#/i
