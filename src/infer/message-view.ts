/** A message as the automation rules see it. What several rules ask is worked out once, and only when it is asked. Pure. */
import {
  type Address,
  type CanonicalAddress,
  domainOf,
  localPartOf,
  parseAddresses,
  withoutTag,
} from '../model/address.ts'
import type { Message } from '../model/message.ts'
import { isOrganisationName } from './sender-words.ts'
import { answerSubject, withoutGatewayTags } from './subject-words.ts'

/** The part of a message that the rules read. */
export type MessageHead = Pick<Message, 'headers' | 'from' | 'to' | 'cc'>

/** Nothing costly is worked out before a rule asks for it: a page holds hundreds of messages. */
export class MessageView {
  /** Header values by lower-case name; of repeated ones the first. An empty header counts as missing, except To. */
  readonly values: ReadonlyMap<string, string>
  readonly sender: Address | null
  /** The sender's local part without a +tag, in lower case, or ''. */
  readonly localPart: string
  readonly domain: string
  readonly to: readonly Address[]
  readonly recipients: readonly Address[]
  readonly subject: string
  /** The subject without what gateways put before it. */
  readonly opening: string
  /** The program that says it made the message (X-Mailer or User-Agent), or ''. */
  readonly client: string
  #answers: 'named' | 'said' | null | undefined
  #nameWords: readonly string[] | undefined
  #isOrganisation: boolean | undefined
  readonly #addresses = new Map<string, CanonicalAddress | null>()

  constructor({ headers, from, to, cc }: MessageHead) {
    const values = new Map<string, string>()
    for (const [name, value] of headers) {
      const key = name.toLowerCase()
      if (!values.has(key) && (key === 'to' || value.trim() !== '')) values.set(key, value)
    }
    this.values = values
    this.sender = from
    this.localPart = from === null ? '' : withoutTag(localPartOf(from.address))
    this.domain = from === null ? '' : domainOf(from.address)
    this.to = to
    this.recipients = cc.length === 0 ? to : [...to, ...cc]
    this.subject = values.get('subject') ?? ''
    this.opening = withoutGatewayTags(this.subject)
    this.client = values.get('user-agent') ?? values.get('x-mailer') ?? ''
  }

  /** `named`: headers name the message it replies to (In-Reply-To, References). `said`: only its subject says it is a reply. */
  get answers(): 'named' | 'said' | null {
    if (this.#answers !== undefined) return this.#answers
    const isNamed = this.values.has('in-reply-to') || this.values.has('references')
    this.#answers = isNamed ? 'named' : answerSubject.test(this.opening) ? 'said' : null
    return this.#answers
  }

  /** The words of the sender's name. */
  get nameWords(): readonly string[] {
    this.#nameWords ??= wordsOf(this.sender?.name ?? '')
    return this.#nameWords
  }

  /** Whether the sender's name is that of an organisation or a role account. */
  get isOrganisation(): boolean {
    this.#isOrganisation ??= isOrganisationName(this.sender?.name ?? '', this.nameWords)
    return this.#isOrganisation
  }

  /** The first address in a header, by its name in lower case, or null. */
  addressIn(name: string): CanonicalAddress | null {
    const known = this.#addresses.get(name)
    if (known !== undefined) return known
    const address = parseAddresses(this.values.get(name) ?? '')[0]?.address ?? null
    this.#addresses.set(name, address)
    return address
  }
}

/** The value of a header, by its name in lower case, or ''. */
export const firstValue = ({ values }: MessageView, name: string): string => values.get(name) ?? ''

const secondLevel = /^(co|com|net|org|ac|edu|gov|gob|gv|or|ne|go)$/

/** How many labels of a domain its owner registered: two, or three under such as `co.uk`. */
const registeredLabels = (labels: readonly string[]): number =>
  labels.length > 2 && labels.at(-1)?.length === 2 && secondLevel.test(labels.at(-2) ?? '') ? 3 : 2

/** Most domains are just that, and a page asks for hundreds. */
const isOfTwoLabels = (domain: string): boolean => domain.indexOf('.') === domain.lastIndexOf('.')

export const organisationOf = (domain: string): string => {
  if (isOfTwoLabels(domain)) return domain
  const labels = domain.split('.')
  return labels.slice(-registeredLabels(labels)).join('.')
}

/** The label its owner chose: `acme` of `mail.acme.co.uk`. */
export const ownLabelOf = (domain: string): string => {
  if (isOfTwoLabels(domain)) return domain.slice(0, Math.max(0, domain.indexOf('.')))
  const labels = domain.split('.')
  return labels.at(-registeredLabels(labels)) ?? ''
}

/** The labels below the organisation's own: `mail` of `mail.acme.co.uk`. */
export const labelsBelow = (domain: string): readonly string[] => {
  if (isOfTwoLabels(domain)) return []
  const labels = domain.split('.')
  return labels.slice(0, -registeredLabels(labels))
}

/** The words of a display name, without accents, in lower case. */
export const wordsOf = (name: string): readonly string[] => {
  if (name === '') return []
  const isAscii = !/[^ -~]/.test(name)
  const plain = isAscii ? name : name.normalize('NFD').replace(/\p{M}/gu, '')
  const words = plain.toLowerCase().split(isAscii ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u)
  return words.includes('') ? words.filter((word) => word !== '') : words
}
