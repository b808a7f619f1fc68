/** Having the Monday email go to another address: its owner is asked first. */
import type { Job } from '../model/job.ts'
import { failure, type Result, success } from '../model/result.ts'
import { type Instant, MINUTE } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { isSuppressed, moveMail } from '../store/mail-address.ts'
import type { Store } from '../store/store.ts'

/** Enough to mend a typing error, too seldom to bother a stranger. */
const pauseSeconds = 5 * MINUTE

/** Fails where the address's owner complained of our mail once, or where a mail asked a moment ago. */
export const changeMailAddress = async (
  {
    store,
    enqueue,
    now,
  }: {
    readonly store: Store
    readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
    readonly now: () => Instant
  },
  user: User,
  address: string,
): Promise<Result<null, 'address_complained' | 'asked_recently'>> => {
  if (await isSuppressed(store, address)) return failure('address_complained')
  if (user.isAddressConfirmed && address.toLowerCase() === user.address.toLowerCase()) return success(null)
  const at = now()
  if (!(await moveMail(store, user.id, { address, now: at, pauseSeconds }))) return failure('asked_recently')
  await enqueue({ kind: 'confirm', userId: user.id, at }, 0)
  return success(null)
}
