/** The folders of the webmail, and their pages. */
import { listMails } from '../google/gmail-lists.ts'
import type { Mail, Mailbox } from '../world.ts'

export type FolderName = 'inbox' | 'sent' | 'all' | 'spam' | 'bin'

export interface Folder {
  readonly name: FolderName
  readonly title: string
  readonly labelIds: readonly string[]
}

export const inbox: Folder = { name: 'inbox', title: 'Inbox', labelIds: ['INBOX'] }

export const folders: readonly Folder[] = [
  inbox,
  { name: 'sent', title: 'Sent', labelIds: ['SENT'] },
  { name: 'all', title: 'All mail', labelIds: [] },
  { name: 'spam', title: 'Spam', labelIds: ['SPAM'] },
  { name: 'bin', title: 'Bin', labelIds: ['TRASH'] },
]

export const folderNamed = (name: string | undefined): Folder | undefined =>
  folders.find((folder) => folder.name === name)

export interface FolderPage {
  readonly mails: readonly Mail[]
  /** Of the first and the last of them in the folder, from 1. */
  readonly first: number
  readonly last: number
  readonly total: number
  readonly page: number
  readonly pages: number
}

export const folderPage = (mailbox: Mailbox, { labelIds }: Folder, wanted: number): FolderPage => {
  const all = listMails(mailbox, { labelIds, includeSpamTrash: false })
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const page = Math.min(Math.max(1, Math.floor(wanted) || 1), pages)
  const start = (page - 1) * pageSize
  const mails = all.slice(start, start + pageSize)
  return { mails, first: start + 1, last: start + mails.length, total: all.length, page, pages }
}

export const unreadIn = (mailbox: Mailbox, { labelIds }: Folder): number =>
  listMails(mailbox, { labelIds: [...labelIds, 'UNREAD'], includeSpamTrash: false }).length

const pageSize = 50
