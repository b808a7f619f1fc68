/**
 * The rules that tell automated messages, the strongest first, each with its automation code.
 * Sources: RFC 3834 (Auto-Submitted), RFC 2919 and 2369 (List-*), RFC 5436, RFC 3464 (reports), RFC 8058, RFC 2142
 * (role names), and the headers that mail services add to what they send. Pure.
 */
import type { AutomationCode } from '../model/automation.ts'
import {
  automatedFromPerson,
  campaignHeader,
  failsElsewhere,
  failsToAutomated,
  hasForeignErrorAddress,
  hasHeaderLike,
  isCarriedByService,
  isForList,
  isFromBulkDomain,
  isFromPersonsProgram,
  isMadeUp,
  isNamedByServer,
  isNamedForDomain,
  isNamedForPerson,
  isRelayed,
  processHeader,
  repliesGoElsewhere,
  repliesGoToAutomated,
  repliesGoToList,
  sentByAutomation,
  sentByList,
} from './evidence.ts'
import { personClient, personFeedback, programBoundary, programMessageId, scriptClient } from './mail-software.ts'
import { firstValue, type MessageView } from './message-view.ts'
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

/** One rule settles it alone: a message it holds for is automated, whatever else its headers say. */
export interface DecisiveRule {
  readonly code: AutomationCode
  readonly holds: (view: MessageView) => boolean
  /** Mailing lists leave this on every message they pass on. It says nothing about a message that also names its reader. */
  readonly isLeftByLists?: true
}

/** Weights add up. From 3 on, one rule alone is enough. */
export interface WeighedRule extends DecisiveRule {
  readonly weight: number
}

/** What only a person's own hand leaves: its weight is below zero. */
export interface PersonRule {
  readonly weight: number
  readonly holds: (view: MessageView) => boolean
}

const has =
  (...names: readonly string[]) =>
  ({ values }: MessageView): boolean =>
    names.some((name) => values.has(name))

const matches =
  (name: string, pattern: RegExp) =>
  (view: MessageView): boolean => {
    const value = firstValue(view, name)
    return value !== '' && pattern.test(value)
  }

const isNamed =
  (pattern: RegExp) =>
  ({ localPart }: MessageView): boolean =>
    localPart !== '' && pattern.test(localPart)

/** The patterns describe what stands before a colon, and most subjects have none. */
const isPrefixed =
  (...patterns: readonly RegExp[]) =>
  ({ subject }: MessageView): boolean =>
    /[:：]/.test(subject) && patterns.some((pattern) => pattern.test(subject))

const isOpening =
  (pattern: RegExp) =>
  ({ subject, answers }: MessageView): boolean =>
    answers === null && subject !== '' && pattern.test(subject)

