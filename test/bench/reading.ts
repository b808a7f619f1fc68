/** Reading a mailbox job by job, with the product alone in a process of its own. */
import { Browser } from '../sandbox/browser.ts'
import { giveConsent } from '../sandbox/service/visitor.ts'
import type { Mailbox, ProviderName } from '../sandbox/world.ts'
import { type Alone, among, type Invocation, openAlone } from './alone.ts'
import { type Figure, lower } from './figure.ts'
import { publicUrl } from './inside/settings.ts'
import { today } from './inside/trial.ts'

export interface Simulated {
  readonly provider: ProviderName
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly clock: { time: number }
}

export interface PageRead extends Invocation {
  readonly messages: number
}

export interface Reading {
  /** Jobs that brought messages, in order. */
  readonly pages: readonly PageRead[]
  /** All jobs. */
  readonly jobs: readonly Invocation[]
}

/** A clock that moves with the product's. */
export const sandboxClock = () => {
  const clock = { time: today, now: () => clock.time }
  return clock
}

export const readMailbox = async (script: string, mailbox: Mailbox, simulated: Simulated): Promise<Reading> => {
  const { clock, fetch, provider } = simulated
  const product = await openReading(script, fetch)
  try {
    await connectAlone(product, { account: mailbox.owner.address, provider, fetch })
    const pages: PageRead[] = []
    const jobs: Invocation[] = []
    let before = 0
    for (;;) {
      clock.time = Math.max(clock.time, product.queue.nextAt ?? 0)
      const invocation = await product.step()
      if (invocation === null) return { pages, jobs }
      jobs.push(invocation)
      const row = await product.database
        .prepare("SELECT progress ->> 'messages' AS messages FROM accounts")
        .first<{ messages: number }>()
      const messages = row?.messages ?? 0
      if (messages > before) pages.push({ ...invocation, messages: messages - before })
      before = messages
    }
  } finally {
    await product.close()
  }
}

export const openReading = (script: string, outside: Simulated['fetch']): Promise<Alone> =>
  openAlone(script, { outside, now: today })

/** Somebody signs in; the answer is their browser. */
export const connectAlone = async (
  product: Alone,
  { account, provider, fetch }: Pick<Simulated, 'provider' | 'fetch'> & { readonly account: string },
): Promise<Browser> => {
  const browser = new Browser(product.fetch, publicUrl)
  const consent = (await browser.get(`/connect/${provider}`)).headers.get('location')
  if (consent === null) throw new Error('No way to the consent page')
  const callback = await giveConsent(consent, { fetch: async (request) => fetch(request), account })
  await browser.get(callback.pathname + callback.search)
  return browser
}

/** The figures of a page job; the first fifth runs before the engine has compiled what it needs, and is told apart. */
export const figuresOf = (name: string, { pages, jobs }: Reading): readonly Figure[] => {
  const warm = pages.slice(Math.floor(pages.length / 5))
  const sum = (of: (page: PageRead) => number): number => warm.reduce((all, page) => all + of(page), 0)
  const own = warm.map(({ milliseconds }) => milliseconds)
  const floors = warm.map(({ floor }) => floor ?? 0)
  const [median, worst] = [among(own, 0.5), among(own, 0.95)]
  const messages = sum((page) => page.messages)
  return [
    lower(`${name}: CPU of a page job, the Worker's own, median`, median, 'ms', null, among(floors, 0.5)),
    lower(`${name}: the same, 95th of 100`, worst, 'ms', 10, among(floors, 0.95)),
    lower(`${name}: times its floor, median`, median / among(floors, 0.5), 'times', 1.6),
    lower(`${name}: CPU per 100 messages`, (100 * sum(({ milliseconds }) => milliseconds)) / messages, 'ms', null),
    lower(`${name}: the very first page of a cold Worker`, pages[0]?.milliseconds ?? 0, 'ms', null),
    lower(`${name}: messages a page`, messages / warm.length, 'messages', null),
    lower(`${name}: most calls of D1 in one job`, Math.max(...jobs.map(({ calls }) => calls)), 'calls', 3),
    lower(`${name}: requests a page job`, sum(({ requests }) => requests) / warm.length, 'requests', null),
    lower(`${name}: most requests of one job`, Math.max(...jobs.map(({ requests }) => requests)), 'requests', 49),
  ]
}
