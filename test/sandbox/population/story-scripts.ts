/** Writes the planted stories: every letter and meeting their people ever have with the owner, apart from stand-ups. */
import type { Correspondence } from './correspondence.ts'
import { type Correspondent, correspondent } from './correspondents.ts'
import { type MailPlan, planMail, replySubject } from './letter-plan.ts'
import { heldMeeting } from './meetings.ts'
import { bounceOf } from './noise/machine-answers.ts'
import { editionOf, type Newsletter, salesToolLines } from './noise/newsletters.ts'
import { atWork, herself } from './owner.ts'
import { apart, type Setting } from './setting.ts'
import { cast } from './story-cast.ts'
import { keepInTouch } from './story-ties.ts'

/** Names and addresses that belong to stories. */
export const namesOfStories: readonly string[] = Object.values(cast).flatMap(({ name, address }) => [name, address])

export const tellStories = (setting: Setting): Correspondence => {
  const told = scripts.map((script, index) => script(apart(setting, `story ${index}`)))
  return { mails: told.flatMap(({ mails }) => mails), meetings: told.flatMap(({ meetings }) => meetings) }
}

type Script = (setting: Setting) => Correspondence

const quietMentor: Script = (setting) =>
  keepInTouch(
    { who: cast.quietMentor, first: -1580, last: -66, gapDays: 21, jitterDays: 3, meets: 0.55, topic: 'mentoring' },
    setting,
  )

const owedReply: Script = (setting) => {
  const who = cast.owedReply
  const told = keepInTouch(
    { who, first: -560, last: -25, gapDays: 14, jitterDays: 3, meets: 0.1, topic: 'peer' },
    setting,
  )
  const owed = toHer(who, { day: -12, hour: 11.4, subject: 'Would you look over my talk?' }, setting)
  return { ...told, mails: [...told.mails, owed] }
}

const firstMeeting: Script = (setting) => {
  const who = cast.firstMeeting
  const proposal = toHer(who, { day: -9, hour: 10.2, subject: 'Your talk on forms, and a coffee?' }, setting)
  const answer = herAnswer(proposal, { day: -8, hour: 9.1 }, setting)
  const day = [-5, -6].find((candidate) => setting.days.isWorkday(candidate)) ?? -6
  const coffee = { day, hour: 12.5, minutes: 45, summary: 'Coffee with Amara', others: [who], organizer: who }
  return { mails: [proposal, answer], meetings: [heldMeeting(coffee, setting)] }
}

const newCompany: Script = (setting) => {
  const [before, after] = [cast.newCompany, cast.newCompanyAfter]
  const told = keepInTouch(
    { who: before, first: -770, last: -122, gapDays: 28, jitterDays: 4, meets: 0.2, topic: 'friend' },
    setting,
  )
  const returned = fromHer([before], { day: -40, hour: 10.25, subject: 'Back from the sea' }, setting)
  const bounce = bounceOf(returned, before.address, setting.chance)
  const news = toHer(after, { day: -17, hour: 18.3, subject: 'New job, new address' }, setting)
  const congratulation = herAnswer(news, { day: -16, hour: 8.4 }, setting)
  return { ...told, mails: [...told.mails, returned, bounce, news, congratulation] }
}

const neverAnswers: Script = (setting) => {
  const attempts = [
    { day: -340, subject: 'Your paper on reading speed' },
    { day: -225, subject: 'A question, if you have a minute' },
    { day: -130, subject: 'Still curious' },
    { day: -30, subject: 'A last attempt' },
  ]
  return {
    mails: attempts.map((attempt) => fromHer([cast.neverAnswers], { ...attempt, hour: 9.8 }, setting)),
    meetings: [],
  }
}

const alreadyBooked: Script = (setting) => {
  const who = cast.alreadyBooked
  const told = keepInTouch(
    { who, first: -800, last: -78, gapDays: 30, jitterDays: 4, meets: 0.4, topic: 'peer' },
    setting,
  )
  const wednesdayNextWeek = 10 - setting.days.weekday(0)
  const lunch = heldMeeting(
    { day: wednesdayNextWeek, hour: 12.5, minutes: 60, summary: 'Lunch with Priya', others: [who], organizer: 'owner' },
    setting,
  )
  return { ...told, meetings: [...told.meetings, lunch] }
}

