/**
 * Ids as Exchange gives them. A regular id changes when the item moves, an immutable one never; a folder has only one. All
 * are case-sensitive, and an id of one mailbox is nobody's in another. Pure.
 */
import { base64url } from '../service/random.ts'
import type { Mailbox } from '../world.ts'
import { accountOf } from './account.ts'

export type IdType = 'regular' | 'immutable'

export type ItemKind = 'message' | 'event'

export interface ItemId {
  readonly kind: ItemKind
  readonly id: string
  /** How often the item had moved when a regular id was given out; null in an immutable one. */
  readonly place: number | null
}

export const itemId = (mailbox: Mailbox, { kind, id, place }: ItemId): string =>
  place === null
    ? `${immutablePrefix}${encoded([tagOf(mailbox), kind, id])}AAA=`
    : `${regularPrefix}${encoded([tagOf(mailbox), kind, id, String(place)])}AAA=`

/** What an id names: null where it is malformed, undefined where it is another mailbox's. */
export const readItemId = (mailbox: Mailbox, text: string): ItemId | null | undefined => {
  const prefix = [immutablePrefix, regularPrefix].find((one) => text.startsWith(one))
  const parts = prefix === undefined || !text.endsWith('AAA=') ? null : decoded(text.slice(prefix.length, -4))
  const [tag, kind, id, place] = parts ?? []
  if (id === undefined || (kind !== 'message' && kind !== 'event')) return null
  if (tag !== tagOf(mailbox)) return undefined
  if (prefix === immutablePrefix) return { kind, id, place: null }
  return place === undefined ? null : { kind, id, place: Number(place) }
}

export const folderId = (mailbox: Mailbox, key: string): string =>
  `${folderPrefix}${encoded([tagOf(mailbox), key])}AAA=`

/** The folder an id names, or null. */
export const readFolderId = (mailbox: Mailbox, text: string): string | null => {
  if (!text.startsWith(folderPrefix) || !text.endsWith('AAA=')) return null
  const [tag, key] = decoded(text.slice(folderPrefix.length, -4)) ?? []
  return tag === tagOf(mailbox) && key !== undefined ? key : null
}

export const conversationId = (mailbox: Mailbox, threadId: string): string =>
  `AAQkAD${encoded([tagOf(mailbox), threadId])}AAA=`

export const changeKey = (sequence: number): string => `CQAAABYAAAB${encoded([String(sequence)])}`

const immutablePrefix = 'AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A'
const regularPrefix = 'AAMkAGI2'
const folderPrefix = 'AQMkADYA'

/** The mailbox within an id. */
const tagOf = ({ owner }: Mailbox): string => accountOf(owner).objectId.slice(-8)

const encoded = (parts: readonly string[]): string => base64url(new TextEncoder().encode(parts.join('\n')))

const decoded = (text: string): readonly string[] | null => {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const parts = new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0))).split('\n')
    // What a text that was changed in one place decodes to must not pass for what it was.
    return encoded(parts) === text ? parts : null
  } catch {
    return null
  }
}
