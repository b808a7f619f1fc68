/** Files being imported: what is left of them, and the writes of each part, all at once or not at all. */
import type { ProviderName } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import type { Instant } from '../model/time.ts'
import type { Block } from './contact-book.ts'
import { formatBlock } from './contact-book-format.ts'
import { doubtIn, kindIn } from './interaction-detail.ts'
import { answered, type Question, type Store } from './store.ts'

/** Begins anew: what an import before had left goes. */
export const startImport = async (
  { d1 }: Store,
  userId: number,
  { state, parts }: { readonly state: string; readonly parts: readonly string[] },
): Promise<void> => {
  await d1.batch([
    d1.prepare('DELETE FROM imports WHERE user_id = ?1').bind(userId),
    d1.prepare(addPart).bind(userId, 0, state),
    ...parts.map((part, index) => d1.prepare(addPart).bind(userId, index + 1, part)),
  ])
}

/** More of the same file; false where the import has moved on, or another has begun. */
export const extendImport = async (
  { d1 }: Store,
  userId: number,
  more: { readonly before: string; readonly state: string; readonly first: number; readonly parts: readonly string[] },
): Promise<boolean> => {
  const [changed] = await d1.batch([
    d1.prepare(setState).bind(userId, more.before, more.state),
    ...more.parts.map((part, index) => d1.prepare(addPartOf).bind(userId, more.first + index, part, more.state)),
  ])
  return changed !== undefined && changed.meta.changes > 0
}

const addPart = 'INSERT INTO imports (user_id, number, content) VALUES (?1, ?2, ?3)'

const addPartOf = `
  INSERT INTO imports (user_id, number, content) SELECT ?1, ?2, ?3
  WHERE EXISTS (SELECT 1 FROM imports WHERE user_id = ?1 AND number = 0 AND content = ?4)`

const setState = 'UPDATE imports SET content = ?3 WHERE user_id = ?1 AND number = 0 AND content = ?2'

/** How the user's import stands, as it was written; null where there is none. */
export const importStateQuestion = ({ d1 }: Store, userId: number): Question<string | null> => ({
  statement: d1.prepare('SELECT content FROM imports WHERE user_id = ?1 AND number = 0').bind(userId),
  answerOf: ({ results: [row] }) => (row as { readonly content: string } | undefined)?.content ?? null,
})

/** Lines of the file; null where they are applied already. */
export const importPartQuestion = (store: Store, userId: number, number: number): Question<string | null> => ({
  statement: store.d1.prepare('SELECT content FROM imports WHERE user_id = ?1 AND number = ?2').bind(userId, number),
  answerOf: ({ results: [row] }) => (row as { readonly content: string } | undefined)?.content ?? null,
})

/** Moves an import on; false where somebody else did. What is not needed any more goes with it. */
export const moveImport = async (
  { d1 }: Store,
  userId: number,
  move: { readonly before: string; readonly after: string; readonly drop: 'nothing' | 'all' | number },
): Promise<boolean> => {
  const [changed] = await d1.batch([
    d1.prepare(setState).bind(userId, move.before, move.after),
    ...(move.drop === 'nothing'
      ? []
      : [
          d1
            .prepare(dropParts)
            .bind(userId, move.after, move.drop === 'all' ? 1 : move.drop, move.drop === 'all' ? lastPart : move.drop),
        ]),
  ])
  return changed !== undefined && changed.meta.changes > 0
}

const lastPart = 2 ** 31

const dropParts = `
  DELETE FROM imports WHERE user_id = ?1 AND number BETWEEN ?3 AND ?4
    AND EXISTS (SELECT 1 FROM imports WHERE user_id = ?1 AND number = 0 AND content = ?2)`

/** The user has seen how it ended. */
export const dropImport = async ({ d1 }: Store, userId: number): Promise<void> => {
  await d1.prepare('DELETE FROM imports WHERE user_id = ?1').bind(userId).run()
}

/** Who an account of a file is that nobody has connected here. No provider gives such a subject: nobody signs in by it. */
const archivePrefix = (userId: number): string => `archive:${userId}:`

/** The provider's own subject, of an account that is connected or of one that a file told of. */
export const subjectOf = (subject: string): string => subject.replace(/^archive:\d+:/, '')