const dormantTie: Script = (setting) =>
  keepInTouch(
    { who: cast.dormantTie, first: -972, last: -425, gapDays: 7, jitterDays: 1, meets: 0.55, topic: 'friend' },
    setting,
  )

const newsletterWriter: Script = ({ days, chance }) => {
  const weeks = Array.from({ length: 60 }, (_, week) => week)
  const mails = weeks.map((week) =>
    editionOf(slowMessages, { at: days.at(-2 - 7 * week, 7.05), number: weeks.length - week }, chance),
  )
  return { mails, meetings: [] }
}

/** Her service hides its marks as well as it may: a first name, no category, no Precedence. */
const slowMessages: Newsletter = {
  from: cast.newsletterWriter,
  listId: null,
  labels: ['INBOX', 'CATEGORY_PERSONAL'],
  isBulk: false,
  subjects: [
    'a question about your Tuesdays',
    'did you keep the notebook?',
    'I was wrong about mornings',
    'for when you have tea',
    'the thing I did not say last week',
  ],
}

const inRhythm: Script = (setting) =>
  keepInTouch(
    { who: cast.inRhythm, first: -550, last: -3, gapDays: 7, jitterDays: 1, meets: 0.55, topic: 'friend' },
    setting,
  )

const unansweredClient: Script = (setting) => {
  const who = cast.unansweredClient
  const told = keepInTouch(
    { who, first: -660, last: -118, gapDays: 21, jitterDays: 3, meets: 0.1, topic: 'client' },
    setting,
  )
  const unanswered = [
    { day: -98, hour: 10.6, subject: 'Anything else you need from me?' },
    { day: -77, hour: 9.3, subject: 'Checking in on the second phase' },
  ].map((mail) => fromHer([who], { ...mail, self: atWork(mail.day) }, setting))
  return { ...told, mails: [...told.mails, ...unanswered] }
}

const roleAddress: Script = (setting) =>
  keepInTouch(
    { who: cast.roleAddress, first: -440, last: -10, gapDays: 32, jitterDays: 5, meets: 0, topic: 'acquaintance' },
    setting,
  )

const salesTool: Script = (setting) => {
  const who = cast.salesTool
  const lines = salesToolLines(who.address)
  return keepInTouch(
    { who, first: -440, last: -12, gapDays: 35, jitterDays: 5, meets: 0, topic: 'peer', lines },
    setting,
  )
}

const namesakes: Script = (setting) => {
  const [client, peer] = [cast.namesakes, cast.namesakesOther]
  const told = [
    keepInTouch(
      { who: client, first: -420, last: -14, gapDays: 30, jitterDays: 4, meets: 0.2, topic: 'client' },
      setting,
    ),
    keepInTouch({ who: peer, first: -400, last: -11, gapDays: 35, jitterDays: 4, meets: 0.2, topic: 'peer' }, setting),
  ]
  const introduction = fromHer([client, peer], { day: -34, hour: 9.5, subject: 'Maria, meet Maria' }, setting)
  const thanks = [
    { from: client, other: peer, hour: 11.2 },
    { from: peer, other: client, hour: 15.7 },
  ].map(({ from, other, hour }) => {
    const subject = replySubject(introduction.subject, from)
    return toHer(from, { day: -34, hour, subject, answers: introduction, cc: [other.mailbox] }, setting)
  })
  return {
    mails: [...told.flatMap(({ mails }) => mails), introduction, ...thanks],
    meetings: told.flatMap(({ meetings }) => meetings),
  }
}

