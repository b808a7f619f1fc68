/** What the headers of a letter tell, as Exchange takes it apart. Pure. */
import { decodeWords } from 'postal-mime'
import { parseAddresses } from '../../../src/model/address.ts'
import type { Header } from '../message-headers.ts'

export interface Recipient {
  readonly emailAddress: { readonly name: string; readonly address: string }
}

export const headerIn = (headers: readonly Header[], name: string): string | null =>
  headers.find((header) => header.name.toLowerCase() === name)?.value ?? null

/** Everybody in all headers of a name, groups opened. Where there is no name the address stands for it. */
export const recipientsIn = (headers: readonly Header[], name: string): readonly Recipient[] =>
  headers.filter((header) => header.name.toLowerCase() === name).flatMap(({ value }) => recipients(value))

export const textIn = (headers: readonly Header[], name: string): string =>
  decodeWords(headerIn(headers, name) ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** By the sender's clock, in milliseconds, or null where that is none. */
export const dateIn = (headers: readonly Header[]): number | null => {
  const time = Date.parse(headerIn(headers, 'date') ?? '')
  return Number.isNaN(time) ? null : time
}

const recipients = (value: string): readonly Recipient[] => {
  if (!/\/o=/i.test(value)) {
    return parseAddresses(value).map(({ name, spelling }) => recipient(name || spelling, spelling))
  }
  // Someone of the same organization, known to the directory by an X.500 name and to nobody by an address.
  return value.split(/,(?![^<]*>)/).flatMap((part) => {
    const [, name = '', directoryName] = /^\s*"?([^"<]*?)"?\s*<(\/O=[^>]+)>\s*$/i.exec(part) ?? []
    return directoryName === undefined ? recipients(part) : [recipient(name, directoryName)]
  })
}

const recipient = (name: string, address: string): Recipient => ({ emailAddress: { name, address } })
