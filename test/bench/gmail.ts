/** What a first read of Gmail costs: quota until the report is right, rows in the database, calls an invocation. */
import { type Figure, higher, lower } from './figure.ts'
import { openHouse } from './house.ts'
import type { FirstRead, MailboxSize } from './inside/first-read.ts'
import type { Bench } from './setting.ts'

/** A message costs 20 units to read by itself; listing 500 costs 5. */
const unitsOfEverything = (messages: number): number => 20 * messages + 5 * Math.ceil(messages / 500)

/** What the issue allows until the report is right. */
const asked = { units: 48_000, minutes: 8, firstUnits: 12_000 }

/** Two mailboxes of one size: a busy one whose letters are all within the five years that are read, and an older one. */
export const gmail: Bench = async ({ script, isShort }) => {
  const messages = isShort ? 10_000 : 50_000
  const busy = await firstRead(await script(), { messages, years: 5, seed: 1 })
  const old = isShort ? null : await firstRead(await script(), { messages, years: 10, seed: 1 })
  return [
    ...(old === null ? [] : quota(old, 'ten years', isShort)),
    ...quota(busy, 'five years', isShort),
    ...rows(busy),
  ]
}

const firstRead = async (script: string, size: MailboxSize): Promise<FirstRead> => {
  const house = await openHouse(script)
  try {
    return await house.ask<FirstRead>('firstRead', size)
  } finally {
    await house.close()
  }
}

/** The asked figures are those of 50,000 messages: a smaller mailbox is measured, not judged. */
const quota = (read: FirstRead, span: string, isShort: boolean): readonly Figure[] => {
  const of = `${read.messages.toLocaleString('en')} messages of ${span}`
  const everything = unitsOfEverything(read.messages)
  const named = read.named.findLast(({ units }) => units <= asked.units)?.right ?? 0
  const target = (figure: number): number | null => (isShort ? null : figure)
  return [
    lower(
      `gmail: units until the top ten are the full read's, ${of}`,
      read.topTenUnits,
      'units',
      target(asked.units),
      everything,
    ),
    lower(`gmail: the same in time, ${of}`, read.topTenMinutes, 'min', target(asked.minutes), everything / 6000),
    higher(
      `gmail: of the top ten, known at ${asked.units.toLocaleString('en')} units, ${of}`,
      named,
      'people',
      target(10),
    ),
    lower(
      `gmail: units until a first report names anyone, ${of}`,
      read.provisionalUnits,
      'units',
      target(asked.firstUnits),
    ),
    lower(`gmail: units of the whole first read, ${of}`, read.units, 'units', null, everything),
  ]
}

const rows = (read: FirstRead): readonly Figure[] => {
  const written = Object.values(read.written).reduce((sum, count) => sum + count, 0)
  const { interactions = 0, addresses = 0, contact_blocks = 0 } = read.reread
  return [
    lower('d1: rows written per stored interaction, first read, all tables', written / read.interactions, 'rows', 1.25),
    lower('d1: bytes per stored interaction, all tables', read.bytes / read.interactions, 'bytes', 60),
    lower('d1: rows written by a delta that brings nothing', read.idleDelta, 'rows', 1),
    lower(
      'd1: rows that were right and written again by re-reading everything',
      interactions + addresses + contact_blocks,
      'rows',
      0,
    ),
    lower('worker: most requests of one job', read.maxRequests, 'requests', 49),
    lower('worker: most requests and queries of one job', read.maxCalls, 'calls', 49),
  ]
}
