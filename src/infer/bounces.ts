/**
 * Letters that came back, and from which address: a person there is not reached any more. Told by the header that names
 * the address (X-Failed-Recipients, as Gmail and Exim write it), or by the letter the report answers, where that had one
 * recipient and lies in the same thread. The report's body, which always names it, is not ours to read. Pure.
 */
import { type CanonicalAddress, localPartOf, parseAddresses } from '../model/address.ts'
import { maxTrySeconds } from '../model/contact.ts'
import { headerValue, type Message } from '../model/message.ts'
import type { Instant } from '../model/time.ts'
import { mailServerName } from './sender-words.ts'

export interface Bounce {
  readonly address: CanonicalAddress
  readonly at: Instant
}

/** `messages` are those of a page: a report and its letter lie in one thread, and are mostly read together. */
export const bouncesIn = (messages: readonly Message[]): readonly Bounce[] =>
  messages
    .filter((message) => isBounce(message, messages))
    .flatMap((report) => {
      const named = headerValue(report.headers, 'x-failed-recipients')
      const failed = named === null ? answered(report, messages) : parseAddresses(named).map(({ address }) => address)
      return failed.map((address) => ({ address, at: report.receivedAt }))
    })

const isBounce = (message: Message, messages: readonly Message[]): boolean => {
  if (message.box !== 'received') return false
  const isReport = /report-type="?delivery-status/i.test(headerValue(message.headers, 'content-type') ?? '')
  if (!isFromMailServer(message) && !isReport) return false
  return !onItsWay.test(ownWordsOf(message, messages))
}

/** The report's subject without that of the message it is about: "Undeliverable: Project delayed again" tells of no delay. */
const ownWordsOf = ({ headers, threadId }: Message, messages: readonly Message[]): string => {
  const subject = subjectOf(headers)
  const quoted = messages
    .filter(({ box, threadId: thread }) => box === 'sent' && thread === threadId)
    .map((sent) => subjectOf(sent.headers))
    .filter((each) => each !== '' && subject.endsWith(each))
  const longest = Math.max(0, ...quoted.map(({ length }) => length))
  return subject.slice(0, subject.length - longest)
}

const subjectOf = (headers: Message['headers']): string => (headerValue(headers, 'subject') ?? '').trim()

export const isFromMailServer = ({ from }: Pick<Message, 'from'>): boolean =>
  from !== null && mailServerName.test(localPartOf(from.address))

/** The letter may still arrive: no failure yet; or it has arrived. */
const onItsWay = /\b(delay(ed)?|verz(ö|oe)gert?|warning|relayed|delivered|success(ful)?|read:|gelesen)/i

const answered = (report: Message, messages: readonly Message[]): readonly CanonicalAddress[] => {
  const judged = messages.find(
    ({ box, threadId, receivedAt }) =>
      box === 'sent' &&
      threadId === report.threadId &&
      receivedAt <= report.receivedAt &&
      receivedAt > report.receivedAt - maxTrySeconds,
  )
  if (judged === undefined) return []
  const recipients = [...judged.to, ...judged.cc, ...judged.bcc]
  return recipients.length === 1 ? recipients.map(({ address }) => address) : []
}
