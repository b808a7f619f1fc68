/** What is known of an occasion, as far as sentences may tell it: how long it has been, what it was about, who is who. Pure. */
import type { Tone } from '../model/check-in.ts'
import type { LastContact, Reason } from '../model/report.ts'
import { DAY, daysBetween, type Instant } from '../model/time.ts'
import { groundOf } from '../report/common-ground.ts'
import { companyAt } from './company.ts'
import { isKin } from './names.ts'
import type { LastSeen, Occasion } from './occasion.ts'
import type { FamilyName, Language, LastTime } from './texts/language.ts'
import { asksForReview, encounterOf, type Topic, tellsNews, topicOf, weekdayIn } from './topic.ts'

export interface Facts {
  readonly family: FamilyName
  readonly reason: Reason
  readonly sentAt: Instant
  /** The last contact of the two; null where the text refers to none. */
  readonly last: (LastTime & { readonly at: Instant }) | null
  /** The message or meeting of the two whose matter can be said: the last contact, or one not long before it. */
  readonly named: (LastTime & { readonly at: Instant }) | null
  readonly topic: Topic | null
  readonly company: string | null
  readonly ground: string | null
  /** Enough time has passed to offer a call, or the two have only just met for the first time. */
  readonly mayOffer: boolean
  /** The two have met in person or by video before. */
  readonly haveMet: boolean
  /** The weekday that a subject named, and that has passed. */
  readonly passedDay: number | null
}

export const draftFactsOf = (occasion: Occasion, language: Language, tone: Tone): Facts => {
  const { suggestion, userName, peopleNames = [] } = occasion
  const sentAt = occasion.sentAt ?? occasion.at
  const names = [suggestion.name, userName, ...peopleNames]
  const raw = occasion.topic
  const topic =
    raw === undefined || raw.isSubjectOnly === true ? null : topicOf(raw.text, { grammar: language.topics, names })
  const company = newCompanyOf(occasion)
  const ground = groundOf(occasion.commonGround)
  const last = lastTimeOf(occasion, topic)
  const passedDay = passedDayIn(occasion, sentAt)
  const named = namedTimeOf(occasion, { topic, last })
  const family = familyOf({ occasion, tone, topic, company, ground, last, named, passedDay, sentAt })
  return {
    ...{ family, reason: suggestion.reason, sentAt, last, named, topic, company, ground, passedDay },
    mayOffer: family === 'met_first' || (last !== null && daysBetween(last.at, sentAt) >= offerDays),
    haveMet: haveMet(occasion),
  }
}

/** The subject of another message is nothing to reply to. */
export const withFittingTopic = ({ topic, ...occasion }: Occasion): Occasion => {
  const { reason } = occasion.suggestion
  const fits =
    topic !== undefined &&
    (reason.kind !== 'reply_owed' || Math.abs(daysBetween(topic.at, reason.receivedAt)) < sameMessageDays)
  return fits ? { ...occasion, topic } : occasion
}

/** A message's own time is told in two places, and may be rounded in one. */
const sameMessageDays = 0.1

/** Shorter than this, the two have hardly been apart. */
const minSilenceDays = 28
/** After less than this, nothing is said of how long it has been. */
const gapDays = 70
/** After less than this, an offer to call or to meet comes out of nowhere. */
const offerDays = 42
/** From here on things have had time to end up somewhere. */
const laterDays = 56
/** From here on it is a long time. */
const longDays = 300
/** After this, a late reply is a new beginning. */
const lateReplyDays = 35
/** From here on the delay is long, and the apology with it. */
const longReplyDays = 21
/** So soon nobody has to apologise for anything. */
const soonDays = 8
/** Who first met after longer than this had been in touch before. */
const firstMeetingDays = 60
/** A meeting after this is one after a long time. */
const rareDays = 150
/** What was longer than this before the last contact is not what the two were last in touch about. */
const maxOlderDays = 120
/** Nobody keeps count of the years between. */
const roundYears = 5
/** Who has been in touch within this is close enough for an anniversary. */
const closeDays = 120
/** Who met more lately than this has other things to write about than an anniversary. */
const metLatelyDays = 45
/** As often as this they have to have written first, and for this share of all conversations. */
const minBegun = 3
const minBegunShare = 0.7
/** The subject belongs to the last contact where the two are this close. */
const sameContactDays = 3

