/**
 * What a language is made of: its folder beside this file, and a line in `index.ts`. Texts are data: sentences with slots
 * in braces, filled from facts and from nothing else. Pure.
 *
 * A check-in is an opening, which says one particular thing, and an ask, which is one easy question or offer.
 */
import type { Tone } from '../../model/check-in.ts'
import type { Duration, Moment } from '../moment.ts'
import type { EncounterKind, Topic, TopicGrammar } from '../topic.ts'

export interface Language extends Sentences {
  /** ISO 639-1. */
  readonly name: string
  readonly greetings: Readonly<Record<Tone, Greeting>>
  /** With the user's own greeting word. */
  readonly greeted: string
  /** The line before the name; '' where the name stands alone. */
  readonly farewells: Readonly<Record<Tone, string>>
  /** The first word after the greeting begins as in the middle of a sentence, as in German. */
  readonly isLowAfterGreeting: boolean
  /** A text tells on which terms two people are, as with *du* and *Sie*. */
  readonly tellsTerms: boolean
  /** Tones in which people sign with their full name whatever terms they are on. */
  readonly signsFullyIn: readonly Tone[]
  /** An ask that offers a call or a meeting: for after a first meeting or a silence, and for nobody else. */
  readonly offers: RegExp
  /** An offer to meet in person: for somebody whom the user has met. */
  readonly offersInPerson: RegExp
  /** A subject line that gives thanks stands over a text that does. */
  readonly thanks: RegExp
  /** Words between greeting and name: with fewer a message is curt. */
  readonly minWords: Readonly<Record<Tone, number>>
  /** What a text says once at most: no opening and ask that match the same one come together. */
  readonly echoes: readonly RegExp[]
  readonly slots: SlotWords
  readonly topics: TopicGrammar
  readonly time: TimeWords
}

/** What a check-in is made of; it travels beside the Worker. */
export interface Sentences {
  readonly families: Readonly<Record<FamilyName, Family>>
  readonly asks: Readonly<Record<AskName, Texts>>
}

export interface Greeting {
  /** `{name}` is a given name. */
  readonly named: string
  /** `{name}` is a full name: where no given name is sure, or the two are not that close. */
  readonly full: string
  /** `{name}` is a title and a surname. */
  readonly titled: string
  readonly nameless: string
}

export interface TimeWords {
  /** "on Wednesday", "last week": of the last few weeks. */
  readonly recently: (moment: Moment) => string
  /** "in May", "last week": the time of a contact of whatever age. */
  readonly when: (moment: Moment) => string
  /** "over two months" */
  readonly duration: (duration: Duration) => string
  /** "since we last emailed in May"; without a time where `when` is ''. */
  readonly since: (last: LastTime, when: string) => string
  /** "since May", of a time that is some weeks past */
  readonly sinceMonth: (moment: Moment) => string
  /** "a couple of weeks", "a few weeks": of a silence of less than two months */
  readonly fewWeeks: (days: number) => string
  /** "ten years" */
  readonly years: (count: number) => string
  /** "ten years this week" */
  readonly anniversary: (count: number, isThisWeek: boolean) => string
  /** "ten years ago this week" */
  readonly yearsAgo: (count: number, isThisWeek: boolean) => string
  readonly weekday: (weekday: number) => string
  /** "May", "May last year" */
  readonly month: (moment: Moment) => string
  /** "over coffee", "at the Openfields intro": where somebody was met; '' where nothing is known. */
  readonly at: (last: LastTime) => string
}

/** Words that change with what they stand beside. */
export interface SlotWords {
  readonly howIs: (isPlural: boolean) => string
  readonly is: (isPlural: boolean) => string
  /** What the two did when they were last in touch. */
  readonly talked: (how: LastTime['how']) => string
  /** "talked", or "been in touch" where all there was had others in copy */
  readonly spoken: (how: LastTime['how']) => string
  /** "see you", or "talk to you" after a call */
  readonly seeYou: (isCall: boolean) => string
  /** "seeing you" */
  readonly seeingYou: (isCall: boolean) => string
  /** "an Openfields" */
  readonly aCompany: (company: string) => string
  readonly seen: (how: 'thread' | 'meeting', recently: string) => string
  /** A group's name as a field of work. */
  readonly ground: (name: string) => string
  /** "the last few weeks", or months; after "in" where a language tells that apart. */
  readonly stretch: (weeks: number) => string
  readonly stretchIn: (weeks: number) => string
  /** Somebody both know, after the ground that both share. */
  readonly shared: (name: string) => string
}

/** What a past contact is called. */
export interface LastTime {
  readonly how: 'message' | 'meeting' | 'call' | 'elsewhere'
  readonly encounter: EncounterKind | null
  readonly topic: Topic | null
  /** There was a group message or a larger meeting since: only of the two alone something can be said. */
  readonly isOfTwo: boolean
}

/** What a check-in is about: a reason, told apart where the facts are. */
export type FamilyName =
  | 'topic'
  | 'topic_later'
  | 'topic_long'
  | 'since'
  | 'long'
  | 'of_two'
  | 'plain'
  | 'in_copy'
  | 'second_door'
  | 'soon'
  | 'hello'
  | 'reply'
  | 'reply_soon'
  | 'reply_noted'
  | 'reply_long'
  | 'reply_review'
  | 'reply_review_long'
  | 'reply_passed'
  | 'reply_late'
  | 'reply_news'
  | 'met_first'
  | 'met'
  | 'met_again'
  | 'project_end'
  | 'wrote_first'
  | 'wrote_first_topic'
  | 'company'
  | 'new_job'
  | 'address'
  | 'bounced'
  | 'years'
  | 'their_turn'
  | 'introduction'

export interface Family {
  readonly subjects: Readonly<{ informal: Lines; formal: Lines }>
  readonly openings: Texts
  readonly asks: AskName
}

export type AskName =
  | 'news'
  | 'catch_up'
  | 'after_topic'
  | 'second_door'
  | 'outcome'
  | 'reply'
  | 'review'
  | 'passed'
  | 'late'
  | 'still'
  | 'pick_up'
  | 'years'
  | 'met'
  | 'keep_up'
  | 'again'
  | 'wrote'
  | 'company'
  | 'new_job'
  | 'bounced'
  | 'introduce'

export type Texts = Readonly<Record<Tone, Lines>>

export type Lines = readonly [string, ...string[]]

/** Where the warm and the brief tone open alike, and differ in what they ask. */
export const openingWith = (informal: Lines, formal: Lines): Texts => ({ warm: informal, brief: informal, formal })
