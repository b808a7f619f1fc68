/**
 * Whom a report would name while a Gmail mailbox is still being read, held against whom it names after everything is read.
 * The product reads in this process, over SQLite: the order of reading is measured here, not its speed.
 */
import { instantFromMilliseconds, localDate } from '../../src/model/time.ts'
import { openDirectory } from '../../src/people/directory.ts'
import { buildOverview } from '../../src/people/overview.ts'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { openStore } from '../../src/store/store.ts'
import { userById } from '../../src/store/users.ts'
import { install } from '../sandbox/installation.ts'
import { populate } from '../sandbox/population/index.ts'
import { sqliteDatabase } from '../sandbox/sqlite-database.ts'
import { Mailbox } from '../sandbox/world.ts'
import { today } from './inside/trial.ts'

export interface NamedMailbox {
  readonly messages: number
  readonly seed: number
  /** Whether Gmail sorts the mailbox by its category labels. Many people have them switched off. */
  readonly hasCategories: boolean
}

export interface FirstNames {
  /** Units when a report named anyone for the first time. */
  readonly firstUnits: number
  /** The share of the people named at the end whom the report names at `unitsAllowed`, 0–1. */
  readonly knownShare: number
  /** Units of the whole first read. */
  readonly units: number
}

export const firstNames = async (of: NamedMailbox, unitsAllowed: number): Promise<FirstNames> => {
  const mailbox = mailboxOf(of)
  const db = await sqliteDatabase()
  const home = install({ db, now: today, mailboxes: [mailbox] })
  await home.connect(mailbox.owner.address)
  const spent = () => home.google.quotaSpent(mailbox.owner.subject)
  let firstUnits: number | null = null
  let named = nobody
  while (await home.step()) {
    // The last report within the allowance counts, and one that costs nothing new is not made again.
    if (spent() > unitsAllowed) continue
    named = await namedIn(db)
    if (named.length > 0) firstUnits ??= spent()
  }
  if (home.queue.thrown.length > 0) throw home.queue.thrown[0]
  const last = await namedIn(db)
  const known = last.filter((person) => named.some((other) => other.some((address) => person.includes(address))))
  return { firstUnits: firstUnits ?? spent(), knownShare: known.length / last.length, units: spent() }
}

const mailboxOf = ({ messages, seed, hasCategories }: NamedMailbox): Mailbox => {
  const sorted = populate({ seed, now: today, messages, years: 5 })
  if (hasCategories) return sorted
  const unsorted = new Mailbox(sorted.owner)
  for (const letter of sorted.newestFirst) {
    unsorted.stock({ ...letter, labels: letter.labels.filter((label) => !label.startsWith('CATEGORY_')) })
  }
  for (const meeting of sorted.meetings.values()) unsorted.stockMeeting(meeting)
  return unsorted
}

/** A person by all addresses: a person's number depends on which of them was read first. */
type Named = readonly (readonly string[])[]

const nobody: Named = []

const namedIn = async (db: D1Database): Promise<Named> => {
  const store = openStore(db)
  const now = instantFromMilliseconds(today)
  const [user, accounts] = await Promise.all([userById(store, 1), accountsOfUser(store, 1)])
  if (user === null) throw new Error('There is no user 1.')
  const week = localDate(now, user.zone)
  const { report, candidates } = await buildOverview(
    { store, directory: openDirectory(store) },
    { user, accounts, week, now },
  )
  const addressesOf = new Map(candidates.map(({ person }) => [person.id, person.addresses]))
  return report.suggestions.map(({ personId }) => addressesOf.get(personId) ?? [])
}
