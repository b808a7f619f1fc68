/** Why somebody is not among the people: the search names everybody it matches once, each where they belong. */
import { beforeAll, expect, test } from 'vitest'
import { instantFromMilliseconds } from '../../src/model/time.ts'
import { countExcluded, findExcluded } from '../../src/people/excluded.ts'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { type Opened, openRead, peopleFound } from '../fixture.ts'
import { mailboxOf, rhythm, start } from '../story.ts'

const userId = 1
let opened: Opened

beforeAll(async () => {
  opened = await openRead([
    mailboxOf([
      ...rhythm('Bo Ek <bo@firm.example>', 14, 200, 5),
      { from: 'Eve Hall <eve@firm.example>', daysAgo: 30 },
      { from: 'Eve Hall <eve@firm.example>', daysAgo: 20 },
      { from: 'no-reply@firm.example', daysAgo: 3 },
    ]),
  ])
})

const search = async (query: string) => {
  const { store } = opened
  const resolved = await peopleFound(store)
  const found = await findExcluded(store, resolved, { userId, query, now: instantFromMilliseconds(start) })
  return {
    people: found.here.map(({ name }) => name),
    excluded: found.found.map(({ contact, rule, counts }) => [contact.address, rule.kind, counts]),
    senders: found.automatedSenders.map(({ address }) => address),
  }
}

test('a domain finds its people, whom a rule excludes, and its automated senders', async () => {
  expect(await search('FIRM.example')).toEqual({
    people: ['Bo Ek'],
    excluded: [['eve@firm.example', 'only_heard_from', { received: 2 }]],
    senders: ['no-reply@firm.example'],
  })
})

test('nothing asked for finds nobody', async () => {
  expect(await search('')).toEqual({ people: [], excluded: [], senders: [] })
})

test('every excluded address counts once, under its rule', async () => {
  const { store } = opened
  const resolved = await peopleFound(store)
  const { rules, leftOut } = countExcluded(resolved, await accountsOfUser(store, userId))
  expect(rules.reduce((sum, [, count]) => sum + count, 0)).toBe(resolved.excluded.length)
  expect(Object.fromEntries(rules)).toMatchObject({ only_heard_from: 1 })
  expect(leftOut.map(([, count]) => count)).toEqual([1])
})
