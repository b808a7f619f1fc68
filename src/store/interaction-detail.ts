/**
 * What an interaction was, in one integer: two bytes in the database for a message, three for a meeting that somebody has not
 * accepted, a message in doubt or one that tells its language. Every order and place here is stored: append only.
 */
import type { ResponseStatus } from '../model/event.ts'
import type { FeedName, Interaction, InteractionKind, Role } from '../model/interaction.ts'
import { languageNumber, languageNumbered } from '../model/language.ts'

export type Detail = Pick<
  Interaction,
  'kind' | 'size' | 'role' | 'isAnswer' | 'isRecurring' | 'response' | 'isDoubted' | 'isThroughList' | 'language'
>

export const feedNumber = (feed: FeedName): number => (feed === 'mail' ? 0 : 1)
export const feedNamed = (number: number): FeedName => (number === 0 ? 'mail' : 'calendar')

const kinds: readonly InteractionKind[] = ['seen', 'sent', 'received', 'met']
const roles: readonly Role[] = ['to', 'cc', 'bcc', 'from']
const responses: readonly ResponseStatus[] = ['accepted', 'tentative', 'unanswered', 'declined']
const largestSize = 1023

/** From the lowest bit: two of kind, ten of size, two of role, one that follows another, one of doubt, two of response, one of a list, three of a language. */
const place = {
  size: 2 ** 2,
  role: 2 ** 12,
  follows: 2 ** 14,
  doubt: 2 ** 15,
  response: 2 ** 16,
  list: 2 ** 18,
  language: 2 ** 19,
} as const

export const packDetail = (detail: Detail): number => {
  const { kind, size, role, isAnswer, isRecurring, response, isDoubted, isThroughList = false, language } = detail
  return (
    kinds.indexOf(kind) +
    place.size * Math.min(size, largestSize) +
    place.role * roles.indexOf(role) +
    place.follows * (isAnswer || isRecurring ? 1 : 0) +
    place.doubt * (isDoubted ? 1 : 0) +
    place.response * responses.indexOf(response) +
    place.list * (isThroughList ? 1 : 0) +
    place.language * languageNumber(language)
  )
}

/** `feed` as `feedNumber` gives it. */
export const unpackDetail = (feed: number, detail: number): Detail => {
  const follows = bits(detail, place.follows, 2) === 1
  const language = languageNumbered(bits(detail, place.language, 8))
  return {
    kind: kinds[detail % 4] ?? 'seen',
    size: bits(detail, place.size, largestSize + 1),
    role: roles[bits(detail, place.role, 4)] ?? 'to',
    isAnswer: follows && feed === 0,
    isRecurring: follows && feed === 1,
    response: responses[bits(detail, place.response, 4)] ?? 'accepted',
    isDoubted: bits(detail, place.doubt, 2) === 1,
    ...(bits(detail, place.list, 2) === 1 && { isThroughList: true }),
    ...(language !== null && { language }),
  }
}

const bits = (detail: number, from: number, values: number): number => Math.floor(detail / from) % values

/** In SQL, of a column that holds a detail: its kind as a number, its size, and 1 where it is in doubt. */
export const kindIn = (column: string): string => `(${column} & 3)`
export const sizeIn = (column: string): string => `((${column} >> 2) & ${largestSize})`
export const doubtIn = (column: string): string => `((${column} >> 15) & 1)`
export const kindNumber = (kind: InteractionKind): number => kinds.indexOf(kind)
export const kindNamed = (number: number): InteractionKind => kinds[number] ?? 'seen'
