/** Whose account it is, as Graph knows them. https://learn.microsoft.com/graph/api/user-get */
import { type CanonicalAddress, canonicalAddress } from '../../model/address.ts'
import { type Fields, listOf, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Instant } from '../../model/time.ts'
import type { Access, ProviderError } from '../provider.ts'
import type { GraphClient } from './client.ts'

/** The owner's user resource; empty where the account has none, or may not be asked. */
export const ownerOf = async (
  client: GraphClient,
  access: Access,
  now: Instant,
): Promise<Result<Fields, ProviderError>> => {
  const asked = await client.get(access, `/me?$select=${properties}`, { now, scope })
  // An account whose directory knows no other addresses may refuse to be asked for them.
  const isOdd = !asked.ok && asked.error.reason === 'malformed'
  const found = isOdd ? await client.get(access, '/me', { now, scope }) : asked
  if (!found.ok) return found.error.reason === 'scope_missing' || found.error.reason === 'blocked' ? success({}) : found
  const owner = found.value ?? {}
  return textOf(owner.id) === null ? failure({ reason: 'malformed', detail: 'a user without an id' }) : success(owner)
}

const scope = 'User.Read'

const properties = 'id,displayName,mail,userPrincipalName,proxyAddresses'

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
