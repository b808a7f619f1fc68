/** The stretch of time that a calendar view shows. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import type { Meeting } from '../world.ts'
import { badRequest, type Refusal } from './errors.ts'
import type { Query } from './query.ts'

/** Milliseconds since 1970; both ends exclusive of what only touches them. */
export interface Window {
  readonly from: number
  readonly until: number
}

export const readWindow = ({ custom }: Query, maxDays: number): Result<Window, Refusal> => {
  const start = custom.get('startdatetime')
  const end = custom.get('enddatetime')
  if (start === undefined || end === undefined) return failure(windowMissing)
  const from = readTime(start)
  const until = readTime(end)
  if (from === null || until === null) {
    return failure(
      badRequest(`The value '${from === null ? start : end}' of a time is invalid.`, 'ErrorInvalidParameter'),
    )
  }
  if (until < from) return failure(badRequest('EndDateTime is before StartDateTime.', 'ErrorInvalidParameter'))
  if (until - from > maxDays * day) return failure(tooLong(maxDays))
  return success({ from, until })
}

export const isIn = ({ startsAt, endsAt }: Meeting, { from, until }: Window): boolean =>
  endsAt > from && startsAt < until

const day = 86_400_000

const windowMissing = badRequest(
  'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
  'ErrorInvalidParameter',
)

const tooLong = (maxDays: number): Refusal =>
  badRequest(
    `Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: ${maxDays}`,
    'ErrorInvalidRequest',
  )

/** A time without an offset is UTC's. */
const readTime = (raw: string): number | null => {
  const [, date, time = '00:00', offset = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:\d{2})?$/i.exec(raw) ?? []
  const milliseconds =
    date === undefined ? Number.NaN : Date.parse(`${date}T${time.replace(/(\.\d{3})\d+$/, '$1')}${offset}`)
  return Number.isNaN(milliseconds) ? null : milliseconds
}
