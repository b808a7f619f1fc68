/** Mail of Graph v1.0, as far as metadata goes: folders, messages, and what changes of both. */
import { type Call, mailScopes, type Resource } from './calls.ts'
import { folderById, folderDelta, folderList, folderOrRefusal } from './folder-lists.ts'
import { rootKey } from './folders.ts'
import { messageDelta } from './message-delta.ts'
import { messageById, messageList } from './message-lists.ts'
import type { MailSetting } from './message-view.ts'
import { type FolderKey, messagesIn } from './whereabouts.ts'

export interface MailGate extends MailSetting {
  /** How often a state token has been told that it is over. */
  readonly lapses: () => number
}

export const mailResources = (gate: MailGate): readonly Resource[] => [
  resource('me/messages', 'messages.list', (call) => messageList(call, call.mailbox.newestFirst, gate)),
  resource('me/messages/*', 'messages.get', (call) => messageById(call, keyOf(call, 0), gate)),
  resource('me/mailfolders', 'mailFolders.list', (call) => folderList(call, rootKey)),
  resource('me/mailfolders/delta', 'mailFolders.delta', (call) => folderDelta(call, gate.lapses)),
  resource('me/mailfolders/*', 'mailFolders.get', (call) => folderById(call, keyOf(call, 0))),
  resource('me/mailfolders/*/childfolders', 'mailFolders.list', (call) =>
    inFolder(call, (folder) => folderList(call, folder)),
  ),
  resource('me/mailfolders/*/messages', 'messages.list', (call) =>
    inFolder(call, (folder) => messageList(call, messagesIn(call.mailbox, folder), gate)),
  ),
  resource('me/mailfolders/*/messages/delta', 'messages.delta', (call) =>
    inFolder(call, (folder) => messageDelta(call, folder, gate)),
  ),
  resource('me/mailfolders/*/messages/*', 'messages.get', (call) => messageById(call, keyOf(call, 1), gate)),
]

type Answer = Resource['answer']

const resource = (path: string, name: string, answer: Answer): Resource => ({
  name,
  path: path.split('/'),
  scopes: mailScopes,
  isOutlook: true,
  answer,
})

const keyOf = ({ keys }: Call, index: number): string => keys[index] ?? ''

const inFolder = (call: Call, serve: (folder: FolderKey) => ReturnType<Answer>): ReturnType<Answer> => {
  const folder = folderOrRefusal(call, keyOf(call, 0))
  return folder.ok ? serve(folder.value) : folder
}
