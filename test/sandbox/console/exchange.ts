/** What the owner of a mailbox and one other address have written to each other. Pure. */
import {
  type Address,
  type CanonicalAddress,
  canonicalAddress,
  domainOf,
  localPartOf,
  parseAddresses,
} from '../../../src/model/address.ts'
import type { Mail, Mailbox } from '../world.ts'
import { headerValues, isSent, isWrittenHere, peopleIn } from './reading.ts'

/** The latest letter that went to this address, or came from it. */
export const latestExchange = (mailbox: Mailbox, address: CanonicalAddress): Mail | undefined =>
  mailbox.newestFirst.find((mail) => isKept(mail) && isIn(mail, isSent(mail) ? 'To' : 'From', address))

/** Who could answer a letter that was written here, under the name they are known by: its first recipient but the owner. */
export const answererOf = (mailbox: Mailbox, mail: Mail): Address | undefined => {
  if (!isWrittenHere(mail)) return undefined
  const own = [mailbox.owner.address, ...mailbox.owner.aliases].map(canonicalAddress)
  const recipient = peopleIn(mail, 'To').find(({ address }) => !own.includes(address))
  return recipient && { ...recipient, name: knownName(mailbox, recipient.address) || recipient.name }
}

/** The letters that answer this one, oldest first. */
export const answersTo = (mailbox: Mailbox, mail: Mail): readonly Mail[] => {
  const id = headerValues(mail, 'Message-ID')[0]
  return mailbox.thread(mail.threadId).filter((other) => headerValues(other, 'In-Reply-To')[0] === id)
}

/** The Message-IDs that an answer to this letter refers to, the letter's own last. */
export const referencesOf = (mail: Mail): readonly string[] => {
  const own = headerValues(mail, 'Message-ID')[0]
  const earlier = (headerValues(mail, 'References')[0] ?? '').split(/\s+/).filter((id) => id !== '')
  return own === undefined ? earlier : [...earlier, own]
}

/** What somebody is called on the latest of their letters that tells, or `''`. */
const knownName = (mailbox: Mailbox, address: CanonicalAddress): string => {
  for (const mail of mailbox.newestFirst) {
    if (isSent(mail) || !isIn(mail, 'From', address)) continue
    const name = peopleIn(mail, 'From')[0]?.name ?? ''
    if (name !== '') return name
  }
  return ''
}

const isKept = ({ labels }: Mail): boolean => !notCorrespondence.some((label) => labels.includes(label))

const notCorrespondence = ['SPAM', 'TRASH', 'DRAFT']

const isIn = (mail: Mail, header: 'From' | 'To', address: CanonicalAddress): boolean =>
  headerValues(mail, header).some(
    (value) => mayHold(value, address) && parseAddresses(value).some((one) => one.address === address),
  )

/** Spares nearly all of the parsing. At Gmail the spelling tells nothing: dots come and go. */
const mayHold = (value: string, address: CanonicalAddress): boolean =>
  domainOf(address) === 'gmail.com' || value.toLowerCase().includes(localPartOf(address))
