/**
 * Did a person write this letter to someone, or did a machine send it to many? Decided from headers alone, by signals
 * in order of strength: a decisive one settles it, the others add up, and what only a person's own hand leaves (an answer
 * within a thread, a mail client) counts against them. A missing header never speaks: old mail, sent mail and Outlook's
 * have few, and are judged by what there is.
 * Sources: RFC 3834 (Auto-Submitted), RFC 2919 and 2369 (List-*), RFC 5436, RFC 3464 (reports), RFC 8058, RFC 2142
 * (role names), and the marks that mail services put on what they send. Pure.
 */
import { type Address, type CanonicalAddress, domainOf, localPartOf, parseAddresses } from '../model/address.ts'
import type { Message } from '../model/message.ts'
import {
  answerSubject,
  autoReplySubject,
  bounceSubject,
  bulkDomain,
  bulkSubdomain,
  calendarSubject,
  houseDisplayName,
  machineDisplayName,
  machineName,
  mailServiceDomain,
  noReplyName,
  publisherName,
  publisherSubject,
  roleName,
  serialSubject,
  transactionName,
  transactionSubject,
} from './sender-words.ts'

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
  for (const { why, speaks } of decisive) if (speaks(view)) return { human: false, why, isCertain: true }
  let doubt = 0
  let strongest: Signal | null = null
  for (const signal of signals) {
    if (!signal.speaks(view)) continue
    doubt += signal.weight
    if (strongest === null || signal.weight > strongest.weight) strongest = signal
  }
  if (strongest === null || strongest.weight < 0) return human('nothing speaks of a machine')
  return doubt >= enough
    ? { human: false, why: strongest.why, isCertain: false }
    : human(`not enough: ${strongest.why}`)
}

/**
 * Whether headers that are not at hand could turn the verdict. What a decisive mark settled, none can; nor where there is
 * more doubt than every sign of a person's hand together could outweigh. A missing header never speaks, so any other
 * can only add to the doubt.
 */
export const isOpen = (letter: Letter): boolean => {
  const view = viewOf(letter)
  if (decisive.some(({ speaks }) => speaks(view))) return false
  let leastDoubt = hopes
  for (const { weight, speaks } of signals) {
    if (weight > 0 && speaks(view)) leastDoubt += weight
    if (leastDoubt >= enough) return false
  }
  return true
}

const human = (why: string): Verdict => ({ human: true, why, isCertain: false })

/** What the signals look at. Parts that cost something are worked out when they are asked for. */
interface View {
  /** Header values by lower-case name; of repeated ones the first. */
  readonly values: ReadonlyMap<string, string>
  readonly sender: Address | null
  /** The sender's local part without a +tag, in lower case, or ''. */
  readonly localPart: string
  readonly domain: string
  readonly to: readonly Address[]
  readonly recipients: readonly Address[]
  readonly subject: string
  /** It stands within a thread, and says so. */
  readonly isAnswer: boolean
  /** What says it made the letter: X-Mailer or User-Agent, or ''. */
  readonly client: string
}

const viewOf = ({ headers, from, to, cc }: Letter): View => {
  const values = new Map<string, string>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, value)
  }
  const subject = values.get('subject') ?? ''
  return {
    values,
    sender: from,
    localPart: from === null ? '' : localPartOf(from.address).replace(/\+.*$/, ''),
    domain: from === null ? '' : domainOf(from.address),
    to,
    recipients: [...to, ...cc],
    subject,
    isAnswer: values.has('in-reply-to') || values.has('references') || answerSubject.test(subject),
    client: values.get('user-agent') ?? values.get('x-mailer') ?? '',
  }
}

interface Mark {
  readonly why: string
  readonly speaks: (view: View) => boolean
}

interface Signal extends Mark {
  /** From `enough` on, a signal alone makes a letter a machine's. Below zero, it speaks for a person. */
  readonly weight: number
}

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

const isOpening =
  (pattern: RegExp) =>
  ({ subject, isAnswer }: View): boolean =>
    !isAnswer && subject !== '' && pattern.test(subject)

const addressIn = (view: View, name: string): CanonicalAddress | null => {
  const value = first(view, name)
  return value === '' ? null : (parseAddresses(value)[0]?.address ?? null)
}

const secondLevel = /^(co|com|net|org|ac|edu|gov|gob|gv|or|ne|go)$/

/** How many labels of a domain its owner registered: two, or three under such as `co.uk`. */
const registeredLabels = (labels: readonly string[]): number =>
  labels.length > 2 && labels.at(-1)?.length === 2 && secondLevel.test(labels.at(-2) ?? '') ? 3 : 2

