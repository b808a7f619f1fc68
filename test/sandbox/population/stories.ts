/**
 * The stories planted in the population, for tests and readers: who it is about, what happened, what the report should
 * find in it and what it must not. The people and their addresses are the same whatever the seed; `story-scripts.ts`
 * writes the letters.
 */
import { owner } from './owner.ts'

export interface Story {
  readonly title: string
  readonly name: string
  readonly address: string
  readonly otherAddress: string | null
  readonly happened: string
  readonly find: string
  readonly avoid: string
  /** What this week's report does with them. */
  readonly verdict: 'suggest' | 'leave alone' | 'not a person' | 'the owner herself'
}

export const stories = {
  quietMentor: {
    title: 'A mentor gone quiet',
    name: 'Ingrid Solheim',
    address: 'ingrid@solheim.example',
    otherAddress: null,
    happened:
      'They talked about every three weeks for four years, by letter and over lunch. The last time was nine to ten weeks ago.',
    find: 'Overdue: usually every three weeks, now nine.',
    avoid: 'That it waits for somebody’s reply: the last word was the owner’s.',
    verdict: 'suggest',
  },
  owedReply: {
    title: 'A reply owed',
    name: 'Tomás Herrera',
    address: 'tomas.herrera@kelp-energy.example',
    otherAddress: null,
    happened:
      'A close former colleague wrote a direct letter twelve days ago. She usually answers him within two days.',
    find: 'His letter of twelve days ago waits for an answer.',
    avoid: 'That he has gone quiet.',
    verdict: 'suggest',
  },
  firstMeeting: {
    title: 'A first meeting last week',
    name: 'Amara Nwosu',
    address: 'amara.nwosu@openfields.example',
    otherAddress: null,
    happened:
      'A new acquaintance: one letter each way nine and eight days ago, one meeting of two, five or six days ago.',
    find: 'A follow-up while the first meeting is fresh.',
    avoid: 'A rhythm: there are too few contacts for one.',
    verdict: 'suggest',
  },
  newCompany: {
    title: 'A friend at a new company',
    name: 'Jonas Weidner',
    address: 'jonas.weidner@inselbahn.example',
    otherAddress: 'jonas.weidner@hafencity-museum.example',
    happened:
      'Letters with his old address until four months ago. Six weeks ago a letter to it bounced. Then, two to three weeks ago, one of the same name from a new domain, which she answered briefly.',
    find: 'The two addresses are one person, who has changed jobs.',
    avoid: 'A check-in to the old address, or two people.',
    verdict: 'suggest',
  },
  neverAnswers: {
    title: 'Someone who never answers',
    name: 'Henrik Aalto',
    address: 'henrik.aalto@institute.example',
    otherAddress: null,
    happened: 'She wrote four times within a year, and no answer ever came.',
    find: 'One-sided: only she ever wrote.',
    avoid: 'A fifth letter.',
    verdict: 'leave alone',
  },
  alreadyBooked: {
    title: 'Overdue, but booked',
    name: 'Priya Raman',
    address: 'priya@ramandesign.example',
    otherAddress: null,
    happened: 'Monthly for two years, then nothing for eleven weeks. A lunch stands in the calendar of next week.',
    find: 'The lunch to come.',
    avoid: 'A suggestion: they are about to meet.',
    verdict: 'leave alone',
  },
  dormantTie: {
    title: 'A dormant strong tie',
    name: 'Yusuf Demirel',
    address: 'yusuf.demirel@mailhaus.example',
    otherAddress: null,
    happened: 'Weekly for a year and a half, then fourteen months of silence.',
    find: 'Old and strong: worth reviving.',
    avoid: 'That it is merely a few weeks overdue.',
    verdict: 'suggest',
  },
  newsletterWriter: {
    title: 'A newsletter that looks like a person',
    name: 'Clara Whitfield',
    address: 'clara@slowletters.example',
    otherAddress: null,
    happened: 'A letter every week with a first name in From and a personal subject, sent to thousands by a service.',
    find: 'Nothing.',
    avoid: 'A person, ever.',
    verdict: 'not a person',
  },
  inRhythm: {
    title: 'A close tie in perfect rhythm',
    name: 'Noor Haddad',
    address: 'noor.haddad@freemail.example',
    otherAddress: null,
    happened: 'In touch every week for two years, holidays apart; the last time three days ago.',
    find: 'Close and in rhythm.',
    avoid: 'A suggestion.',
    verdict: 'leave alone',
  },
  standUpOnly: {
    title: 'A colleague met only in stand-ups',
    name: 'Piotr Zieliński',
    address: 'piotr.zielinski@kastanie.example',
    otherAddress: null,
    happened:
      'He stood in the daily stand-ups of her last job, seven people each time. They never wrote and never met alone.',
    find: 'Seen together, nothing more.',
    avoid: 'A tie that can be overdue.',
    verdict: 'leave alone',
  },
  unansweredClient: {
    title: 'A client who stopped answering',
    name: 'Beatriz Lopes',
    address: 'b.lopes@casamar.example',
    otherAddress: null,
    happened:
      'Letters every three weeks for a year and a half. Her last two, fourteen and eleven weeks ago, remain unanswered.',
    find: 'Two letters without an answer.',
    avoid: 'A suggestion: a third letter would press.',
    verdict: 'leave alone',
  },
  ownersHoliday: {
    title: 'A holiday of the owner',
    name: owner.name,
    address: owner.address,
    otherAddress: owner.aliases[0] ?? null,
    happened: 'Three weeks away, back for six: nothing sent, every meeting declined.',
    find: 'A quiet stretch of her own, which explains some of the gaps.',
    avoid: 'A whole circle of friends turned red.',
    verdict: 'the owner herself',
  },
  roleAddress: {
    title: 'A role address that is a person',
    name: 'Tischlerei Lind',
    address: 'hello@tischlerei-lind.example',
    otherAddress: null,
    happened:
      'The joiner who built her desk writes and answers from hello@, every month or so; the last time ten days ago.',
    find: 'A person, or a role address that the owner may call one.',
    avoid: 'Dropping the letters as a machine’s.',
    verdict: 'leave alone',
  },
  salesTool: {
    title: 'A person who writes through a sales tool',
    name: 'Daniel Osei',
    address: 'daniel@osei-advisory.example',
    otherAddress: null,
    happened:
      'An adviser whose tool puts List-Unsubscribe on every letter. She answers him, every five weeks; the last time twelve days ago.',
    find: 'A person: she writes back.',
    avoid: 'Taking him for a newsletter.',
    verdict: 'leave alone',
  },
  namesakes: {
    title: 'Two people of one name',
    name: 'Maria Lopez',
    address: 'maria.lopez@paperkite.example',
    otherAddress: 'mlopez@brightwater.example',
    happened: 'A client and a peer are both called Maria Lopez. Both wrote lately, and both are on one thread.',
    find: 'Two people.',
    avoid: 'One person with two addresses.',
    verdict: 'leave alone',
  },
  assistant: {
    title: 'Someone whose assistant writes for her',
    name: 'Friederike Aumann',
    address: 'f.aumann@deltaverlag.example',
    otherAddress: null,
    happened:
      'A publisher writes every month; many of her letters are handed in by her assistant, some say so in the name. She answers the publisher.',
    find: 'One person, all of whose letters count.',
    avoid: 'The assistant as somebody, or letters lost with him.',
    verdict: 'leave alone',
  },
  besideList: {
    title: 'A person who writes through a list',
    name: 'Halvard Nygård',
    address: 'halvard@nygard.example',
    otherAddress: null,
    happened:
      'He writes to her and the list in one, every five weeks, and it reaches her through the list. She answers him.',
    find: 'His letters to her.',
    avoid: 'The list, or losing what he wrote.',
    verdict: 'leave alone',
  },
  movedQuietly: {
    title: 'A new job that nobody announced',
    name: 'Sanne Verhoeven',
    address: 'sanne.verhoeven@saltworks.example',
    otherAddress: 'sanne.verhoeven@quartier-acht.example',
    happened:
      'Letters every four weeks with her old firm’s address until seven months ago; for five months with another firm’s. Nothing bounced.',
    find: 'The two addresses are one person, who has changed jobs.',
    avoid: 'A check-in to the old address.',
    verdict: 'leave alone',
  },
  answersFromHome: {
    title: 'Someone who answers from home',
    name: 'Ottilie Brandt',
    address: 'o.brandt@werkraum-mitte.example',
    otherAddress: 'tilli@haus-am-anger.example',
    happened:
      'She writes from her workshop every five weeks. Four letters to the workshop were answered in the evening, from home.',
    find: 'One person with two addresses.',
    avoid: 'Two people, one of whom never answers.',
    verdict: 'leave alone',
  },
} as const satisfies Record<string, Story>

export type StoryName = keyof typeof stories
