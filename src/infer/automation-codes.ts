/**
 * The signals by which letters of machines are told, in order of strength, each with its reason in words.
 * Sources: RFC 3834 (Auto-Submitted), RFC 2919 and 2369 (List-*), RFC 5436, RFC 3464 (reports), RFC 8058, RFC 2142
 * (role names), and the marks that mail services put on what they send. Pure.
 */
import {
  answersGoElsewhere,
  answersGoToAutomated,
  answersGoToList,
  automatedFromPerson,
  campaignMark,
  failsElsewhere,
  failsToAutomated,
  hasForeignErrorAddress,
  hasMark,
  isCarriedByService,
  isForList,
  isFromBulkDomain,
  isFromPersonsProgram,
  isMadeUp,
  isNamedByServer,
  isNamedForDomain,
  isNamedForPerson,
  isRelayed,
  processMark,
  sentByAutomation,
  sentByList,
} from './evidence.ts'
import { personClient, personFeedback, programBoundary, programMessageId, scriptClient } from './mail-software.ts'
import { firstValue, type View } from './message-view.ts'
import {
  automatedName,
  isAutomatedName,
  mailServerName,
  noReplyName,
  publisherName,
  roleName,
  transactionName,
} from './sender-words.ts'
import {
  autoReplySubject,
  awaySubject,
  bounceSubject,
  calendarAnswerSubject,
  invitationSubject,
  invitingSubject,
  publisherSubject,
  receiptSubject,
  serialSubject,
  ticketSubject,
  transactionSubject,
} from './subject-words.ts'

export interface Mark {
  readonly why: string
  readonly speaks: (view: View) => boolean
  /** A list leaves it on whatever it hands on: it says nothing of a letter that also names its reader. */
  readonly isOfList?: true
}

export interface Signal extends Mark {
  /** From 3 on, a signal alone makes a letter a machine's. Below zero, it speaks for a person. */
  readonly weight: number
}

const has =
  (...names: readonly string[]) =>
  ({ values }: View): boolean =>
    names.some((name) => values.has(name))

const matches =
  (name: string, pattern: RegExp) =>
  (view: View): boolean => {
    const value = firstValue(view, name)
    return value !== '' && pattern.test(value)
  }

const isNamed =
  (pattern: RegExp) =>
  ({ localPart }: View): boolean =>
    localPart !== '' && pattern.test(localPart)

/** Before a colon, which most subjects lack. */
const isPrefixed =
  (...patterns: readonly RegExp[]) =>
  ({ subject }: View): boolean =>
    /[:：]/.test(subject) && patterns.some((pattern) => pattern.test(subject))

const isOpening =
  (pattern: RegExp) =>
  ({ subject, answers }: View): boolean =>
    answers === null && subject !== '' && pattern.test(subject)

/** Settled by one of them alone. */
export const decisive: readonly Mark[] = [
  { why: 'it says it was sent automatically (Auto-Submitted)', speaks: matches('auto-submitted', /^\s*auto/i) },
  { why: 'it has a null return path, as bounces have', speaks: matches('return-path', /^\s*<\s*>\s*$/) },
  {
    why: 'it is a delivery report',
    speaks: matches('content-type', /multipart\/report|message\/(delivery-status|disposition-notification)/i),
  },
  { why: 'it comes from a mail server', speaks: isNamed(mailServerName) },
  {
    why: 'it marks itself as an automatic reply',
    speaks: has('x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-vacation', 'x-failed-recipients'),
  },
  {
    why: 'it is calendar traffic',
    speaks: (view) =>
      /text\/calendar/i.test(firstValue(view, 'content-type')) ||
      /calendarmessage/i.test(firstValue(view, 'content-class')) ||
      /^\s*<calendar-/.test(firstValue(view, 'message-id')) ||
      /EE_MeetingMessage/.test(firstValue(view, 'x-ms-traffictypediagnostic')) ||
      has('x-ms-exchange-calendar-originator-id', 'x-ms-exchange-calendar-series-instance-id')(view),
  },
  {
    why: 'it went through a mailing list',
    isOfList: true,
    speaks: has(
      'list-id',
      'list-post',
      'list-archive',
      'list-subscribe',
      'mailing-list',
      'x-mailing-list',
      'x-beenthere',
      'x-mailman-version',
      'x-google-group-id',
      'list-owner',
      'x-list-host',
      'x-ml-name',
    ),
  },
  {
    why: 'it is marked as bulk mail (Precedence)',
    isOfList: true,
    speaks: matches('precedence', /^\s*(bulk|list|junk|auto_reply)/i),
  },
  { why: 'its sender takes no replies', speaks: isNamed(noReplyName) },
  { why: 'its subject is that of a delivery report', speaks: matches('subject', bounceSubject) },
  { why: 'its subject is that of an automatic reply', speaks: isPrefixed(autoReplySubject) },
  {
    why: 'its subject is that of an invitation',
    speaks: isPrefixed(calendarAnswerSubject, invitationSubject),
  },
]

/** More recipients than this are no small group: it is no letter to a few, whoever wrote it. */
export const smallGroup = 10
export const crowdWeight = 3

