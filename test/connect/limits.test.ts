import { expect, test } from 'vitest'
import { openLimits } from '../../src/connect/limits.ts'

const none = { sign_in: undefined, link: undefined, unsubscribe: undefined, send: undefined }
const log: string[] = []
const note = (event: string, facts: object): void => {
  log.push(`${event} ${JSON.stringify(facts)}`)
}

test('a limit without a binding denies nothing, and is logged once', async () => {
  log.length = 0
  const take = openLimits(none, note)
  expect([await take('link', 'a'), await take('link', 'a'), await take('send', '1')]).toEqual([true, true, true])
  expect(log).toEqual(['rate limit not set up {"limit":"link"}', 'rate limit not set up {"limit":"send"}'])
})

test('a limit that fails denies nothing, and its key is not told', async () => {
  log.length = 0
  const limit = () => Promise.reject(new Error('192.0.2.1'))
  const take = openLimits({ ...none, link: { limit } }, note)
  expect([await take('link', '192.0.2.1'), await take('link', '192.0.2.1')]).toEqual([true, true])
  expect(log).toEqual(['rate limit failed {"limit":"link"}'])
})

test('each key is counted by itself', async () => {
  const seen: string[] = []
  const limit = async ({ key }: { readonly key: string }) => ({ success: seen.push(key) < 2 })
  const take = openLimits({ ...none, sign_in: { limit } }, note)
  expect([await take('sign_in', 'a'), await take('sign_in', 'b')]).toEqual([true, false])
  expect(seen).toEqual(['a', 'b'])
})
