/** An account for tests: read to its end a while ago, with nothing wrong, but for what a test is about. */
import { type Account, noProgress } from '../src/model/account.ts'
import { noIndexes } from '../src/model/index-set.ts'
import type { Instant } from '../src/model/time.ts'

export const accountWith = (change: Pick<Account, 'createdAt' | 'feeds'> & Partial<Account>): Account => ({
  id: 1,
  userId: 1,
  provider: 'google',
  subject: '1',
  address: 'ann@gmail.example',
  aliases: [],
  readsBack: 5,
  grant: '',
  status: { kind: 'active' },
  revision: 0,
  leaseUntil: 0 as Instant,
  notBefore: 0 as Instant,
  quotaWindow: [],
  progress: noProgress,
  checks: [],
  activeDays: noIndexes,
  ...change,
})
