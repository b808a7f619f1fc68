import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { runSeed } from './seed.ts'

test.each([1, 2, 3])(
  'whatever the providers, the network, the queue and the database do, seed %i ends as on a quiet day',
  async (seed) => {
    const { differences, thrown } = await runSeed(seed, freshDatabase)
    expect(differences).toEqual([])
    expect(Object.values(thrown).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50)
  },
)
