/**
 * The world that ships with the sandbox: five years of the mail and the calendar of one person, and the stories planted
 * in it. The same seed and the same `now` give the same world, to the last header. Runs in Node and in workerd.
 */
import { Mailbox } from '../world.ts'
import { standingCalendar } from './calendar.ts'
import { calendarMail } from './calendar-mail.ts'
import { Chance } from './chance.ts'
import { Days } from './days.ts'
import { tellHostile } from './hostile.ts'
import type { MailPlan } from './letter-plan.ts'
import { noise } from './noise/index.ts'
import { vacationNotices } from './noise/machine-answers.ts'
import { peopleNamedOtherwise, samelyNamed, tellOthers } from './others.ts'
import { employers, owner } from './owner.ts'
import { people as peopleOf, staff } from './people.ts'
import { post } from './post-office.ts'
import { apart } from './setting.ts'
import { type Story, type StoryName, stories } from './stories.ts'
import { cast } from './story-cast.ts'
import { namesOfStories, tellStories } from './story-scripts.ts'
import { traffic } from './traffic.ts'

export { hostileAddresses } from './hostile.ts'
export { moved } from './moved.ts'
export { addressesOfHerOwn, guestsThatAreNobody, peopleNamedOtherwise, samelyNamed } from './others.ts'
export { owner, ownerAtWork } from './owner.ts'
export { populateWork } from './work.ts'
export { type Story, type StoryName, stories }

export interface PopulationOptions {
  readonly seed: number
  /** Milliseconds since 1970; everything is dated relative to it. */
  readonly now: number
  /** How many letters there are. The stories keep theirs: fewer or more means traffic of the circles and noise. */
  readonly messages?: number
  /** How far back the circles and the noise go. Stories go as far as they need. */
  readonly years?: number
  /**
   * Whether there are people and guests that mail mixes up (others.ts), on top of the letters asked for. Left out: there are.
   * Nothing else of the world changes with them.
   */
  readonly others?: boolean
  /** Whether a stranger forges and pretends (hostile.ts), on top as well. Left out: there is none. */
  readonly hostile?: boolean
}

/**
 * 1. the people of the circles; 2. the stories; 3. as much correspondence as makes the human part of the mailbox;
 * 4. the calendar, and the mail that machines send about it and about letters; 5. noise up to the number of letters;
 * 6. headers and ids, in order of time; 7. whoever comes on top, with chance of their own.
 */
export const populate = (options: PopulationOptions): Mailbox => {
  const { now, messages = 22_000, others = true, hostile = false } = options
  const { chance, from, lifeFrom, taken, people, formerStaff, presentStaff } = everybody(options)
  const setting = { now, days: new Days(now, owner.zone, -lifeFrom), chance }

  const told = tellStories(apart(setting, 'stories'))
  const room = messages * humanShare - told.mails.length
  const written = traffic(people, { from, mails: room }, apart(setting, 'traffic'))

  const attendance = { from, people, formerStaff, presentStaff, standUpColleague: cast.standUpOnly }
  const meetings = [...written.meetings, ...standingCalendar(attendance, apart(setting, 'calendar'))]
  const correspondents = people.map(({ as }) => as)
  const answers = [
    ...calendarMail(meetings, correspondents, apart(setting, 'calendar mail')),
    ...vacationNotices(written.mails, correspondents, apart(setting, 'vacations')),
  ]

  const mails = [...told.mails, ...written.mails, ...answers]
  const posters = [...presentStaff.slice(0, 40), ...correspondents]
  const rest = { count: Math.max(0, messages - mails.length), from, posters, taken }
  const filling = noise(rest, apart(setting, 'noise'))

  const mailbox = new Mailbox(owner)
  const ids = new Map<MailPlan, string>()
  for (const mail of post([...mails, ...filling], apart(setting, 'post'), ids)) mailbox.stock(mail)
  for (const meeting of [...told.meetings, ...meetings]) mailbox.stockMeeting(meeting)
  const extras = [
    ...(others ? [tellOthers(apart(setting, 'others'))] : []),
    ...(hostile ? [tellHostile(mails, apart(setting, 'hostile'))] : []),
  ]
  for (const [index, extra] of extras.entries()) {
    for (const mail of post(extra.mails, apart(setting, `post of extra ${index}`), ids)) mailbox.stock(mail)
    for (const meeting of extra.meetings) mailbox.stockMeeting(meeting)
  }
  return mailbox
}

/** Everyone the world is peopled with, whether or not there is a letter of theirs in it. */
const everybody = ({ seed, years = 5 }: PopulationOptions) => {
  const chance = new Chance(seed)
  const from = -Math.round(years * 365.25)
  const lifeFrom = Math.min(from, maxMemory)
  const taken = new Set([owner.name, owner.address, ...owner.aliases, ...namesOfStories])
  const people = peopleOf(lifeFrom, taken, chance.fork('people'))
  const formerStaff = staff(employers.former.domain, taken, chance.fork('former staff'))
  const presentStaff = staff(employers.present.domain, taken, chance.fork('present staff'))
  return { chance, from, lifeFrom, taken, people, formerStaff, presentStaff }
}

/** A human being of the world, with every address they ever write from or are invited by. */
export interface Inhabitant {
  readonly name: string
  readonly addresses: readonly string[]
}

/**
 * Who is a human being in the world of these options, but for strangers who only ever want something: the truth that what is
 * inferred from the mailbox is held against.
 */
export const inhabitants = (options: PopulationOptions): readonly Inhabitant[] => {
  const { others = true } = options
  const { people, formerStaff, presentStaff } = everybody(options)
  const inStories = Object.values<Story>(stories)
    .filter(({ verdict }) => verdict !== 'not a person' && verdict !== 'the owner herself')
    .flatMap(({ name, address, otherAddress }) => [
      { name, addresses: otherAddress === null || areTwo(name) ? [address] : [address, otherAddress] },
      ...(otherAddress !== null && areTwo(name) ? [{ name, addresses: [otherAddress] }] : []),
    ])
  return [
    ...people.map(({ as, elsewhere }) => ({
      name: as.name,
      addresses: elsewhere === null ? [as.address] : [as.address, elsewhere.address],
    })),
    ...[...formerStaff, ...presentStaff].map(({ name, address }) => ({ name, addresses: [address] })),
    ...inStories,
    ...(others ? [...peopleNamedOtherwise, ...samelyNamed] : []).map(({ name, address }) => ({
      name,
      addresses: [address],
    })),
  ]
}

const areTwo = (name: string): boolean => name === stories.namesakes.name

/** The days that the longest story and the whole life of the circles take, whatever is asked for. */
const maxMemory = -1827

/** Of all letters, sent ones counted: leaves about two thirds of what she receives to machines. */
const humanShare = 0.47