const organisationOf = (domain: string): string => {
  const labels = domain.split('.')
  return labels.slice(-registeredLabels(labels)).join('.')
}

const isFromBulkDomain = ({ domain }: View): boolean => {
  if (domain === '') return false
  const labels = domain.split('.')
  return (
    labels.slice(0, -registeredLabels(labels)).some((label) => bulkSubdomain.test(label)) || bulkDomain.test(domain)
  )
}

/** `2.20964.41-7D35gj@…`, `letter-F485FCCE40B794D5@…`: an address made for one letter. */
const isMadeUp = (localPart: string): boolean =>
  /(?:\d{2,}[._-]){2,}/.test(localPart) ||
  /(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{12,}/.test(localPart) ||
  /[a-z]\d[a-z\d]*\d[a-z\d]{8,}[._=-]/.test(localPart)

const forwarder = /^(srs[01]=|prvs=|btv1=)/

const returnPath = (view: View): CanonicalAddress | null => {
  const address = addressIn(view, 'return-path')
  return address === null || forwarder.test(address) ? null : address
}

const errorsName =
  /(^|[._+=-])(bounces?|errors?|err|return|verp|dev[._-]?null|nobody|root|www-?data|apache|httpd|owner|request)([._+=-]|\d|$)|^msprvs\d|^bounce|bounces?$/

/** RFC 5321 §4.4: where a failure is reported. A list's or a machine's has a name for that, or the recipient's in it. */
const failsToMachine = (view: View): boolean => {
  const address = returnPath(view)
  if (address === null || address === view.sender?.address) return false
  const local = localPartOf(address)
  return errorsName.test(local) || /\w=[\w-]+(\.[\w-]+)+/.test(local) || isMadeUp(local) || noReplyName.test(local)
}

const failsElsewhere = (view: View): boolean => {
  const address = returnPath(view)
  return address !== null && view.domain !== '' && organisationOf(domainOf(address)) !== organisationOf(view.domain)
}

const isCarriedByService = (view: View): boolean => {
  const address = returnPath(view)
  const host = first(view, 'message-id')
    .match(/@([^>\s]+)>?\s*$/)?.[1]
    ?.toLowerCase()
  return (
    (address !== null && mailServiceDomain.test(domainOf(address))) ||
    (host !== undefined && mailServiceDomain.test(host)) ||
    mailServiceDomain.test(view.domain)
  )
}

const hasForeignErrorAddress = (view: View): boolean => {
  const address = addressIn(view, 'errors-to')
  return address !== null && address !== view.sender?.address
}

const answersGoToList = (view: View): boolean => {
  const address = addressIn(view, 'reply-to')
  return address !== null && address !== view.sender?.address && view.to.some((to) => to.address === address)
}

const answersGoToMachine = (view: View): boolean => {
  const address = addressIn(view, 'reply-to')
  if (address === null) return false
  const local = localPartOf(address)
  return noReplyName.test(local) || isMadeUp(local) || /repl(y|ies)/.test(local)
}

const answersGoElsewhere = (view: View): boolean => {
  const address = addressIn(view, 'reply-to')
  return address !== null && view.domain !== '' && organisationOf(domainOf(address)) !== organisationOf(view.domain)
}

const sentByList = (view: View): boolean => {
  const address = addressIn(view, 'sender')
  if (address === null || address === view.sender?.address) return false
  return (
    /^(owner|list)-|-(bounces?|owner|admin|request)$/.test(localPartOf(address)) || listDomain.test(domainOf(address))
  )
}

const listDomain = /(^|\.)(lists?|listserv|mailman|groups|\w*groups)\.|(^|\.)(google|yahoo)groups\./

/** By its look: only the headers of what a list sends on say for sure. */
export const looksLikeList = (address: CanonicalAddress): boolean =>
  listDomain.test(domainOf(address)) || /-(l|list|users|announce|all)$/.test(localPartOf(address))

/** Only To: a copy to a list does not make a letter the list's. */
const isForList = ({ to }: View): boolean => to.length > 0 && to.every(({ address }) => looksLikeList(address))

/** A name that stands in the domain: `Acme News <hello@acme.example>`, `acme.example <…>`. */
const isNamedForDomain = ({ sender, domain, localPart }: View): boolean => {
  if (sender === null || sender.name === '' || domain === '') return false
  const labels = domain.split('.')
  const own = labels.at(-registeredLabels(labels)) ?? ''
  const words = wordsOf(sender.name)
  if (own.length < 3 || words.some((word) => word.length > 2 && localPart.includes(word))) return false
  return words.includes(own) || words.join('') === own || words.join('') === own.replaceAll('-', '')
}

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** `Bo Ek <bo.ek@…>`, `<bek@…>`: a person's address repeats their name. */
const isNamedForPerson = ({ sender, localPart }: View): boolean => {
  if (sender === null || houseDisplayName.test(sender.name)) return false
  const words = wordsOf(sender.name)
  return words.length > 1 && words.some((word) => word.length > 2 && localPart.includes(word))
}

/** A server names a letter that nobody's mail client has named: Sendmail's, qmail's, Postfix's and Exim's forms. */
const serverMadeId =
  /^\s*<(\d{12,14}\.[a-z]{1,2}\w{6,12}@|\d{14}\.\d+\.qmail@|\d{14}\.[0-9A-F]{8,12}@|E[\dA-Za-z]{6}-[\dA-Za-z]{6,11}-[\dA-Za-z]{2,4}@)/
const isNamedByServer = (view: View): boolean =>
  !view.isAnswer && view.client === '' && serverMadeId.test(first(view, 'message-id'))

const programId =
  /LISTMANAGER|listserv|geopod|ismtpd|phpmailer|swift\.|\.php|nodemailer|@localhost|@[\w-]*(lambda|ip-\d+-\d+)|@[^.>]*>?\s*$/i

const scriptClient =
  /php|nodemailer|mime::?lite|libwww|aspmail|aspemail|javamail|swift|python|perl|ruby|\.net|cdo|campaign|list ?man|listserv|e-?mail(ing)?( marketing| by|s\b)|mailing|bulk|blast|newsletter|mailman|mailchimp|sendgrid|sendmail|msmtp|curl|wordpress|drupal|oracle|sap|lyris|dbmail|mailout|phplist|zendesk|jira|server|system/i

/** What people read and write mail with. */
const personClient =
  /outlook|thunderbird|mozilla|apple mail|iphone|ipad|mutt|pine|evolution|kmail|kontact|eudora|pegasus|the bat|lotus notes|gnus|sylpheed|claws|squirrelmail|roundcube|horde|\bimp\b|zimbra|airmail|exmh|nmh|\bmh\b|\belm\b|wanderlust|entourage|\bspark\b|k-9|fairemail|em client|postbox|mailspring|foxmail|groupwise|webmail|aol|opera|becky|aerc|balsa|gmail|yahoomail|mew |vm \d|emacs/i

/** Of families of marks that campaign software leaves, each with its own prefix: `X-Acme-CampaignID`. */
const campaignMark =
  /^x-.*(campaign|mailing|newsletter|subscriber|indiv|(cust|prog|job|mail|blast|batch|broadcast|recipient|member|list|content)[-_]?id$)/

const hasCampaignMark = ({ values }: View): boolean => {
  for (const name of values.keys()) {
    if (!name.startsWith('x-')) continue
    if (campaignMark.test(name)) return true
  }
  return false
}

/** Settled by one of them alone. */
const decisive: readonly Mark[] = [
  { why: 'it says it was sent automatically (Auto-Submitted)', speaks: matches('auto-submitted', /^\s*auto/i) },
  { why: 'it has a null return path, as bounces have', speaks: matches('return-path', /^\s*<\s*>\s*$/) },
  {
    why: 'it is a delivery report',
    speaks: matches('content-type', /multipart\/report|message\/(delivery-status|disposition-notification)/i),
  },
  { why: 'it comes from a mail server', speaks: isNamed(/^(mailer-daemon|postmaster|mail-daemon|mdaemon)$/) },
  {
    why: 'it marks itself as an automatic reply',
    speaks: has('x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-vacation', 'x-failed-recipients'),
  },
  {
    why: 'it is calendar traffic',
    speaks: (view) =>
      /text\/calendar/i.test(first(view, 'content-type')) || /calendarmessage/i.test(first(view, 'content-class')),
  },
  {
    why: 'it went through a mailing list',
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
    speaks: matches('precedence', /^\s*(bulk|list|junk|auto_reply)/i),
  },
  { why: 'its sender takes no replies', speaks: isNamed(noReplyName) },
  { why: 'its subject is that of a delivery report', speaks: matches('subject', bounceSubject) },
  { why: 'its subject is that of an automatic reply', speaks: matches('subject', autoReplySubject) },
  { why: 'its subject is that of an invitation', speaks: matches('subject', calendarSubject) },
]

const robotFromPerson =
  /\((jira|confluence|google (docs|sheets|slides|drive)|gitlab|github|tracker|via [^)]+)\)\s*"?\s*</i

