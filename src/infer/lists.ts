/** Mailing lists, by the headers they add to what they hand on. Pure. */
import { type CanonicalAddress, canonicalAddress, domainOf, parseAddresses } from '../model/address.ts'
import { headerValue, type Message } from '../model/message.ts'
import { mayComeFrom } from './authenticity.ts'

export const isListMail = ({ headers }: Pick<Message, 'headers'>): boolean =>
  headers.some(([name]) => listHeader.test(name))

const listHeader = /^(list-id|list-post|x-beenthere|x-mailing-list|x-google-group-id)$/i
const addressHeaders = ['list-post', 'x-beenthere', 'x-mailing-list']

/** The recipients of a message that are lists it came through: by its own headers, and by a domain that may have sent it. */
export const listAddresses = (message: Message): readonly CanonicalAddress[] =>
  message.box === 'sent' ? [] : listsNamedBy(message).filter((address) => mayComeFrom(message, domainOf(address)))

/**
 * Which recipients of a message it says are lists: by List-Post (RFC 2369) and older headers, or by List-Id (RFC 2919: an
 * identifier, and only by custom also an address).
 */
export const listsNamedBy = (message: Message): readonly CanonicalAddress[] => {
  if (!isListMail(message)) return []
  const { headers, to, cc } = message
  const named = addressHeaders.flatMap((name) => parseAddresses(headerValue(headers, name) ?? '')[0]?.address ?? [])
  const id = headerValue(headers, 'list-id')?.match(/<([^<>\s.]+)\.([^<>\s]+)>/)
  const fromId = id === null || id === undefined ? null : canonicalAddress(`${id[1]}@${id[2]}`)
  const lists = new Set(fromId === null ? named : [...named, fromId])
  return [...new Set([...to, ...cc].flatMap(({ address }) => (lists.has(address) ? address : [])))]
}
