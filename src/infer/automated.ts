/**
 * Did a person write this letter to someone, or did a machine send it to many? Decided from headers alone, by signals
 * in order of strength: a decisive one settles it, the others add up. A missing header never speaks.
 * Sources: RFC 3834 (Auto-Submitted), RFC 2919 and 2369 (List-*), RFC 5436, RFC 3464 (reports), RFC 8058, RFC 2142
 * (role names), and the marks that mail services put on what they send. Pure.
 */
import { type Address, localPartOf, parseAddresses } from '../model/address.ts'
import type { Message } from '../model/message.ts'

export interface Verdict {
  readonly human: boolean
  /** The strongest signal that spoke, in words. */
  readonly why: string
  /** A decisive signal spoke: no other evidence is needed. */
  readonly isCertain: boolean
}

/** The part of a message that is judged. */
export type Letter = Pick<Message, 'headers' | 'from' | 'to' | 'cc'>

export const judge = (letter: Letter): Verdict => {
  const view = viewOf(letter)
  let doubt = 0
  let strongest: Signal | null = null
  for (const signal of signals) {
    if (!signal.speaks(view)) continue
    if (signal.weight >= decisive) return { human: false, why: signal.why, isCertain: true }
    doubt += signal.weight
    if (strongest === null || signal.weight > strongest.weight) strongest = signal
  }
  if (doubt >= enough) return { human: false, why: strongest?.why ?? 'several weak signs', isCertain: false }
  return {
    human: true,
    why: strongest === null ? 'nothing speaks of a machine' : `not enough: ${strongest.why}`,
    isCertain: false,
  }
}

/** What the signals look at. */
interface View {
  /** Header values by lower-case name; of repeated ones the first. */
  readonly values: ReadonlyMap<string, string>
  readonly sender: Address | null
  /** The sender's local part without a +tag, in lower case, or ''. */
  readonly localPart: string
  readonly recipients: readonly Address[]
}

const viewOf = ({ headers, from, to, cc }: Letter): View => {
  const values = new Map<string, string>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, value)
  }
  const localPart = from === null ? '' : localPartOf(from.address).replace(/\+.*$/, '')
  return { values, sender: from, localPart, recipients: [...to, ...cc] }
}

interface Signal {
  readonly why: string
  /** From `enough` on, a signal alone makes a letter a machine's. */
  readonly weight: number
  readonly speaks: (view: View) => boolean
}

const decisive = 10
const enough = 3

const first = ({ values }: View, name: string): string => values.get(name) ?? ''

const has =
  (...names: readonly string[]) =>
  ({ values }: View): boolean =>
    names.some((name) => values.has(name))

const matches =
  (name: string, pattern: RegExp) =>
  (view: View): boolean => {
    const value = first(view, name)
    return value !== '' && pattern.test(value)
  }

const isNamed =
  (pattern: RegExp) =>
  ({ localPart }: View): boolean =>
    localPart !== '' && pattern.test(localPart)

const hasForeignErrorAddress = (view: View): boolean => {
  const errorsTo = first(view, 'errors-to')
  return errorsTo !== '' && parseAddresses(errorsTo)[0]?.address !== view.sender?.address
}

const noReplyName =
  /(^|[._-])(no[._-]?reply|do[._-]?not[._-]?reply|not?[._-]?responder|nicht[._-]?antworten|ne[._-]?pas[._-]?repondre|unattended|noreply\w*|bounces?)([._-]|\d|$)/
const machineName =
  /(^|[._-])(notif(y|ier|ications?)|alerts?|auto(mated|mailer|confirm|reply|responder|mat)?|mailer|mailman|majordomo|listserv|digest|updates?|robots?|bots?|daemon|cron|system|postmaster|root|www-data|wwwrun|nobody|apache|bugzilla|jira|gitlab|github|jenkins|nagios|monitor(ing)?|report(s|er|ing)?|receipts?|orders?|billing|invoices?|statements?|confirm(ation)?s?|verify|subscriptions?|subscribe|unsubscribe)([._-]|\d|$)/
const publisherName =
  /(^|[._-])(news(letters?|desk|flash)?|marketing|promo(tions?)?|offers?|deals?|sales|editors?|bulletin|campaigns?|announce(ments?)?|mailing(s|list)?|e?mail(s|ing)?|publish(er|ing)|members?(hip)?|community|events?|rewards?|shop|store)([._-]|\d|$)/
const roleName =
  /^(info|support|help|helpdesk|service|services|customer.?(service|care|support)|care|contact|feedback|admin|administrator|webmaster|hostmaster|abuse|security|noc|team|hello|office|press|hr|jobs|careers|legal|privacy|accounts?|payments?|shipping|registration|enquir(y|ies)|inquir(y|ies))$/
const machineDisplayName =
  /\b(no.?reply|mailer.daemon|mail delivery|postmaster|notifications?|robot|bot|daemon|newsletter|digest|alerts?|automat(ic|ed)|auto.?reply|mailing list|build)\b/i
const robotFromPerson =
  /\((jira|confluence|google (docs|sheets|slides|drive)|gitlab|github|tracker|via [^)]+)\)\s*"?\s*</i
const autoReplySubject =
  /^\s*((re|aw|sv):\s*)?(auto(matic|matische|mated)?[\s_-]?(reply|response|antwort|generated|svar)|automatic reply|out of( the)? office|(ich bin )?(abwesenheit|abwesend)|réponse automatique|respuesta automática|vacation|away from|i am (away|out)|autoreply|.*\bout of office\b)/i