/** In order of strength; those for a person last. */
const signals: readonly Signal[] = [
  { why: 'its sender has a machine’s name', weight: 6, speaks: isNamed(machineName) },
  {
    why: 'a tracker or a network sent it',
    weight: 6,
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
  { why: 'its sender’s address was made for one letter', weight: 5, speaks: ({ localPart }) => isMadeUp(localPart) },
  { why: 'a mailing list sent it on', weight: 5, speaks: (view) => sentByList(view) || has('approved-by')(view) },
  {
    why: 'its display name is a machine’s',
    weight: 5,
    speaks: (view) => machineDisplayName.test(view.sender?.name ?? '') || robotFromPerson.test(first(view, 'from')),
  },
  { why: 'it can be unsubscribed from', weight: 4, speaks: has('list-unsubscribe', 'list-unsubscribe-post') },
  {
    why: 'a campaign or mail service sent it',
    weight: 4,
    speaks: has('feedback-id', 'x-feedback-id', 'x-mc-user', 'x-bulkmail', 'x-csa-complaints', 'x-report-abuse'),
  },
  { why: 'it bears the marks of a campaign', weight: 4, speaks: hasCampaignMark },
  { why: 'answers to it go to a list', weight: 4, speaks: answersGoToList },
  { why: 'failures to deliver it go to a machine', weight: 4, speaks: failsToMachine },
  { why: 'its sender has the name of a desk that sends forms', weight: 3, speaks: isNamed(transactionName) },
  { why: 'its sender has a publisher’s name', weight: 3, speaks: isNamed(publisherName) },
  { why: 'its domain is kept for bulk mail', weight: 3, speaks: isFromBulkDomain },
  {
    why: 'a program sent it',
    weight: 3,
    speaks: ({ client }) => scriptClient.test(client) && !personClient.test(client),
  },
  { why: 'its subject is that of a newsletter', weight: 3, speaks: isOpening(publisherSubject) },
  { why: 'its subject is that of a notice', weight: 3, speaks: isOpening(transactionSubject) },
  { why: 'it is addressed to a list', weight: 3, speaks: isForList },
  { why: 'answers to it go to a machine', weight: 3, speaks: answersGoToMachine },
  { why: 'it went to many', weight: 2, speaks: ({ recipients }) => recipients.length > 10 },
  { why: 'its errors go elsewhere than to its sender', weight: 3, speaks: hasForeignErrorAddress },
  { why: 'its errors have their own address', weight: 2, speaks: has('errors-to') },
  {
    why: 'a mail service sent it',
    weight: 2,
    speaks: (view) =>
      isCarriedByService(view) ||
      has(
        'x-ses-outgoing',
        'x-sg-eid',
        'x-mailgun-sid',
        'x-mailgun-tag',
        'x-mandrill-user',
        'x-pm-message-id',
        'x-sfdc-entityid',
        'x-job',
        'x-entity-ref-id',
        'x-php-originating-script',
      )(view),
  },
  { why: 'its sender is called as its domain is', weight: 2, speaks: isNamedForDomain },
  { why: 'it says how urgent its delivery is', weight: 2, speaks: has('precedence') },
  { why: 'it asks for no automatic answers', weight: 2, speaks: has('x-auto-response-suppress') },
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
  { why: 'no mail client named it', weight: 2, speaks: isNamedByServer },
  {
    why: 'its sender is called as a house is',
    weight: 1,
    speaks: ({ sender }) => houseDisplayName.test(sender?.name ?? ''),
  },
  { why: 'it is one of a row', weight: 1, speaks: isOpening(serialSubject) },
  { why: 'a program named it', weight: 1, speaks: matches('message-id', programId) },
  { why: 'failures to deliver it go elsewhere', weight: 1, speaks: failsElsewhere },
  { why: 'answers to it go elsewhere', weight: 1, speaks: answersGoElsewhere },
  { why: 'its address repeats a person’s name', weight: -1, speaks: isNamedForPerson },
  { why: 'a person’s mail client wrote it', weight: -2, speaks: ({ client }) => personClient.test(client) },
  { why: 'it answers a letter', weight: -2, speaks: ({ isAnswer }) => isAnswer },
]

/** What every sign of a person's hand together would take from the doubt. */
const hopes = signals.reduce((sum, { weight }) => sum + Math.min(0, weight), 0)
