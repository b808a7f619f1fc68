/** How an account stands, in sentences. Pure. */
import { type Account, type BlockedBy, type Check, horizonOf, type PassReason } from '../model/account.ts'
import type { Instant } from '../model/time.ts'
import { dateInWords, dayInWords, momentInWords, monthInWords, type ReportDay } from './dates.ts'
import { spanInWords } from './spans.ts'

/** Whether it can be read, and whose move it is. */
export const describeStatus = ({ status, feeds, notBefore, progress }: Account, day: ReportDay): string => {
  switch (status.kind) {
    case 'active':
      if (notBefore > day.at)
        return `The provider asked us to wait until ${momentInWords(notBefore, day)}. Reading goes on by itself then.`
      return feeds.mail.readAt === null
        ? 'Reading is about to begin.'
        : `Read up to ${describeAgo(feeds.mail.readAt, day.at)}.`
    case 'waiting':
      return status.reason === 'unavailable'
        ? `The provider has not answered since ${momentInWords(status.since, day)}. We keep trying; there is nothing you need to do.`
        : `The provider has given answers we cannot use since ${momentInWords(status.since, day)}. We keep trying; there is nothing you need to do.`
    case 'reconnect':
      return status.reason === 'grant_revoked'
        ? `Access ended on ${dayInWords(status.since, day)}: it was withdrawn, or it ran out. Connect it again and reading goes on where it stopped.`
        : `A permission is missing since ${dayInWords(status.since, day)}. Connect it again and allow everything it asks for.`
    case 'blocked':
      return describeBlocked(status.reason, dayInWords(status.since, day))
    case 'disconnected':
      return progress.pages === 0
        ? `You disconnected it on ${dayInWords(status.since, day)}, and nothing of it is kept but its name, to sign in with.`
        : `You disconnected it on ${dayInWords(status.since, day)}. What it taught us stays.`
  }
}

const describeBlocked = (by: BlockedBy, since: string): string => {
  switch (by) {
    case 'administrator':
      return `Your organisation has blocked access since ${since}. Its administrator can allow it again.`
    case 'operator':
      return `This installation has not been accepted since ${since}. Whoever runs it must mend its settings; it is nothing you did.`
    case 'no_mailbox':
      return `There has been no mailbox to read in this account since ${since}: it is inactive, or kept on a server that the provider does not reach. We look again four times a day.`
  }
}

/** From when to when nothing is missing, as far as we can tell, and when that was last made sure of. */
export const describeCompleteness = (account: Account, day: ReportDay): string => {
  const { feeds, checks, readsBack } = account
  const { past, readAt, pass } = feeds.mail
  if (past !== 'done' || readAt === null) return 'Not complete yet.'
  const [last] = checks
  const checked =
    last === undefined ? 'It has not been checked again yet.' : `Last checked on ${dayInWords(last.at, day)}.`
  const now = pass === null ? '' : ' It is being checked at this moment.'
  const from = readsBack === null ? 'the very start' : dateInWords(horizonOf(account), day)
  return `Complete from ${from} to ${dateInWords(readAt, day)}. ${checked}${now}`
}

/** "Mail was re-checked on 4 November, from 21 October on, because …" */
export const describeCheck = ({ feed, at, because, since, found, removed }: Check, day: ReportDay): string => {
  const what = feed === 'mail' ? 'Mail' : 'The calendar'
  const from = since === null ? 'from the start' : `since ${dayInWords(since, day)}`
  const outcome =
    found + removed === 0
      ? 'Nothing was missing.'
      : `${found} contacts had been missed and are known now; ${removed} letters or meetings were gone.`
  return `${what} was re-checked on ${dayInWords(at, day)}, ${from}, ${whyChecked[because]}. ${outcome}`
}

const whyChecked: Readonly<Record<PassReason, string>> = {
  expired: 'because the provider lost our place',
  further: 'because you wanted to see further back',
  audit: 'to make sure that nothing is missing',
}

/** What is read at the moment, and what comes after. */
export const describeReading = (
  { feeds, progress, readsBack }: Account,
  day: ReportDay,
): { readonly now: string; readonly next: string } => {
  const back = progress.readBackTo === null ? '' : `, back to ${monthInWords(progress.readBackTo, day)} so far`
  const { past, recheckSince, pass } = feeds.mail
  if (recheckSince !== null && past !== 'done') {
    if (pass?.because === 'further') {
      return { now: `Reading further back, as you wished${back}.`, next: 'Then only what is new.' }
    }
    return {
      now: `Re-checking everything since ${dayInWords(recheckSince, day)}, because the provider lost our place.`,
      next: 'Then only what is new.',
    }
  }
  switch (past) {
    case 'unread':
    case 'conversations':
      return {
        now: `Reading your conversations, newest first${back}.`,
        next:
          feeds.calendar.past === 'done'
            ? 'Then the rest of your mail, in the background.'
            : 'Then your calendar, and the rest of your mail.',
      }
    case 'rest':
      return {
        now: `Your conversations are read. Reading the rest in the background${back}.`,
        next: 'Then only what is new, every quarter of an hour.',
      }
    case 'done':
      return feeds.calendar.past === 'done'
        ? {
            now: `Everything${readsBack === null ? '' : ` of the last ${yearsInWords(readsBack)}`} is read.`,
            next: 'New letters and meetings are read every quarter of an hour.',
          }
        : { now: 'Your mail is read. Reading your calendar.', next: 'Then only what is new.' }
  }
}

const yearsInWords = (years: number): string => (years === 1 ? 'year' : `${numbers[years] ?? years} years`)

const numbers: Readonly<Record<number, string>> = { 2: 'two', 5: 'five', 10: 'ten' }

/** 0–1: how much of the past is read, or null where nobody can tell. */
export const shareRead = ({ feeds, progress }: Account): number | null => {
  if (feeds.mail.past === 'done' && feeds.calendar.past === 'done') return 1
  if (progress.messagesInMailbox === null || progress.messagesInMailbox === 0) return null
  return Math.min(0.99, progress.messages / progress.messagesInMailbox)
}

/** In minutes and hours first: a mailbox is read four times an hour. */
export const describeAgo = (at: Instant, now: Instant): string => {
  const minutes = Math.round((now - at) / 60)
  if (minutes < 2) return 'a minute ago'
  if (minutes < 60) return `${minutes} minutes ago`
  const hours = Math.round(minutes / 60)
  if (hours < 24) return hours === 1 ? 'an hour ago' : `${hours} hours ago`
  return `${spanInWords(hours / 24)} ago`
}
