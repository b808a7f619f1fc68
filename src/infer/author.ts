/**
 * Who wrote a letter, where From does not say it: lists write their own address there so that DMARC holds ("Bo Ek via Devs"),
 * and some who write for somebody else say so in the name ("Cy Dee on behalf of Bo Ek"). Undone where the headers allow it.
 * An assistant who uses Sender (RFC 5322 §3.6.2) leaves the person meant in From. Pure.
 */
import { type Address, type CanonicalAddress, localPartOf, parseAddresses } from '../model/address.ts'
import { headerValue, type Message } from '../model/message.ts'
import { isMadeOfName } from './evidence.ts'
import { isListMail } from './lists.ts'
import { wordsOf } from './message-view.ts'
import { nameKey, withoutQuotes } from './names.ts'

/** Null where From is. */
export const authorOf = (message: Message): Address | null => {
  const { from } = message
  if (from === null) return null
  const rewritten = viaList.exec(from.name)?.[1]
  if (rewritten !== undefined) return originalAuthor(message, withoutQuotes(rewritten)) ?? from
  const [, , meant] = onBehalf.exec(from.name) ?? []
  if (meant === undefined) return from
  const [answersTo] = addressesIn(message, 'reply-to')
  const isTheirs = answersTo !== undefined && answersTo.address !== from.address && isNamedLike(answersTo, meant)
  return isTheirs ? { ...answersTo, name: meant } : from
}

const viaList = /^(.+?) via .+$/i
const onBehalf = /^(.+?),? (?:on behalf of|im auftrag von|au nom de|en nombre de|per conto di|namens) (.+)$/i

/** What the list kept of the sender: their own header, or the address that answers go to. */
const originalAuthor = (message: Message, name: string): Address | null => {
  for (const header of ['x-original-from', 'x-original-sender']) {
    const [original] = addressesIn(message, header)
    if (original !== undefined) return original.name === '' ? { ...original, name } : original
  }
  if (!isListMail(message)) return null
  const others = addressesIn(message, 'reply-to').filter(
    ({ address }) => address !== message.from?.address && !message.to.some((to) => to.address === address),
  )
  const [only, ...more] = others
  return only === undefined || more.length > 0 ? null : { ...only, name: only.name === '' ? name : only.name }
}

const addressesIn = ({ headers }: Message, name: string): readonly Address[] => {
  const value = headerValue(headers, name)
  return value === null ? [] : parseAddresses(value)
}

/** The name is theirs, or their address is made of it. */
const isNamedLike = ({ name, address }: Address, meant: string): boolean => {
  const key = nameKey(meant)
  return (key !== null && nameKey(name) === key) || isMadeOfName(localPartOf(address), wordsOf(meant))
}

/**
 * Whether the user sent it for somebody else: Sender is theirs, From is not, and the two are not called alike. (A mail host
 * writes Sender too where its user has another address of their own: then the names agree.)
 */
export const isSentForAnother = (message: Message, own: ReadonlySet<CanonicalAddress>): boolean => {
  const { from } = message
  if (from === null || own.has(from.address)) return false
  const [sender] = addressesIn(message, 'sender')
  if (sender === undefined || !own.has(sender.address)) return false
  if (from.name === '' || sender.name === from.name) return false
  if (sender.name !== '') return nameKey(sender.name) !== nameKey(from.name)
  return !isNamedLike(sender, from.name)
}
