/** Several accounts of one person, at either provider: the same letter in two of them counts once. */
import { beforeEach, expect, test } from 'vitest'
import { togetherOn } from '../../src/store/interactions.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import type { Owner, ProviderName } from '../sandbox/world.ts'
import { ann, type Line, mailboxOf, start } from '../story.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const own: Owner = { ...ann, subject: '21' }
const atWork: Owner = { ...ann, subject: '22', address: 'ann@contoso.example' }
const id = (number: number) => (0xa00 + number).toString(16).padStart(16, '0')

/** Forwarded from work: under the same name, to both addresses. */
const forwarded: readonly Line[] = Array.from({ length: 8 }, (_, index) => ({
  from: 'Bo Ek <bo@example.com>',
  to: 'ann@contoso.example',
  cc: 'cy@example.com',
  daysAgo: 3 + 10 * index,
  id: id(index),
}))
const answers: readonly Line[] = forwarded.map(({ daysAgo }, index) => ({
  to: 'Bo Ek <bo@example.com>',
  daysAgo: daysAgo - 1,
  id: id(100 + index),
}))

const open = async (providers: readonly [ProviderName, ProviderName]) => {
  const home = install({
    db,
    now: start,
    mailboxes: [
      mailboxOf([...forwarded, { from: 'bo@example.com', daysAgo: 33, id: id(50) }], [], own),
      mailboxOf([...forwarded, ...answers], [], atWork),
    ],
  })
  const { browser } = await home.connect(own.address, { provider: providers[0] })
  await home.connect(atWork.address, { provider: providers[1], browser })
  await home.settle()
  return { home, browser }
}

test.each<[ProviderName, ProviderName]>([
  ['google', 'microsoft'],
  ['microsoft', 'google'],
  ['microsoft', 'microsoft'],
  ['google', 'google'],
])('a letter at %s that lies at %s as well is told once', async (...providers) => {
  const { browser } = await open(providers)
  const stored = await db
    .prepare(
      "SELECT count(*) AS n FROM interactions i JOIN addresses a ON a.contact_id = i.contact_id WHERE a.address = 'bo@example.com'",
    )
    .first<number>('n')
  expect(stored).toBe(2 * 8 + 8 + 1)
  const people = await browser.read('/people')
  const link =
    /href="(\/people\/\d+)"[^>]*>[^<]*Bo/.exec(people)?.[1] ?? /href="(\/people\/\d+)"/.exec(people)?.[1] ?? ''
  const page = await browser.read(link)
  // Each month says how many letters it has, whether it stands open or folded away.
  const told = [...page.matchAll(/<(?:h3|span)>[^<]*<\/(?:h3|span)>\s*<span class="small muted">(\d+) emails?</g)]
  expect(told.reduce((sum, [, letters]) => sum + Number(letters), 0)).toBe(8 + 8 + 1)
  const contacts = await db.prepare('SELECT contact_id FROM addresses').all<{ contact_id: number }>()
  const together = await togetherOn(openStore(db), {
    userId: 1,
    contactIds: contacts.results.map(({ contact_id }) => contact_id),
    from: 0 as never,
    maxOthers: 8,
  })
  expect(together).toHaveLength(8)
})

test('disconnecting one of the two leaves what the other knows', async () => {
  const { browser } = await open(['google', 'microsoft'])
  await browser.post('/accounts/1/disconnect', { learned: 'forget' })
  const left = await db.prepare('SELECT count(DISTINCT item) AS n FROM interactions').first<number>('n')
  expect(left).toBe(16)
})