/** A crowd in the week of the last contact, seen from months later. */
const isOfSameTime = (at: Instant, { seen, sentAt }: { readonly seen: LastSeen; readonly sentAt: Instant }): boolean =>
  daysBetween(at, seen.at) <= sameTimeDays && daysBetween(at, sentAt) >= sameTimeAfterDays

const sameTimeDays = 7
const sameTimeAfterDays = 120

interface Known extends Pick<Facts, 'topic' | 'company' | 'ground' | 'last' | 'named' | 'passedDay' | 'sentAt'> {
  readonly occasion: Occasion
  readonly tone: Tone
}

const familyOf = (known: Known): FamilyName => {
  const { occasion, company, ground, sentAt, topic } = known
  const { reason } = occasion.suggestion
  if (reason.kind === 'reply_owed') return replyFamily(known, daysBetween(reason.receivedAt, sentAt))
  if (isKin({ name: occasion.suggestion.name, userName: occasion.userName }))
    // Nobody meets their family for the first time.
    return reason.kind === 'follow_up'
      ? metFamily({ ...occasion, firstAt: null }, reason.metAt, reason.metBeforeAt)
      : 'hello'
  if (occasion.isTheirsUnanswered === true && isSilent(reason)) return lateFamily(occasion)
  switch (reason.kind) {
    case 'follow_up':
      return metFamily(occasion, reason.metAt, reason.metBeforeAt)
    case 'new_acquaintance':
      if (reason.metAt !== null) return metFamily(occasion, reason.metAt, null)
      return topic !== null && isFirmTopic(topic) ? 'wrote_first_topic' : 'wrote_first'
    case 'new_address':
      if (occasion.topic !== undefined && namesNewJob.test(occasion.topic.text)) return 'new_job'
      return company === null || hasAnnounced(occasion) ? 'address' : 'company'
    case 'dead_address':
      return 'bounced'
    case 'anniversary':
      return isCloseAnniversary(known, reason) ? 'years' : silenceFamily(known)
    case 'gratitude':
      return usuallyBegin(occasion) ? 'their_turn' : silenceFamily(known)
    case 'introduction':
      return ground === null ? silenceFamily(known) : 'introduction'
    case 'rhythm_broken':
    case 'chosen_rhythm':
    case 'dormant_tie':
    case 'hello':
      return silenceFamily(known)
    case 'project_end':
      return 'project_end'
    case 'second_door':
      return 'second_door'
  }
}

/** Years are counted aloud only between people who are close, have met, and know since when they have been in touch. */
const isCloseAnniversary = (
  { occasion, tone, sentAt }: Known,
  { years, silenceDays }: Extract<Reason, { readonly kind: 'anniversary' }>,
): boolean => {
  const { suggestion, firstAt = null, lastMetAt = null } = occasion
  if (tone === 'formal' || suggestion.givenName === null || firstAt === null || years % roundYears !== 0) return false
  if (lastMetAt === null || daysBetween(lastMetAt, sentAt) < metLatelyDays) return false
  return silenceDays <= closeDays
}

/** They begin most of what the two alone write to each other. */
const usuallyBegin = ({ begun }: Occasion): boolean =>
  begun !== undefined && begun.byThem >= minBegun && begun.byThem >= begun.all * minBegunShare

/** The organisation of a new address, where the old one was not of the same. */
const newCompanyOf = ({ suggestion, formerAddress }: Occasion): string | null => {
  const company = companyAt(suggestion)
  const isSame = formerAddress !== undefined && companyAt({ name: suggestion.name, address: formerAddress }) === company
  return isSame ? null : company
}

/** They told of the address, or of what it comes with: nobody is told their own news. */
const hasAnnounced = ({ topic }: Occasion): boolean => topic !== undefined && announces.test(topic.text)

const announces =
  /\bnew (?:e-?mail|address|contact|company|chapter|start)|\bneue[rsn]? (?:e-?mail|mail|adresse|anschrift|kontakt)|nouvelle adresse|nouveau (?:mail|courriel)|nueva direcci[oó]n|nuevo correo|chang(?:e|ed|ing) (?:of )?(?:my )?(?:e-?mail|address)|adresse? (?:change|ge[aä]ndert)|\bmov(?:ed|ing) (?:on|to)\b|farewell|goodbye|last day|letzter (?:arbeits)?tag/iu

/** The subject of a message that gives a new address, which asks for no more than thanks. */
const givesAddress =
  /\bnew (?:e-?mail )?address\b|\bneue (?:e-?mail-?|mail-?)?adresse|nouvelle adresse|nueva direcci[oó]n/iu

