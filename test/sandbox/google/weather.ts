/** What the world's weather does to calls: every fault counts down as it strikes, and comes in its several shapes by turns. */
import type { MiddlewareHandler } from 'hono'
import type { Mailbox, World } from '../world.ts'
import { jsonAnswer, quotaExceeded, retryAfter, type Service, unavailable } from './errors.ts'

/** How long a told pause is. */
const pause = 20_000

export class Faults {
  readonly #world: World
  readonly #turns = new Map<string, number>()
  /** Per mailbox: the highest sequence number whose cursors are too old. */
  readonly #expired = new WeakMap<Mailbox, number>()

  constructor(world: World) {
    this.#world = world
  }

  /** Every call passes here first: waits where it is slow, and lets cursors expire. */
  async arrive(): Promise<void> {
    const { weather } = this.#world
    if (weather.expireCursors) this.#expireCursors()
    if (weather.slow > 0) await passed(weather.slow)
  }

  /** What strikes this call instead of an answer, or null. A refusal for the rate names the limit. */
  refusal(service: Service, limit: number): Response | null {
    const { weather } = this.#world
    const struck = this.refusalOfHost(service)
    if (struck !== null) return struck
    if (weather.throttle <= 0) return null
    weather.throttle -= 1
    return this.#isOddTurn('throttle')
      ? quotaExceeded(service, limit)
      : retryAfter(service, this.#world.clock.now() + pause)
  }

  /** The faults that any server of Google's can have, the token endpoint among them. */
  refusalOfHost(service: Service): Response | null {
    const { weather } = this.#world
    if (weather.outage > 0) {
      weather.outage -= 1
      return unavailable(service)
    }
    if (weather.nonsense <= 0) return null
    weather.nonsense -= 1
    return this.#isOddTurn('nonsense') ? portalPage() : jsonAnswer(wrongShape)
  }

  /** A batch is struck as a whole and in its parts by turns. Over the rate limit are only parts: they are what is billed. */
  refusalOfBatch(service: Service): Response | null {
    const { outage, nonsense } = this.#world.weather
    if (outage + nonsense <= 0) return null
    return this.#isOddTurn('batch') ? this.refusalOfHost(service) : null
  }

  /** The answer as it arrives: whole, or broken off in the middle. */
  async deliver(answer: Response): Promise<Response> {
    const { weather } = this.#world
    if (weather.breakOff <= 0) return answer
    weather.breakOff -= 1
    const text = await answer.text()
    const half = text.slice(0, text.length >> 1)
    const { status, headers } = answer
    return new Response(this.#isOddTurn('breakOff') ? brokenStream(half) : half, { status, headers })
  }

  /** Whether a cursor that was given out at this sequence number is too old. */
  isExpired(mailbox: Mailbox, sequence: number): boolean {
    return sequence <= (this.#expired.get(mailbox) ?? beforeAnyCursor)
  }

  /** Cursors given out from here on stand higher than those before, so that they can be told apart. */
  #expireCursors(): void {
    this.#world.weather.expireCursors = false
    for (const mailbox of this.#world.mailboxes) {
      this.#expired.set(mailbox, mailbox.sequence)
      mailbox.sequence += 1
    }
  }

  #isOddTurn(fault: string): boolean {
    const turn = (this.#turns.get(fault) ?? 0) + 1
    this.#turns.set(fault, turn)
    return turn % 2 === 1
  }
}

/** Around a call: what strikes it, and how its answer arrives. */
export const weathered = (faults: Faults, refusal: () => Response | null): MiddlewareHandler =>
  async function meetWeather(c, next) {
    await faults.arrive()
    const struck = refusal()
    if (struck === null) await next()
    c.res = struck ?? (await faults.deliver(c.res))
  }

/** A mailbox's sequence begins above this: an id below it was never given out, or long ago. */
const beforeAnyCursor = 999

/** What a hotel's network or a company's proxy answers. */
const portalPage = (): Response =>
  new Response('<!doctype html><title>Welcome</title><p>Please accept the terms to use this network.', {
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  })

/** Every field the product could want, and none with the type it has. */
const wrongShape = {
  messages: 17,
  threads: 'none',
  history: true,
  items: null,
  id: [],
  historyId: {},
  emailAddress: 0,
  nextSyncToken: 1,
  access_token: [],
}

/** A server that has sent nothing yet turns a failure into an answer of its own: long enough for it to have begun. */
const untilLost = 20

/** Sends the text, then fails as a lost connection does. */
const brokenStream = (text: string): ReadableStream => {
  let isSent = false
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (isSent) {
          await passed(untilLost)
          throw new Error('The connection was lost')
        }
        isSent = true
        controller.enqueue(new TextEncoder().encode(text))
      },
    },
    // Nothing is read ahead: an error would drop what waits in the queue.
    { highWaterMark: 0 },
  )
}

const passed = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
