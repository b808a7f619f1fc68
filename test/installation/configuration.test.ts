import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Configuration, readConfiguration } from './configuration.ts'
import { consumerFinding, cronFinding } from './waking.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-configuration-'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (toml: string): Promise<Configuration> => {
  const file = join(folder, 'wrangler.toml')
  await writeFile(file, `name = "x"\ncompatibility_date = "2026-11-01"\n${toml}`)
  return readConfiguration(file)
}

describe('the Worker’s configuration', () => {
  test('as it lies here has what wakes it', () => {
    const configuration = readConfiguration()
    expect([cronFinding(configuration).state, consumerFinding(configuration).state]).toEqual(['fine', 'fine'])
  })

  test('tells the binding to the Email Service by its name', async () => {
    expect((await read('[[send_email]]\nname = "EMAIL"\n')).hasEmailBinding).toBe(true)
    expect((await read('[[send_email]]\nname = "OTHER"\n')).hasEmailBinding).toBe(false)
    expect((await read('# [[send_email]]\n# name = "EMAIL"\n')).hasEmailBinding).toBe(false)
  })

  test('may lack all of it', async () => {
    expect(await read('')).toEqual({ worker: 'x', hasEmailBinding: false, crons: [], consumedQueues: [] })
  })
})
