/** Mailing lists, by the marks they leave on what they hand on. Pure. */
import { type CanonicalAddress, canonicalAddress, parseAddresses } from '../model/address.ts'
import { headerValue, type Message } from '../model/message.ts'

export const isListMail = ({ headers }: Pick<Message, 'headers'>): boolean =>
  headers.some(([name]) => listMark.test(name))

const listMark = /^(list-id|list-post|x-beenthere|x-mailing-list|x-google-group-id)$/i
const addressMarks = ['list-post', 'x-beenthere', 'x-mailing-list']

/**
 * The addresses of the lists a message came through (RFC 2369 List-Post, and older marks), and those of its recipients
 * that List-Id names (RFC 2919: an identifier, and only by custom also an address).
 */
export const listAddresses = (message: Message): readonly CanonicalAddress[] => {
  if (!isListMail(message)) return []
  const { headers, to, cc } = message
  const found: CanonicalAddress[] = []
  for (const name of addressMarks) {
    const value = headerValue(headers, name)
    const address = value === null ? undefined : parseAddresses(value)[0]
    if (address !== undefined) found.push(address.address)
  }
  const id = headerValue(headers, 'list-id')?.match(/<([^<>\s.]+)\.([^<>\s]+)>/)
  const fromId = id === null || id === undefined ? null : canonicalAddress(`${id[1]}@${id[2]}`)
  for (const { address } of [...to, ...cc]) if (address === fromId) found.push(address)
  return found
}
