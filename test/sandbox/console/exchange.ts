/** What the owner of a mailbox and one other address have written to each other. Pure. */
import {
  type Address,
  type CanonicalAddress,
  canonicalAddress,
  domainOf,
  localPartOf,
  parseAddresses,
} from '../../../src/model/address.ts'
import type { Letter, Mailbox } from '../world.ts'
import { headerValues, isSent, isWrittenHere, peopleIn } from './reading.ts'

/** The latest letter that went to this address, or came from it. */
export const latestExchange = (mailbox: Mailbox, address: CanonicalAddress): Letter | undefined =>
  mailbox.newestFirst.find((letter) => isKept(letter) && isIn(letter, isSent(letter) ? 'To' : 'From', address))

/** Who could answer a letter that was written here, under the name they are known by: its first recipient but the owner. */
export const answererOf = (mailbox: Mailbox, letter: Letter): Address | undefined => {
  if (!isWrittenHere(letter)) return undefined
  const own = [mailbox.owner.address, ...mailbox.owner.aliases].map(canonicalAddress)
  const recipient = peopleIn(letter, 'To').find(({ address }) => !own.includes(address))
  return recipient && { ...recipient, name: knownName(mailbox, recipient.address) || recipient.name }
}

/** The letters that answer this one, oldest first. */
export const answersTo = (mailbox: Mailbox, letter: Letter): readonly Letter[] => {
  const id = headerValues(letter, 'Message-ID')[0]
  return mailbox.thread(letter.threadId).filter((other) => headerValues(other, 'In-Reply-To')[0] === id)
}

/** The Message-IDs that an answer to this letter refers to, the letter's own last. */
export const referencesOf = (letter: Letter): readonly string[] => {
  const own = headerValues(letter, 'Message-ID')[0]
  const earlier = (headerValues(letter, 'References')[0] ?? '').split(/\s+/).filter((id) => id !== '')
  return own === undefined ? earlier : [...earlier, own]
}

/** What somebody is called on the latest of their letters that tells, or `''`. */
const knownName = (mailbox: Mailbox, address: CanonicalAddress): string => {
  for (const letter of mailbox.newestFirst) {
    if (isSent(letter) || !isIn(letter, 'From', address)) continue
    const name = peopleIn(letter, 'From')[0]?.name ?? ''
    if (name !== '') return name
  }
  return ''
}

const isKept = ({ labels }: Letter): boolean => !notCorrespondence.some((label) => labels.includes(label))

const notCorrespondence = ['SPAM', 'TRASH', 'DRAFT']

const isIn = (letter: Letter, header: 'From' | 'To', address: CanonicalAddress): boolean =>
  headerValues(letter, header).some(
    (value) => mayHold(value, address) && parseAddresses(value).some((one) => one.address === address),
  )

/** Spares nearly all of the parsing. At Gmail the spelling tells nothing: dots come and go. */
const mayHold = (value: string, address: CanonicalAddress): boolean =>
  domainOf(address) === 'gmail.com' || value.toLowerCase().includes(localPartOf(address))
