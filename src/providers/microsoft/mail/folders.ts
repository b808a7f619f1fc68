/**
 * Which folders are read: the inbox, what was sent, the archive and whatever the person made, but not drafts, junk, the
 * bin and what lies in it. A message that goes from one kept folder to another is where it was; one that goes to another
 * place is thrown away. Pure.
 */
import type { CanonicalAddress } from '../../../model/address.ts'
import { fieldsOf, textOf } from '../../../model/json.ts'
import { headerValue, type Message } from '../../../model/message.ts'
import { freshWalk, type OutlookState } from './cursor.ts'
import type { PartialMessage } from './parse.ts'

/** Graph's names for folders whose own names are in the owner's language. */
export const sentFolder = 'sentitems'
export const inboxFolder = 'inbox'
export const excludedFolders = [
  'drafts',
  'deleteditems',
  'junkemail',
  'outbox',
  'conversationhistory',
  'syncissues',
] as const

/** A page of the delta of folders, applied. `hasLost` where a folder that messages were seen in is read no more. */
export const withFolders = (
  state: OutlookState,
  rows: readonly unknown[],
): { readonly state: OutlookState; readonly hasLost: boolean } => {
  const parents = { ...state.folders.parents }
  for (const row of rows) {
    const fields = fieldsOf(row)
    const id = textOf(fields?.id)
    // A search folder shows messages that lie elsewhere.
    if (fields === null || id === null || /searchFolder/i.test(textOf(fields['@odata.type']) ?? '')) continue
    if (fields['@removed'] === undefined) parents[id] = textOf(fields.parentFolderId) ?? parents[id] ?? ''
    else delete parents[id]
  }
  const folders = { ...state.folders, parents }
  const kept = Object.keys(parents).filter((id) => isKept(folders, id))
  const known = new Map(state.walks.map((walk) => [walk.id, walk]))
  const walks = kept.map((id) => known.get(id) ?? freshWalk(id))
  const keptIds = new Set(kept)
  const lost = state.walks.filter(({ id }) => !keptIds.has(id))
  return { state: { ...state, folders, walks }, hasLost: lost.some(({ rows: seen }) => seen > 0) }
}

/** Without a folder that is no more. */
export const withoutFolder = (
  state: OutlookState,
  id: string,
): { readonly state: OutlookState; readonly hasLost: boolean } => withFolders(state, [{ id, '@removed': {} }])

const isKept = ({ parents, excluded }: OutlookState['folders'], id: string): boolean => {
  let at: string | undefined = id
  for (let depth = 0; at !== undefined && depth < maxDepth; depth += 1) {
    if (excluded.includes(at)) return false
    at = parents[at]
  }
  return true
}

/** Exchange nests no deeper; and two folders that were each other's parent would be climbed for ever. */
const maxDepth = 300

export const messageOf = (state: OutlookState, partial: PartialMessage): Message => {
  const { folder: _folder, sentAt: _sentAt, ...message } = partial
  return { ...message, box: boxOf(state, partial) }
}

const boxOf = (state: OutlookState, { folder, from, to, cc, bcc, headers }: PartialMessage): Message['box'] => {
  const { folders, walks } = state
  if (folder === folders.sent) return 'sent'
  if (!walks.some(({ id }) => id === folder)) return 'discarded'
  // What arrives comes into the inbox, and is checked on its way: anybody can write the owner's address into From.
  if (folder === folders.inbox || headerValue(headers, 'authentication-results') !== null) return 'received'
  // Filed away: Graph does not say which side it was on. A copy that the owner got of their own message names them.
  const isOwn = (address: CanonicalAddress): boolean => state.own.includes(address)
  const isFromOwner = from !== null && isOwn(from.address)
  return isFromOwner && ![...to, ...cc, ...bcc].some(({ address }) => isOwn(address)) ? 'sent' : 'received'
}

/** Whatever address a message was sent from is its owner's. */
export const withAddresses = (state: OutlookState, partials: readonly PartialMessage[]): OutlookState => {
  const found = partials.flatMap(({ folder, from }) => (folder === state.folders.sent && from ? [from.address] : []))
  const added = [...new Set(found)].filter((address) => !state.own.includes(address))
  return added.length === 0 ? state : { ...state, own: [...state.own, ...added].slice(0, maxAddresses) }
}

/** Nobody sends from more; a shared mailbox might. */
const maxAddresses = 50
