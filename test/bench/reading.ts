/** Reading a mailbox job by job, with the simulated provider in this process and the product alone in the other. */
import type { Mailbox, ProviderName } from '../sandbox/world.ts'
import { openHouse } from './house.ts'
import type { JobRun } from './inside/product.ts'
import { today } from './inside/trial.ts'

export interface Simulated {
  readonly provider: ProviderName
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly clock: { time: number }
}

export interface PageRead {
  /** Of CPU, the empty call's taken off. */
  readonly milliseconds: number
  readonly messages: number
}

export interface Reading {
  /** Jobs that brought messages, in order. */
  readonly pages: readonly PageRead[]
  /** The most requests that any job sent. */
  readonly maxRequests: number
}

/** A clock that moves with the product's. */
export const sandboxClock = () => {
  const clock = { time: today, now: () => clock.time }
  return clock
}

export const readMailbox = async (script: string, mailbox: Mailbox, simulated: Simulated): Promise<Reading> => {
  const { clock, fetch, provider } = simulated
  const house = await openHouse(script, (request) => {
    clock.time = Math.max(clock.time, Number(request.headers.get('x-now')))
    return fetch(request)
  })
  try {
    await house.ask('connect', { account: mailbox.owner.address, provider })
    const measured: PageRead[] = []
    let [before, maxRequests] = [0, 0]
    for (;;) {
      const start = await house.cpu()
      const { ran, requests } = await house.ask<JobRun>('step')
      const milliseconds = (await house.cpu()) - start
      if (!ran) break
      maxRequests = Math.max(maxRequests, requests)
      const { messages } = await house.ask<{ messages: number }>('messagesRead')
      if (messages > before) measured.push({ milliseconds, messages: messages - before })
      before = messages
    }
    const start = await house.cpu()
    for (let call = 0; call < emptyCalls; call += 1) await house.ask('nothing')
    const empty = ((await house.cpu()) - start) / emptyCalls
    return {
      pages: measured.map(({ milliseconds, messages }) => ({ milliseconds: milliseconds - empty, messages })),
      maxRequests,
    }
  } finally {
    await house.close()
  }
}

const emptyCalls = 200

/** The first pages run before the engine has compiled what they need; they are in the worst, and not in the usual. */
export const usualOf = (pages: readonly PageRead[]) => {
  const warm = pages.slice(Math.floor(pages.length / 5))
  const total = warm.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const messages = warm.reduce((sum, page) => sum + page.messages, 0)
  const sorted = warm.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    perHundred: (100 * total) / messages,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    nearlyWorst: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    messagesAPage: messages / warm.length,
  }
}
