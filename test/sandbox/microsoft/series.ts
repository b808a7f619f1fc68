/**
 * The masters of recurring meetings. The world holds instances only; what most of a series' instances have in common is
 * its master, and an instance that differs from it is an exception. Pure.
 */
import type { Mailbox, Meeting } from '../world.ts'

export interface Series {
  readonly id: string
  /** The first instance as it was planned: where and when the series begins. */
  readonly master: Meeting
  /** Every how many days it recurs, about. */
  readonly everyDays: number
}

export const seriesOf = (mailbox: Mailbox, seriesId: string): Series | undefined => allSeries(mailbox).get(seriesId)

/** Whether an instance is just as its series says. */
export const isPlain = (mailbox: Mailbox, meeting: Meeting): boolean => {
  const series = meeting.seriesId === null ? undefined : seriesOf(mailbox, meeting.seriesId)
  return (
    series !== undefined &&
    meeting.status === 'confirmed' &&
    isAsPlanned(meeting) &&
    likeness(meeting) === likeness(series.master)
  )
}

/** What the instances of a series share. Most share the very list of those invited. */
const likeness = (meeting: Meeting): string => {
  const known = likenesses.get(meeting)
  if (known !== undefined) return known
  const { summary, organizer, invitees, isAllDay, type, startsAt, endsAt } = meeting
  const told = JSON.stringify([summary, organizer, inviteesText(invitees), isAllDay, type, endsAt - startsAt])
  likenesses.set(meeting, told)
  return told
}

const inviteesText = (invitees: Meeting['invitees']): string => {
  const known = texts.get(invitees)
  if (known !== undefined) return known
  const text = JSON.stringify(invitees)
  texts.set(invitees, text)
  return text
}

const likenesses = new WeakMap<Meeting, string>()
const texts = new WeakMap<Meeting['invitees'], string>()

/** The time in an instance's id, `<series>_20261123T090000Z` or `<series>_20261123`, stays when the instance is moved. */
const isAsPlanned = ({ id, startsAt }: Meeting): boolean => {
  const [, stamp] = /_(\d{8}(?:T\d{6}Z)?)$/.exec(id) ?? []
  if (stamp === undefined) return true
  const planned = new Date(startsAt).toISOString().replace(/[-:]|\.\d+/g, '')
  return planned.startsWith(stamp)
}

interface Derived {
  readonly changes: number
  readonly meetings: number
  readonly series: ReadonlyMap<string, Series>
}

const derived = new WeakMap<Mailbox, Derived>()

const allSeries = (mailbox: Mailbox): ReadonlyMap<string, Series> => {
  const known = derived.get(mailbox)
  const changes = mailbox.calendarChanges.length
  const meetings = mailbox.meetings.size
  if (known !== undefined && known.changes === changes && known.meetings === meetings) return known.series
  const series = new Map<string, Series>()
  const instances = [...mailbox.meetings.values()].filter(({ seriesId }) => seriesId !== null)
  for (const [id, group] of Map.groupBy(instances, ({ seriesId }) => seriesId ?? '')) {
    const inOrder = group.toSorted((a, b) => a.startsAt - b.startsAt)
    const master = usual(inOrder)
    if (master !== undefined) series.set(id, { id, master, everyDays: distance(inOrder) })
  }
  derived.set(mailbox, { changes, meetings, series })
  return series
}

/** The first of those that are alike and most. */
const usual = (instances: readonly Meeting[]): Meeting | undefined => {
  const kinds = [...Map.groupBy(instances, likeness).values()]
  const most = kinds.reduce<readonly Meeting[]>((found, kind) => (kind.length > found.length ? kind : found), [])
  const [first] = instances
  const [typical] = most
  if (first === undefined || typical === undefined) return undefined
  const duration = typical.endsAt - typical.startsAt
  return { ...typical, startsAt: first.startsAt, endsAt: first.startsAt + duration, status: 'confirmed' }
}

const distance = ([first, second]: readonly Meeting[]): number =>
  first === undefined || second === undefined
    ? 7
    : Math.max(1, Math.round((second.startsAt - first.startsAt) / 86_400_000))
