/** The letters and the single meetings between the owner and the people of her circles. */
import type { Meeting } from '../world.ts'
import type { Chance } from './chance.ts'
import { converse } from './conversations.ts'
import { DAY } from './days.ts'
import type { MailPlan } from './letter-plan.ts'
import { singleMeeting, usualHour } from './meetings.ts'
import { atWork, herself, isAway, spellings } from './owner.ts'
import { isAround, type Person } from './people.ts'
import { contactDays, momentOn } from './rhythm.ts'
import type { Setting } from './setting.ts'
import { isWork, subject, type Topic } from './subjects.ts'

export interface Correspondence {
  readonly mails: readonly MailPlan[]
  readonly meetings: readonly Meeting[]
}

export interface Extent {
  /** The first day. */
  readonly from: number
  /** At pace 1 they are in touch as the person's stretches say, at pace 2 twice as often. */
  readonly pace: number
  /** Who may be copied in. */
  readonly others: readonly Person[]
}

/** Everything between the owner and one person. */
export const correspond = (person: Person, { from, pace, others }: Extent, setting: Setting): Correspondence => {
  const { chance } = setting
  const mails: MailPlan[] = []
  const meetings: Meeting[] = []
  for (const stretch of person.stretches) {
    const paced = { from: Math.max(from, stretch.from), to: stretch.to, gapDays: stretch.gapDays / pace }
    for (const day of contactDays(paced, chance)) {
      const meetingDay = person.habits.isOffice ? setting.days.workday(day) : day
      const isMeeting = chance.happens(person.meets) && day < 0 && !isAway(meetingDay, setting.days)
      if (isMeeting) meetings.push(meet(person, meetingDay, setting))
      else mails.push(...write(person, { day, topic: stretch.topic, others }, setting))
    }
  }
  return { mails, meetings }
}

const meet = ({ habits, as, initiative }: Person, day: number, setting: Setting): Meeting => {
  const { chance } = setting
  const { isOffice } = habits
  const summary = subject(isOffice && chance.happens(0.5) ? 'workMeeting' : 'talk', chance)
  const plan = {
    day,
    hour: usualHour(summary, isOffice, chance),
    minutes: chance.pick([30, 45, 60, 60, 90]),
    summary,
    others: [as],
    organizer: chance.happens(initiative) ? ('owner' as const) : as,
  }
  return singleMeeting(plan, setting)
}

const write = (
  person: Person,
  { day, topic, others }: { readonly day: number; readonly topic: Topic; readonly others: readonly Person[] },
  setting: Setting,
): readonly MailPlan[] => {
  const { circle, habits, initiative, elsewhere } = person
  const { days, now, chance } = setting
  const opensAt = momentOn(day, habits, days, chance)
  if (opensAt >= now) return []
  const opener = chance.happens(initiative) && !isAway(days.dayOf(opensAt), days) ? 'owner' : 'other'
  const self = isWork(topic) ? atWork(day) : herself
  const wished = messagesOf(circle.mails, chance)
  return converse(
    {
      other: elsewhere !== null && chance.happens(writesFromElsewhere) ? elsewhere : person.as,
      self,
      selfSpelled: spellings(self)[person.spelling] ?? self.mailbox,
      opensAt,
      opener,
      mails: opensAt > now - answersAll ? closedByOwner(wished, opener) : wished,
      subject: subject(topic, chance),
      latency: circle.latency,
      cc: copied(person, others, { day, chance }),
    },
    setting,
  )
}

const writesFromElsewhere = 0.25

/** Now and then one of the same circle is copied in. */
const copied = (
  { circle, as }: Person,
  others: readonly Person[],
  { day, chance }: { readonly day: number; readonly chance: Chance },
): readonly string[] => {
  if (!chance.happens(circle.latency.isOffice ? 0.1 : 0.02)) return []
  const present = others.filter((other) => other.circle === circle && other.as !== as && isAround(other, day))
  return chance.sample(present, 1).map((other) => other.as.mailbox)
}

/** Lately she has answered every letter, so that only the reply a story speaks of is owed. */
const answersAll = 90 * DAY

const closedByOwner = (mails: number, opener: 'owner' | 'other'): number => {
  const isTheirsLast = (mails % 2 === 0) === (opener === 'owner')
  return isTheirsLast ? mails + 1 : mails
}

/** Geometric: most conversations are short. */
const messagesOf = (mean: number, chance: Chance): number => {
  let mails = 1
  while (mails < longestConversation && chance.happens(1 - 1 / mean)) mails++
  return mails
}

const longestConversation = 12
