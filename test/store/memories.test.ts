import { expect, test } from 'vitest'
import type { Instant } from '../../src/model/time.ts'
import { forgetAccount } from '../../src/store/forget.ts'
import { memoryUpdate, recall } from '../../src/store/memories.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import { ann, mailboxOf, start } from '../story.ts'

const mail = { accountId: 1, feed: 'mail', isAudit: false } as const
const audit = { ...mail, isAudit: true }

const openHouse = async () => {
  const db = await freshDatabase()
  await install({ db, now: start, mailboxes: [mailboxOf([])] }).connect(ann.address)
  const store = openStore(db)
  const remember = (of: typeof mail | typeof audit, text: string, { isNew = false, longest = 100 } = {}) =>
    memoryUpdate(store, of, { text, isNew, longest }).run()
  return { store, remember }
}

test('what is added is remembered in its order, and an audit remembers for itself', async () => {
  const { store, remember } = await openHouse()
  expect(await recall(store, mail)).toBe('')
  await remember(mail, 'one ')
  await remember(audit, 'another ')
  await remember(mail, 'two ')
  expect(await recall(store, mail)).toBe('one two ')
  expect(await recall(store, audit)).toBe('another ')
})

test('of too much, what was added first goes first', async () => {
  const { store, remember } = await openHouse()
  for (const word of ['one ', 'two ', 'six ']) await remember(mail, word, { longest: 8 })
  expect(await recall(store, mail)).toBe('two six ')
})

test('a new beginning forgets what was before, and beginning with nothing leaves nothing', async () => {
  const { store, remember } = await openHouse()
  await remember(mail, 'one ')
  await remember(mail, 'two ', { isNew: true })
  expect(await recall(store, mail)).toBe('two ')
  await remember(mail, '', { isNew: true })
  expect(await recall(store, mail)).toBe('')
})

test('an account that is forgotten remembers nothing, even where it stays to sign in with', async () => {
  const { store, remember } = await openHouse()
  await remember(mail, 'one ')
  await forgetAccount(store, { id: 1, userId: 1 }, 1 as Instant)
  expect(await recall(store, mail)).toBe('')
})
