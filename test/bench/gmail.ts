/** What a first read of Gmail costs: quota until a report names the right people, rows in the database, calls an invocation. */
import { type Figure, higher, lower } from './figure.ts'
import { type FirstNames, firstNames, type NamedMailbox } from './first-names.ts'
import { openHouse } from './house.ts'
import type { FirstRead, MailboxSize } from './inside/first-read.ts'
import type { Bench } from './setting.ts'

/** A message costs 20 units to read by itself; listing 500 costs 5. */
const unitsOfEverything = (messages: number): number => 20 * messages + 5 * Math.ceil(messages / 500)

/** What is asked: people of the seven that a report names, known by then, and units until it names anyone. */
const asked = { people: 6.7, of: 7, units: 48_000, firstUnits: 3_100 }

export const gmail: Bench = async ({ script, isShort }) => {
  const messages = isShort ? 10_000 : 50_000
  const busy = await firstRead(await script(), { messages, years: 5, seed: 1 })
  return [
    ...(await naming({ messages, hasCategories: true }, isShort)),
    ...(await naming({ messages, hasCategories: false }, isShort)),
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

/** One world may be lucky: the mean of five is judged. A smaller mailbox is measured once, and not judged. */
const naming = async (size: Omit<NamedMailbox, 'seed'>, isShort: boolean): Promise<readonly Figure[]> => {
  const reads: FirstNames[] = []
  for (const seed of isShort ? [1] : [1, 2, 3, 4, 5]) reads.push(await firstNames({ ...size, seed }, asked.units))
  const mean = (of: (read: FirstNames) => number): number =>
    reads.reduce((sum, read) => sum + of(read), 0) / reads.length
  const target = (figure: number): number | null => (isShort ? null : figure)
  const mailbox = `${size.messages.toLocaleString('en')} messages, ${size.hasCategories ? 'with' : 'no'} categories`
  const known = mean(({ knownShare }) => asked.of * knownShare)
  const allowed = asked.units.toLocaleString('en')
  return [
    higher(
      `gmail: of the seven named at last, known at ${allowed} units, ${mailbox}`,
      known,
      'people',
      target(asked.people),
    ),
    lower(
      `gmail: units until a first report names anyone, ${mailbox}`,
      mean(({ firstUnits }) => firstUnits),
      'units',
      target(asked.firstUnits),
    ),
    lower(
      `gmail: units of the whole first read, ${mailbox}`,
      mean(({ units }) => units),
      'units',
      null,
      unitsOfEverything(size.messages),
    ),
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
