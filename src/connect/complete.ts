/** What the consent page's callback leads to: the answer becomes tokens and an identity, and these a user and an account. */
import { failure, type Result } from '../model/result.ts'
import type { Instant } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Provider } from '../providers/provider.ts'
import { accountBySubject } from '../store/accounts.ts'
import { type Admission, type AdmitDeps, admit } from './admit.ts'
import { type ConnectDeps, callbackUrl } from './begin.ts'
import type { ConnectError } from './errors.ts'
import { type Connected, finishConnect } from './finish.ts'
import { giveBack } from './revoke.ts'

export interface CompleteDeps extends Pick<ConnectDeps, 'openClient'>, AdmitDeps {
  readonly publicUrl: URL
}

/**
 * Fails as `finishConnect` and `admit` do, or with `scopes_missing`; then nothing is stored, and what was granted goes back to
 * the provider.
 */
export const completeConnect = async (
  deps: CompleteDeps,
  callback: {
    readonly provider: Provider
    readonly parameters: URLSearchParams
    /** The cookie that the browser brought back, or null. */
    readonly state: string | null
    readonly signedIn: User | null
    /** BCP 47: what the browser asks for. */
    readonly locale: string
    /** IANA: where the browser is; absent or null where nobody says so. */
    readonly zone?: string | null
    readonly now: Instant
  },
): Promise<Result<Admission, ConnectError>> => {
  const { provider, signedIn, locale, zone = null, now } = callback
  const finished = await finishConnect(deps, { ...callback, redirectUri: callbackUrl(deps.publicUrl, provider) })
  if (!finished.ok) return finished
  const { missing } = finished.value
  const admitted: Result<Admission, ConnectError> =
    missing.length > 0
      ? failure({ reason: 'scopes_missing', missing })
      : await admit(deps, { provider: provider.name, connected: finished.value, signedIn, locale, zone, now })
  if (!admitted.ok) await refuse(deps, provider, finished.value)
  return admitted
}

/**
 * Gives the grant of somebody who was not let in back. A provider ends all grants of an account at once, so one that serves
 * an account we know stays.
 */
const refuse = async (
  { openClient, store }: Pick<CompleteDeps, 'openClient' | 'store'>,
  provider: Provider,
  { identity: { subject }, grant }: Connected,
): Promise<void> => {
  const known = await accountBySubject(store, { provider: provider.name, subject })
  if (known === null || known.status.kind === 'disconnected') await giveBack(openClient, provider, grant.refreshToken)
}
