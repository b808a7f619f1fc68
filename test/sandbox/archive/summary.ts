/** What became of the files, in numbers, and in sentences for the terminal. Pure but for the counting. */

export interface Position {
  readonly file: string
  /** 1 is the first message or event of the file. */
  readonly number: number
  /** Bytes from the start of the (unpacked) file. */
  readonly offset: number
}

export interface Skip extends Position {
  /** Completes "It was skipped: …". */
  readonly reason: string
}

/** Counts everything that was skipped, and remembers where the first ones are. */
export class Skips {
  total = 0
  readonly byReason = new Map<string, number>()
  readonly first: Skip[] = []

  add(skip: Skip): void {
    this.total += 1
    this.byReason.set(skip.reason, (this.byReason.get(skip.reason) ?? 0) + 1)
    if (this.first.length < maxListed) this.first.push(skip)
  }
}

/** Counts by name. */
export class Counts {
  readonly byName = new Map<string, number>()

  add(name: string): void {
    this.byName.set(name, (this.byName.get(name) ?? 0) + 1)
  }

  get total(): number {
    return this.byName.values().reduce((sum, count) => sum + count, 0)
  }
}

/** Every message read was kept, skipped, or was the copy of another. */
export class MailCount {
  read = 0
  kept = 0
  duplicates = 0
  sent = 0
  threads = 0
  /** Kept with their headers cut, because these were too long. */
  cut = 0
  readonly skipped = new Skips()
  readonly notes: string[] = []
}

export class CalendarCount {
  /** VEVENTs. */
  read = 0
  /** Earlier versions of events, and answers to them. */
  superseded = 0
  /** Instances in the mailbox; a single event is one. */
  meetings = 0
  cancelled = 0
  /** Series with no instance within the horizon. */
  outside = 0
  withoutAddress = 0
  /** Groups among the guests. */
  groups = 0
  /** Series of which only the first instance is known, as nobody can follow their rule. */
  unfollowed = 0
  /** TZIDs that mean nothing to anyone, by how many times they were read as the calendar's own zone. */
  readonly unknownZones = new Counts()
  readonly skipped = new Skips()
  readonly notes: string[] = []
}

export interface ArchiveSummary {
  readonly mail: MailCount
  readonly calendar: CalendarCount
  readonly owner: {
    readonly address: string
    readonly aliases: readonly string[]
    readonly name: string
    /** To complete "… because …". */
    readonly foundBy: string
    readonly zone: string
    readonly zoneFoundBy: string
  }
  /** First and last letter as they are served, or the same of meetings where there are no letters; milliseconds. */
  readonly span: { readonly from: number; readonly until: number } | null
  /** By how many weeks everything was moved, or 0. */
  readonly shiftWeeks: number
  /** The latest thing the files tell of as past, as it is served; milliseconds. No clock that shows them should be ahead of it. */
  readonly toldUntil: number
}

/** How the reading went, in plain sentences; the last ones tell what was left out. */
export const describe = (summary: ArchiveSummary): string => {
  const { mail, calendar, owner, span, shiftWeeks } = summary
  const also = owner.aliases.length === 0 ? '' : `, who also writes from ${owner.aliases.join(', ')}`
  return [
    `This is the mailbox of ${owner.name} <${owner.address}>${also}: ${owner.foundBy}.`,
    ...(mail.read === 0 ? [] : [`${messageSentence(mail)}.`]),
    ...(calendar.read === 0 ? [] : [`${meetingSentence(calendar)}.`]),
    `The time zone is ${owner.zone}: ${owner.zoneFoundBy}.`,
    ...(span === null ? [] : [`It runs from ${day(span.from)} to ${day(span.until)}${shiftSentence(shiftWeeks)}.`]),
    ...[...mail.notes, ...calendar.notes],
    ...leftOut(mail.skipped, calendar.skipped),
  ].join('\n')
}

