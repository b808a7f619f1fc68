/** Whether two people are one: the question, and what speaks for it. Pure. */
import type { Evidence } from '../infer/proposals.ts'
import { daysBetween } from '../model/time.ts'
import { monthInWords, type ReportDay } from './dates.ts'
import { counted, nouns } from './numbers.ts'

export const mergeWords = {
  title: 'One person or two?',
  intro: 'We never ask because of a name alone. You can undo whatever you choose.',
  none: 'There’s no one to ask about.',
  isOne: 'They’re one person',
  areTwo: 'They’re two people',
  describeNames: (one: string, other: string): string => (one === other ? one : `${one} and ${other}`),
  and: 'and',
  unanswered: 'You’ve never written to the second address: someone else may be using the name.',
} as const

/** What speaks for two people being one, as a part of a sentence. */
export const describeEvidence = (evidence: Evidence, day: ReportDay): string => {
  switch (evidence.kind) {
    case 'took_over': {
      const weeks = Math.round(daysBetween(evidence.silentSince, evidence.since) / 7)
      const when = weeks < 1 ? 'the week' : `${counted(weeks, nouns.week)} after`
      return `the same name, and the second began in ${monthInWords(evidence.since, day)}, ${when} the first went quiet`
    }
    case 'bounced':
      return `mail to the first came back in ${monthInWords(evidence.at, day)}`
    case 'same_local_part':
      return `the same name, and “${evidence.localPart}” before the @ in both`
    case 'same_but_tag':
      return 'the addresses differ only in what follows a +'
    case 'sister_domain':
      return 'one provider gives both addresses to the same person'
  }
}
