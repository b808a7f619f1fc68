import { expect, test } from 'vitest'
import { emptyWorld, exported, fullWorld, importInto, } from './world.ts'

test('what is exported, imported elsewhere and exported again is the same, to the letter', async () => {
  const { browser } = await fullWorld()
  const file = await exported(browser)
  const kinds = new Set(JSON.parse(file).records.map(({ kind }: { kind: string }) => kind))
  expect([...kinds].sort()).toEqual(['automated_sender', 'correction', 'entries', 'person', 'report', 'suggestion_act'])
  const there = await emptyWorld()
  await importInto(there, file)
  expect(await exported(there.browser)).toBe(file)
  await importInto(there, file)
  expect(await exported(there.browser)).toBe(file)
})
