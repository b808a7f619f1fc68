/** The folders of a mailbox, as Exchange names and nests them. Pure. */
import type { Mailbox } from '../world.ts'
import { accountOf } from './account.ts'
import { folderId, readFolderId } from './ids.ts'
import { type FolderKey, messagesIn, ownFolder, ownFolders } from './whereabouts.ts'

export interface Folder {
  readonly key: FolderKey
  readonly displayName: string
  readonly parent: FolderKey
  /** The sequence number since which it is there. */
  readonly since: number
}

export const rootKey: FolderKey = 'msgfolderroot'

/** All but the root, parents before their children. */
export const foldersOf = (mailbox: Mailbox): readonly Folder[] => [
  ...wellKnown(mailbox).map((key) => ({ key, displayName: nameOf(mailbox, key), parent: rootKey, since: 0 })),
  ...[...ownFolders(mailbox)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, since]) => {
      const end = path.lastIndexOf('/')
      return {
        key: ownFolder(path),
        displayName: path.slice(end + 1),
        parent: end < 0 ? rootKey : ownFolder(path.slice(0, end)),
        since,
      }
    }),
]

/** The folder that a part of a path names, by its id or, whatever the case, by its well-known name. */
export const folderNamed = (mailbox: Mailbox, name: string): FolderKey | null => {
  const known = name.toLowerCase()
  if (known === rootKey || wellKnown(mailbox).includes(known)) return known
  const key = readFolderId(mailbox, name)
  const isThere = key === rootKey || foldersOf(mailbox).some((folder) => folder.key === key)
  return key !== null && isThere ? key : null
}

/** Version 1.0 does not say which folder is which well-known one: whoever wants to know asks for it by name. */
export const folderProperties = [
  'id',
  'displayName',
  'parentFolderId',
  'childFolderCount',
  'unreadItemCount',
  'totalItemCount',
  'sizeInBytes',
  'isHidden',
] as const

export const folderResource = (mailbox: Mailbox, key: FolderKey): Readonly<Record<string, unknown>> => {
  const all = foldersOf(mailbox)
  const folder = all.find((one) => one.key === key)
  const mails = messagesIn(mailbox, key)
  return {
    id: folderId(mailbox, key),
    displayName: folder?.displayName ?? nameOf(mailbox, key),
    // Above the root is one that nobody sees.
    parentFolderId: folderId(mailbox, folder?.parent ?? 'root'),
    childFolderCount: all.filter(({ parent }) => parent === key).length,
    unreadItemCount: mails.filter(({ labels }) => labels.includes('UNREAD')).length,
    totalItemCount: mails.length,
    sizeInBytes: mails.reduce((sum, { size }) => sum + size, 0),
    isHidden: false,
  }
}

const wellKnown = ({ owner }: Mailbox): readonly FolderKey[] =>
  accountOf(owner).kind === 'work' ? [...everyones, 'conversationhistory'] : everyones

const everyones: readonly FolderKey[] = [
  'archive',
  'deleteditems',
  'drafts',
  'inbox',
  'junkemail',
  'outbox',
  'sentitems',
]

/** In the language of whoever set the mailbox up: no name tells which folder it is. */
const nameOf = ({ owner }: Mailbox, key: FolderKey): string => {
  const [english, german] = names[key] ?? [key, key]
  return accountOf(owner).language === 'de' ? german : english
}

const names: Readonly<Record<FolderKey, readonly [english: string, german: string]>> = {
  [rootKey]: ['Top of Information Store', 'Oberste Ebene des Informationsspeichers'],
  archive: ['Archive', 'Archiv'],
  conversationhistory: ['Conversation History', 'Aufgezeichnete Unterhaltungen'],
  deleteditems: ['Deleted Items', 'Gelöschte Elemente'],
  drafts: ['Drafts', 'Entwürfe'],
  inbox: ['Inbox', 'Posteingang'],
  junkemail: ['Junk Email', 'Junk-E-Mail'],
  outbox: ['Outbox', 'Postausgang'],
  sentitems: ['Sent Items', 'Gesendete Elemente'],
}
