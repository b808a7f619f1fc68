/**
 * Where letters lie. The world has labels, several to a letter; Exchange has folders, and a letter lies in one. Which one
 * follows from the labels, and the record of label changes becomes a record of each folder's comings and goings.
 */
import { isSystemLabel } from '../labels.ts'
import type { Label, Mail, Mailbox, MailChange } from '../world.ts'

/** A well-known name, or `own:` and the path of one of the person's own. */
export type FolderKey = string

/** What happened to a letter as one folder sees it. */
export interface FolderChange {
  readonly sequence: number
  readonly mailId: string
  /** `marked` is a letter that was read, or unread again, and nothing else. */
  readonly kind: 'came' | 'went' | 'changed' | 'marked'
  /** By which regular id the folder knew a letter that went: how often it had moved. */
  readonly place: number
}

/**
 * Whatever is thrown away lies in the bin, whichever labels it keeps; what has no label is archived. A draft may lie in
 * any folder: among the drafts is only what lies nowhere else.
 */
export const folderOf = (labels: readonly Label[]): FolderKey => {
  for (const [label, folder] of places) if (labels.includes(label)) return folder
  const own = labels.find((label) => !isSystemLabel(label))
  if (own !== undefined) return ownFolder(own)
  return labels.includes('DRAFT') ? 'drafts' : 'archive'
}

export const ownFolder = (path: string): FolderKey => `own:${path}`

/** Letters of a folder, newest first. */
export const messagesIn = (mailbox: Mailbox, folder: FolderKey): readonly Mail[] => {
  const all = mailbox.newestFirst
  const known = contents.get(all) ?? Map.groupBy(all, ({ labels }) => folderOf(labels))
  contents.set(all, known)
  return known.get(folder) ?? []
}

/** Everything that happened in a folder after a moment, oldest first. */
export const changesIn = (mailbox: Mailbox, folder: FolderKey, after: number): readonly FolderChange[] => {
  const changes = notesOf(mailbox).changes.get(folder) ?? []
  return changes.slice(changes.findLastIndex(({ sequence }) => sequence <= after) + 1)
}

/** How often a letter has moved from one folder to another. */
export const placeOf = (mailbox: Mailbox, mailId: string): number => notesOf(mailbox).moves.get(mailId) ?? 0

/** The sequence number of the last change to a letter: what its change key is made of. */
export const changedAt = (mailbox: Mailbox, mailId: string): number => notesOf(mailbox).changedAt.get(mailId) ?? 0

/** The person's own folders by path, each with the sequence number since which it is there: 0 is from the beginning. */
export const ownFolders = (mailbox: Mailbox): ReadonlyMap<string, number> => notesOf(mailbox).ownFolders

const places: readonly (readonly [Label, FolderKey])[] = [
  ['TRASH', 'deleteditems'],
  ['SPAM', 'junkemail'],
  ['SENT', 'sentitems'],
  ['INBOX', 'inbox'],
]

interface Notes {
  read: number
  readonly changes: Map<FolderKey, FolderChange[]>
  readonly moves: Map<string, number>
  readonly changedAt: Map<string, number>
  readonly ownFolders: Map<string, number>
}

/** A mailbox gives out a new array after every change, so what was derived from the old one is forgotten with it. */
const contents = new WeakMap<readonly Mail[], ReadonlyMap<FolderKey, readonly Mail[]>>()

/** Derived from the record of changes, which only grows. */
const notes = new WeakMap<Mailbox, Notes>()

const notesOf = (mailbox: Mailbox): Notes => {
  const noted = notes.get(mailbox) ?? firstNotes(mailbox)
  notes.set(mailbox, noted)
  for (const change of mailbox.mailChanges.slice(noted.read)) note(noted, change)
  noted.read = mailbox.mailChanges.length
  return noted
}

/** A folder is as old as the oldest letter in it, and whatever lay in one before anything changed was there from the beginning. */
const firstNotes = (mailbox: Mailbox): Notes => {
  const firstChanges = new Map<string, MailChange>()
  for (const change of mailbox.mailChanges) {
    if (!firstChanges.has(change.mailId)) firstChanges.set(change.mailId, change)
  }
  const folders = new Map<string, number>()
  for (const { before } of firstChanges.values()) noteFolder(folders, before ?? [], 0)
  for (const { id, labels } of mailbox.newestFirst) if (!firstChanges.has(id)) noteFolder(folders, labels, 0)
  return { read: 0, changes: new Map(), moves: new Map(), changedAt: new Map(), ownFolders: folders }
}

const note = (noted: Notes, { sequence, mailId, before, after }: MailChange): void => {
  const from = before === null ? null : folderOf(before)
  const to = after === null ? null : folderOf(after)
  const place = noted.moves.get(mailId) ?? 0
  const add = (folder: FolderKey, kind: FolderChange['kind']): void => {
    const known = noted.changes.get(folder)
    const change = { sequence, mailId, kind, place }
    if (known === undefined) noted.changes.set(folder, [change])
    else known.push(change)
  }
  noteFolder(noted.ownFolders, before ?? [], 0)
  noteFolder(noted.ownFolders, after ?? [], sequence)
  noted.changedAt.set(mailId, sequence)
  if (from === to) {
    if (to !== null) add(to, isMark(before ?? [], after ?? []) ? 'marked' : 'changed')
    return
  }
  if (from !== null) add(from, 'went')
  if (to !== null) add(to, 'came')
  if (from !== null && to !== null) noted.moves.set(mailId, place + 1)
}

const noteFolder = (folders: Map<string, number>, labels: readonly Label[], since: number): void => {
  for (const label of labels) {
    if (isSystemLabel(label)) continue
    // "Clients/Casamar" lies in "Clients", which is there even if nothing else lies in it.
    for (const path of pathsTo(label)) if (!folders.has(path)) folders.set(path, since)
  }
}

const pathsTo = (path: string): readonly string[] => {
  const names = path.split('/')
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

const isMark = (before: readonly Label[], after: readonly Label[]): boolean => {
  const withoutMark = (labels: readonly Label[]) => labels.filter((label) => label !== 'UNREAD').join()
  return withoutMark(before) === withoutMark(after)
}
