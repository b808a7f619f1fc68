/** A part of everything a user has, as a file, piece by piece: no more than one piece is ever held. */
import type { Account } from '../model/account.ts'
import { type Correction, toldAddresses } from '../model/correction.ts'
import type { User } from '../model/user.ts'
import { blocksOf } from '../store/contact-book.ts'
import { blockRange } from '../store/contact-book-format.ts'
import { correctionsOf } from '../store/corrections.ts'
import {
  addressesOfContacts,
  exportedActs,
  exportedEntries,
  exportedReports,
  exportedSenders,
  exportSizes,
  type ReportRow,
} from '../store/export.ts'
import { subjectOf } from '../store/imports.ts'
import { feedNamed } from '../store/interaction-detail.ts'
import type { Store } from '../store/store.ts'
import { type ExportPiece, entriesPerPiece, planExport, sendersPerPiece } from './export-plan.ts'
import { type FileHead, type FileRecord, fileEnd, fileFormat, fileVersion, formatHead } from './file.ts'
import { peopleNamed, portableNames, renamed, storedNames } from './portable.ts'

export interface ExportOf {
  readonly user: User
  readonly accounts: readonly Account[]
}

/** The parts of the user's file: see `planExport`. */
export const exportParts = async (store: Store, userId: number): Promise<readonly (readonly ExportPiece[])[]> =>
  planExport(await exportSizes(store, userId, entriesPerPiece))

/** The text of a file with these pieces, in order. */
export const exportText = async function* (
  store: Store,
  of: ExportOf,
  pieces: readonly ExportPiece[],
): AsyncGenerator<string> {
  yield formatHead(headOf(of))
  let isFirst = true
  for (const piece of pieces) {
    const lines = await linesOf(store, of, piece)
    if (lines.length === 0) continue
    yield `${isFirst ? '\n' : ',\n'}${lines.join(',\n')}`
    isFirst = false
  }
  yield `\n${fileEnd}\n`
}

const headOf = ({ user, accounts }: ExportOf): FileHead => ({
  format: fileFormat,
  version: fileVersion,
  user: {
    address: user.address,
    name: user.name,
    zone: user.zone,
    isZoneChosen: user.isZoneChosen,
    reportWeekday: user.report.weekday,
    reportHour: user.report.hour,
    wantsReport: user.nextReportAt !== null,
    away: user.away,
    locale: user.locale,
    writesIn: user.writesIn,
    readsBackYears: user.readsBack ?? 0,
    voice: user.voice,
    wantsRewrites: user.wantsRewrites,
  },
  accounts: inFileOrder(accounts).map(({ provider, subject, address, aliases }) => ({
    provider,
    subject: subjectOf(subject),
    address,
    aliases: [...aliases],
  })),
})

/** The same wherever the accounts are connected, and in whatever order. */
const inFileOrder = (accounts: readonly Account[]): readonly Account[] =>
  accounts.toSorted((a, b) => (fileOrderOf(a) < fileOrderOf(b) ? -1 : 1))

const fileOrderOf = ({ provider, subject, id }: Account): string =>
  `${provider} ${subjectOf(subject)} ${String(id).padStart(16, '0')}`

const placesOf = (accounts: readonly Account[]): ReadonlyMap<number, number> =>
  new Map(inFileOrder(accounts).map(({ id }, place) => [id, place]))

const recordLine = (record: FileRecord): string => JSON.stringify(record)