/** The reading in one line, for the end of all that is printed: how much, what was skipped and why, and where to see it. */
export const describeBriefly = ({ mail, calendar, owner }: ArchiveSummary, url: string): string => {
  const read = [
    ...(mail.read === 0 ? [] : [count(mail.read, 'message')]),
    ...(calendar.read === 0 ? [] : [count(calendar.read, 'calendar entry', 'calendar entries')]),
  ]
  const reasons = new Map<string, number>()
  for (const [reason, times] of [...mail.skipped.byReason, ...calendar.skipped.byReason])
    reasons.set(reason, (reasons.get(reason) ?? 0) + times)
  const why = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, times]) => `${number(times)} as ${reason}`)
  const skipped = why.length === 0 ? 'skipped nothing' : `skipped ${why.join(', ')}`
  return `Read ${read.join(' and ')} of ${owner.address}, ${skipped}: ${url}`
}

/** What was skipped and where, the last sentence how much in all. */
export const leftOut = (messages: Skips, events: Skips): readonly string[] => [
  ...skipSentences('message', messages),
  ...skipSentences('event', events),
  skippedInAll(messages.total, events.total),
]

const maxListed = 20
const maxShown = 5

const messageSentence = ({ read, kept, sent, threads, duplicates, cut }: MailCount): string =>
  [
    `Of ${count(read, 'message')} ${number(kept)} ${kept === 1 ? 'is' : 'are'} kept, in ${count(threads, 'conversation')}, ${number(sent)} of them sent`,
    ...(duplicates === 0 ? [] : [`${count(duplicates, 'copy', 'copies')} of the same message joined`]),
    ...(cut === 0 ? [] : [`${count(cut, 'message')} kept with shortened headers`]),
  ].join('; ')

const meetingSentence = ({
  read,
  meetings,
  cancelled,
  superseded,
  outside,
  withoutAddress,
  groups,
  unfollowed,
  unknownZones,
}: CalendarCount): string =>
  [
    `${count(read, 'calendar entry', 'calendar entries')} ${read === 1 ? 'comes' : 'come'} to ${count(meetings, 'meeting')}, ${number(cancelled)} of them cancelled`,
    ...(superseded === 0
      ? []
      : [`${count(superseded, 'older version or answer', 'older versions and answers')} left aside`]),
    ...(outside === 0 ? [] : [`${count(outside, 'series', 'series')} ended too long ago`]),
    ...(withoutAddress === 0 ? [] : [`${count(withoutAddress, 'guest')} without an address left out`]),
    ...(groups === 0
      ? []
      : [`${count(groups, 'group')} among the guests left out, as ${groups === 1 ? 'it is' : 'they are'} nobody`]),
    ...(unfollowed === 0
      ? []
      : [`${count(unfollowed, 'series', 'series')} known by the first instance alone, as nobody can follow the rule`]),
    ...(unknownZones.total === 0
      ? []
      : [
          `times in ${[...unknownZones.byName.keys()].slice(0, maxShown).join(', ')} read as the calendar's own, as nobody knows ${unknownZones.byName.size === 1 ? 'that zone' : 'those zones'}`,
        ]),
  ].join('; ')

const shiftSentence = (weeks: number): string => (weeks === 0 ? '' : `, moved by ${count(weeks, 'week')}`)

const skipSentences = (what: string, skips: Skips): readonly string[] => {
  if (skips.total === 0) return []
  const reasons = [...skips.byReason]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, times]) => `${reason} (${number(times)})`)
  const places = skips.first
    .slice(0, maxShown)
    .map((skip) => `${skip.file}, ${what} ${skip.number}, byte ${skip.offset}: ${skip.reason}`)
  return [
    `Skipped ${count(skips.total, what)}: ${reasons.join('; ')}.`,
    ...places.map((place) => `  ${place}`),
    ...(skips.total > places.length ? [`  and ${number(skips.total - places.length)} more.`] : []),
  ]
}

const skippedInAll = (messages: number, events: number): string => {
  if (messages === 0 && events === 0) return 'Nothing was skipped.'
  const parts = [
    ...(messages === 0 ? [] : [count(messages, 'message')]),
    ...(events === 0 ? [] : [count(events, 'event')]),
  ]
  return `Skipped in all: ${parts.join(' and ')}.`
}

const number = (value: number): string => value.toLocaleString('en')

const count = (value: number, one: string, many = `${one}s`): string => `${number(value)} ${value === 1 ? one : many}`

const day = (at: number): string =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
