/**
 * What a language is made of: its folder beside this file, and a line in `index.ts`. Texts are data: sentences with slots
 * in braces, filled from facts and from nothing else. Pure.
 *
 * A letter is an opening, which says why one writes now and refers to the last time; an offer; and a closing, which asks
 * for nothing. All three move on with every letter, and their numbers have no common divisor: four openings, five offers
 * and nine closings make 180 letters before one comes round again.
 */
import type { Tone } from '../../model/check-in.ts'
import type { LastContact, ReasonKind } from '../../model/report.ts'

export interface Language {
  /** BCP 47, without a region. */
  readonly name: string
  /** `{name}` is a first name, and in the formal tone a full one. */
  readonly greetings: Readonly<Record<Tone, { readonly named: string; readonly nameless: string }>>
  readonly farewells: Readonly<Record<Tone, string>>
  /** How the last time is referred to, by what it was: "since we met, in {month}". */
  readonly since: Readonly<Record<LastContact['how'] | 'unknown', string>>
  /** Small numbers in words, from nought: what a letter does not write in figures. */
  readonly numbers: readonly string[]
  /** "a year", "{count} years", by the plural rule of the language (CLDR). */
  readonly years: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }
  readonly families: Readonly<Record<FamilyName, Family>>
}

/** A reason, told apart where the facts are: by letters or by a meeting, for the first time or once more. */
export type FamilyName =
  | Exclude<ReasonKind, 'new_acquaintance' | 'follow_up' | 'chosen_rhythm' | 'dead_address'>
  | 'new_acquaintance_met'
  | 'new_acquaintance_wrote'
  | 'follow_up_first'
  | 'follow_up_again'

export type Family = Readonly<Record<Tone, Sentences>>

/** Slots: `{since}`, `{years}`, `{Years}` at the beginning of a sentence, `{other}`. */
export interface Sentences {
  readonly subjects: readonly [string, ...string[]]
  readonly openings: readonly [string, ...string[]]
  readonly offers: readonly [string, ...string[]]
  readonly closings: readonly [string, ...string[]]
}
