/** What is deployed: its size as it travels, and the CPU of starting it. */
import { gzipSync } from 'node:zlib'
import { bundle } from '../sandbox/bundle.ts'
import { lower } from './figure.ts'
import { openHouse } from './house.ts'
import type { Bench } from './setting.ts'

export const size: Bench = async ({ isShort }) => {
  const script = await bundle('src/worker.ts')
  const times: number[] = []
  for (let start = 0; start < (isShort ? 3 : 7); start += 1)
    times.push((await startUp(script)) - (await startUp(emptyWorker)))
  const sorted = times.toSorted((a, b) => a - b)
  return [
    lower('worker: minified and gzipped', gzipSync(script, { level: 9 }).length / 1024, 'KB', 300),
    lower('worker: CPU of starting, beyond an empty Worker', sorted[Math.floor(sorted.length / 2)] ?? 0, 'ms', 40),
  ]
}

const emptyWorker = 'export default { fetch: () => new Response() }'

/** Of the whole process until its first answer: whether that is a page or "a setting is missing" makes no difference. */
const startUp = async (script: string): Promise<number> => {
  const house = await openHouse(script)
  try {
    await house.ask('').catch(() => undefined)
    return await house.cpu()
  } finally {
    await house.close()
  }
}
