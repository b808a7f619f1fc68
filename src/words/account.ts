/** How an account stands, and what its page says. Pure. */
import { type Account, type BlockedBy, type FeedStop, type FeedStops, horizonOf } from '../model/account.ts'
import { type Read, type ReadPurpose, rereadOf, stageOf } from '../model/read.ts'
import { type Instant, laterOf } from '../model/time.ts'
import { dateInWords, dayInWords, momentInWords, monthInWords, type ReportDay } from './dates.ts'
import { counted, nouns, numberInWords, plural } from './numbers.ts'
import { spanInWords } from './spans.ts'

/** Whether it can be read, and whose move it is. */
export const describeStatus = ({ status, stops, feeds, notBefore, progress }: Account, day: ReportDay): string => {
  switch (status.kind) {
    case 'active':
      if (progress.pausedUntil > day.at)
        return `Today’s share of the free plan is used up. Reading what lies further back goes on by itself on ${momentInWords(progress.pausedUntil, day)}; new messages are read meanwhile.`
      if (waitsUntil(stops, notBefore) > day.at) {
        return `The provider asked us to wait until ${momentInWords(waitsUntil(stops, notBefore), day)}. Reading goes on by itself then.`
      }
      return feeds.mail.readAt === null
        ? 'Reading is about to start.'
        : `Up to date as of ${describeAgo(feeds.mail.readAt, day.at)}.`
    case 'waiting':
      return status.reason === 'unavailable'
        ? `The provider hasn’t responded since ${momentInWords(status.since, day)}. We keep trying; there’s nothing you need to do.`
        : `The provider has sent something we can’t use since ${momentInWords(status.since, day)}. We keep trying; there’s nothing you need to do.`
    case 'reconnect':
      return status.reason === 'grant_revoked'
        ? `Access ended on ${dayInWords(status.since, day)}: it was withdrawn, or it ran out. Connect it again and reading goes on where it stopped.`
        : `A permission has been missing since ${dayInWords(status.since, day)}. Connect it again and allow everything it asks for.`
    case 'blocked':
      return describeBlocked(status.reason, dayInWords(status.since, day))
    case 'disconnected':
      return progress.pages === 0
        ? `You disconnected it on ${dayInWords(status.since, day)}. We keep nothing of it but its name, for you to sign in with.`
        : `You disconnected it on ${dayInWords(status.since, day)}. What we learned from it stays.`
  }
}

const waitsUntil = ({ mail }: FeedStops, notBefore: Instant): Instant =>
  mail?.reason === 'rate_limited' ? laterOf(notBefore, mail.notBefore) : notBefore

/** What keeps the calendar from being read while the mail goes on; null where nothing does, or the account's own sentence says it. */
export const describeCalendarStop = ({ status, stops }: Account, day: ReportDay): string | null => {
  const stop = stops.calendar
  const isSaid = status.kind === 'disconnected' || status.kind === 'reconnect'
  if (stop === undefined || isSaid || (status.kind !== 'active' && status.reason === stop.reason)) return null
  return sentenceOfStop(stop, day)
}

const sentenceOfStop = ({ reason, since }: FeedStop, day: ReportDay): string | null => {
  const from = momentInWords(since, day)
  const goesOn = 'Your mail is not affected.'
  switch (reason) {
    case 'rate_limited':
    case 'cursor_expired':
      return null
    case 'unavailable':
      return `The calendar hasn’t responded since ${from}. We keep trying. ${goesOn}`
    case 'malformed':
      return `The calendar has sent something we can’t use since ${from}. We keep trying. ${goesOn}`
    case 'scope_missing':
      return `We haven’t been allowed to read the calendar since ${from}: connect the account again and allow it. ${goesOn}`
    case 'administrator':
      return `Your organisation has blocked the calendar since ${from}. Its administrator can allow it again. ${goesOn}`
    case 'operator':
      return `The provider hasn’t let this installation read the calendar since ${from}. The person who runs it has to fix its settings. ${goesOn}`
    case 'no_mailbox':
      return `This account has had no calendar to read since ${from}. We look again four times a day. ${goesOn}`
  }
}

const describeBlocked = (by: BlockedBy, since: string): string => {
  switch (by) {
    case 'administrator':
      return `Your organisation has blocked access since ${since}. Its administrator can allow it again.`
    case 'operator':
      return `The provider hasn’t accepted this installation since ${since}. The person who runs it has to fix its settings; it’s nothing you did.`
    case 'no_mailbox':
      return `This account has had no mailbox to read since ${since}: it’s inactive, or on a server the provider can’t reach. We try again four times a day.`
  }
}

/** From when to when nothing is missing, as far as we can tell, and when that was last made sure of. */
export const describeCompleteness = (account: Account, day: ReportDay): string => {
  const { feeds, endedReads, readsBack } = account
  const { readAt, read } = feeds.mail
  if (stageOf(feeds.mail) !== 'done' || readAt === null) return 'Not complete yet.'
  const [last] = endedReads
  const checked =
    last === undefined
      ? 'Not double-checked yet.'
      : `Last checked on ${dayInWords(last.endedAt ?? last.startedAt, day)}.`
  const now = read === null ? '' : ' We’re checking it right now.'
  const from = readsBack === null ? 'the very start' : dateInWords(horizonOf(account), day)
  return `Complete from ${from} to ${dateInWords(readAt, day)}. ${checked}${now}`
}

