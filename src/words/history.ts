/** What passed between the user and a person, in sentences with their numbers; null where there is not enough to say so. Pure. */
import { daysBetween, type Instant } from '../model/time.ts'
import type { History } from '../report/candidate.ts'
import type { Balance } from '../score/signals/balance.ts'
import type { Company } from '../score/signals/company.ts'
import type { ReplyHabit } from '../score/signals/reply-habit.ts'
import { counted, nouns } from './numbers.ts'
import { agoInWords, spanInWords } from './spans.ts'

/** Who begins. */
export const describeBalance = (balance: Balance, name: string): string | null => {
  const { begun, begunByThem, begunByUser, answered, userInARow } = balance
  if (begun < minBegun) return null
  if (userInARow >= minBegun && begunByThem === 0) {
    return `You started all of the last ${begunByUser} conversations, and ${name} replied ${answered === begunByUser ? 'every time' : `to ${answered} of them`}.`
  }
  if (begunByThem >= 0.75 * begun)
    return `Mostly ${name} gets in touch first: ${begunByThem} of the last ${begun} conversations.`
  if (begunByUser >= 0.75 * begun)
    return `Mostly you get in touch first: ${begunByUser} of the last ${begun} conversations.`
  return 'You each get in touch about equally often.'
}

const minBegun = 4

/** Whose message waits for a reply, and how long such messages usually wait. */
export const describeOpenMessage = (
  history: History,
  between: { readonly name: string; readonly user: ReplyHabit; readonly them: ReplyHabit; readonly now: Instant },
): string | null => {
  const last = history.find(({ kind }) => kind !== 'seen')
  if (last === undefined || last.kind === 'met' || last.size > 1) return null
  const { name, user, them, now } = between
  const days = daysBetween(last.at, now)
  if (days > maxOpenDays) return null
  return last.kind === 'received'
    ? `${name} wrote last, ${agoInWords(days)}${describeUsually('you usually reply', user)}.`
    : `You wrote last, ${agoInWords(days)}${describeUsually(`${name} usually replies`, them)}.`
}

/** After two months a message waits no more. */
const maxOpenDays = 60

const describeUsually = (who: string, answers: ReplyHabit): string =>
  isHabit(answers) && answers.usualDays !== null ? `; ${who} within ${replyTime(answers.usualDays)}` : ''

/** Who replies, and how fast. */
export const describeAnswers = (
  name: string,
  { user, them }: { readonly user: ReplyHabit; readonly them: ReplyHabit },
): string => {
  const said = [describeHabit(name, 'replies', them), describeHabit('You', 'reply', user)].flatMap((each) => each ?? [])
  return said.length === 0 ? 'too few messages to say' : said.join(' ')
}

/** Fewer messages show no habit. */
const minMessages = 3

const isHabit = ({ messages }: ReplyHabit): boolean => messages >= minMessages

const describeHabit = (who: string, reply: 'reply' | 'replies', answers: ReplyHabit): string | null => {
  if (!isHabit(answers)) return null
  const { messages, answered, usualDays } = answers
  if (usualDays === null) return `${who} ${reply} to none of ${counted(messages, nouns.message)}.`
  return `${who} ${reply} to ${answered === messages ? 'every message' : `${answered} of ${counted(messages, nouns.message)}`}, mostly within ${replyTime(usualDays)}.`
}

/** A part of a day is a day: nobody counts the hours. */
export const replyTime = (days: number): string => (days < 1 ? 'a day' : spanInWords(Math.ceil(days)))

/** How they are in touch: by meetings or messages, alone or in company. */
export const describeCompany = ({ messages, meetings, alone }: Company): string => {
  const all = messages + meetings
  if (all === 0) return 'not at all in the last two years'
  const how = [
    ...(messages === 0 ? [] : [counted(messages, nouns.message)]),
    ...(meetings === 0 ? [] : [counted(meetings, nouns.meeting)]),
  ].join(' and ')
  const alike = alone === all ? 'all between the two of you' : alone === 0 ? 'none between the two of you alone' : null
  return `${how} in the last two years, ${alike ?? `${alone} of them between the two of you alone`}`
}
