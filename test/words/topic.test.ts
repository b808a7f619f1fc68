import { expect, test } from 'vitest'
import { instantAt } from '../../src/model/time.ts'
import { describeLastTopic } from '../../src/words/topic.ts'

test('a topic is quoted with its day', () => {
  const day = { at: instantAt(Date.UTC(2026, 10, 23, 7) / 1000), zone: 'Europe/Berlin', locale: 'en-GB' }
  const at = instantAt(Date.UTC(2026, 8, 4, 9) / 1000)
  expect(describeLastTopic({ title: 'Kelp tariff review', at }, day)).toBe('Last: “Kelp tariff review”, 4 September')
})
