/** Letters that the sandbox writes: one that its visitor sends, and the answer to it. Pure but for the ids, which are chance. */
import { Temporal } from 'temporal-polyfill'
import { givenName } from '../../../src/infer/names.ts'
import { type Address, domainOf, parseAddresses } from '../../../src/model/address.ts'
import { mailDateText } from '../archive/mail-date.ts'
import { headerText } from '../population/encoded-word.ts'
import type { Label, Mail, Mailbox, Owner } from '../world.ts'
import type { Draft } from './draft.ts'
import { latestExchange, referencesOf } from './exchange.ts'
import { subjectOf } from './reading.ts'

/**
 * The letter as it lies in Sent. It begins a thread, unless its subject says that it answers and one person alone gets
 * it: then it goes on in the thread of the latest letter between the two.
 */
export const sentMessage = (
  draft: Draft,
  { mailbox, at }: { readonly mailbox: Mailbox; readonly at: number },
): Mail => {
  const { owner } = mailbox
  const [to, cc, bcc] = [draft.to, draft.cc, draft.bcc].map(parseAddresses)
  const answered = answeredBy(draft, mailbox)
  return mailOf({
    at,
    threadId: answered?.threadId ?? null,
    labels: ['SENT'],
    text: draft.text,
    headers: [
      ['From', mailboxText({ name: owner.name, spelling: owner.address })],
      ['To', to?.map(mailboxText).join(', ')],
      ['Cc', cc?.map(mailboxText).join(', ')],
      ['Bcc', bcc?.map(mailboxText).join(', ')],
      ['Subject', headerText(draft.subject, utf8)],
      ['Date', dateText(at, owner)],
      ['Message-ID', messageId('webmail.example')],
      ...answering(answered),
    ],
  })
}

/** What somebody answers to a letter from here. */
export const answerMessage = (
  sent: Mail,
  { mailbox, from, at }: { readonly mailbox: Mailbox; readonly from: Address; readonly at: number },
): Mail => {
  const { owner } = mailbox
  return mailOf({
    at,
    threadId: sent.threadId,
    labels: ['INBOX', 'CATEGORY_PERSONAL', 'UNREAD'],
    text: answerText({
      greeting: `Hi ${owner.givenName},`,
      signature: givenName(from.name, from.address) ?? from.name,
      number: mailbox.threadIds(sent.threadId).length,
    }),
    headers: [
      ['Delivered-To', owner.address],
      ['Return-Path', `<${from.spelling}>`],
      ['From', mailboxText(from)],
      ['To', mailboxText({ name: owner.name, spelling: owner.address })],
      ['Subject', headerText(`Re: ${subjectOf(sent).replace(answerMark, '')}`, utf8)],
      ['Date', dateText(at, owner)],
      ['Message-ID', messageId(domainOf(from.address))],
      ...answering(sent),
    ],
  })
}

type Header = readonly [name: string, value: string | undefined]

const utf8 = { charset: 'utf-8', scheme: 'B' } as const

const answerMark = /^re:\s*/i

const answeredBy = ({ to, cc, bcc, subject }: Draft, mailbox: Mailbox): Mail | undefined => {
  const [recipient, ...others] = parseAddresses([to, cc, bcc].filter((list) => list !== '').join(', '))
  if (recipient === undefined || others.length > 0 || !answerMark.test(subject)) return undefined
  return latestExchange(mailbox, recipient.address)
}

const answering = (mail: Mail | undefined): readonly Header[] => {
  const references = mail === undefined ? [] : referencesOf(mail)
  return [
    ['In-Reply-To', references.at(-1)],
    ['References', references.join(' ')],
  ]
}

interface Written {
  readonly at: number
  /** Null begins a thread. */
  readonly threadId: string | null
  readonly labels: readonly Label[]
  readonly headers: readonly Header[]
  readonly text: string
}

const mailOf = ({ at, threadId, labels, headers, text }: Written): Mail => {
  const id = mailId(at)
  const lines = [...headers, ['MIME-Version', '1.0'], ['Content-Type', 'text/plain; charset=utf-8']]
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${value}`.replace(/[\r\n]+/g, ' '))
    .join('\n')
  const size = lines.length + new TextEncoder().encode(text).length
  return { id, threadId: threadId ?? id, at, headers: lines, labels, size, body: { text, html: null } }
}

/** `Bo Ek <bo@work.example>`, quoted or encoded where it must be (RFC 5322 §3.4, RFC 2047 §5). */
const mailboxText = ({ name, spelling }: Pick<Address, 'name' | 'spelling'>): string => {
  if (name === '') return spelling
  const encoded = headerText(name, utf8)
  if (encoded !== name || /^[\w !#$%&'*+/=?^`{|}~-]+$/.test(name)) return `${encoded} <${spelling}>`
  return `"${name.replace(/["\\]/g, '\\$&')}" <${spelling}>`
}

const dateText = (at: number, { zone }: Owner): string => {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return mailDateText({ at, offsetMinutes: Math.round(offsetNanoseconds / 60e9) })
}

/** Gmail's ids begin with the milliseconds, in 11 digits; five of chance follow. */
const mailId = (at: number): string => at.toString(16).padStart(11, '0') + hexadecimal(3).slice(0, 5)

const messageId = (domain: string): string => `<${hexadecimal(12)}@${domain}>`

const hexadecimal = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

interface Answer {
  readonly greeting: string
  readonly signature: string
  /** How many letters the thread has: another text each time. */
  readonly number: number
}

const answerText = ({ greeting, signature, number }: Answer): string =>
  [greeting, answers[number % answers.length] ?? '', signature].filter((part) => part !== '').join('\n\n')

const answers = [
  'Good to hear from you. A call would be lovely: Thursday afternoon is free, or any morning next week.',
  'Thank you for writing, it made my day. All well here, if busy. Shall we have lunch the week after next?',
  'What a nice surprise. I had been meaning to write to you as well. Let me look at my calendar and suggest a day.',
]
