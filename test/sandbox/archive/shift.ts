/**
 * Moves an old archive so that it ends this week: by whole weeks and by the owner's clock, so that a letter of a Monday
 * at nine stays one of a Monday at nine. Pure.
 */
import type { Mail, Meeting } from '../world.ts'
import { headerIn } from './headers.ts'
import { mailDateText, parseMailDate } from './mail-date.ts'
import { offsetClock } from './zones.ts'

/** By how many weeks `newest` must move so that it lies in the week before `now`; never back. */
export const weeksBetween = (newest: number, now: number): number => Math.max(0, Math.floor((now - newest) / week))

export interface Shift {
  readonly weeks: number
  posted(posted: Mail): Mail
  meeting(meeting: Meeting): Meeting
}

export const shiftBy = (weeks: number, zone: string): Shift => {
  if (weeks === 0) return { weeks, posted: (posted) => posted, meeting: (meeting) => meeting }
  const offsetAt = offsetClock(zone)
  const moved = (at: number): number => {
    const there = at + weeks * week
    // A clock change in between would move the hour.
    return there + (offsetAt(at) - offsetAt(there)) * minute
  }
  const movedDate = (text: string, at: number): string => {
    const date = parseMailDate(text)
    if (date === null) return mailDateText({ at: moved(at), offsetMinutes: offsetAt(moved(at)) })
    const there = date.at + moved(at) - at
    const isOwn = date.offsetMinutes === offsetAt(date.at)
    return mailDateText({ at: there, offsetMinutes: isOwn ? offsetAt(there) : date.offsetMinutes })
  }
  return {
    weeks,
    posted: (posted) => {
      const date = headerIn(posted.headers, 'date')
      const headers =
        date === null
          ? posted.headers
          : posted.headers.replace(dateLine, (_, name: string) => `${name}: ${movedDate(date, posted.at)}`)
      return { ...posted, at: moved(posted.at), headers }
    },
    meeting: (meeting) => {
      const by = (at: number): number => (meeting.isAllDay ? at + weeks * week : moved(at))
      return {
        ...meeting,
        startsAt: by(meeting.startsAt),
        endsAt: by(meeting.endsAt),
        updatedAt: moved(meeting.updatedAt),
      }
    },
  }
}

const minute = 60_000
const week = 7 * 24 * 60 * minute
const dateLine = /^(date): .*$/im
