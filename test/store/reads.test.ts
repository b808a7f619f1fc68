import { expect, test } from 'vitest'
import type { Memory } from '../../src/model/account.ts'
import { newRead, type Read } from '../../src/model/read.ts'
import type { Instant } from '../../src/model/time.ts'
import { accountById } from '../../src/store/accounts.ts'
import { forgetAccount } from '../../src/store/forget.ts'
import { readStatements } from '../../src/store/reads.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import { ann, mailboxOf, start } from '../story.ts'

const now = 1_790_000_000 as Instant
const audit: Read = {
  ...newRead({ feed: 'mail', purpose: 'audit', since: null, now }, 3),
  phase: 'conversations',
  cursor: 'here',
  wantsRemembered: true,
}
const changes: Read = {
  ...newRead({ feed: 'mail', purpose: 'changes', since: null, now }, 0),
  phase: 'done',
  wantsRemembered: true,
}

const openReads = async () => {
  const db = await freshDatabase()
  await install({ db, now: start, mailboxes: [mailboxOf([])] }).connect(ann.address)
  const store = openStore(db)
  const put = async (
    read: Read,
    { seen = [], memory = null }: { seen?: readonly number[]; memory?: Memory | null } = {},
  ) => {
    await db.batch([...readStatements(store, 1, { put: [{ read, seen, memory }], drop: [] })])
  }
  const mail = async () => (await accountById(store, 1))?.feeds.mail
  const seen = () => db.prepare('SELECT seen FROM reads WHERE number = 3').first<string>('seen')
  return { db, store, put, mail, seen }
}

const adds = (text: string, maxLength = 100): Memory => ({ text, isNew: false, longest: maxLength })

test('a read comes back as it was put', async () => {
  const { put, mail } = await openReads()
  await put({ ...audit, since: 5 as Instant, found: 2, removed: 3 })
  expect((await mail())?.read).toEqual({ ...audit, since: 5, found: 2, removed: 3 })
})

test('what is added to remember stands in its order, of each read for itself, and only where it is wanted', async () => {
  const { put, mail } = await openReads()
  await put(changes, { memory: adds('one ') })
  await put(audit, { memory: adds('another ') })
  await put(changes, { memory: adds('two ') })
  await put(changes)
  expect(await mail()).toMatchObject({ changes: { remembered: 'one two ' }, read: { remembered: 'another ' } })
  await put({ ...changes, wantsRemembered: false })
  expect((await mail())?.changes.remembered).toBe('')
  await put(changes)
  expect((await mail())?.changes.remembered).toBe('one two ')
})

test('of too much, what was added first goes first; a new beginning forgets it all', async () => {
  const { put, mail } = await openReads()
  for (const word of ['one ', 'two ', 'six ']) await put(changes, { memory: adds(word, 8) })
  expect((await mail())?.changes.remembered).toBe('two six ')
  await put(changes, { memory: { text: 'new', isNew: true, longest: 8 } })
  expect((await mail())?.changes.remembered).toBe('new')
  await put(changes, { memory: { text: '', isNew: true, longest: 8 } })
  expect((await mail())?.changes.remembered).toBe('')
})

test('what was seen is added up, and let go when the read has ended', async () => {
  const { put, seen, store } = await openReads()
  await put(audit, { seen: [1, 2] })
  await put(audit)
  await put(audit, { seen: [3] })
  expect(await seen()).toBe('1,2,3')
  await put({ ...audit, phase: 'done', endedAt: now })
  expect(await seen()).toBe('')
  expect((await accountById(store, 1))?.endedReads).toMatchObject([{ number: 3, endedAt: now }])
})

test('an account that is forgotten keeps no read, even where it stays to sign in with', async () => {
  const { db, store, put } = await openReads()
  await put(changes, { memory: adds('one ') })
  await forgetAccount(store, { id: 1, userId: 1 }, now)
  expect(await db.prepare('SELECT count(*) AS n FROM reads').first('n')).toBe(0)
})
