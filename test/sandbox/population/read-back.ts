/**
 * Reads a mailbox from its headers and its calendar alone, as somebody would who knows nothing of how it was written:
 * what the tests of the population hold its stories against.
 */
import { parseAddresses } from '../../../src/model/address.ts'
import type { Mail, Mailbox, Meeting } from '../world.ts'

export interface ReadMail {
  readonly mail: Mail
  readonly at: number
  /** The first header of a name, in lower case, or `''`. */
  readonly header: (name: string) => string
  readonly isSent: boolean
  /** Neither sent nor a draft. */
  readonly isReceived: boolean
  readonly isAutomated: boolean
  readonly from: string
  readonly fromName: string
  /** Everyone in To and Cc. */
  readonly recipients: readonly string[]
}

/** Every letter, newest first. */
export const readMessages = (mailbox: Mailbox): readonly ReadMail[] => mailbox.newestFirst.map(readMessage)

export interface Contact {
  readonly kind: 'sent' | 'received'
  readonly at: number
  readonly mail: ReadMail
}

/** Oldest first, all of it. */
export interface Contacts {
  readonly mails: readonly Contact[]
  readonly met: readonly Meeting[]
  readonly booked: readonly Meeting[]
  /** When they were in touch, by letter or in person. */
  readonly times: readonly number[]
  readonly first: number
  readonly last: number
}

/** Everything between the owner and one address, whoever else was on it. */
export const contactsWith = (
  address: string,
  world: { readonly mails: readonly ReadMail[]; readonly mailbox: Mailbox; readonly now: number },
): Contacts => {
  const { mailbox, now } = world
  const mails = world.mails.flatMap((mail) => contact(mail, address)).reverse()
  const meetings = [...mailbox.meetings.values()]
    .filter((meeting) => isInvited(meeting, address) && isHeld(meeting, mailbox))
    .sort((a, b) => a.startsAt - b.startsAt)
  const met = meetings.filter(({ startsAt }) => startsAt <= now)
  const times = [...mails.map(({ at }) => at), ...met.map(({ startsAt }) => startsAt)].sort((a, b) => a - b)
  return {
    mails,
    met,
    booked: meetings.filter(({ startsAt }) => startsAt > now),
    times,
    first: times[0] ?? Number.NaN,
    last: times.at(-1) ?? Number.NaN,
  }
}

export const isInvited = ({ invitees }: Meeting, address: string): boolean =>
  invitees.some((invitee) => invitee.address === address)

export const ownersResponse = ({ invitees }: Meeting, { owner }: Mailbox) =>
  invitees.find(({ address }) => address === owner.address)?.response

/** Not called off, and the owner said yes. */
export const isHeld = (meeting: Meeting, mailbox: Mailbox): boolean =>
  meeting.status !== 'cancelled' && meeting.type === 'default' && ownersResponse(meeting, mailbox) === 'accepted'

const readMessage = (mail: Mail): ReadMail => {
  const values = new Map<string, string>()
  for (const line of mail.headers.split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    if (!values.has(name)) values.set(name, line.slice(colon + 1).trim())
  }
  const header = (name: string) => values.get(name) ?? ''
  const isSent = mail.labels.includes('SENT')
  const [from] = parseAddresses(header('from'))
  return {
    mail,
    at: mail.at,
    header,
    isSent,
    isReceived: !isSent && !mail.labels.includes('DRAFT'),
    isAutomated: mail.labels.includes('SPAM') || codesOfAutomatedSenders.some((mark) => mark.test(mail.headers)),
    from: from?.spelling ?? '',
    fromName: from?.name ?? '',
    recipients: [...parseAddresses(header('to')), ...parseAddresses(header('cc'))].map(({ spelling }) => spelling),
  }
}

const codesOfAutomatedSenders = [
  /^(?:List-(?:Id|Unsubscribe-Post|Post)|Precedence|Feedback-ID|X-Auto-Response-Suppress|Content-Class|X-CI-Project):/im,
  /^Auto-Submitted: auto/im,
  /^Return-Path: <>/m,
  /^Content-Type: text\/calendar/m,
  /^X-Mailer: Outreach Desk/m,
  /^From: .*\b(?:no-?reply|donotreply|auto-confirm|buchung|rechnung|reservierung|tickets|billing|info|support|office|invitations|notification)@/m,
]

const contact = (mail: ReadMail, address: string): readonly Contact[] => {
  const { at, isSent, isReceived, from, recipients } = mail
  if (isSent && recipients.includes(address)) return [{ kind: 'sent', at, mail }]
  return isReceived && from === address ? [{ kind: 'received', at, mail }] : []
}
