/**
 * Messages that came back, and from which address: a person there may not be reached any more. A mail system's report counts
 * where it lies in the thread of the user's own message to that address, since anybody can write a report. The address is told
 * by a header (X-Failed-Recipients, as Gmail and Exim write it), or by the message, where that had one recipient. The report's
 * body, which always names it, is not ours to read. Pure.
 */
import { type CanonicalAddress, domainOf, localPartOf, parseAddresses } from '../model/address.ts'
import { maxTrySeconds } from '../model/contact.ts'
import { headerValue, type Message } from '../model/message.ts'
import type { Instant } from '../model/time.ts'
import { isWithin, provenanceOf } from './authenticity.ts'
import { mailServerName } from './sender-words.ts'

export interface Bounce {
  readonly address: CanonicalAddress
  readonly at: Instant
  /** The thread in which a message of the user's to the address must lie, or null where one was read beside the report. */
  readonly unprovenThread: string | null
}

/** `messages` are those of a page: a report and its message lie in one thread, and are mostly read together. */
export const bouncesIn = (
  messages: readonly Message[],
  own: ReadonlySet<CanonicalAddress> = new Set(),
): readonly Bounce[] =>
  messages
    .filter((message) => isBounce(message, messages))
    .flatMap((report) => {
      const named = headerValue(report.headers, 'x-failed-recipients')
      const tried = recipientsTried(report, messages)
      const [only, ...more] = tried
      const failed = named === null ? [] : distinctIn(named)
      if (named === null && only !== undefined && more.length === 0) failed.push(only)
      return failed
        .filter((address) => tried.length === 0 || tried.includes(address))
        .filter((address) => mayKnow(report, address, own))
        .map((address) => {
          const unprovenThread = tried.length === 0 ? report.threadId : null
          return { address, at: report.receivedAt, unprovenThread }
        })
    })

/** One report costs no more than a message does. */
const maxFailed = 10

const distinctIn = (named: string): CanonicalAddress[] =>
  [...new Set(parseAddresses(named).map(({ address }) => address))].slice(0, maxFailed)

/**
 * A failure is reported by the user's own mail system, or by the one at the address. Anybody on a thread can write a report in it
 * from elsewhere.
 */
const mayKnow = ({ from }: Message, address: CanonicalAddress, own: ReadonlySet<CanonicalAddress>): boolean => {
  const domain = from === null ? '' : domainOf(from.address)
  if (providerSystems.test(domain) || isWithin(domain, domainOf(address))) return true
  return [...own].some((one) => isWithin(domain, domainOf(one)))
}

const providerSystems = /^(?:google|googlemail|gmail|outlook|microsoft)\.com$|\.(?:outlook|onmicrosoft)\.com$/

const isBounce = (message: Message, messages: readonly Message[]): boolean => {
  if (message.box !== 'received' || !isItself(message)) return false
  const { headers } = message
  const isReport = /report-type="?delivery-status/i.test(headerValue(headers, 'content-type') ?? '')
  // RFC 3464 gives the form, RFC 5321 §4.5.5 the empty return path: no person's message has both.
  const isOfMailSystem = isReport && /^\s*<\s*>\s*$/.test(headerValue(headers, 'return-path') ?? '')
  if (!isFromMailServer(message) && !isOfMailSystem) return false
  return !onItsWay.test(ownWordsOf(message, messages))
}

const isItself = (message: Message): boolean => {
  const provenance = provenanceOf(message)
  return provenance === 'proven' || provenance === 'unknown'
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

/** Whom the user had written to in the thread of the report, so lately that a mail system may still be trying. */
const recipientsTried = (report: Message, messages: readonly Message[]): readonly CanonicalAddress[] => {
  const tried = messages.find(
    ({ box, threadId, receivedAt }) =>
      box === 'sent' &&
      threadId === report.threadId &&
      receivedAt <= report.receivedAt &&
      receivedAt > report.receivedAt - maxTrySeconds,
  )
  return tried === undefined ? [] : [...tried.to, ...tried.cc, ...tried.bcc].map(({ address }) => address)
}
