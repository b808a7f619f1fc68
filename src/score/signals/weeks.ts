/** Weeks in touch, halved for every year they lie back: a burst of forty letters in one project week is one week. Pure. */

import { bitsAt, indexesOf, joinIndexes, perBlock, unpackBlocks } from '../../model/index-set.ts'
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

/**
 * Of the weeks up to and with `until`: see `weekIndex`. One pass over all three kinds of contact, from the last week back in
 * groups of six, so that what a week counts depends on its distance from the last and on nothing else.
 */
export const weeksInTouch = ({ weeksSent, weeksReceived, weeksMet }: Relationship, until: number): WeeksInTouch => {
  const sent = unpackBlocks(weeksSent)
  const received = unpackBlocks(weeksReceived)
  const met = unpackBlocks(weeksMet)
  const start = Math.min(startOf(sent), startOf(received), startOf(met))
  const untilBlock = Math.floor(until / perBlock)
  let block = Math.min(untilBlock, Math.max(sent.end, received.end, met.end) - 1)
  let bits = bitsAt(sent, block) | bitsAt(received, block) | bitsAt(met, block)
  if (block === untilBlock) bits &= (2 << (until - block * perBlock)) - 1
  while (bits === 0 && block > start) {
    block -= 1
    bits = bitsAt(sent, block) | bitsAt(received, block) | bitsAt(met, block)
  }
  if (bits === 0) return noWeeks
  const lastBit = 31 - Math.clz32(bits)
  const last = block * perBlock + lastBit
  let yearly = 0
  let lately = 0
  let before = -1
  for (let group = 0; block >= start; group += 1) {
    block -= 1
    const earlier = bitsAt(sent, block) | bitsAt(received, block) | bitsAt(met, block)
    // The six weeks that end `group` times six before the last one, the latest in the highest bit.
    const six = ((bits << (perBlock - 1 - lastBit)) | (earlier >> (lastBit + 1))) & (2 ** perBlock - 1)
    bits = earlier
    if (six === 0) continue
    yearly += (yearOfSix[six] ?? 0) * (yearByGroup[group] ?? 0)
    if (group < latelyByGroup.length) lately += (latelyOfSix[six] ?? 0) * (latelyByGroup[group] ?? 0)
    const others = group === 0 ? six & (2 ** (perBlock - 1) - 1) : six
    if (before < 0 && others !== 0) before = last - perBlock * (group + 1) + 1 + (31 - Math.clz32(others))
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

const noWeeks: WeeksInTouch = { yearly: 0, lately: 0, last: -1, before: -1 }

/** What six weeks come to as of the latest of them, by their bits, … */
const ofSix = (halfLife: number): Float64Array =>
  Float64Array.from({ length: 2 ** perBlock }, (_, bits) => {
    let sum = 0
    for (let ago = 0; ago < perBlock; ago += 1) {
      if ((bits >> (perBlock - 1 - ago)) & 1) sum += 2 ** ((-7 * ago) / halfLife)
    }
    return sum
  })
/** … and what is left of them so many times six weeks later. After fifty halvings it is nothing. */
const byGroup = (halfLife: number): Float64Array =>
  Float64Array.from(
    { length: Math.ceil((50 * halfLife) / (7 * perBlock)) },
    (_, group) => 2 ** ((-7 * perBlock * group) / halfLife),
  )

const yearOfSix = ofSix(halfLifeDays)
const yearByGroup = byGroup(halfLifeDays)
const latelyOfSix = ofSix(latelyDays)
const latelyByGroup = byGroup(latelyDays)
