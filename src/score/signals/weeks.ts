/** Weeks in touch, halved for every year they lie back: a burst of forty letters in one project week is one week. Pure. */

import { bitsAt, indexesOf, joinIndexes, openBlocks, perBlock } from '../../model/index-set.ts'
import type { Relationship } from '../../model/relationship.ts'
import { type Instant, weekIndex } from '../../model/time.ts'

/** Between half a year and a year fits equally well; a quarter and no decay at all fit worse (rhythm hazard, ablations). */
export const halfLifeDays = 365
/** The weeks of a conversation that goes on. Between a fortnight and two months fit equally well. */
export const latelyDays = 30

/** What a relationship's weeks come to, as of the last of them that is told of. */
export interface WeeksInTouch {
  /** Halved for every year they lie back. 0 where there was none. */
  readonly yearly: number
  /** Halved for every thirty days they lie back. */
  readonly lately: number
  /** The last week in touch and the one before it, as week indexes; -1 where there is none. */
  readonly last: number
  readonly before: number
}

/** Of the weeks up to and with `until`: see `weekIndex`. One pass over all three kinds of contact, the latest first. */
export const weeksInTouch = ({ weeksSent, weeksReceived, weeksMet }: Relationship, until: number): WeeksInTouch => {
  const sent = openBlocks(weeksSent)
  const received = openBlocks(weeksReceived)
  const met = openBlocks(weeksMet)
  const start = Math.min(startOf(sent), startOf(received), startOf(met))
  const untilBlock = Math.floor(until / perBlock)
  let yearly = 0
  let lately = 0
  let last = -1
  let before = -1
  for (let block = Math.min(untilBlock, Math.max(sent.end, received.end, met.end) - 1); block >= start; block -= 1) {
    let bits = bitsAt(sent, block) | bitsAt(received, block) | bitsAt(met, block)
    if (block === untilBlock) bits &= (2 << (until - block * perBlock)) - 1
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits)
      bits ^= 1 << bit
      const week = block * perBlock + bit
      if (last < 0) last = week
      else if (before < 0) before = week
      const ago = Math.min(last - week, longest)
      yearly += yearTable[ago] ?? 0
      lately += latelyTable[ago] ?? 0
    }
  }
  return { yearly, lately, last, before }
}

/** Every week with direct contact of any kind, rising: up to `now`, or with booked meetings where it is not said. */
export const contactWeeks = (
  { weeksSent, weeksReceived, weeksMet }: Relationship,
  now: Instant | null = null,
): readonly number[] => {
  const weeks = indexesOf(joinIndexes(joinIndexes(weeksSent, weeksReceived), weeksMet))
  const current = now === null ? Number.POSITIVE_INFINITY : weekIndex(now)
  return (weeks.at(-1) ?? 0) <= current ? weeks : weeks.filter((week) => week <= current)
}

const startOf = ({ start, end }: { readonly start: number; readonly end: number }): number =>
  end === start ? Number.POSITIVE_INFINITY : start

/** By how much a week fades, as an exponent. */
export const yearRate = (7 * Math.LN2) / halfLifeDays

/** What a week so many weeks back counts; from `longest` on it is nothing. */
const longest = 2047
const tableOf = (halfLife: number): Float64Array =>
  Float64Array.from({ length: longest + 1 }, (_, ago) => (ago === longest ? 0 : 2 ** ((-7 * ago) / halfLife)))
const yearTable = tableOf(halfLifeDays)
const latelyTable = tableOf(latelyDays)
