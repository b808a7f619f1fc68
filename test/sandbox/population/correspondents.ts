/** Whoever can stand in an address header, and the ways in which names are written there (RFC 5322 §3.4). */
import { type Encoding, headerText } from './encoded-word.ts'
import type { MailClient } from './mail-clients.ts'

export interface Correspondent {
  /** As people say it. */
  readonly name: string
  readonly address: string
  /** As it stands in a header. */
  readonly mailbox: string
  readonly client: MailClient
  /** Their clock's distance from UTC, or null where it shows the owner's time. */
  readonly utcOffsetHours: number | null
}

export type NameStyle = 'plain' | 'quoted' | 'family first' | 'bare' | 'given only' | 'lower case'

export const nameStyles: readonly { readonly weight: number; readonly style: NameStyle }[] = [
  { weight: 60, style: 'plain' },
  { weight: 12, style: 'quoted' },
  { weight: 12, style: 'family first' },
  { weight: 7, style: 'bare' },
  { weight: 5, style: 'given only' },
  { weight: 4, style: 'lower case' },
]

export const correspondent = (who: {
  readonly name: string
  readonly address: string
  readonly client: MailClient
  readonly style?: NameStyle
  /** Office directories add one: "Lopez, Maria (Berlin)". */
  readonly place?: string
  readonly utcOffsetHours?: number | null
}): Correspondent => {
  const { name, address, client, style = 'plain', place = '', utcOffsetHours = null } = who
  return {
    name,
    address,
    client,
    utcOffsetHours,
    mailbox: mailbox(phrase(name, style, place), address, client.encoding),
  }
}

/** A display name and an address as one header value. */
export const mailbox = (shown: string, address: string, encoding: Encoding): string => {
  if (shown === '') return address
  const text = headerText(shown, encoding)
  if (text !== shown || isQuoted.test(shown)) return `${text} <${address}>`
  return needsQuotes.test(shown) ? `"${shown}" <${address}>` : `${shown} <${address}>`
}

const isQuoted = /^".*"$/
const needsQuotes = /[(),.:;<>@[\]]/

const phrase = (name: string, style: NameStyle, place: string): string => {
  const [given = name, ...rest] = name.split(' ')
  const family = rest.join(' ')
  switch (style) {
    case 'plain':
      return name
    case 'quoted':
      return isPlainAscii.test(name) ? `"${name}"` : name
    case 'family first':
      return `${family}, ${given}${place === '' ? '' : ` (${place})`}`
    case 'bare':
      return ''
    case 'given only':
      return given
    case 'lower case':
      return name.toLowerCase()
  }
}

const isPlainAscii = /^[\x20-\x7e]*$/
