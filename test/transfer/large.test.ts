/** As much as anybody has: 200,000 messages with 5,000 people go out in parts and come in again, and stay what they were. */
import { expect, test } from 'vitest'
import { addressFrom } from '../../src/model/address.ts'
import { newContact } from '../../src/model/contact.ts'
import { formatBlock } from '../../src/store/contact-book-format.ts'
import { mailboxOf } from '../story.ts'
import { connectedWorld, emptyWorld, type Opened, uploadOf } from './world.ts'

const people = 5000
const entriesEach = 40

const addressOf = (id: number) => addressFrom(`person${id}@company${id % 90}.example`)

/** Written straight into the tables, as reading would. */
const stocked = async (): Promise<Opened> => {
  const world = await connectedWorld(mailboxOf([]))
  const { db } = world
  const blocks = Array.from({ length: Math.ceil(people / 64) }, (_, block) => {
    const contacts = Array.from({ length: Math.min(64, people - block * 64) }, (_each, place) => {
      const id = block * 64 + place
      return newContact(id, addressOf(id))
    })
    return [2 ** 20 + block, 1, formatBlock(contacts)]
  })
  await db
    .prepare('INSERT INTO contact_blocks SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1)')
    .bind(JSON.stringify(blocks))
    .run()
  await db
    .prepare('INSERT INTO addresses SELECT 1, value ->> 0, value ->> 1 FROM json_each(?1)')
    .bind(JSON.stringify(Array.from({ length: people }, (_, id) => [addressOf(id), id])))
    .run()
  for (let from = 0; from < people; from += 1000) {
    const rows = Array.from({ length: 1000 * entriesEach }, (_, index) => {
      const id = from + Math.floor(index / entriesEach)
      const number = id * entriesEach + (index % entriesEach)
      const at = 1_500_000_000 + (index % entriesEach) * 3_000_000 + id
      return [
        id,
        at,
        number * 7919 + 2 ** 44,
        1 + (number % 2) + 4,
        number + 2 ** 40,
        Math.floor(number / 3) + 2 ** 41,
        String(number),
      ]
    })
    await db
      .prepare(
        `INSERT INTO interactions (account_id, feed, contact_id, at, item, detail, message, thread, whole_id)
        SELECT 1, 0, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, CAST(value ->> 6 AS INTEGER) FROM json_each(?1)`,
      )
      .bind(JSON.stringify(rows))
      .run()
  }
  return world
}

const partsOf = async ({ browser }: Opened): Promise<readonly string[]> => {
  const html = await browser.read('/your-data')
  const links = [...html.matchAll(/href="(\/your-data\/export\?[^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  )
  const parts: string[] = []
  for (const link of links) parts.push(await (await browser.get(link)).text())
  return parts
}

/** As the page's script joins them. */
const joined = (parts: readonly string[]): string => {
  const [first = ''] = parts
  const records = parts.map((part) => part.slice(part.indexOf('\n') + 1, part.lastIndexOf('\n]}')))
  return `${first.slice(0, first.indexOf('\n') + 1)}${records.join(',\n')}\n]}\n`
}

test('out in parts of at most four megabytes, in again part by part, and out again the same', {
  timeout: 600_000,
}, async () => {
  const from = await stocked()
  const parts = await partsOf(from)
  expect(parts.length).toBeGreaterThan(9)
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(2 * 1024 * 1024)
  const file = joined(parts)
  const entries = JSON.parse(file).records.reduce((sum: number, { entries: some = [] }) => sum + some.length, 0)
  expect(entries).toBe(people * entriesEach)
  const there = await emptyWorld()
  for (const [index, part] of parts.entries()) {
    const form = uploadOf(part, {
      settings: 'on',
      ...(index > 0 && { continued: 'yes' }),
      ...(index < parts.length - 1 && { more: 'yes' }),
    })
    expect((await there.browser.upload('/your-data/import', form)).status).toBe(303)
  }
  await there.home.settle()
  expect(there.home.queue.dropped).toEqual([])
  expect(joined(await partsOf(there))).toBe(file)
})