export const isArchived = (subject: string): boolean => subjectOf(subject) !== subject

/** The subject of an account as a file names it, in a user's archive. */
export const archiveSubject = (userId: number, subject: string): string => `${archivePrefix(userId)}${subject}`

/**
 * Adds an account that a file tells of: disconnected, and read as far as the file goes, so that it holds nothing else back.
 * Nobody signs in by it. Once.
 */
export const addArchive = async (
  { d1 }: Store,
  userId: number,
  account: {
    readonly provider: ProviderName
    readonly subject: string
    readonly address: string
    readonly progress: string
    readonly now: Instant
  },
): Promise<void> => {
  const subject = archiveSubject(userId, account.subject)
  await d1.batch([
    d1.prepare(insertArchive).bind(userId, account.provider, subject, account.address, account.now, account.progress),
    ...['mail', 'calendar'].map((feed) => d1.prepare(archiveRead).bind(account.provider, subject, feed, account.now)),
  ])
}

const insertArchive = `
  INSERT INTO accounts (user_id, provider, subject, address, "grant", created_at, aliases, status_kind, status_reason,
    status_since, revision, lease_until, not_before, mail_read_at, calendar_read_at, quota_window, progress, active_days)
  SELECT id, ?2, ?3, ?4, '', ?5, '[]', 'disconnected', 'person', ?5, 0, 0, 0, 0, 0, '[]', ?6, '' FROM users WHERE id = ?1
  ON CONFLICT DO NOTHING`

const archiveRead = `
  INSERT INTO reads (account_id, feed, number, purpose, phase, started_at, found, removed)
  SELECT id, ?3, 0, 'changes', 'done', ?4, 0, 0 FROM accounts WHERE provider = ?1 AND subject = ?2
  ON CONFLICT DO NOTHING`

/** An entry of a file, of one of our accounts and still by its address. */
export type EntryRow = readonly [accountId: number, feed: number, address: CanonicalAddress, at: number, item: number]

/** Which of these entries are stored, as their places. */
export const storedEntriesQuestion = (
  store: Store,
  userId: number,
  rows: readonly EntryRow[],
): Question<ReadonlySet<number>> => {
  if (rows.length === 0) return answered(store, new Set<number>())
  return {
    statement: store.d1.prepare(storedPlaces).bind(userId, JSON.stringify(rows)),
    answerOf: ({ results }) => new Set(results.map((row) => Number((row as { readonly place: number }).place))),
  }
}

const storedPlaces = `
  SELECT wanted.key AS place FROM json_each(?2) AS wanted
  CROSS JOIN addresses AS a ON a.user_id = ?1 AND a.address = wanted.value ->> 2
  CROSS JOIN interactions AS i ON i.account_id = wanted.value ->> 0 AND i.feed = wanted.value ->> 1
    AND i.contact_id = a.contact_id AND i.at = wanted.value ->> 3 AND i.item = wanted.value ->> 4`

/** What a part of a file adds. */
export interface ImportWrite {
  readonly userId: number
  readonly accountIds: readonly number[]
  /** Blocks that changed, with the version they were read at. */
  readonly blocks: readonly Block[]
  readonly newAddresses: readonly { readonly address: CanonicalAddress; readonly contactId: number }[]
  readonly entries: readonly (readonly [
    accountId: number,
    feed: number,
    contactId: number,
    at: number,
    item: number,
    detail: number,
    message: number | null,
    thread: number | null,
    wholeId: string | null,
  ])[]
  readonly automatedSenders: readonly (readonly [accountId: number, address: string, evidence: number])[]
}

/** Throws as `isOvertaken` tells where someone else wrote first; then nothing was written. */
export const saveImported = async ({ d1 }: Store, write: ImportWrite): Promise<void> => {
  const versions = write.blocks.map(({ id, version }) => [id, version])
  const blocks = write.blocks.map(({ id, version, contacts }) => [id, version + 1, formatBlock(contacts)])
  const known = write.newAddresses.map(({ address, contactId }) => [address, contactId])
  await d1.batch([
    d1.prepare(holdsStill).bind(write.userId, JSON.stringify(versions), JSON.stringify(write.accountIds)),
    ...(write.entries.length === 0 ? [] : [d1.prepare(addEntries).bind(JSON.stringify(write.entries))]),
    ...(known.length === 0 ? [] : [d1.prepare(addAddresses).bind(write.userId, JSON.stringify(known))]),
    ...(write.automatedSenders.length === 0
      ? []
      : [d1.prepare(addSenders).bind(JSON.stringify(write.automatedSenders))]),
    ...(blocks.length === 0 ? [] : [d1.prepare(putBlocks).bind(JSON.stringify(blocks))]),
  ])
}

