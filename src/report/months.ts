/** What happened between two people, by month: a conversation to a line, meetings each, and crowds summed. Pure. */
import type { Exchange } from '../model/interaction.ts'
import type { Instant } from '../model/time.ts'

/** A conversation, a meeting, or a contact elsewhere. */
export type MonthLine =
  | { readonly kind: 'conversation'; readonly at: Instant; readonly turns: readonly Exchange[] }
  | { readonly kind: 'meeting'; readonly at: Instant; readonly meeting: Exchange }

export interface Month {
  /** "2026-09" */
  readonly key: string
  /** Of its last contact. */
  readonly at: Instant
  readonly letters: number
  readonly meetings: number
  /** Newest first. */
  readonly lines: readonly MonthLine[]
  readonly crowd: Crowd
}

/** What both were on together with many others, and nobody's contact: it is counted, and by whom the largest part was shared. */
export interface Crowd {
  readonly threads: number
  readonly meetings: number
}

/** `history` stands newest first; `monthOf` tells the month of an instant by the reader's clock. Newest month first. */
export const monthsOf = (history: readonly Exchange[], monthOf: (at: Instant) => string): readonly Month[] =>
  [...Map.groupBy(history, ({ at }) => monthOf(at))].map(([key, of]) => monthFrom(key, of))

const monthFrom = (key: string, of: readonly Exchange[]): Month => {
  const direct = of.filter(({ kind }) => kind !== 'seen')
  const meetings = direct.filter(({ kind }) => kind === 'met')
  const letters = direct.filter(({ kind }) => kind !== 'met')
  const seen = of.filter(({ kind }) => kind === 'seen')
  const conversations = [...Map.groupBy(letters, ({ thread }) => thread).values()].map(
    (turns): MonthLine => ({ kind: 'conversation', at: turns[0]?.at ?? meetingless, turns }),
  )
  const met = meetings.map((meeting): MonthLine => ({ kind: 'meeting', at: meeting.at, meeting }))
  return {
    key,
    at: of[0]?.at ?? meetingless,
    letters: letters.length,
    meetings: meetings.length,
    lines: [...conversations, ...met].sort((a, b) => b.at - a.at),
    crowd: {
      threads: new Set(seen.filter(({ feed }) => feed === 'mail').map(({ thread }) => thread)).size,
      meetings: seen.filter(({ feed }) => feed === 'calendar').length,
    },
  }
}

/** A group that `Map.groupBy` makes is never empty. */
const meetingless = 0 as Instant

/** The latest months as they are, and what lies before them by year. */
export interface MonthsShown {
  readonly open: readonly Month[]
  readonly folded: readonly { readonly year: string; readonly months: readonly Month[]; readonly isPart: boolean }[]
}

/** `lines` is about how many the open months may have together. */
export const foldMonths = (
  months: readonly Month[],
  most: { readonly months: number; readonly lines: number },
): MonthsShown => {
  let lines = 0
  const open = months.filter((month, index) => {
    const isOpen = index === 0 || (index < most.months && lines + month.lines.length <= most.lines)
    lines += isOpen ? month.lines.length : most.lines
    return isOpen
  })
  const rest = months.slice(open.length)
  const begun = new Set(open.map(({ key }) => key.slice(0, 4)))
  const byYear = Map.groupBy(rest, ({ key }) => key.slice(0, 4))
  return { open, folded: [...byYear].map(([year, of]) => ({ year, months: of, isPart: begun.has(year) })) }
}
