/** What the consent page's callback leads to: the answer becomes tokens and an identity, and these a user and an account. */
import type { Result } from '../model/result.ts'
import type { Instant } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Provider } from '../providers/provider.ts'
import { type Admission, type AdmitDeps, admit } from './admit.ts'
import { type ConnectDeps, callbackUrl } from './begin.ts'
import type { ConnectError } from './errors.ts'
import { finishConnect } from './finish.ts'

export interface CompleteDeps extends Pick<ConnectDeps, 'openClient'>, AdmitDeps {
  readonly publicUrl: URL
}

/** Fails as `finishConnect` and `admit` do; then nothing is stored. */
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
    readonly now: Instant
  },
): Promise<Result<Admission, ConnectError>> => {
  const { provider, signedIn, locale, now } = callback
  const finished = await finishConnect(deps, { ...callback, redirectUri: callbackUrl(deps.publicUrl, provider) })
  if (!finished.ok) return finished
  return admit(deps, { provider: provider.name, connected: finished.value, signedIn, locale, now })
}
