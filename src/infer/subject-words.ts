/**
 * What subjects say of themselves: the prefixes that calendars, mail servers and automatic answers write in the languages
 * of their users, and the words of newsletters and notices. Prefixes are software's own and prove much; words prove
 * little, for people write of invoices and webinars too. Pure.
 */
import { type PatternSource, vocabularyOf } from '../model/vocabulary.ts'
import type { subjectPatterns } from './lists/subject-words.ts'
import { patternOf } from './word-lists.ts'

const patterns = vocabularyOf<Readonly<Record<keyof typeof subjectPatterns, PatternSource>>>('subjectPatterns')

export const answerSubject =
  /^\s*(?:re|aw|sv|antw|vs|rv|ref|rif|odp|ynt|atb|vá|відп|отв|απ|fwd?|wg|tr|doorst|i|回复|答复|回覆|转发)(?:\[\d+\])?\s*[:：]/i

/**
 * What mail gateways put before the subject of whatever comes from outside or looks like spam: `[EXT]`, `{Spam?}`, `*** SPAM ***`,
 * `CAUTION EXTERNAL:`. Anything in brackets is taken for one, so that no gateway's word need be known.
 */
const gatewayTag =
  /^[^\p{L}\p{N}[({<*【]{0,8}(?:\[[^\]]{1,60}\]|\{[^}]{1,60}\}|【[^】]{1,60}】|<[^<>@]{1,60}>|\((?:ext\w{0,8}|spam\??)\)|\*{2,5}[^*]{1,60}\*{2,5}|(?:caution|ext|extern(?:al|e|o|a)?|spam)(?:[ -]+(?:external|extern|e?-?mail|sender|spam)){0,3}\s*[:：|]|(?:warning|attention|achtung|vorsicht)(?:[ -]+(?:external|extern|e?-?mail|sender|spam)){1,3}\s*[:：|])\s*/iu

/** What every tag ends with. */
const tagEnd = /[\]}】>)*:：|]/

/** Gateways stand in a row, each with its own. */
const maxGateways = 4

/** The subject as its writer, or the writer's program, began it. */
export const withoutGatewayTags = (subject: string): string => {
  if (!tagEnd.test(subject)) return subject
  let rest = subject
  for (let gateway = 0; gateway < maxGateways; gateway += 1) {
    const [tag] = gatewayTag.exec(rest) ?? []
    if (tag === undefined || tag.length === rest.length) return rest
    rest = rest.slice(tag.length)
  }
  return rest
}

/** Answers to an invitation, and calls off: Outlook's and Google's, by the language of whoever answers. */
export const calendarAnswerSubject = patternOf(() => patterns().calendarAnswerSubject)

/** `Invitation: Lunch @ Mon 23 Nov 2026 12:30 (ann@example.org)`: a calendar's own form. People invite in words. */
export const invitationSubject = patternOf(() => patterns().invitationSubject)

/** The same without a time: a calendar's or a person's. */
export const invitingSubject = patternOf(() => patterns().invitingSubject)

/**
 * `Automatic reply: Plans`, and nothing but that: what away notes begin with, in whatever language the mailbox speaks. The two
 * words stand beside each other, in either order.
 */
export const autoReplySubject = patternOf(() => patterns().autoReplySubject)

/** What away notes begin with, and people who write about being away. */
export const absenceSubject = patternOf(() => patterns().absenceSubject)

/** `AUTO: Bo Ek is out of the office (returning 23.03.2026)`, as Notes has it in every language: before the absent one's own name. */
export const autoPrefix = /^\s*auto\s?:\s*(.+)/i

/** The same where no colon follows: what away notes begin with. */
export const awaySubject = patternOf(() => patterns().awaySubject)

/** Programs that hold a message back until whoever wrote it has proved to be somebody. */
export const challengeSubject = patternOf(() => patterns().challengeSubject)

/** What a desk answers before anybody has read the message. */
export const acknowledgementSubject = patternOf(() => patterns().acknowledgementSubject)

export const bounceSubject = patternOf(() => patterns().bounceSubject)

/** Read, or thrown away unread. People begin so too. */
export const receiptSubject = patternOf(() => patterns().receiptSubject)

/** Says itself what it is. */
export const publisherSubject = patternOf(() => patterns().publisherSubject)

/** The words of a process, not of a letter. */
export const transactionSubject = patternOf(() => patterns().transactionSubject)

/** A help desk's number for the case: `[#4711]`, `[Ticket 4711]`, `(Case 00012345)`, `##4711##`. */
export const ticketSubject = patternOf(() => patterns().ticketSubject)

/** A number or a date at its end: one of a row. */
export const serialSubject = patternOf(() => patterns().serialSubject)
