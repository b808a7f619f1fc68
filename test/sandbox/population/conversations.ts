/** Threads between people: who answers whom, how soon, and in which hours. */
import type { Chance } from './chance.ts'
import type { Correspondent } from './correspondents.ts'
import { DAY, type Days, HOUR, MINUTE } from './days.ts'
import { type MailPlan, planMail, replySubject } from './letter-plan.ts'
import { isAway } from './owner.ts'
import type { Setting } from './setting.ts'

/** Median hours until an answer; offices do not answer at weekends. */
export interface Latency {
  readonly owner: number
  readonly other: number
  readonly isOffice: boolean
}

export interface Conversation {
  readonly other: Correspondent
  /** The owner with the address she uses here, and how the other spells it. */
  readonly self: Correspondent
  readonly selfSpelled: string
  readonly opensAt: number
  readonly opener: 'owner' | 'other'
  readonly mails: number
  readonly subject: string
  readonly latency: Latency
  readonly cc: readonly string[]
}

/** The letters of a conversation of two, in turns, as far as they are written by now. */
export const converse = (conversation: Conversation, setting: Setting): readonly MailPlan[] => {
  const { chance } = setting
  const { opener, mails, subject, latency } = conversation
  const thread: MailPlan[] = []
  let at = conversation.opensAt
  for (let revision = 0; revision < mails; revision++) {
    const answers = thread.at(-1) ?? null
    const isOwners = (revision % 2 === 0) === (opener === 'owner')
    if (answers !== null) at = answerAt(at, { latency, isOwners }, setting)
    if (at >= setting.now) break
    const spoken = isOwners ? ownersTurn(conversation) : othersTurn(conversation)
    const from = isOwners ? conversation.self : conversation.other
    thread.push(
      planMail(
        { ...spoken, at, from, answers, subject: answers === null ? subject : replySubject(subject, from) },
        chance,
      ),
    )
  }
  return thread
}

const ownersTurn = ({ other, cc }: Conversation) => ({ way: 'sent' as const, to: [other.mailbox], cc })

const othersTurn = ({ selfSpelled, cc }: Conversation) => ({ to: [selfSpelled], cc })

export interface GroupThread {
  /** The others, one to many. */
  readonly members: readonly Correspondent[]
  readonly self: Correspondent
  readonly opensAt: number
  readonly mails: number
  readonly subject: string
  readonly latency: Latency
  /** The share of the letters that the owner writes. */
  readonly ownersShare: number
  /** What stands in To of the first letter instead of everybody: a group, or nothing for undisclosed recipients. */
  readonly addressedTo?: readonly string[]
}

/** A thread of several people who answer to all. */
export const converseInGroup = (group: GroupThread, setting: Setting): readonly MailPlan[] => {
  const { chance } = setting
  const everyone = [group.self, ...group.members]
  const thread: MailPlan[] = []
  let at = group.opensAt
  for (let revision = 0; revision < group.mails; revision++) {
    const answers = thread.at(-1) ?? null
    const from = nextSpeaker(group, answers, chance)
    const isOwners = from === group.self
    if (answers !== null) at = answerAt(at, { latency: group.latency, isOwners }, setting)
    if (at >= setting.now) break
    const others = everyone.filter((member) => member !== from && member !== answers?.from)
    const addressed =
      answers === null
        ? { to: group.addressedTo ?? others.map(({ mailbox }) => mailbox) }
        : { to: [answers.from.mailbox], cc: others.map(({ mailbox }) => mailbox) }
    thread.push(
      planMail(
        {
          ...addressed,
          at,
          from,
          answers,
          way: isOwners ? 'sent' : 'received',
          subject: answers === null ? group.subject : replySubject(group.subject, from),
        },
        chance,
      ),
    )
  }
  return thread
}

/** Nobody answers themselves, and only to the owner's mailbox does an undisclosed letter lead. */
const nextSpeaker = (group: GroupThread, answers: MailPlan | null, chance: Chance): Correspondent => {
  const others = group.members.filter((member) => member !== answers?.from)
  const mayBeOwner = answers === null ? group.addressedTo === undefined : answers.from !== group.self
  if (mayBeOwner && chance.happens(group.ownersShare)) return group.self
  return others.length === 0 ? group.self : chance.pick(others)
}

/** When an answer comes: after a log-normal while, in waking hours, and not while the owner is away where it is hers. */
const answerAt = (
  at: number,
  answer: { readonly latency: Latency; readonly isOwners: boolean },
  { days, chance }: Setting,
): number => {
  const { latency, isOwners } = answer
  const hours = chance.logNormal(isOwners ? latency.owner : latency.other, latencySpread)
  let answered = wakingHour(at + 3 * MINUTE + hours * HOUR, days, chance)
  if (latency.isOffice) answered = nextOn(answered, days, (day) => days.isWorkday(day))
  return isOwners ? nextOn(answered, days, (day) => !isAway(day, days)) : answered
}

/** Wide: of two answers of the same person one may take ten times as long. */
const latencySpread = 0.9

const wakesAt = 7
const sleepsAt = 23

const wakingHour = (at: number, days: Days, chance: Chance): number => {
  const hour = days.hourOf(at)
  if (hour >= wakesAt && hour < sleepsAt) return at
  const morning = days.dayOf(hour < wakesAt ? at : at + DAY / 2)
  return days.at(morning, wakesAt + chance.between(0.2, 3))
}

/** The same hour on the first day that is fit for it. */
const nextOn = (at: number, days: Days, isFit: (day: number) => boolean): number => {
  let later = at
  while (!isFit(days.dayOf(later))) later += DAY
  return later
}
