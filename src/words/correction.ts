/** What the user said about people, why somebody is not among them, and why two may be one, in sentences. Pure. */
import type { ExclusionRule } from '../infer/exclusion-rule.ts'
import type { Evidence } from '../infer/proposals.ts'
import type { CanonicalAddress } from '../model/address.ts'
import type { Correction, LoggedHow } from '../model/correction.ts'
import { daysBetween } from '../model/time.ts'
import { dayInWords, monthInWords, type ReportDay } from './dates.ts'
import { rhythmInWords, spanInWords } from './spans.ts'

/** In the past tense, as a line of the list of what was said. `nameOf` gives what to call whoever has an address. */
export const describeCorrection = (
  correction: Correction,
  nameOf: (address: CanonicalAddress) => string,
  day: ReportDay,
): string => {
  switch (correction.kind) {
    case 'merge':
      return `${correction.addresses.join(' and ')} are one person.`
    case 'apart':
      return `${correction.addresses.join(' and ')} are two people.`
    case 'split':
      return `${correction.address} is somebody else.`
    case 'ignore':
      return describeIgnored(correction.target, nameOf)
    case 'person':
      return `${nameOf(correction.address)} is a person.`
    case 'own':
      return `${correction.address} is an address of your own.`
    case 'log':
      return `${loggedInWords[correction.how]} ${nameOf(correction.address)} on ${dayInWords(correction.at, day)}.`
    case 'snooze':
      return `${nameOf(correction.address)} rests until ${dayInWords(correction.until, day)}.`
    case 'rhythm':
      return `${nameOf(correction.address)}: ideally ${rhythmInWords(correction.rhythm.idealDays)}, too long after ${spanInWords(correction.rhythm.tooLongDays)}.`
    case 'group_rhythm':
      return `Everybody in “${correction.group}”: ideally ${rhythmInWords(correction.rhythm.idealDays)}, too long after ${spanInWords(correction.rhythm.tooLongDays)}.`
    case 'less_often':
      return `${nameOf(correction.address)} is to be suggested less often.`
    case 'forget_preferences':
      return 'What your answers to suggestions had taught is forgotten.'
    case 'group':
      return `${nameOf(correction.address)} is in the group “${correction.group}”.`
    case 'group_of':
      return `${correction.addresses.length} people are in the group “${correction.group}”.`
  }
}

const describeIgnored = (
  target: Extract<Correction, { kind: 'ignore' }>['target'],
  nameOf: (address: CanonicalAddress) => string,
): string => {
  switch (target.kind) {
    case 'person':
      return `${nameOf(target.address)} is nobody to keep in touch with.`
    case 'address':
      return `The address ${target.address} counts for nobody.`
    case 'domain':
      return `Nobody at ${target.domain} is somebody to keep in touch with.`
    case 'pattern':
      return `Addresses like ${target.pattern} count for nobody.`
  }
}

const loggedInWords: Readonly<Record<LoggedHow, string>> = {
  meeting: 'You met',
  call: 'You had a call with',
  coffee: 'You had a coffee with',
  elsewhere: 'You were in touch with',
}

/** Why an address is nobody's: the rule, in a sentence. */
export const describeExclusion = (rule: ExclusionRule, day: ReportDay): string => {
  switch (rule.kind) {
    case 'own':
      return 'It is one of your own addresses.'
    case 'list':
      return 'It is a mailing list.'
    case 'relay':
      return 'A service made this address for one exchange: it is nobody’s own.'
    case 'role_account':
      return 'It is called as a machine or a desk is, and nothing that a person wrote ever came from there.'
    case 'automated':
      return 'Its letters look like a machine’s, and none of them answers a letter of yours.'
    case 'only_heard_from':
      return 'You never wrote to them and never met: people one only hears from are hardly ever relationships.'
    case 'only_seen':
      return 'You were only ever on the same letters or in the same large meetings.'
    case 'bounced':
      return `What you wrote came back, the last time on ${dayInWords(rule.at, day)}, and nothing ever came from there.`
    case 'never_spoke':
      return `You wrote to it in ${rule.weeks} weeks; it has no name, and nothing ever came back. That is how lists and shared mailboxes look.`
    case 'ignored':
      return `You said so on ${dayInWords(rule.by.at, day)}.`
  }
}

/** What speaks for two people being one, as a part of a sentence. */
export const describeEvidence = (evidence: Evidence, day: ReportDay): string => {
  switch (evidence.kind) {
    case 'took_over': {
      const weeks = Math.round(daysBetween(evidence.silentSince, evidence.since) / 7)
      const when =
        weeks < 1
          ? 'in the week the first fell silent'
          : `${weeks === 1 ? 'a week' : `${weeks} weeks`} after the first fell silent`
      return `the same name, and the second began in ${monthInWords(evidence.since, day)}, ${when}`
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