/** Her assistant's name stands in Sender, or before hers where his mailbox sends. */
const assistant: Script = (setting) => {
  const who = cast.assistant
  const tie = { who, meets: 0.1, topic: 'client', gapDays: 30, jitterDays: 4 } as const
  const told = keepInTouch(
    { ...tie, first: -700, last: -20, lines: ['Sender: Piet Brandsma <p.brandsma@deltaverlag.example>'] },
    setting,
  )
  const byHim = correspondent({
    name: 'Piet Brandsma on behalf of Friederike Aumann',
    address: 'p.brandsma@deltaverlag.example',
    client: who.client,
  })
  const mails = [-15, -44, -105].map((day) =>
    toHer(
      byHim,
      { day, hour: 10.5, subject: 'The proofs', lines: [`Reply-To: ${who.mailbox}`], self: atWork(day) },
      setting,
    ),
  )
  const answer = fromHer([who], { day: -14, hour: 9.4, subject: 'Re: The proofs', self: atWork(-14) }, setting)
  return { ...told, mails: [...told.mails, ...mails, answer] }
}

const besideList: Script = (setting) => {
  const list = 'a11y-berlin@lists.offenes-netz.example'
  const lines = [
    'List-Id: a11y-berlin <a11y-berlin.lists.offenes-netz.example>',
    `List-Post: <mailto:${list}>`,
    'List-Unsubscribe: <mailto:a11y-berlin-leave@lists.offenes-netz.example>',
    'Precedence: list',
  ]
  return keepInTouch(
    {
      who: cast.besideList,
      first: -500,
      last: -16,
      gapDays: 35,
      jitterDays: 5,
      meets: 0,
      topic: 'peer',
      lines,
      copies: [list],
    },
    setting,
  )
}

const movedQuietly: Script = (setting) => {
  const tie = { gapDays: 28, jitterDays: 3, meets: 0.15, topic: 'peer' } as const
  const before = keepInTouch({ ...tie, who: cast.movedQuietly, first: -900, last: -212 }, setting)
  const after = keepInTouch({ ...tie, who: cast.movedQuietlyAfter, first: -140, last: -9 }, setting)
  return { mails: [...before.mails, ...after.mails], meetings: [...before.meetings, ...after.meetings] }
}

const answersFromHome: Script = (setting) => {
  const [work, home] = [cast.answersFromHome, cast.answersFromHomeThere]
  const told = keepInTouch(
    { who: work, first: -620, last: -13, gapDays: 35, jitterDays: 4, meets: 0.1, topic: 'acquaintance' },
    setting,
  )
  const mails = [-330, -160, -118, -20].flatMap((day) => {
    const asked = fromHer([work], { day, hour: 10.2, subject: 'The shelves' }, setting)
    const subject = replySubject(asked.subject, home)
    return [asked, toHer(home, { day, hour: 20.6, subject, answers: asked }, setting)]
  })
  return { ...told, mails: [...told.mails, ...mails] }
}

const scripts: readonly Script[] = [
  quietMentor,
  owedReply,
  firstMeeting,
  newCompany,
  neverAnswers,
  alreadyBooked,
  dormantTie,
  newsletterWriter,
  inRhythm,
  unansweredClient,
  roleAddress,
  salesTool,
  namesakes,
  assistant,
  besideList,
  movedQuietly,
  answersFromHome,
]

interface Moment {
  readonly day: number
  readonly hour: number
}

interface Sheet extends Moment, Pick<MailPlan, 'subject'>, Partial<Pick<MailPlan, 'answers' | 'cc' | 'lines'>> {
  /** Which of her addresses. */
  readonly self?: Correspondent
}

const toHer = (
  from: Correspondent,
  { day, hour, self = herself, ...sheet }: Sheet,
  { days, chance }: Setting,
): MailPlan => planMail({ ...sheet, at: days.at(day, hour), from, to: [self.mailbox] }, chance)

const fromHer = (
  to: readonly Correspondent[],
  { day, hour, self = herself, ...sheet }: Sheet,
  { days, chance }: Setting,
): MailPlan =>
  planMail({ ...sheet, at: days.at(day, hour), way: 'sent', from: self, to: to.map(({ mailbox }) => mailbox) }, chance)

const herAnswer = (mail: MailPlan, moment: Moment, setting: Setting): MailPlan =>
  fromHer([mail.from], { ...moment, answers: mail, subject: replySubject(mail.subject, herself) }, setting)