export const decisiveRules: readonly DecisiveRule[] = [
  { code: 'auto_submitted', holds: matches('auto-submitted', /^\s*auto/i) },
  { code: 'null_return_path', holds: matches('return-path', /^\s*<\s*>\s*$/) },
  {
    code: 'delivery_report',
    holds: matches('content-type', /multipart\/report|message\/(delivery-status|disposition-notification)/i),
  },
  { code: 'mail_server', holds: isNamed(mailServerName) },
  {
    code: 'auto_reply_header',
    holds: has('x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-vacation', 'x-failed-recipients'),
  },
  {
    code: 'calendar_traffic',
    holds: (view) =>
      /text\/calendar/i.test(firstValue(view, 'content-type')) ||
      /calendarmessage/i.test(firstValue(view, 'content-class')) ||
      /^\s*<calendar-/.test(firstValue(view, 'message-id')) ||
      /EE_MeetingMessage/.test(firstValue(view, 'x-ms-traffictypediagnostic')) ||
      has('x-ms-exchange-calendar-originator-id', 'x-ms-exchange-calendar-series-instance-id')(view),
  },
  {
    code: 'mailing_list',
    isLeftByLists: true,
    holds: has(
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
    code: 'bulk_precedence',
    isLeftByLists: true,
    holds: matches('precedence', /^\s*(bulk|list|junk|auto_reply)/i),
  },
  { code: 'no_reply_name', holds: isNamed(noReplyName) },
  { code: 'bounce_subject', holds: matches('subject', bounceSubject) },
  { code: 'auto_reply_subject', holds: isPrefixed(autoReplySubject) },
  {
    code: 'invitation_subject',
    holds: isPrefixed(calendarAnswerSubject, invitationSubject),
  },
]

/** A message to more recipients than this is not to a few people, whoever wrote it. */
export const maxSmallGroup = 10
export const crowdWeight = 3

/** The strongest first. */
export const weighedRules: readonly WeighedRule[] = [
  { code: 'automated_name', weight: 6, holds: isNamed(automatedName) },
  {
    code: 'tracker_header',
    weight: 6,
    holds: has(
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
  { code: 'one_time_address', weight: 5, holds: ({ localPart }) => isMadeUp(localPart) },
  {
    code: 'list_sender',
    isLeftByLists: true,
    weight: 5,
    holds: (view) => sentByList(view) || has('approved-by')(view),
  },
  {
    code: 'automated_display_name',
    weight: 5,
    holds: (view) =>
      isAutomatedName(view.sender?.name ?? '', view.nameWords) || automatedFromPerson.test(firstValue(view, 'from')),
  },
  {
    code: 'unsubscribe_header',
    isLeftByLists: true,
    weight: 4,
    holds: has('list-unsubscribe', 'list-unsubscribe-post'),
  },
  {
    code: 'campaign_service',
    weight: 4,
    holds: (view) =>
      has('x-feedback-id', 'x-mc-user', 'x-bulkmail', 'x-csa-complaints', 'x-report-abuse')(view) ||
      (view.values.has('feedback-id') && !personFeedback.test(firstValue(view, 'feedback-id'))),
  },
  { code: 'campaign_header', weight: 4, holds: hasHeaderLike(campaignHeader) },
  { code: 'replies_to_list', isLeftByLists: true, weight: 4, holds: repliesGoToList },
  { code: 'failures_to_automated', isLeftByLists: true, weight: 4, holds: failsToAutomated },
  { code: 'process_header', weight: 3, holds: hasHeaderLike(processHeader) },
  { code: 'automated_submitter', isLeftByLists: true, weight: 3, holds: sentByAutomation },
  { code: 'transaction_name', weight: 3, holds: isNamed(transactionName) },
  { code: 'publisher_name', weight: 3, holds: isNamed(publisherName) },
  { code: 'bulk_domain', weight: 3, holds: isFromBulkDomain },
  {
    code: 'script_client',
    weight: 3,
    holds: ({ client }) => client !== '' && scriptClient.test(client) && !personClient.test(client),
  },
  { code: 'away_subject', weight: 3, holds: matches('subject', awaySubject) },
  { code: 'receipt_subject', weight: 3, holds: isPrefixed(receiptSubject) },
  { code: 'inviting_subject', weight: 3, holds: isPrefixed(invitingSubject) },
  { code: 'addressed_to_list', isLeftByLists: true, weight: 3, holds: isForList },
  { code: 'replies_to_automated', weight: 3, holds: repliesGoToAutomated },
  { code: 'relayed_by_service', isLeftByLists: true, weight: 3, holds: isRelayed },
  { code: 'many_recipients', weight: crowdWeight, holds: ({ recipients }) => recipients.length > maxSmallGroup },
  { code: 'foreign_errors_address', isLeftByLists: true, weight: 3, holds: hasForeignErrorAddress },
  { code: 'newsletter_subject', weight: 2, holds: isOpening(publisherSubject) },
  { code: 'notice_subject', weight: 2, holds: isOpening(transactionSubject) },
  { code: 'errors_address', isLeftByLists: true, weight: 2, holds: has('errors-to') },
  {
    code: 'mail_service',
    weight: 2,
    holds: (view) =>
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
  { code: 'program_boundary', weight: 2, holds: matches('content-type', programBoundary) },
  { code: 'ticket_subject', weight: 2, holds: matches('subject', ticketSubject) },
  { code: 'named_for_domain', weight: 2, holds: isNamedForDomain },
  { code: 'delivery_priority', isLeftByLists: true, weight: 2, holds: has('precedence') },
  { code: 'no_auto_replies_wanted', weight: 2, holds: has('x-auto-response-suppress') },
  {
    code: 'addressed_to_sender',
    weight: 2,
    holds: (view) => view.sender !== null && view.recipients[0]?.address === view.sender.address,
  },
  { code: 'role_name', weight: 2, holds: isNamed(roleName) },
  {
    code: 'no_recipients',
    weight: 2,
    holds: (view) => view.values.has('to') && view.recipients.length === 0,
  },
  { code: 'server_message_id', weight: 2, holds: isNamedByServer },
  { code: 'html_only', weight: 1, holds: matches('content-type', /^\s*text\/html/i) },
  {
    code: 'organisation_name',
    weight: 1,
    holds: ({ isOrganisation }) => isOrganisation,
  },
  { code: 'serial_subject', weight: 1, holds: isOpening(serialSubject) },
  { code: 'program_message_id', weight: 1, holds: matches('message-id', programMessageId) },
  { code: 'failures_elsewhere', isLeftByLists: true, weight: 1, holds: failsElsewhere },
  { code: 'replies_elsewhere', isLeftByLists: true, weight: 1, holds: repliesGoElsewhere },
]

export const personRules: readonly PersonRule[] = [
  { weight: -1, holds: isNamedForPerson },
  { weight: -1, holds: ({ answers }) => answers !== null },
  { weight: -1, holds: ({ answers }) => answers === 'named' },
  { weight: -2, holds: isFromPersonsProgram },
]