const linesOf = async (store: Store, of: ExportOf, piece: ExportPiece): Promise<readonly string[]> => {
  const userId = of.user.id
  const places = placesOf(of.accounts)
  switch (piece.kind) {
    case 'people':
      return peopleLines(store, userId, piece)
    case 'entries': {
      const account = places.get(piece.accountId)
      if (account === undefined) return []
      const rows = await exportedEntries(store, { userId, ...piece })
      return rows.flatMap(({ feed, address, entries }) =>
        address === '' ? [] : [entriesLine({ account, feed: feedNamed(feed), address }, entries)],
      )
    }
    case 'automated_senders': {
      const account = places.get(piece.accountId)
      if (account === undefined) return []
      const rows = await exportedSenders(store, { userId, ...piece, limit: sendersPerPiece })
      return rows.map((row) => recordLine({ kind: 'automated_sender', account, ...row }))
    }
    case 'corrections':
      return (await correctionsOf(store, userId)).map((entry) => recordLine({ kind: 'correction', ...entry }))
    case 'reports':
      return reportLines(store, of, await exportedReports(store, { userId, ...piece }))
    case 'acts':
      return actLines(store, userId)
  }
}

/** The database has written the entries as JSON: they go out as they are. */
const entriesLine = (
  { account, feed, address }: { readonly account: number; readonly feed: string; readonly address: string },
  entries: string,
): string =>
  `{"kind":"entries","account":${account},"feed":"${feed}","person":${JSON.stringify(address)},"entries":${entries}}`

const peopleLines = async (
  store: Store,
  userId: number,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly string[]> => {
  const range = blockRange(userId)
  const ids = Array.from({ length: Math.min(to - from + 1, maxBlocks) }, (_, index) => range.from + from + index)
  const blocks = await blocksOf(
    store,
    ids.filter((id) => id <= range.to),
  )
  return blocks.flatMap(({ contacts }) =>
    contacts.flatMap(({ address, label: { name, spelling, rank }, bouncedAt }) =>
      address === '' ? [] : [recordLine({ kind: 'person', address, name, spelling, rank, bouncedAt })],
    ),
  )
}

/** Whatever a link says. */
const maxBlocks = 64

const reportLines = async (
  store: Store,
  { user, accounts }: ExportOf,
  rows: readonly ReportRow[],
): Promise<readonly string[]> => {
  const contents = rows.map(({ content }) => (content === null ? null : JSON.parse(content)))
  const addressOf = await addressesOf(
    store,
    user.id,
    contents.flatMap((each) => peopleNamed(each, storedNames.person)),
  )
  const places = placesOf(accounts)
  const renaming = {
    from: storedNames,
    to: portableNames,
    person: (id: unknown) => addressOf(Number(id)),
    account: (id: unknown) => places.get(Number(id)) ?? null,
  }
  return rows.map((row, index) =>
    JSON.stringify({ kind: 'report', ...row, content: renamed(contents[index], renaming) }),
  )
}

const actLines = async (store: Store, userId: number): Promise<readonly string[]> => {
  const acts = await exportedActs(store, userId)
  const addressOf = await addressesOf(
    store,
    userId,
    acts.map(({ personId }) => personId),
  )
  return acts.map(({ week, personId, act, at }) =>
    JSON.stringify({ kind: 'suggestion_act', week, person: addressOf(personId), act, at }),
  )
}

/** What tells the address of a person by their number: a contact's, or one that only a correction tells of. */
const addressesOf = async (
  store: Store,
  userId: number,
  personIds: readonly unknown[],
): Promise<(personId: number) => string | null> => {
  const wanted = [...new Set(personIds.map(Number))]
  const contacts = await addressesOfContacts(
    store,
    userId,
    wanted.filter((id) => id >= 0),
  )
  if (wanted.every((id) => id >= 0)) return (id) => contacts.get(id) ?? null
  const told = new Map(
    (await everyCorrection(store, userId)).flatMap((each) => [...toldAddresses([each])].map(swapped)),
  )
  return (id) => contacts.get(id) ?? told.get(id) ?? null
}

/** Those that were undone too: reports of before speak of their people. */
const everyCorrection = async (
  store: Store,
  userId: number,
): Promise<readonly { readonly id: number; readonly correction: Correction }[]> =>
  (await correctionsOf(store, userId)).flatMap(({ id, content }) =>
    content.kind === 'undo' ? [] : [{ id, correction: content }],
  )

const swapped = <A, B>([a, b]: readonly [A, B]): readonly [B, A] => [b, a]
