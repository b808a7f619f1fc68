/** Our guesses, for the user to go through once: who is close, who is kept, and who is no person. Pure. */
import type { Exclusion, ExclusionRule } from '../infer/exclusion-rule.ts'
import { isOrganisationName } from '../infer/sender-words.ts'
import type { CanonicalAddress } from '../model/address.ts'
import type { Triage } from '../model/correction.ts'
import { type Candidate, closenessOf, closestOf, isMutual } from './candidate.ts'

export type Verdict = 'close' | 'kept' | 'nobody'

export interface Guess {
  /** Of the person, or of the contact that is none. */
  readonly id: number
  readonly address: CanonicalAddress
  readonly name: string
  readonly verdict: Verdict
  readonly of:
    | { readonly kind: 'person'; readonly candidate: Candidate }
    | { readonly kind: 'nobody'; readonly rule: ExclusionRule }
}

export interface Guesses {
  readonly close: readonly Guess[]
  readonly unsure: readonly Guess[]
  readonly rest: readonly Guess[]
}

/** As many as are gone through in a minute. */
export const mostGuesses = 40
const mostClose = 8
/** Of those who are none and of people who may be none. */
const mostUnsure = 4
/** Less than this, and nobody is called close unasked. */
const leastCloseness = 80

export const guessesOf = (candidates: readonly Candidate[], excluded: readonly Exclusion[]): Guesses => {
  const closest = closestOf(candidates, mostGuesses + mostUnsure)
  const firms = closest.filter(isDoubtful).slice(0, mostUnsure)
  const sure = closest.filter((candidate) => !firms.includes(candidate))
  const close = sure.filter((candidate, rank) => isCloseGuess(candidate, rank))
  const nobodies = excluded.filter(isTellable).sort(mostWritten).slice(0, mostUnsure)
  const unsure = [...nobodies.map(guessOfNobody), ...firms.flatMap((firm) => guessOfPerson(firm, 'kept'))]
  const rest = sure.filter((candidate) => !close.includes(candidate))
  return {
    close: close.flatMap((candidate) => guessOfPerson(candidate, 'close')),
    unsure,
    rest: rest
      .slice(0, Math.max(0, mostGuesses - close.length - unsure.length))
      .flatMap((candidate) => guessOfPerson(candidate, 'kept')),
  }
}

/** Only what differs from its guess is kept: whatever is skipped stays as it is. */
export const triageFrom = (guesses: Guesses, verdictOf: (id: number) => Verdict | null): Triage => {
  const changed = [...guesses.close, ...guesses.unsure, ...guesses.rest].flatMap((guess) => {
    const verdict = verdictOf(guess.id) ?? guess.verdict
    return verdict === guess.verdict ? [] : [{ verdict, address: guess.address }]
  })
  const called = (verdict: Verdict): readonly CanonicalAddress[] =>
    changed.flatMap((each) => (each.verdict === verdict ? [each.address] : []))
  return { close: called('close'), kept: called('kept'), nobody: called('nobody') }
}

const isCloseGuess = (candidate: Candidate, rank: number): boolean => {
  const { isClose } = candidate.person.override
  return isClose ?? (rank < mostClose && isMutual(candidate) && closenessOf(candidate) >= leastCloseness)
}

/** Named as a firm is, and never yet called a person. */
const isDoubtful = ({ person }: Candidate): boolean =>
  !person.override.isPerson && isOrganisationName(person.name, person.name.toLowerCase().split(' '))

const tellable: ReadonlySet<ExclusionRule['kind']> = new Set(['role_account', 'automated', 'never_spoke'])

/** The user wrote there: had they never, nobody would miss it. What software made up for one message has no name to know it by. */
const isTellable = ({ contact, rule }: Exclusion): boolean =>
  tellable.has(rule.kind) &&
  contact.relationship.lastSentAt !== null &&
  (contact.label.name !== '' || contact.address.length <= longestKnown)

const longestKnown = 36

const mostWritten = (a: Exclusion, b: Exclusion): number =>
  b.contact.relationship.weeksSent.length - a.contact.relationship.weeksSent.length || a.contact.id - b.contact.id

const guessOfNobody = ({ contact, rule }: Exclusion): Guess => ({
  id: contact.id,
  address: contact.address,
  name: contact.label.name === '' ? contact.label.spelling : contact.label.name,
  verdict: 'nobody',
  of: { kind: 'nobody', rule },
})

/** Nobody is without an address. */
const guessOfPerson = (candidate: Candidate, verdict: Verdict): readonly Guess[] => {
  const { id, addresses, name } = candidate.person
  return addresses.slice(0, 1).map((address) => ({ id, address, name, verdict, of: { kind: 'person', candidate } }))
}
