/** What stands in the headers of a letter, decoded for people to read. Pure. */
import { decodeWords } from 'postal-mime'
import { givenName } from '../../../src/infer/names.ts'
import { type Address, parseAddresses } from '../../../src/model/address.ts'
import type { Mail } from '../world.ts'

/** All values of a header, as they came. */
export const headerValues = ({ headers }: Pick<Mail, 'headers'>, name: HeaderName): readonly string[] =>
  [...headers.matchAll(headerLines[name])].map(([, value = '']) => value.trim())

/** Everyone in an address header, or in all of that name. */
export const peopleIn = (mail: Mail, name: HeaderName): readonly Address[] =>
  parseAddresses(headerValues(mail, name).join(', '))

export const subjectOf = (mail: Mail): string => readable(headerValues(mail, 'Subject')[0] ?? '')

/** From, or what stands there instead of an address. */
export const senderOf = (mail: Mail): string => {
  const [from] = peopleIn(mail, 'From')
  return from === undefined ? readable(headerValues(mail, 'From')[0] ?? '') : nameOf(from)
}

export const nameOf = ({ name, spelling }: Address): string => (name === '' ? spelling : name)

/** What to call somebody in passing. */
export const shortName = (who: Address): string => givenName(who.name, who.address) ?? nameOf(who)

export const isSent = ({ labels }: Mail): boolean => labels.includes('SENT')

/** Sent by somebody at the webmail's compose window: the letters of the archive have no body. */
export const isWrittenHere = (mail: Mail): boolean => isSent(mail) && mail.body !== null

type HeaderName = keyof typeof headerLines

/** Made once: looking for somebody may go through every letter there is. */
const headerLines = {
  From: /^From:(.*)$/gim,
  To: /^To:(.*)$/gim,
  Cc: /^Cc:(.*)$/gim,
  Bcc: /^Bcc:(.*)$/gim,
  Subject: /^Subject:(.*)$/gim,
  'Message-ID': /^Message-ID:(.*)$/gim,
  'In-Reply-To': /^In-Reply-To:(.*)$/gim,
  References: /^References:(.*)$/gim,
} as const

const readable = (value: string): string => decodeWords(value).replace(controls, ' ').replace(/\s+/g, ' ').trim()

const controls = /\p{Cc}+/gu
