/** Ties that keep a rhythm to the day: how the stories' people are in touch with the owner. */
import type { Meeting } from '../world.ts'
import type { Correspondence } from './correspondence.ts'
import type { Correspondent } from './correspondents.ts'
import { type MailPlan, planMail, replySubject } from './letter-plan.ts'
import { heldMeeting, usualHour } from './meetings.ts'
import { atWork, herself, isAway } from './owner.ts'
import type { Setting } from './setting.ts'
import { isWork, subject, type Topic } from './subjects.ts'

export interface Tie {
  readonly who: Correspondent
  /** Days of the first contact, about, and of the last one, exactly. */
  readonly first: number
  readonly last: number
  readonly gapDays: number
  readonly jitterDays: number
  /** Share of the contacts that are meetings. The last one never is. */
  readonly meets: number
  readonly topic: Topic
  /** Header lines on every letter of theirs. */
  readonly lines?: readonly string[]
  /** Who has a copy of every letter of theirs. */
  readonly copies?: readonly string[]
}

/** Contacts at even distances from `first` to `last`, none while the owner is away; the last word is hers. */
export const keepInTouch = (tie: Tie, setting: Setting): Correspondence => {
  const { chance } = setting
  const mails: MailPlan[] = []
  const meetings: Meeting[] = []
  for (const day of contactDays(tie, setting)) {
    if (day === tie.last) {
      mails.push(...exchange(tie, { day, opener: 'other', isWithinTheDay: true }, setting))
    } else if (chance.happens(tie.meets)) {
      meetings.push(meetingOf(tie, day, setting))
    } else {
      const opener = chance.happens(0.5) ? 'owner' : 'other'
      mails.push(...exchange(tie, { day, opener, isWithinTheDay: false }, setting))
    }
  }
  return { mails, meetings }
}

/** Newest first. What would fall into an absence comes before it, unless they have just been in touch then. */
const contactDays = (tie: Tie, { days, chance }: Setting): readonly number[] => {
  const isAwayAround = (day: number) => isAway(day, days) || isAway(day + 1, days)
  const contacts = [tie.last]
  let day = tie.last
  while (day > tie.first) {
    day -= tie.gapDays + chance.whole(-tie.jitterDays, tie.jitterDays)
    let here = day
    while (isAwayAround(here)) here--
    if ((contacts.at(-1) ?? 0) - here > tie.gapDays / 2) contacts.push(here)
  }
  return contacts
}

interface Exchange {
  readonly day: number
  readonly opener: 'owner' | 'other'
  readonly isWithinTheDay: boolean
}

/** A letter and its answer, on the same day or the next morning. */
const exchange = (
  tie: Tie,
  { day, opener, isWithinTheDay }: Exchange,
  { days, chance }: Setting,
): readonly MailPlan[] => {
  const self = isWork(tie.topic) ? atWork(day) : herself
  const theirs = { from: tie.who, to: [self.mailbox], lines: tie.lines ?? [], cc: tie.copies ?? [] }
  const hers = { from: self, to: [tie.who.mailbox], way: 'sent' as const }
  const [first, second] = opener === 'owner' ? [hers, theirs] : [theirs, hers]
  const hour = chance.between(8.5, 15)
  const opening = planMail({ ...first, at: days.at(day, hour), subject: subject(tie.topic, chance) }, chance)
  const answeredAt =
    isWithinTheDay || chance.happens(0.6)
      ? days.at(day, hour + chance.between(0.5, 6))
      : days.at(day + 1, chance.between(7.5, 11))
  const answer = { ...second, at: answeredAt, answers: opening, subject: replySubject(opening.subject, second.from) }
  return [opening, planMail(answer, chance)]
}

const meetingOf = ({ who }: Tie, day: number, setting: Setting): Meeting => {
  const { chance } = setting
  const summary = subject('talk', chance)
  const plan = {
    day,
    hour: usualHour(summary, false, chance),
    minutes: chance.pick([30, 45, 60, 90]),
    summary,
    others: [who],
    organizer: chance.happens(0.5) ? ('owner' as const) : who,
  }
  return heldMeeting(plan, setting)
}