/** "Mail was checked again on 4 November, from 21 October on, because …" */
export const describeCheck = (
  { feed, startedAt, endedAt, purpose, since, found, removed }: Read,
  day: ReportDay,
): string => {
  const what = feed === 'mail' ? 'Mail' : 'The calendar'
  const from = since === null ? 'from the start' : `since ${dayInWords(since, day)}`
  const outcome =
    found + removed === 0
      ? 'Nothing was missing.'
      : `We found ${counted(found, nouns.contact)} we’d missed; ${counted(removed, { one: 'message or meeting was', other: 'messages or meetings were' })} gone.`
  return `${what} was checked again on ${dayInWords(endedAt ?? startedAt, day)}, ${from}, ${whyChecked[purpose]}. ${outcome}`
}

const whyChecked: Readonly<Record<ReadPurpose, string>> = {
  changes: 'as always',
  backfill: 'as a beginning',
  recover: 'because the provider lost our place',
  extend: 'because you wanted to see further back',
  audit: 'to make sure that nothing is missing',
}

/** What is read at the moment, and what comes after. */
export const describeReading = (
  { feeds, progress, readsBack }: Account,
  day: ReportDay,
): { readonly now: string; readonly next: string } => {
  const back = progress.readBackTo === null ? '' : `, back to ${monthInWords(progress.readBackTo, day)} so far`
  const reread = rereadOf(feeds.mail)
  if (reread !== null) {
    if (reread.purpose === 'extend') {
      return { now: `Reading further back, as you asked${back}.`, next: 'Then only what’s new.' }
    }
    return {
      now: `Checking everything since ${dayInWords(reread.since, day)} again, because the provider lost our place.`,
      next: 'Then only what’s new.',
    }
  }
  switch (stageOf(feeds.mail)) {
    case 'unread':
    case 'conversations':
      return {
        now: `Reading your conversations, newest first${back}.`,
        next:
          stageOf(feeds.calendar) === 'done'
            ? 'Then the rest of your mail, in the background.'
            : 'Then your calendar, and the rest of your mail.',
      }
    case 'rest':
      return {
        now: `Your conversations are read. Reading the rest in the background${back}.`,
        next: 'Then only what’s new.',
      }
    case 'done':
      return stageOf(feeds.calendar) === 'done'
        ? {
            now: `Everything${readsBack === null ? '' : ` of the last ${yearsInWords(readsBack)}`} is read.`,
            next: 'We read new messages and meetings four times a day, every hour in the half day before your report, and whenever you open Perennial.',
          }
        : { now: 'Your mail is read. Reading your calendar.', next: 'Then only what’s new.' }
  }
}

const yearsInWords = (years: number): string =>
  plural(years, { one: nouns.year.one, other: `${numbers[years] ?? years} ${nouns.year.other}` })

const numbers: Readonly<Record<number, string>> = { 2: 'two', 5: 'five', 10: 'ten' }

/** 0–1: how much of the past is read, or null where nobody can tell. */
export const shareRead = ({ feeds, progress }: Account): number | null => {
  if (stageOf(feeds.mail) === 'done' && stageOf(feeds.calendar) === 'done') return 1
  if (progress.messagesInMailbox === null || progress.messagesInMailbox === 0) return null
  return Math.min(0.99, progress.messages / progress.messagesInMailbox)
}

/** In minutes and hours first: a mailbox is read several times a day. */
export const describeAgo = (at: Instant, now: Instant): string => {
  const minutes = Math.round((now - at) / 60)
  if (minutes < 2) return 'a minute ago'
  if (minutes < 60) return `${minutes} minutes ago`
  const hours = Math.round(minutes / 60)
  if (hours < 24) return plural(hours, { one: 'an hour ago', other: `${hours} hours ago` })
  return `${spanInWords(hours / 24)} ago`
}

export const accountWords = {
  title: 'Accounts',
  checks: 'Checks',
  readSoFar: 'Read so far',
  ignored: 'Ignored',
  why: 'Why',
  alsoYours: 'Also yours',
  reconnect: 'Connect it again',
  watch: 'See how far reading is',
  disconnect: 'Disconnect it',
  forget: 'Forget it',
  keepLearned: 'Keep what we learned from it about your people',
  forgetLearned: 'Forget it: people known only through it are gone, from past reports too',
  describeForget: (address: string): string => `Forget ${address}`,
  describeDisconnect: (address: string): string => `Disconnect ${address}`,
  describeConnectAnother: (provider: string): string => `Connect another ${provider} account`,
  yourAccounts: 'Your accounts',
} as const

export const describeProgress = ({ progress }: Account, { locale }: ReportDay): string =>
  `${counted(progress.messages, nouns.message, locale)}, ${counted(progress.events, nouns.meeting, locale)}`

export const describeIgnoredCount = (count: number, { locale }: ReportDay): string =>
  `${numberInWords(count, locale)} that no person wrote to you, or that don’t count as contact`

export const describeDisconnected = (address: string): string => `${address} is disconnected`

/** What stays after an account was disconnected, and what became of the permission. */
export const describeWhatStays = (of: { readonly isForgotten: boolean; readonly isOnly: boolean }): string => {
  if (!of.isForgotten) return 'What we learned from it stays.'
  const onList = of.isOnly
    ? ' It stays on the list, empty, for you to sign in with; to be rid of that as well, delete everything in the settings.'
    : ''
  return `We’ve forgotten what we learned from it, and past reports name no one you knew only through it.${onList}`
}

/** The permission, after an account was disconnected. */
export const revocationInWords = {
  revoked: 'The permission was given back to the provider as well.',
  not_offered:
    'Our copy of the permission is deleted. With this provider only you can withdraw it on their side, on the page that lists what has access to your account.',
  failed:
    'Our copy of the permission is deleted. We couldn’t tell the provider: to be sure, take it away on the page that lists what has access to your account.',
} as const

export const describeAccessPage = (address: string, provider: string): string =>
  `What has access to ${address} at ${provider}`