const namesNewJob =
  /\bnew (?:job|role|position|gig)\b|\bneue[rn]? (?:job|stelle|rolle|position)\b|nouveau (?:poste|job|travail)|nouvel emploi|nuevo (?:trabajo|puesto|empleo)/iu

const haveMet = ({ lastMetAt, suggestion: { last, reason }, topic }: Occasion): boolean =>
  (lastMetAt ?? null) !== null ||
  ('lastMetAt' in reason && reason.lastMetAt !== null) ||
  ('metAt' in reason && reason.metAt !== null) ||
  last?.how === 'meeting' ||
  topic?.from === 'meeting'

/** Reasons to write that are about the silence, or say nothing of what was written last. */
const isSilent = ({ kind }: Reason): boolean =>
  kind === 'rhythm_broken' ||
  kind === 'chosen_rhythm' ||
  kind === 'dormant_tie' ||
  kind === 'anniversary' ||
  kind === 'gratitude' ||
  kind === 'hello'

const replyFamily = ({ occasion, passedDay }: Known, waitingDays: number): FamilyName => {
  if (waitingDays > lateReplyDays) return lateFamily(occasion)
  if (occasion.topic !== undefined && givesAddress.test(occasion.topic.text)) return 'reply_noted'
  const isLong = waitingDays >= longReplyDays
  if (passedDay !== null && !isLong) return 'reply_passed'
  if (occasion.topic !== undefined && asksForReview(occasion.topic.text) && occasion.topic.begunBy !== 'user')
    return isLong ? 'reply_review_long' : 'reply_review'
  if (isLong) return tellsLateNews(occasion) ? 'reply_news' : 'reply_long'
  return waitingDays < soonDays ? 'reply_soon' : 'reply'
}

const lateFamily = (occasion: Occasion): FamilyName => (tellsLateNews(occasion) ? 'reply_news' : 'reply_late')

const tellsLateNews = ({ topic }: Occasion): boolean => topic?.from === 'message' && tellsNews(topic.text)

/** "Great to meet you" only where it was the first time, by all that is known. */
const metFamily = ({ firstAt }: Occasion, metAt: Instant, metBeforeAt: Instant | null): FamilyName => {
  if (metBeforeAt !== null) return daysBetween(metBeforeAt, metAt) >= rareDays ? 'met_again' : 'met'
  if (firstAt === undefined || firstAt === null) return 'met'
  return daysBetween(firstAt, metAt) <= firstMeetingDays ? 'met_first' : 'met'
}

const silenceFamily = ({ occasion, last, named, tone, sentAt }: Known): FamilyName => {
  if (occasion.lastAloneAt === null && !haveMet(occasion)) return 'in_copy'
  if (last === null) return 'plain'
  // Their silence is no talk of the two, and nobody is reminded of it.
  if (occasion.isOwnUnanswered === true && last.how === 'message') return 'hello'
  const days = daysBetween(last.at, sentAt)
  if (isOneExchange(occasion, last) && days < longDays)
    return named !== null && named.topic !== null ? 'wrote_first_topic' : 'wrote_first'
  const isAsked = tone !== 'formal' && named !== null && named.topic !== null && mayAskAfter(named.topic, occasion)
  if (days < minSilenceDays && isAsked && last.topic !== null) return 'topic'
  const isShort = days < gapDays
  // What the two talked about can be told whatever crowd both were in since.
  const isTold = last.isOfTwo || named !== null
  if (days < minSilenceDays || (isShort && !isAsked)) return isTold ? 'soon' : 'hello'
  if (!isTold) return 'of_two'
  if (days >= longDays) return isAsked ? 'topic_long' : 'long'
  if (isAsked) return days >= laterDays ? 'topic_later' : 'topic'
  return 'since'
}

/** All there ever was between the two lies within a few days. */
const isOneExchange = ({ firstAt = null }: Occasion, { at, how, isOfTwo }: NonNullable<Facts['last']>): boolean =>
  firstAt !== null && isOfTwo && how === 'message' && daysBetween(firstAt, at) <= sameContactDays

/** Only what moves along, and what they brought up or both sat together for: the rest may be the user's own work. */
const mayAskAfter = ({ kind }: Topic, { topic }: Occasion): boolean =>
  kind === 'work' && topic !== undefined && (topic.begunBy === 'them' || topic.from === 'meeting')

const isFirmTopic = ({ kind }: Topic): boolean => kind === 'work'

