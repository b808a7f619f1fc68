/** Whoever comes for the first time: a user and the account they came with, in one batch. */
import type { Account } from '../model/account.ts'
import { usualLocale } from '../model/locale.ts'
import { nextReportAfter, type User, usualReportTime } from '../model/user.ts'
import { accountInsert, accountsQuestion, type NewAccount } from './accounts.ts'
import { askTogether, type Store } from './store.ts'
import { userQuestion } from './users.ts'

export interface Newcomer {
  readonly user: User
  readonly account: Account
}

/** Where neither the browser nor the calendar tells. */
const firstZone = 'UTC'

/**
 * Adds a user by their first account, both or neither: one signs in by an account, so a user without any could never come
 * back, and an owner without any would keep everybody else out. The first user owns the installation; with `onlyFirst`
 * nobody is added once there is one, and the answer is null. One batch, so that of two who come first at once only one is.
 * Throws where the account is there already.
 */
export const addNewcomer = async (
  store: Store,
  account: NewAccount,
  as: {
    readonly name: string
    /** BCP 47; the usual one where nothing is known. */
    readonly locale?: string
    /** IANA; UTC where nothing is known. */
    readonly zone?: string
    readonly onlyFirst: boolean
    /** Whether the provider vouches for the account's address. */
    readonly isAddressConfirmed: boolean
  },
): Promise<Newcomer | null> => {
  const { d1 } = store
  const { createdAt, address } = account
  const { name, locale = usualLocale, zone = firstZone, onlyFirst, isAddressConfirmed } = as
  const dueAt = nextReportAfter({ report: usualReportTime, zone }, createdAt)
  const values = [createdAt, address, name, zone, usualReportTime.weekday, usualReportTime.hour, dueAt, locale]
  const [, numbered] = await d1.batch<{ id: number }>([
    d1.prepare('INSERT INTO user_numbers DEFAULT VALUES'),
    d1.prepare(addNumbered).bind(...values, onlyFirst ? 0 : 1, isAddressConfirmed ? 1 : 0),
    accountInsert(store, account, null),
    d1.prepare('DELETE FROM user_numbers'),
  ])
  const row = numbered?.results[0]
  if (row === undefined) return null
  const [user, [first]] = await askTogether(store, userQuestion(store, row.id), accountsQuestion(store, row.id))
  if (user === null || first === undefined) throw new Error(`user ${row.id} is gone while they were added`)
  return { user, account: first }
}

const addNumbered = `
  INSERT INTO users (id, created_at, address, name, is_owner, zone, is_zone_chosen, report_weekday, report_hour, next_report_at, locale, is_address_confirmed)
  SELECT id, ?1, ?2, ?3, NOT EXISTS (SELECT 1 FROM users), ?4, 0, ?5, ?6, ?7, ?8, ?10 FROM user_numbers
  WHERE ?9 OR NOT EXISTS (SELECT 1 FROM users)
  RETURNING id`
