/** A letter as it is planned: who writes to whom, when and in answer to what. Its id and its headers come at the post office. */
import type { Label } from '../world.ts'
import type { Chance } from './chance.ts'
import type { Correspondent } from './correspondents.ts'

export interface MailPlan {
  /** When the server receives it, in milliseconds since 1970. */
  readonly at: number
  readonly way: 'sent' | 'received'
  readonly from: Correspondent
  /** Header values of one mailbox (or one group) each. None at all: undisclosed recipients. */
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly answers: MailPlan | null
  readonly messageId: string
  readonly contentType: string
  readonly labels: readonly Label[]
  /** Header lines beyond what the sender's client writes. */
  readonly lines: readonly string[]
  /** The address that bounces go to: the sender's, or another, or `''` for the null sender. */
  readonly returnPath: string
  /** The receiving server found that it is not from whom it says. */
  readonly isForged: boolean
}

/** What has to be said of a letter; the rest follows from who writes it. */
export interface Writing
  extends Pick<MailPlan, 'at' | 'from' | 'subject'>,
    Partial<Omit<MailPlan, 'at' | 'from' | 'subject' | 'messageId'>> {}

export const planMail = (writing: Writing, chance: Chance): MailPlan => {
  const { from, way = 'received' } = writing
  return {
    to: [],
    cc: [],
    answers: null,
    lines: [],
    returnPath: from.address,
    isForged: false,
    contentType: from.client.contentType(chance),
    labels: way === 'sent' ? ['SENT'] : ['INBOX', 'CATEGORY_PERSONAL'],
    ...writing,
    way,
    messageId: from.client.messageId(chance, domainOf(from.address)),
  }
}

/** The subject of an answer: the first one's, with one prefix of the answering client. */
export const replySubject = (subject: string, { client }: Correspondent): string =>
  client.replyPrefix + subject.replace(/^(?:(?:Re|RE|AW): )+/, '')

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The letter its thread began with. */
export const rootOf = (mail: MailPlan): MailPlan => {
  let root = mail
  while (root.answers !== null) root = root.answers
  return root
}
