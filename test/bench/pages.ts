/** The CPU of reading mail, page by page, with the simulated Google in this process and the product alone in the other. */
import { createGoogle } from '../sandbox/google/index.ts'
import { populate } from '../sandbox/population/index.ts'
import { World } from '../sandbox/world.ts'
import { type Figure, lower } from './figure.ts'
import { openHouse } from './house.ts'
import { client, googleOrigin, type JobRun } from './inside/product.ts'
import { today } from './inside/trial.ts'
import type { Bench } from './setting.ts'

interface Measured {
  readonly milliseconds: number
  readonly messages: number
}

export const pages: Bench = async ({ script, isShort }) => {
  const clock = { time: today, now: () => clock.time }
  const mailbox = populate({ seed: 1, now: today, messages: isShort ? 5000 : 22_000 })
  const google = createGoogle(new World(clock, [mailbox]), { origin: googleOrigin, clients: [client] })
  const house = await openHouse(await script(), (request) => {
    clock.time = Math.max(clock.time, Number(request.headers.get('x-now')))
    return google.fetch(request)
  })
  try {
    await house.ask('connect', mailbox.owner.address)
    const measured: Measured[] = []
    let before = 0
    for (;;) {
      const start = await house.cpu()
      const { ran } = await house.ask<JobRun>('step')
      const milliseconds = (await house.cpu()) - start
      if (!ran) break
      const { messages } = await house.ask<{ messages: number }>('messagesRead')
      if (messages > before) measured.push({ milliseconds, messages: messages - before })
      before = messages
    }
    const start = await house.cpu()
    for (let call = 0; call < emptyCalls; call += 1) await house.ask('nothing')
    const empty = ((await house.cpu()) - start) / emptyCalls
    return figuresOf(measured, empty)
  } finally {
    await house.close()
  }
}

const emptyCalls = 200

/** The first pages run before the engine has compiled what they need; they are in the worst, and not in the usual. */
const figuresOf = (measured: readonly Measured[], empty: number): readonly Figure[] => {
  const warm = measured.slice(Math.floor(measured.length / 5))
  const total = warm.reduce((sum, { milliseconds }) => sum + milliseconds - empty, 0)
  const messages = warm.reduce((sum, page) => sum + page.messages, 0)
  const sorted = warm.map(({ milliseconds }) => milliseconds - empty).sort((a, b) => a - b)
  const first = measured[0]?.milliseconds ?? 0
  return [
    lower("page: CPU per 100 messages, D1's own included", (100 * total) / messages, 'ms', 8),
    lower("page: CPU of a job's page, median", sorted[Math.floor(sorted.length / 2)] ?? 0, 'ms', 8),
    lower("page: CPU of a job's page, 95th of 100", sorted[Math.floor(sorted.length * 0.95)] ?? 0, 'ms', 10),
    lower('page: CPU of the very first page of a cold Worker', first - empty, 'ms', null),
    lower('page: messages a page', messages / warm.length, 'messages', null),
  ]
}