const lastTimeOf = (occasion: Occasion, topic: Topic | null): Facts['last'] => {
  const { last, reason } = occasion.suggestion
  const raw = occasion.topic
  const known = last ?? lastOfReason(reason)
  if (known === null) return null
  const seen = lastSeenOf(occasion)
  const isSame = raw !== undefined && Math.abs(daysBetween(raw.at, known.at)) <= sameContactDays
  const { lastAloneAt } = occasion
  // A message with somebody in copy is contact, and no email to each other.
  const isAlone = lastAloneAt === undefined || (lastAloneAt !== null && daysBetween(lastAloneAt, known.at) < 1)
  const isMeeting = known.how === 'meeting' && raw?.from === 'meeting'
  return {
    how: known.how === 'message' && !isAlone ? 'elsewhere' : known.how,
    at: known.at,
    encounter: isSame && isMeeting ? encounterOf(raw.text) : null,
    topic: isSame && (isMeeting || (known.how === 'message' && raw.from === 'message')) ? topic : null,
    isOfTwo:
      seen === null || seen.at <= known.at || isOfSameTime(known.at, { seen, sentAt: occasion.sentAt ?? occasion.at }),
  }
}

/** What the last contact was about or, where that cannot be said, the last message, meeting or encounter shortly before it. */
const namedTimeOf = (occasion: Occasion, { topic, last }: Pick<Facts, 'topic' | 'last'>): Facts['named'] => {
  const { topic: raw, lastMetAt = null } = occasion
  if (last === null) return null
  if (last.topic !== null || last.encounter !== null) return { ...last, isOfTwo: true }
  const isLately = (at: Instant): boolean => daysBetween(at, last.at) <= maxOlderDays
  const encounter = raw?.from === 'meeting' ? encounterOf(raw.text) : null
  if (raw !== undefined && isLately(raw.at) && (topic !== null || encounter !== null))
    return { how: raw.from, at: raw.at, encounter, topic, isOfTwo: true }
  const wereSeen = lastSeenOf(occasion)
  if (lastMetAt === null || !isLately(lastMetAt) || (wereSeen !== null && wereSeen.how !== 'thread')) return null
  return { how: 'meeting', at: lastMetAt, encounter: null, topic: null, isOfTwo: true }
}

/** Reports of before the last contact was kept tell it in their reasons, and not always how it was. */
const lastOfReason = (reason: Reason): LastContact | null => {
  switch (reason.kind) {
    case 'follow_up':
      return { how: 'meeting', at: reason.metAt }
    case 'new_acquaintance':
      return reason.metAt === null ? { how: 'message', at: reason.firstAt } : { how: 'meeting', at: reason.metAt }
    case 'reply_owed':
      return { how: 'message', at: reason.receivedAt }
    case 'rhythm_broken':
    case 'chosen_rhythm':
    case 'dormant_tie':
    case 'gratitude':
    case 'dead_address':
    case 'hello':
      return { how: 'elsewhere', at: reason.lastContactAt }
    case 'second_door':
      return { how: 'message', at: reason.lastSentAt }
    case 'project_end':
      return { how: 'elsewhere', at: reason.endedAt }
    case 'new_address':
    case 'anniversary':
    case 'introduction':
      return null
  }
}

/** When both were last on one message or in one crowd: what the occasion tells, or the reason does. */
export const lastSeenOf = ({ lastSeen, suggestion: { reason } }: Occasion): LastSeen | null => {
  if (lastSeen !== undefined) return lastSeen
  const at = reason.kind === 'rhythm_broken' ? (reason.lastSeenAt ?? null) : null
  return at === null ? null : { at, how: null }
}

/** The weekday that their subject names, once it has come and gone. */
const passedDayIn = ({ topic, suggestion: { reason }, zone }: Occasion, sentAt: Instant): number | null => {
  if (topic === undefined || reason.kind !== 'reply_owed') return null
  const weekday = weekdayIn(topic.text)
  if (weekday === null) return null
  const named = nextWeekday(reason.receivedAt, weekday, zone)
  return daysBetween(named, sentAt) >= 1 ? weekday : null
}

/** The first such weekday on or after the day of a message. */
const nextWeekday = (after: Instant, weekday: number, zone: string): Instant => {
  const of = new Date(after * 1000).toLocaleDateString('en-GB', { timeZone: zone, weekday: 'short' })
  const today = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(of) + 1
  return (after + ((weekday - today + 7) % 7) * DAY) as Instant
}
