/** What records of a file change: added to what is known, never in its place, and never twice. */
import { type Account, noProgress } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import { betterLabel, type Contact, withContact } from '../model/contact.ts'
import { activeCorrections, toldAddresses } from '../model/correction.ts'
import { joinIndexes, noIndexes, withIndex } from '../model/index-set.ts'
import { failure, type Result, success } from '../model/result.ts'
import { type Instant, instantAt, laterOf } from '../model/time.ts'
import { rescheduled, type User } from '../model/user.ts'
import { advanceAccount } from '../store/account-changes.ts'
import { accountsOfUser } from '../store/accounts.ts'
import { knownQuestion, openBlocksQuestion } from '../store/contact-book.ts'
import { correctionsOf } from '../store/corrections.ts'
import {
  addArchive,
  addPast,
  archiveSubject,
  contactDaysOf,
  type EntryRow,
  type ImportedAct,
  type ImportWrite,
  isArchived,
  saveImported,
  storedEntriesQuestion,
} from '../store/imports.ts'
import { feedNumber, unpackDetail } from '../store/interaction-detail.ts'
import { askTogether, type Store } from '../store/store.ts'
import { readsBackOf, saveImportedSettings, userById } from '../store/users.ts'
import { openPage } from '../sync/contact-changes.ts'
import { applyCorrections } from './apply-corrections.ts'
import type { FileHead, FileRecord, FileUser, RecordOf } from './file.ts'
import type { ImportRefusal, ImportState } from './import-state.ts'
import { peopleNamed, portableNames, renamed, storedNames } from './portable.ts'

/**
 * Our accounts for those of a file, in its order: one that is connected here, or else one of the user's archive. A file proves
 * nothing about who owns a mailbox, so nobody is ever signed in by what it says.
 */
export const openAccounts = async (
  store: Store,
  of: { readonly user: User; readonly accounts: readonly Account[]; readonly head: FileHead; readonly now: Instant },
): Promise<readonly number[]> => {
  const { user, head, now } = of
  const named = new Map(of.accounts.map((account) => [keyOf(account), account.id]))
  const missing = head.accounts.filter((account) => ourAccount(named, user.id, account) === undefined)
  for (const { provider, subject, address } of missing) {
    await addArchive(store, user.id, { provider, subject, address, progress: JSON.stringify(noProgress), now })
  }
  const all =
    missing.length === 0
      ? named
      : new Map((await accountsOfUser(store, user.id)).map((account) => [keyOf(account), account.id]))
  return head.accounts.map((account) => {
    const id = ourAccount(all, user.id, account)
    if (id === undefined) throw new Error(`an account of user ${user.id}'s file is gone while it was added`)
    return id
  })
}

const keyOf = ({ provider, subject }: Pick<Account, 'provider' | 'subject'>): string => `${provider} ${subject}`

const ourAccount = (
  named: ReadonlyMap<string, number>,
  userId: number,
  { provider, subject }: Pick<Account, 'provider' | 'subject'>,
): number | undefined =>
  named.get(keyOf({ provider, subject })) ?? named.get(keyOf({ provider, subject: archiveSubject(userId, subject) }))

export interface RecordsToApply {
  readonly user: User
  readonly accountIds: readonly number[]
  readonly records: readonly FileRecord[]
  readonly state: Pick<ImportState, 'correctionIds'>
}

/** Answers with our numbers for the file's corrections, or with why they cannot all be kept. */
export const applyRecords = async (
  store: Store,
  { user, accountIds, records, state }: RecordsToApply,
): Promise<Result<ImportState['correctionIds'], ImportRefusal>> => {
  await applyContacts(store, user.id, accountIds, records)
  const corrections = ofKind(records, 'correction')
  const numbered = await applyCorrections(store, user.id, { corrections, known: state.correctionIds })
  if (!numbered.ok) return failure(numbered.error)
  await applyPast(store, user.id, accountIds, records)
  return success(numbered.value)
}

const ofKind = <Kind extends FileRecord['kind']>(
  records: readonly FileRecord[],
  kind: Kind,
): readonly RecordOf<Kind>[] => records.filter((record): record is RecordOf<Kind> => record.kind === kind)

/** People, what happened with them, and who is none. */
const applyContacts = async (
  store: Store,
  userId: number,
  accountIds: readonly number[],
  records: readonly FileRecord[],
): Promise<void> => {
  const people = ofKind(records, 'person')
  const senders = ofKind(records, 'automated_sender')
  const rows = ofKind(records, 'entries').flatMap(({ account, feed, person, entries }) =>
    entries.map((entry) => ({ accountId: accountIds[account] ?? 0, feed: feedNumber(feed), person, entry })),
  )
  if (people.length + senders.length + rows.length === 0) return
  const addresses = [...new Set([...people.map(({ address }) => address), ...rows.map(({ person }) => person)])]
  const keys = rows.map(
    ({ accountId, feed, person, entry: [at, item] }): EntryRow => [accountId, feed, person, at, item],
  )
  const [known, blocks, stored] = await askTogether(
    store,
    knownQuestion(store, { userId, addresses }),
    openBlocksQuestion(store, { userId, addresses }),
    storedEntriesQuestion(store, userId, keys),
  )
  const book = openPage(userId, { known, blocks })
  for (const { address, name, spelling, rank, bouncedAt } of people) {
    book.change(book.idOf(address), (contact) => ({
      ...contact,
      label: betterLabel(contact.label, { name, spelling, rank }),
      bouncedAt: laterOf(contact.bouncedAt, bouncedAt),
    }))
  }
  const entries = rows.flatMap(({ accountId, feed, person, entry }, place): ImportWrite['entries'] => {
    if (stored.has(place)) return []
    const contactId = book.idOf(person)
    const [at, , detail] = entry
    book.change(contactId, (contact) => withEntry(contact, { at, ...unpackDetail(feed, detail) }))
    return [[accountId, feed, contactId, ...entry]]
  })
  await saveImported(store, {
    ...{ userId, accountIds, entries, ...book.close() },
    automatedSenders: senders.map(({ account, address, evidence }) => [accountIds[account] ?? 0, address, evidence]),
  })
}

