/** A small world in workerd: an empty database, an installation over it, and its first person connected. */

import type { Resolved } from '../src/infer/resolve.ts'
import { openDirectory } from '../src/people/directory.ts'
import { accountsOfUser } from '../src/store/accounts.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { freshDatabase } from './database.ts'
import type { Browser } from './sandbox/browser.ts'
import { type Installation, type InstallationOptions, install } from './sandbox/installation.ts'
import type { Mailbox, ProviderName } from './sandbox/world.ts'
import { start } from './story.ts'

export interface Opened {
  readonly db: D1Database
  readonly store: Store
  readonly home: Installation
  /** Signed in as the owner of the first mailbox. */
  readonly browser: Browser
}

export interface Opening extends Partial<Omit<InstallationOptions, 'mailboxes'>> {
  /** Where the first person signs in. */
  readonly provider?: ProviderName
}

/** The owner of the first mailbox has just signed in, and nothing is read yet. `db` is a fresh one unless it is given. */
export const openConnected = async (
  mailboxes: readonly [Mailbox, ...Mailbox[]],
  { provider, ...options }: Opening = {},
): Promise<Opened> => {
  const db = options.db ?? (await freshDatabase())
  const home = install({ now: start, ...options, db, mailboxes })
  const { browser } = await home.connect(mailboxes[0].owner.address, provider === undefined ? {} : { provider })
  return { db, store: openStore(db), home, browser }
}

/** The same, once everything is read. */
export const openRead = async (...opening: Parameters<typeof openConnected>): Promise<Opened> => {
  const opened = await openConnected(...opening)
  await opened.home.settle()
  return opened
}

/** Who the people of a user are, read afresh. */
export const peopleFound = async (store: Store, userId = 1): Promise<Resolved> =>
  (await openDirectory(store).find({ userId, accounts: await accountsOfUser(store, userId) })).resolved
