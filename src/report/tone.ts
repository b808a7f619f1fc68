/**
 * How one writes to somebody: formally where no first name is sure or the two hardly know each other, briefly where they
 * write often and have for long, warmly otherwise. The person may switch. Pure.
 */
import { domainOf } from '../model/address.ts'
import type { Tone } from '../model/check-in.ts'
import { languageOfVotes } from '../model/language.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import type { Person } from '../model/person.ts'
import type { Suggestion } from '../model/report.ts'
import { daysBetween, type Instant } from '../model/time.ts'
import { contactWeeks } from '../score/signals/weeks.ts'
import type { Candidate } from './candidate.ts'

export const toneFor = ({ person, health, former }: Candidate, now: Instant): Tone => {
  const { relationship, givenName, addresses } = person
  const knownDays = relationship.firstAt === null ? 0 : daysBetween(relationship.firstAt, now)
  const isAtWork = addresses.every((address) => !mailHosts.has(domainOf(address)))
  const haveMet = relationship.meetingsAt.some((at) => at <= now)
  const weeks = contactWeeks(relationship, now).length
  // Letters alone, few of them, to somebody at a firm, and nobody who was known by another address before.
  const isStranger = former === null && isAtWork && !haveMet && weeks <= fewWeeks && knownDays <= newDays
  // They write and the user does not, or both are only copied: nobody is greeted as a friend for that.
  const isOneWay = former === null && !haveMet && relationship.lastSentAt === null
  if (givenName === null || isStranger || isOneWay) return 'formal'
  const { usualGapDays } = health
  return usualGapDays !== null && usualGapDays <= oftenDays && knownDays >= longDays ? 'brief' : 'warm'
}

/** What decides how a check-in to them sounds: how one writes to them, in which language, and where the user may have said more. */
export const mannerFor = (candidate: Candidate, now: Instant): Pick<Suggestion, 'tone' | 'language' | 'addresses'> => {
  const { languages, addresses }: Person = candidate.person
  const language = languageOfVotes(languages)
  return {
    tone: toneFor(candidate, now),
    ...(language !== null && { language }),
    ...(addresses.length > 1 && { addresses }),
  }
}

const fewWeeks = 3
const newDays = 120
/** People who write every other week need no run-up … */
const oftenDays = 14
/** … once they have done so for half a year. */
const longDays = 182
