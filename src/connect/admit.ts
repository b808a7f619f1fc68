/** From a connected account to a user: the account is known, belongs to whoever is signed in, or signs a newcomer up. */
import type { Account, ProviderName } from '../model/account.ts'
import { failure, type Result, success } from '../model/result.ts'
import type { Instant } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Identity } from '../providers/provider.ts'
import { accountBySubject, addAccount, type NewAccount, renewAccount } from '../store/accounts.ts'
import { confirmAddress, isSuppressed } from '../store/mail-address.ts'
import { addNewcomer, type Newcomer } from '../store/new-users.ts'
import type { Store } from '../store/store.ts'
import { hasUsers, stopMail, userById } from '../store/users.ts'
import type { ConnectError } from './errors.ts'
import type { Connected } from './finish.ts'
import { sealGrant } from './grant.ts'
import type { KeyRing } from './keys.ts'

/** Who may sign up, by the settings. */
export interface SignUpRules {
  /** The only address that may be the first, or null. */
  readonly owner: string | null
  readonly signups: SignUps
}

/** Who may join once there is an owner. Entries are addresses, or domains with or without an @. */
export type SignUps =
  | { readonly kind: 'owner' }
  | { readonly kind: 'open' }
  | { readonly kind: 'list'; readonly entries: readonly string[] }

export interface AdmitDeps {
  readonly store: Store
  readonly keys: KeyRing
  readonly signUpRules: SignUpRules
}

/** Who came in, and with which of their accounts. */
export interface Admission {
  readonly user: User
  readonly account: Account
  readonly isNewcomer: boolean
}

/**
 * Fails with `taken` where the account belongs to another user than the one signed in, with `signed_in_meanwhile` where the
 * user who would get it signed in only after the beginning, and with `signups_closed` where the rules keep a newcomer out.
 * A known account goes on with the new grant.
 */
export const admit = async (
  { store, keys, signUpRules }: AdmitDeps,
  arrival: {
    readonly provider: ProviderName
    readonly connected: Connected
    readonly signedIn: User | null
    /** How the newcomer's browser writes dates; absent where it does not say. */
    readonly locale?: string
    /** Where the newcomer's browser is; their calendar may know better. */
    readonly zone?: string | null
    readonly now: Instant
  },
): Promise<Result<Admission, ConnectError>> => {
  const { provider, connected, signedIn, locale, zone = null, now } = arrival
  const { identity, grant, isSignIn } = connected
  const holder = { provider, subject: identity.subject }
  const sealed = await sealGrant(keys, holder, grant)
  const known = await accountBySubject(store, holder)
  if (known !== null) {
    if (signedIn !== null && signedIn.id !== known.userId)
      return failure({ reason: 'taken', address: identity.address })
    const account = await renewAccount(store, known.id, { address: identity.address, grant: sealed })
    const user = await userById(store, known.userId)
    if (user === null) throw new Error(`account ${known.id} has no user`)
    // Vouched for since: the mail that asked may never have arrived.
    if (!user.isAddressConfirmed && isVouched(identity, user.address))
      await confirmAddress(store, user.id, user.address)
    return success({ user, account, isNewcomer: false })
  }
  if (signedIn !== null && isSignIn) {
    return failure({ reason: 'signed_in_meanwhile', address: identity.address, signedIn: signedIn.address })
  }
  const account = { ...holder, address: identity.address, grant: sealed, createdAt: now }
  if (signedIn !== null) {
    return success({ user: signedIn, account: await addAccount(store, signedIn.id, account), isNewcomer: false })
  }
  const admitted = await signUp(store, signUpRules, identity, {
    account,
    ...(locale !== undefined && { locale }),
    ...(zone !== null && { zone }),
  })
  if (admitted === null) {
    return failure({ reason: 'signups_closed', address: identity.vouchedAddress ?? identity.address })
  }
  const { user } = admitted
  if (await isSuppressed(store, user.address)) await stopMail(store, user.id, { reason: 'complained', now })
  return success({ ...admitted, isNewcomer: true })
}

const isVouched = ({ vouchedAddress }: Identity, address: string): boolean =>
  vouchedAddress?.toLowerCase() === address.toLowerCase()

const signUp = async (
  store: Store,
  rules: SignUpRules,
  identity: Identity,
  { account, ...browser }: { readonly account: NewAccount; readonly locale?: string; readonly zone?: string },
): Promise<Newcomer | null> => {
  const { name, vouchedAddress } = identity
  const as = { name: name ?? '', isAddressConfirmed: isVouched(identity, account.address), ...browser }
  const mayBeFirst = rules.owner === null || rules.owner === vouchedAddress?.toLowerCase()
  if (!(await hasUsers(store))) return mayBeFirst ? addNewcomer(store, account, { ...as, onlyFirst: true }) : null
  return maySignUp(rules, vouchedAddress) ? addNewcomer(store, account, { ...as, onlyFirst: false }) : null
}

/** Whether someone who is not the first may join, by the address that the provider vouches for. Pure. */
const maySignUp = ({ signups }: SignUpRules, vouchedAddress: string | null): boolean => {
  if (signups.kind !== 'list') return signups.kind === 'open'
  if (vouchedAddress === null) return false
  const lowered = vouchedAddress.toLowerCase()
  const domain = lowered.slice(lowered.lastIndexOf('@') + 1)
  return signups.entries.some((entry) => entry === lowered || entry.replace(/^@/, '') === domain)
}