/** In order of strength; those for a person last. */
export const signals: readonly Signal[] = [
  { why: 'its sender has a machine’s name', weight: 6, speaks: isNamed(automatedName) },
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
  {
    why: 'a mailing list sent it on',
    isOfList: true,
    weight: 5,
    speaks: (view) => sentByList(view) || has('approved-by')(view),
  },
  {
    why: 'its display name is a machine’s',
    weight: 5,
    speaks: (view) =>
      isAutomatedName(view.sender?.name ?? '', view.nameWords) || automatedFromPerson.test(firstValue(view, 'from')),
  },
  {
    why: 'it can be unsubscribed from',
    isOfList: true,
    weight: 4,
    speaks: has('list-unsubscribe', 'list-unsubscribe-post'),
  },
  {
    why: 'a campaign or mail service sent it',
    weight: 4,
    speaks: (view) =>
      has('x-feedback-id', 'x-mc-user', 'x-bulkmail', 'x-csa-complaints', 'x-report-abuse')(view) ||
      (view.values.has('feedback-id') && !personFeedback.test(firstValue(view, 'feedback-id'))),
  },
  { why: 'it bears the marks of a campaign', weight: 4, speaks: hasMark(campaignMark) },
  { why: 'answers to it go to a list', isOfList: true, weight: 4, speaks: answersGoToList },
  { why: 'failures to deliver it go to a machine', isOfList: true, weight: 4, speaks: failsToAutomated },
  { why: 'it bears the marks of a tracker or a help desk', weight: 3, speaks: hasMark(processMark) },
  { why: 'a machine handed it in', isOfList: true, weight: 3, speaks: sentByAutomation },
  { why: 'its sender has the name of a desk that sends forms', weight: 3, speaks: isNamed(transactionName) },
  { why: 'its sender has a publisher’s name', weight: 3, speaks: isNamed(publisherName) },
  { why: 'its domain is kept for bulk mail', weight: 3, speaks: isFromBulkDomain },
  {
    why: 'a program sent it',
    weight: 3,
    speaks: ({ client }) => client !== '' && scriptClient.test(client) && !personClient.test(client),
  },
  { why: 'its subject is that of an away note', weight: 3, speaks: matches('subject', awaySubject) },
  { why: 'its subject is that of a receipt', weight: 3, speaks: isPrefixed(receiptSubject) },
  { why: 'its subject invites', weight: 3, speaks: isPrefixed(invitingSubject) },
  { why: 'its subject is that of a newsletter', weight: 2, speaks: isOpening(publisherSubject) },
  { why: 'its subject is that of a notice', weight: 2, speaks: isOpening(transactionSubject) },
  { why: 'it is addressed to a list', isOfList: true, weight: 3, speaks: isForList },
  { why: 'answers to it go to a machine', weight: 3, speaks: answersGoToAutomated },
  { why: 'a service sent it for someone', isOfList: true, weight: 3, speaks: isRelayed },
  { why: 'it went to many', weight: crowdWeight, speaks: ({ recipients }) => recipients.length > smallGroup },
  { why: 'its errors go elsewhere than to its sender', isOfList: true, weight: 3, speaks: hasForeignErrorAddress },
  { why: 'its errors have their own address', isOfList: true, weight: 2, speaks: has('errors-to') },
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
        'x-sfdc-entityid',
        'x-job',
        'x-entity-ref-id',
        'x-php-originating-script',
      )(view) ||
      matches('x-pm-message-id', /-/)(view),
  },
  { why: 'a program divided its parts', weight: 2, speaks: matches('content-type', programBoundary) },
  { why: 'its subject has a ticket’s number', weight: 2, speaks: matches('subject', ticketSubject) },
  { why: 'its sender is called as its domain is', weight: 2, speaks: isNamedForDomain },
  { why: 'it says how urgent its delivery is', isOfList: true, weight: 2, speaks: has('precedence') },
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
  { why: 'it has no plain text', weight: 1, speaks: matches('content-type', /^\s*text\/html/i) },
  {
    why: 'its sender is called as a house is',
    weight: 1,
    speaks: ({ isOrganisation }) => isOrganisation,
  },
  { why: 'it is one of a row', weight: 1, speaks: isOpening(serialSubject) },
  { why: 'a program named it', weight: 1, speaks: matches('message-id', programMessageId) },
  { why: 'failures to deliver it go elsewhere', isOfList: true, weight: 1, speaks: failsElsewhere },
  { why: 'answers to it go elsewhere', isOfList: true, weight: 1, speaks: answersGoElsewhere },
  { why: 'its address repeats a person’s name', weight: -1, speaks: isNamedForPerson },
  { why: 'its subject says that it answers', weight: -1, speaks: ({ answers }) => answers !== null },
  { why: 'it answers a letter', weight: -1, speaks: ({ answers }) => answers === 'named' },
  { why: 'a person’s mail program wrote it', weight: -2, speaks: isFromPersonsProgram },
]

/** Everything a letter may be left out for, in words. */
export const signs: readonly string[] = [...decisive, ...signals].map(({ why }) => why)
