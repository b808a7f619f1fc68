/** A letter as its signals look at it: what is asked often is worked out once, what costs something when it is asked. Pure. */
import { type Address, type CanonicalAddress, domainOf, localPartOf, parseAddresses } from '../model/address.ts'
import type { Message } from '../model/message.ts'
import { answerSubject } from './subject-words.ts'

/** The part of a message that is judged. */
export type Letter = Pick<Message, 'headers' | 'from' | 'to' | 'cc'>

export interface View {
  /** Header values by lower-case name; of repeated ones the first. A header without a value is none, but for To. */
  readonly values: ReadonlyMap<string, string>
  readonly sender: Address | null
  /** The sender's local part without a +tag, in lower case, or ''. */
  readonly localPart: string
  readonly domain: string
  readonly to: readonly Address[]
  readonly recipients: readonly Address[]
  readonly subject: string
  /** What it answers is named (In-Reply-To, References), or only its subject says that it answers. */
  readonly answers: 'named' | 'said' | null
  /** What says it made the letter: X-Mailer or User-Agent, or ''. */
  readonly client: string
}

export const viewOf = ({ headers, from, to, cc }: Letter): View => {
  const values = new Map<string, string>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (!values.has(key) && (value.trim() !== '' || key === 'to')) values.set(key, value)
  }
  const subject = values.get('subject') ?? ''
  const isNamed = values.has('in-reply-to') || values.has('references')
  return {
    values,
    sender: from,
    localPart: from === null ? '' : localPartOf(from.address).replace(/\+.*$/, ''),
    domain: from === null ? '' : domainOf(from.address),
    to,
    recipients: cc.length === 0 ? to : [...to, ...cc],
    subject,
    answers: isNamed ? 'named' : answerSubject.test(subject) ? 'said' : null,
    client: values.get('user-agent') ?? values.get('x-mailer') ?? '',
  }
}

/** The value of a header, by its name in lower case, or ''. */
export const firstValue = ({ values }: View, name: string): string => values.get(name) ?? ''

/** The first address in a header, or null. */
export const addressIn = (view: View, name: string): CanonicalAddress | null => {
  const value = firstValue(view, name)
  return value === '' ? null : (parseAddresses(value)[0]?.address ?? null)
}

const secondLevel = /^(co|com|net|org|ac|edu|gov|gob|gv|or|ne|go)$/

/** How many labels of a domain its owner registered: two, or three under such as `co.uk`. */
const registeredLabels = (labels: readonly string[]): number =>
  labels.length > 2 && labels.at(-1)?.length === 2 && secondLevel.test(labels.at(-2) ?? '') ? 3 : 2

export const organisationOf = (domain: string): string => {
  const labels = domain.split('.')
  return labels.slice(-registeredLabels(labels)).join('.')
}

/** The label its owner chose: `acme` of `mail.acme.co.uk`. */
export const ownLabelOf = (domain: string): string => {
  const labels = domain.split('.')
  return labels.at(-registeredLabels(labels)) ?? ''
}

/** The labels below the organisation's own: `mail` of `mail.acme.co.uk`. */
export const labelsBelow = (domain: string): readonly string[] => {
  const labels = domain.split('.')
  return labels.slice(0, -registeredLabels(labels))
}

/** The words of a display name, without accents, in lower case. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