const holdsStill = `
  INSERT INTO guard (broken) SELECT 1
  WHERE EXISTS (SELECT 1 FROM json_each(?2) AS read LEFT JOIN contact_blocks AS block ON block.id = read.value ->> 0
      WHERE ifnull(block.version, 0) <> read.value ->> 1)
    OR EXISTS (SELECT 1 FROM json_each(?3) WHERE value NOT IN (SELECT id FROM accounts WHERE user_id = ?1))`

const addEntries = `
  INSERT INTO interactions (account_id, feed, contact_id, at, item, detail, message, thread, whole_id)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
    CAST(value ->> 8 AS INTEGER)
  FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`

const addAddresses =
  'INSERT INTO addresses (user_id, address, contact_id) SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)'

const addSenders = `
  INSERT INTO automated_senders (account_id, address, evidence)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1) WHERE true
  ON CONFLICT DO UPDATE SET evidence = excluded.evidence WHERE excluded.evidence > automated_senders.evidence`

const putBlocks = `
  INSERT INTO contact_blocks (id, version, contacts)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1) WHERE true
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, contacts = excluded.contacts`

/** UTC days on which an account shows direct contact, and when the last of its entries was, at most `now`. */
export const contactDaysOf = async (
  { d1 }: Store,
  accountId: number,
  now: Instant,
): Promise<{ readonly days: readonly number[]; readonly lastAt: number | null }> => {
  const [days, last] = await d1.batch<{ day: number | null }>([
    d1
      .prepare(
        `SELECT DISTINCT at / 86400 AS day FROM interactions WHERE account_id = ?1
          AND ${kindIn('detail')} <> 0 AND ${doubtIn('detail')} = 0 ORDER BY day`,
      )
      .bind(accountId),
    d1.prepare('SELECT max(at) AS day FROM interactions WHERE account_id = ?1 AND at <= ?2').bind(accountId, now),
  ])
  return { days: (days?.results ?? []).map(({ day }) => Number(day)), lastAt: last?.results[0]?.day ?? null }
}

/** Adds lines to the log of corrections under these numbers; throws where a number is taken meanwhile. */
export const addCorrections = async (
  { d1 }: Store,
  userId: number,
  lines: readonly (readonly [id: number, at: number, content: string])[],
): Promise<void> => {
  await d1
    .prepare(
      'INSERT INTO corrections (user_id, id, at, content) SELECT ?1, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?2)',
    )
    .bind(userId, JSON.stringify(lines))
    .run()
}

/** A report as it goes into its row. */
export type ImportedReport = readonly [
  week: string,
  claimedAt: number,
  sentAt: number | null,
  triedAt: number | null,
  failure: string | null,
  content: string | null,
]

export type ImportedAct = readonly [week: string, personId: number, act: string, at: number]

/** Reports and acts of weeks that have none yet. */
export const addPast = async (
  { d1 }: Store,
  userId: number,
  { reports, acts }: { readonly reports: readonly ImportedReport[]; readonly acts: readonly ImportedAct[] },
): Promise<void> => {
  if (reports.length + acts.length === 0) return
  await d1.batch([
    d1.prepare(addReports).bind(userId, JSON.stringify(reports)),
    d1.prepare(addActs).bind(userId, JSON.stringify(acts)),
  ])
}

const addReports = `
  INSERT INTO reports (user_id, week, claimed_at, sent_at, tried_at, failure, content)
  SELECT users.id, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
  FROM json_each(?2) JOIN users ON users.id = ?1 WHERE true ON CONFLICT DO NOTHING`

const addActs = `
  INSERT INTO suggestion_acts (user_id, week, person_id, act, at)
  SELECT users.id, value ->> 0, value ->> 1, value ->> 2, value ->> 3
  FROM json_each(?2) JOIN users ON users.id = ?1 WHERE true ON CONFLICT DO NOTHING`
