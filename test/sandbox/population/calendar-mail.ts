/** The mail that meetings make: invitations, changes and answers, as the two large calendar services write it. */
import type { Meeting } from '../world.ts'
import { hexadecimal } from './chance.ts'
import { type Correspondent, correspondent } from './correspondents.ts'
import { DAY, HOUR, MINUTE } from './days.ts'
import { type MailPlan, planMail } from './letter-plan.ts'
import { automatedSender } from './mail-clients.ts'
import { herself, owner } from './owner.ts'
import type { Setting } from './setting.ts'

/** The mail of the single meetings between the owner and one of `people`. */
export const calendarMail = (
  meetings: readonly Meeting[],
  people: readonly Correspondent[],
  setting: Setting,
): readonly MailPlan[] => {
  const known = new Map(people.map((who) => [who.address, who]))
  return meetings
    .filter(({ seriesId }) => seriesId === null)
    .flatMap((meeting) => {
      const who = meeting.invitees.map(({ address }) => known.get(address)).find((one) => one !== undefined)
      return who === undefined ? [] : mailAbout(meeting, who, setting)
    })
}

const mailAbout = (meeting: Meeting, who: Correspondent, setting: Setting): readonly MailPlan[] => {
  const { now, chance } = setting
  const isOwners = meeting.organizer.address === owner.address
  const changedAt = Math.min(meeting.updatedAt, meeting.startsAt - 3 * HOUR)
  const invitedAt = changedAt - Math.floor(chance.between(0.1, 6) * DAY)
  const kinds: CalendarMessage[] = []
  if (isOwners) {
    const kind = answerOf(meeting, who)
    if (kind !== null) kinds.push({ kind, at: invitedAt + Math.floor(chance.logNormal(3, 1) * HOUR) })
  } else {
    kinds.push({ kind: 'Invitation', at: invitedAt })
    if (chance.happens(isMoved)) kinds.push({ kind: 'Updated invitation', at: changedAt - HOUR })
    if (meeting.status === 'cancelled') kinds.push({ kind: 'Canceled event', at: changedAt })
  }
  const writes = who.client.name.startsWith('Outlook') ? fromExchange : fromWebCalendar
  return kinds
    .filter(({ at }) => at < now - MINUTE)
    .map(({ kind, at }) => planMail({ at, to: [herself.mailbox], ...writes({ meeting, who, kind }, setting) }, chance))
}

type Kind = 'Invitation' | 'Updated invitation' | 'Canceled event' | 'Accepted' | 'Declined' | 'Tentatively Accepted'

interface CalendarMessage {
  readonly kind: Kind
  readonly at: number
}

const isMoved = 0.12

const answerOf = ({ invitees }: Meeting, { address }: Correspondent): Kind | null => {
  const response = invitees.find((invitee) => invitee.address === address)?.response
  switch (response) {
    case 'accepted':
      return 'Accepted'
    case 'declined':
      return 'Declined'
    case 'tentative':
      return 'Tentatively Accepted'
    default:
      return null
  }
}

type CalendarWriter = (
  about: { readonly meeting: Meeting; readonly who: Correspondent; readonly kind: Kind },
  setting: Setting,
) => Pick<MailPlan, 'from' | 'subject' | 'contentType' | 'lines'>

/** In the other's name, sent by the service; the calendar part is hidden inside. */
const fromWebCalendar: CalendarWriter = ({ meeting, who, kind }, { days, chance }) => ({
  from: correspondent({ name: who.name, address: who.address, client: automatedSender }),
  subject: `${kind}: ${meeting.summary} @ ${when(meeting, days.offsetAt(meeting.startsAt))} (${owner.address})`,
  contentType: `multipart/mixed; boundary="000000000000${chance.token(16, hexadecimal)}"`,
  lines: [
    `Reply-To: ${who.mailbox}`,
    'Sender: Calendar <calendar-notification@calendar.example>',
    'Auto-Submitted: auto-generated',
  ],
})

/** By the other's own program; invitations carry no mark in the subject, and not every one says what it is at the top. */
const fromExchange: CalendarWriter = ({ meeting, who, kind }, { chance }) => ({
  from: who,
  subject: exchangePrefix(kind) + meeting.summary,
  contentType: chance.happens(0.5)
    ? `text/calendar; charset="utf-8"; method=${method(kind)}`
    : `multipart/alternative; boundary="_000_${chance.token(24, hexadecimal).toUpperCase()}_"`,
  lines: [
    'Content-Class: urn:content-classes:calendarmessage',
    `Thread-Topic: ${meeting.summary.replace(/[^\x20-\x7e]/g, '?')}`,
    'X-MS-Exchange-Calendar-Originator-Id: 1',
  ],
})

const exchangePrefix = (kind: Kind): string => {
  switch (kind) {
    case 'Invitation':
    case 'Updated invitation':
      return ''
    case 'Canceled event':
      return 'Canceled: '
    case 'Accepted':
    case 'Declined':
    case 'Tentatively Accepted':
      return `${kind}: `
  }
}

/** RFC 5546 §1.4. */
const method = (kind: Kind): string => {
  switch (kind) {
    case 'Invitation':
    case 'Updated invitation':
      return 'REQUEST'
    case 'Canceled event':
      return 'CANCEL'
    case 'Accepted':
    case 'Declined':
    case 'Tentatively Accepted':
      return 'REPLY'
  }
}

/** `Thu Nov 12, 2026 12:30 (CET)`. */
const when = ({ startsAt }: Meeting, offset: number): string => {
  const [weekday, day, month, year, time] = new Date(startsAt + offset).toUTCString().replace(',', '').split(' ')
  return `${weekday} ${month} ${Number(day)}, ${year} ${time?.slice(0, 5)} (${offset === HOUR ? 'CET' : 'CEST'})`
}