const bounceSubject =
  /^\s*(undeliver(able|ed)|delivery (status|failure|report|has failed|incomplete|delayed)|mail delivery (failed|failure|system|subsystem)|returned mail|failure notice|(mail|message) (could not|status)|non.?delivery|unzustellbar|nicht zugestellt|warning: (could not send|message)|mail system error|delivery notification|rejected:|read:|gelesen:|not read:|return receipt|disposition notification)/i
const calendarSubject =
  /^\s*((updated )?invitation( from)?:|accepted:|declined:|tentative(ly accepted)?:|cancel(l)?ed( event)?:|(meeting|event) (invitation|request|reminder|cancel)|einladung:|zugesagt:|abgesagt:|mit vorbehalt:|convite:|invitación:|new time proposed:)/i

/** In order of strength. */
const signals: readonly Signal[] = [
  {
    why: 'it says it was sent automatically (Auto-Submitted)',
    weight: decisive,
    speaks: matches('auto-submitted', /^\s*auto/i),
  },
  {
    why: 'it has a null return path, as bounces have',
    weight: decisive,
    speaks: matches('return-path', /^\s*<\s*>\s*$/),
  },
  {
    why: 'it is a delivery report',
    weight: decisive,
    speaks: matches('content-type', /multipart\/report|message\/(delivery-status|disposition-notification)/i),
  },
  {
    why: 'it comes from a mail server',
    weight: decisive,
    speaks: isNamed(/^(mailer-daemon|postmaster|mail-daemon|mdaemon)$/),
  },
  {
    why: 'it marks itself as an automatic reply',
    weight: decisive,
    speaks: has('x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-vacation', 'x-failed-recipients'),
  },
  {
    why: 'it is calendar traffic',
    weight: decisive,
    speaks: (view) =>
      /text\/calendar/i.test(first(view, 'content-type')) || /calendarmessage/i.test(first(view, 'content-class')),
  },
  {
    why: 'it went through a mailing list',
    weight: decisive,
    speaks: has(
      'list-id',
      'list-post',
      'mailing-list',
      'x-mailing-list',
      'x-beenthere',
      'x-mailman-version',
      'x-google-group-id',
      'list-owner',
      'x-list-host',
    ),
  },
  {
    why: 'it is marked as bulk mail (Precedence)',
    weight: decisive,
    speaks: matches('precedence', /^\s*(bulk|list|junk|auto_reply)/i),
  },
  { why: 'its sender takes no replies', weight: decisive, speaks: isNamed(noReplyName) },
  { why: 'its subject is that of a delivery report', weight: decisive, speaks: matches('subject', bounceSubject) },
  { why: 'its subject is that of an automatic reply', weight: decisive, speaks: matches('subject', autoReplySubject) },
  { why: 'its subject is that of an invitation', weight: decisive, speaks: matches('subject', calendarSubject) },
  { why: 'it can be unsubscribed from', weight: 4, speaks: has('list-unsubscribe', 'list-unsubscribe-post') },
  {
    why: 'a campaign or mail service sent it',
    weight: 4,
    speaks: has(
      'x-campaign',
      'x-campaignid',
      'x-campaign-id',
      'x-mc-user',
      'x-bulkmail',
      'x-csa-complaints',
      'feedback-id',
      'x-feedback-id',
      'x-mailer-version',
      'x-report-abuse',
    ),
  },
  {
    why: 'a tracker or a network sent it',
    weight: 4,
    speaks: has(
      'x-github-reason',
      'x-gitlab-project',
      'x-jira-fingerprint',
      'x-bugzilla-reason',
      'x-linkedin-class',
      'x-facebook',
      'x-notifications',
      'x-cron-env',
    ),
  },
  { why: 'its sender has a machine’s name', weight: 4, speaks: isNamed(machineName) },
  { why: 'its sender has a publisher’s name', weight: 3, speaks: isNamed(publisherName) },
  {
    why: 'its display name is a machine’s',
    weight: 3,
    speaks: (view) => machineDisplayName.test(view.sender?.name ?? '') || robotFromPerson.test(first(view, 'from')),
  },
  {
    why: 'a mail service sent it',
    weight: 2,
    speaks: has(
      'x-ses-outgoing',
      'x-sg-eid',
      'x-mailgun-sid',
      'x-mailgun-tag',
      'x-mandrill-user',
      'x-pm-message-id',
      'x-sfdc-entityid',
      'x-job',
      'x-entity-ref-id',
    ),
  },
  { why: 'it asks for no automatic answers', weight: 2, speaks: has('x-auto-response-suppress') },
  {
    why: 'its errors go elsewhere than to its sender',
    weight: 2,
    speaks: (view) => hasForeignErrorAddress(view),
  },
  {
    why: 'it is addressed to its own sender',
    weight: 2,
    speaks: (view) => view.sender !== null && view.recipients[0]?.address === view.sender.address,
  },
  { why: 'its sender has a role’s name', weight: 2, speaks: isNamed(roleName) },
  {
    why: 'it names no recipient',
    weight: 2,
    speaks: (view) => view.values.has('to') && view.recipients.length === 0,
  },
  { why: 'it went to many', weight: 2, speaks: (view) => view.recipients.length > 10 },
]
