/**
 * What the link of a check-in holds: whose it is, of which week and for whom, and what the text refers to. All of it is
 * sealed, so that the link is the only place where the topic lies, and short, because mail clients break long links.
 */
import type { RawTopic } from '../draft/occasion.ts'
import { failure, type Result, success } from '../model/result.ts'
import { DAY, HOUR, type Instant, instantAt, type LocalDate, later } from '../model/time.ts'
import type { Sealer, TokenError, Verifier } from '../model/token.ts'

/** What a check-in's link stands for. */
export interface CheckInLink {
  readonly userId: number
  readonly week: LocalDate
  readonly personId: number
  /** When the report was made, to the hour. */
  readonly at: Instant
  /** Which of the texts it is; null in links of before it was told. */
  readonly variant: number | null
  readonly topic: SealedTopic | null
}

export interface SealedTopic extends RawTopic {
  /** The provider's id of the message, where it is known in full. */
  readonly id: string | null
}

/** `maxLength` is what the token may take; a topic is cut at a word for it, and left out where not even one fits. */
export const sealCheckInLink = async (
  { keys }: { readonly keys: Sealer },
  link: CheckInLink,
  maxLength: number,
): Promise<string> => {
  const { userId, week, personId, at, topic } = link
  const variant = link.variant ?? 0
  const head = [userId, dayOf(week), personId, Math.floor(at / HOUR), variant]
    .map((each) => each.toString(36))
    .join('.')
  const marks = topic === null ? '' : topicMarks(topic, at)
  const room = textBytes(maxLength) - bytesIn(`${head}.${marks}.`)
  const text = topic === null ? '' : beginningOf(topic.text, room)
  return keys.seal(text === '' ? head : `${head}.${marks}.${text}`, context)
}

export const openCheckInLink = async (
  { keys }: { readonly keys: Sealer & Verifier },
  token: string,
  now: Instant,
): Promise<Result<CheckInLink, TokenError>> => {
  if (isSigned(token)) return readSignedLink({ keys }, token, now)
  const opened = await keys.unseal(token, context)
  if (opened === null) return failure({ reason: 'forged' })
  const [userId = '', day = '', personId = '', hour = '', variant = '', ...rest] = opened.split('.')
  const at = instantAt(Number.parseInt(hour, 36) * HOUR)
  if (now > later(at, checkInDays * DAY + HOUR)) return failure({ reason: 'expired' })
  return success({
    userId: Number.parseInt(userId, 36),
    week: weekOf(Number.parseInt(day, 36)),
    personId: Number.parseInt(personId, 36),
    at,
    variant: Number.parseInt(variant, 36),
    topic: rest.length === 0 ? null : topicIn(rest, at),
  })
}

/** Links were signed, and not sealed, before they held a topic: RFC 7519 §3, three parts of which the first is JSON. */
const isSigned = (token: string): boolean => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(token)

const readSignedLink = async (
  { keys }: { readonly keys: Verifier },
  token: string,
  now: Instant,
): Promise<Result<CheckInLink, TokenError>> => {
  const verified = await keys.verify(token, { purpose: 'check-in', now })
  if (!verified.ok) return verified
  const { u, w, p } = verified.value
  const seconds = Date.parse(String(w)) / 1000
  if (typeof u !== 'number' || typeof w !== 'string' || typeof p !== 'number' || Number.isNaN(seconds)) {
    return failure({ reason: 'forged' })
  }
  return success({ userId: u, week: w, personId: p, at: instantAt(seconds), variant: null, topic: null })
}

/** After a month the reason for the suggestion has passed. */
const checkInDays = 30

const context = 'check-in link'

/** Bytes of plain text in a sealed one of so many characters: besides them a key's name, an initialization vector and a tag. */
const textBytes = (length: number): number => Math.floor(((length - sealedHead) * 3) / 4) - tagBytes
const sealedHead = 24
const tagBytes = 16

const dayOf = (week: LocalDate): number => Math.round(Date.parse(week) / 86_400_000)
const weekOf = (day: number): LocalDate => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Kind and beginner, hours before the report, and the id: `mt.2n.19a…`. */
const topicMarks = ({ from, begunBy, isSubjectOnly, at, id }: SealedTopic, reportAt: Instant): string =>
  [
    `${from === 'message' ? 'm' : 'e'}${begunBy === undefined ? '-' : begunBy[0]}${isSubjectOnly === true ? 's' : ''}`,
    Math.max(0, Math.floor((reportAt - at) / HOUR)).toString(36),
    id ?? '',
  ].join('.')

const topicIn = ([kind = '', hours = '', id = '', ...text]: readonly string[], reportAt: Instant): SealedTopic => ({
  text: text.join('.'),
  from: kind.startsWith('m') ? 'message' : 'meeting',
  at: later(reportAt, -Number.parseInt(hours, 36) * HOUR),
  id: id === '' ? null : id,
  ...(kind[1] === 'u' && { begunBy: 'user' }),
  ...(kind[1] === 't' && { begunBy: 'them' }),
  ...(kind.endsWith('s') && { isSubjectOnly: true }),
})

/** The longest beginning that fits and ends at a word, with an ellipsis where something is missing. */
const beginningOf = (text: string, room: number): string => {
  if (bytesIn(text) <= room) return text
  const words = text.split(' ')
  const fits = words.findLastIndex((_, index) => bytesIn(`${words.slice(0, index + 1).join(' ')}…`) <= room)
  return fits < 0 ? '' : `${words.slice(0, fits + 1).join(' ')}…`
}

const bytesIn = (text: string): number => new TextEncoder().encode(text).length
