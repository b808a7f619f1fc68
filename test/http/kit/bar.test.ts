import { expect, test } from 'vitest'
import { partsOfBar } from '../../../src/http/kit/bar.tsx'

test('a bar ends at its end, its parts lie apart, and nobody takes no room', () => {
  const parts = partsOfBar({ thriving: 63, steady: 22, fading: 0, quiet: 31, new: 6, unknown: 50 })
  expect(parts.map(({ band }) => band)).toEqual(['thriving', 'steady', 'quiet', 'new'])
  expect(parts[0]?.from).toBe(0)
  expect(parts.at(-1)?.to).toBe(400)
  for (const [index, { from }] of parts.entries()) if (index > 0) expect(from - (parts[index - 1]?.to ?? 0)).toBe(3)
})

test('a part is as wide as its share of those told', () => {
  const [thriving, quiet] = partsOfBar({ thriving: 3, steady: 0, fading: 0, quiet: 1, new: 0, unknown: 9 })
  expect((thriving?.to ?? 0) - (thriving?.from ?? 0)).toBe(298)
  expect((quiet?.to ?? 0) - (quiet?.from ?? 0)).toBe(99)
})
