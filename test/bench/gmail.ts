/** What a first read of Gmail costs: quota until the report is right, rows in the database, calls an invocation. */
import { type Figure, lower } from './figure.ts'
import { openHouse } from './house.ts'
import type { FirstRead } from './inside/first-read.ts'
import type { Setting } from './setting.ts'

/** A message costs 20 units to read by itself; listing 500 costs 5. */
const unitsOfEverything = (messages: number): number => 20 * messages + 5 * Math.ceil(messages / 500)

export const gmail = async ({ script, isShort }: Setting): Promise<readonly Figure[]> => {
  const house = await openHouse(await script())
  try {
    const messages = isShort ? 10_000 : 50_000
    const read = await house.ask<FirstRead>('firstRead', { messages, seed: 1 })
    const everything = unitsOfEverything(read.messages)
    const written = Object.values(read.written).reduce((sum, rows) => sum + rows, 0)
    const { interactions = 0, addresses = 0, contact_blocks = 0 } = read.reread
    const size = read.messages.toLocaleString('en')
    // The asked figures are those of 50,000 messages: a smaller mailbox is measured, not judged.
    const asked = (units: number): number | null => (isShort ? null : units)
    return [
      lower(
        `gmail: units until the top ten are those of the full read, ${size} messages`,
        read.topTenUnits,
        'units',
        asked(48_000),
        everything,
      ),
      lower('gmail: the same in time', read.topTenMinutes, 'min', asked(8), everything / 6000),
      lower('gmail: units until a first report names anyone', read.provisionalUnits, 'units', asked(12_000)),
      lower('gmail: units of the whole first read', read.units, 'units', null, everything),
      lower(
        'd1: rows written per stored interaction, first read, all tables',
        written / read.interactions,
        'rows',
        1.25,
      ),
      lower('d1: bytes per stored interaction, all tables', read.bytes / read.interactions, 'bytes', 60),
      lower('d1: rows written by a delta that brings nothing', read.idleDelta, 'rows', 1),
      lower(
        'd1: rows written again by re-reading everything, that were right',
        interactions + addresses + contact_blocks,
        'rows',
        0,
      ),
      lower('worker: most requests of one job', read.mostRequests, 'requests', 49),
      lower('worker: most requests and queries of one job', read.mostCalls, 'calls', 49),
    ]
  } finally {
    await house.close()
  }
}
