/**
 * The person's own files in place of the people who do not exist: mbox and iCalendar files, as Google Takeout and others
 * write them, become a mailbox of the sandbox.
 *
 * One pass over each file (source, then mbox and headers into drafts, or lines and calendar into events), then what only
 * all of them tell: owner and zone, letters with their threads, labels and ids, meetings; last the shift.
 */
import { canonicalAddress, parseAddresses } from '../../../src/model/address.ts'
import { Mailbox, type Meeting, type Owner } from '../world.ts'
import { type Agenda, readCalendars } from './calendar.ts'
import { type MailArchive, readMail } from './drafts.ts'
import { accountId } from './fingerprint.ts'
import { headerIn } from './headers.ts'
import { isPlausible } from './mail-date.ts'
import { meetingsOf } from './meetings.ts'
import { messagesOf } from './messages.ts'
import { findOwner, givenNameOf, type Person } from './owner.ts'
import { zoneOfOwner } from './owner-zone.ts'
import { type Shift, shiftBy, weeksBetween } from './shift.ts'
import { ArchiveError } from './source.ts'
import { type ArchiveSummary, leftOut } from './summary.ts'

export { ArchiveError } from './source.ts'
export { type ArchiveSummary, describe, describeBriefly } from './summary.ts'

export interface ArchiveOptions {
  readonly mbox: readonly string[]
  readonly ics: readonly string[]
  /** The person's addresses, the account's own first; empty where the files are to tell. */
  readonly me: readonly string[]
  /** Move everything so that the newest letter lies within the last week. */
  readonly shift: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Throws an `ArchiveError` where the person has to do something about it. */
export const loadArchive = async (
  options: ArchiveOptions,
): Promise<{ readonly mailbox: Mailbox; readonly summary: ArchiveSummary }> => {
  const { mbox, ics, me, now } = options
  if (mbox.length === 0 && ics.length === 0) throw new ArchiveError('Name a file: --mbox FILE, --ics FILE, or both.')
  const mail = await readMail(mbox, now)
  const agenda = await readCalendars(ics)
  if (mail.drafts.length === 0 && agenda.entries.length === 0) {
    const left = [...mail.count.notes, ...agenda.count.notes, ...leftOut(mail.count.skipped, agenda.count.skipped)]
    throw new ArchiveError([`There is no letter and no event in ${[...mbox, ...ics].join(', ')}.`, ...left].join('\n'))
  }
  const found = findOwner(mail, agenda, me)
  const { zone, zoneFoundBy } = zoneOfOwner(mail, agenda, found.person)
  const weeks = options.shift ? weeksBetween(newestOf(mail, agenda, now), now) : 0
  const shift = shiftBy(weeks, zone)
  const mailbox = new Mailbox(ownerOf(found.person, zone))
  for (const posted of messagesOf(mail, found.person)) mailbox.stock(shift.posted(posted))
  for (const meeting of meetingsIn(agenda, { person: found.person, zone, now, shift })) mailbox.stockMeeting(meeting)
  if (me.length > 0) noteStrangers(mail, found.person)
  return {
    mailbox,
    summary: {
      mail: mail.count,
      calendar: agenda.count,
      owner: { ...mailbox.owner, foundBy: found.foundBy, zoneFoundBy },
      span: spanOf(mailbox),
      shiftWeeks: weeks,
      toldUntil: toldUntil(mailbox, now),
    },
  }
}

const ownerOf = ({ address, aliases, name }: Person, zone: string): Owner => ({
  subject: accountId(canonicalAddress(address) ?? address),
  address,
  aliases,
  name,
  givenName: givenNameOf(name),
  zone,
})

const meetingsIn = (
  { entries, count }: Agenda,
  {
    person,
    zone,
    now,
    shift,
  }: { readonly person: Person; readonly zone: string; readonly now: number; readonly shift: Shift },
): readonly Meeting[] => {
  const then = now - shift.weeks * 7 * day
  const horizon = { from: then - yearsBack * 365.25 * day, until: then + daysAhead * day }
  return meetingsOf(entries, { owner: person, zone, horizon, now: then }, count).map((meeting) =>
    shift.meeting(meeting),
  )
}

const day = 24 * 60 * 60 * 1000
const yearsBack = 6
const daysAhead = 92

/** The newest letter; for calendars alone, when the file was written, as meetings may lie ahead of it. */
const newestOf = ({ drafts }: MailArchive, { entries }: Agenda, now: number): number => {
  const newest = (times: Iterable<number>): number => [...times].reduce((latest, at) => Math.max(latest, at), 0)
  if (drafts.length > 0) return newest(drafts.map(({ at }) => at))
  const written = newest(entries.map(({ event }) => event.stampAt).filter((at) => isPlausible(at, now)))
  const held = entries
    .map(({ event }) => event.start.date.toZonedDateTime('UTC').epochMilliseconds)
    .filter((at) => at <= now)
  return Math.min(now, written === 0 ? newest(held) : written) || now
}

const toldUntil = ({ newestFirst, meetings }: Mailbox, now: number): number => {
  const held = [...meetings.values()].flatMap(({ endsAt, updatedAt }) => [endsAt, updatedAt])
  const past = [...newestFirst.slice(0, 1).map(({ at }) => at), ...held].filter((at) => at <= now)
  return past.reduce((latest, at) => Math.max(latest, at), 0) || now
}

const spanOf = (mailbox: Mailbox): ArchiveSummary['span'] => {
  const newest = mailbox.newestFirst[0]
  const oldest = mailbox.newestFirst.at(-1)
  if (newest !== undefined && oldest !== undefined) return { from: oldest.at, until: newest.at }
  const starts = [...mailbox.meetings.values()].map(({ startsAt }) => startsAt)
  if (starts.length === 0) return null
  return starts.reduce((span, at) => ({ from: Math.min(span.from, at), until: Math.max(span.until, at) }), {
    from: Infinity,
    until: -Infinity,
  })
}

/** Whoever mistypes their address should hear of it. */
const noteStrangers = ({ drafts, count }: MailArchive, owner: Person): void => {
  const names = ['from', 'to', 'cc', 'delivered-to']
  const isThere = drafts.some(({ headers }) =>
    names.some((name) => parseAddresses(headerIn(headers, name) ?? '').some(({ address }) => owner.keys.has(address))),
  )
  if (drafts.length > 0 && !isThere)
    count.notes.push(`No letter is from or to ${owner.address}: is that the right address?`)
}
