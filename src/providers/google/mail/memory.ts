/**
 * What the backfill has read, packed into a string of twelve characters an entry: its second walk skips it. It only saves
 * quota: what it has forgotten is read again and changes nothing. Pure.
 */
import type { Memory } from '../../../model/account.ts'
import type { Entry, MessageStub } from './read.ts'

/** Gmail's ids: up to 16 hexadecimal digits. A thread bears the id of its first message. */
export const packEntry = ({ kind, id }: Entry): string => {
  const digits = id.padStart(16, '0')
  let packed = prefixes[kind] + alphabet.charAt(Number.parseInt(digits.slice(0, 1), 16))
  for (let at = 1; at < 16; at += 3) {
    const bits = Number.parseInt(digits.slice(at, at + 3), 16)
    packed += alphabet.charAt(bits >> 6) + alphabet.charAt(bits & 63)
  }
  return packed
}

const prefixes: Readonly<Record<Entry['kind'], string>> = { threads: 't', messages: 'l' }

/** Whether a message was read, alone or with its thread, by what is packed. */
export const readIn = (packed: string): ((stub: MessageStub) => boolean) => {
  const read = new Set<string>()
  for (let at = 0; at < packed.length; at += width) read.add(packed.slice(at, at + width))
  return ({ id, threadId }) =>
    read.has(packEntry({ kind: 'threads', id: threadId })) || read.has(packEntry({ kind: 'messages', id }))
}

/** To be kept beside the cursor: added to what is there, or in its place. */
export const memoryOf = (packed: string, { isNew }: Pick<Memory, 'isNew'>): Memory => ({
  text: packed,
  isNew,
  longest: maxLength,
})

const width = 12
/** 240 KB: a tenth of what D1 allows a row. */
const maxLength = 20_000 * width
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
