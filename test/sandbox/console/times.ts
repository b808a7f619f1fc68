/** Times as pages show them, in the zone of whose mailbox it is. Pure. */

/** `Monday 23 November 2026, 08:00`. */
export const fullTime = (at: number, zone: string): string => {
  const { weekday, day, month, year, hour, minute } = partsOf(at, zone, 'long')
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute}`
}

/** `Mon 23 Nov, 08:00`. */
export const shortTime = (at: number, zone: string): string => {
  const { weekday, day, month, hour, minute } = partsOf(at, zone, 'short')
  return `${weekday} ${day} ${month}, ${hour}:${minute}`
}

/** As short as it can be told: today's hour, this year's day, or the date. */
export const listTime = (at: number, { now, zone }: { readonly now: number; readonly zone: string }): string => {
  const then = partsOf(at, zone, 'short')
  const today = partsOf(now, zone, 'short')
  if (then.year !== today.year) return `${then.day} ${then.month} ${then.year}`
  const isToday = then.month === today.month && then.day === today.day
  return isToday ? `${then.hour}:${then.minute}` : `${then.day} ${then.month}`
}

/** What people call a zone: its city. */
export const placeOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

export const isoTime = (at: number): string => new Date(at).toISOString()

type Width = 'long' | 'short'

interface Parts {
  readonly weekday: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly hour: string
  readonly minute: string
}

const partsOf = (at: number, zone: string, width: Width): Parts => {
  const parts = Object.fromEntries(
    formatter(zone, width)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = parts
  return { weekday, day, month, year, hour, minute }
}

/** Making one costs more than a page of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>()

const formatter = (zone: string, width: Width): Intl.DateTimeFormat => {
  const key = `${width} ${zone}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: width,
    day: 'numeric',
    month: width,
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatters.set(key, made)
  return made
}