const withEntry = (
  contact: Contact,
  { at, ...detail }: { readonly at: number } & ReturnType<typeof unpackDetail>,
): Contact => {
  const summaries = withContact(contact, { ...detail, at: instantAt(at) })
  return summaries === contact ? contact : { ...contact, ...summaries }
}

/** Reports of before and what the user did with them, of weeks that we know nothing of. */
const applyPast = async (
  store: Store,
  userId: number,
  accountIds: readonly number[],
  records: readonly FileRecord[],
): Promise<void> => {
  const reports = ofKind(records, 'report')
  const acts = ofKind(records, 'suggestion_act')
  if (reports.length + acts.length === 0) return
  const named = [
    ...reports.flatMap(({ content }) => peopleNamed(content, portableNames.person)),
    ...acts.map(({ person }) => person),
  ]
  const idOf = await numbersOf(store, userId, named)
  const renaming = {
    from: portableNames,
    to: storedNames,
    person: idOf,
    account: (place: unknown) => (typeof place === 'number' ? (accountIds[place] ?? 0) : 0),
  }
  await addPast(store, userId, {
    reports: reports.map(({ week, claimedAt, sentAt, triedAt, failure: why, content }) => [
      ...([week, claimedAt, sentAt, triedAt, why] as const),
      content === null ? null : JSON.stringify(renamed(content, renaming)),
    ]),
    acts: acts.map(({ week, person, act, at }): ImportedAct => [week, idOf(person), act, at]),
  })
}

/** What tells the number of a person by their address; of one that nothing tells of, a number that is nobody's. */
const numbersOf = async (
  store: Store,
  userId: number,
  people: readonly unknown[],
): Promise<(person: unknown) => number> => {
  const addresses = [...new Set(people.filter((person): person is CanonicalAddress => typeof person === 'string'))]
  const [known] = await askTogether(store, knownQuestion(store, { userId, addresses }))
  const isComplete = addresses.every((address) => known.has(address))
  const told = isComplete
    ? new Map<CanonicalAddress, number>()
    : toldAddresses(activeCorrections(await correctionsOf(store, userId)))
  return (person) => {
    const address = person as CanonicalAddress
    return known.get(address) ?? told.get(address) ?? nobodysNumber
  }
}

const nobodysNumber = -(2 ** 52)

/** What only the whole file tells: the days in contact, the user's other addresses, and the settings where they were asked for. */
export const finishImport = async (
  store: Store,
  { userId, state, now }: { readonly userId: number; readonly state: ImportState; readonly now: Instant },
): Promise<boolean> => {
  const user = await userById(store, userId)
  if (user === null) return true
  const accounts = await accountsOfUser(store, userId)
  const accountIds = state.accountIds ?? (await openAccounts(store, { user, accounts, head: state.head, now }))
  const [...all] = state.accountIds === null ? await accountsOfUser(store, userId) : accounts
  for (const [place, id] of accountIds.entries()) {
    const account = all.find((each) => each.id === id)
    if (account !== undefined && !(await sumUp(store, account, state.head.accounts[place]?.aliases ?? [], now)))
      return false
  }
  if (state.takesSettings) await saveImportedSettings(store, user, settingsOf(user, state.head.user, now))
  return true
}

/** False where the account moved on meanwhile. */
const sumUp = async (
  store: Store,
  account: Account,
  aliases: readonly CanonicalAddress[],
  now: Instant,
): Promise<boolean> => {
  const { days, lastAt } = await contactDaysOf(store, account.id, now)
  const activeDays = joinIndexes(account.activeDays, days.reduce(withIndex, noIndexes))
  const added = aliases.filter((address) => !account.aliases.includes(address))
  const readAt = isArchived(account.subject) && lastAt !== null ? instantAt(lastAt) : null
  const isRead = readAt === null || account.feeds.mail.readAt === readAt
  if (activeDays === account.activeDays && added.length === 0 && isRead) return true
  return advanceAccount(store, account, {
    activeDays,
    aliases: [...account.aliases, ...added],
    ...(readAt !== null && { readAt: { mail: readAt, calendar: readAt } }),
  })
}

const settingsOf = (user: User, file: FileUser, now: Instant): Parameters<typeof saveImportedSettings>[2] => {
  const report = { weekday: file.reportWeekday, hour: file.reportHour }
  const { zone, isZoneChosen, locale, writesIn, name, voice, wantsRewrites, away = null } = file
  const isSettled = user.mailStop?.reason === 'complained' && user.nextReportAt === null
  const nextReportAt = file.wantsReport && !isSettled ? rescheduled(user, { report, zone, away }, now) : null
  return {
    name,
    report,
    zone,
    isZoneChosen,
    locale,
    writesIn,
    voice,
    wantsRewrites,
    away,
    readsBack: readsBackOf(file.readsBackYears),
    nextReportAt,
  }
}
