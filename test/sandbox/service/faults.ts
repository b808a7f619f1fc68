/**
 * What the world's weather does to the calls of a simulated provider: every fault counts down as it strikes, and comes in
 * its several shapes by turns. How a provider words a fault is its own.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { World } from '../world.ts'

/** The shapes of each fault, in the order in which they take turns. */
export interface Wording {
  readonly throttled: Shapes
  readonly unavailable: Shapes
  readonly nonsense: Shapes
}

export type Shapes = readonly [() => Response, ...(() => Response)[]]

export class Faults {
  readonly #world: World
  readonly #turns = new Map<string, number>()

  constructor(world: World) {
    this.#world = world
  }

  /** Every call passes here first: waits where it is slow, and lets cursors expire. */
  async arrive(): Promise<void> {
    const { weather } = this.#world
    if (weather.expireCursors) this.#world.forgetCursors()
    if (weather.slow > 0) await passed(weather.slow)
  }

  /** What strikes this call instead of an answer, or null. */
  refusal(wording: Wording): Response | null {
    const { weather } = this.#world
    const struck = this.refusalOfHost(wording)
    if (struck !== null) return struck
    if (weather.throttle <= 0) return null
    weather.throttle -= 1
    return this.#nextShape('throttled', wording.throttled)
  }

  /** The faults that any server of a provider's can have, the token endpoint among them. */
  refusalOfHost(wording: Omit<Wording, 'throttled'>): Response | null {
    const { weather } = this.#world
    if (weather.outage > 0) {
      weather.outage -= 1
      return this.#nextShape('unavailable', wording.unavailable)
    }
    if (weather.nonsense <= 0) return null
    weather.nonsense -= 1
    return this.#nextShape('nonsense', wording.nonsense)
  }

  /** A batch is struck as a whole and in its parts by turns. Over the rate limit are only parts: they are what is billed. */
  refusalOfBatch(wording: Omit<Wording, 'throttled'>): Response | null {
    const { outage, nonsense } = this.#world.weather
    if (outage + nonsense <= 0) return null
    return this.#turn('batch') % 2 === 0 ? this.refusalOfHost(wording) : null
  }

  /** The answer as it arrives: whole, or broken off in the middle. */
  async deliver(answer: Response): Promise<Response> {
    const { weather } = this.#world
    if (weather.breakOff <= 0) return answer
    weather.breakOff -= 1
    const text = await answer.text()
    const half = text.slice(0, text.length >> 1)
    const { status, headers } = answer
    return new Response(this.#turn('breakOff') % 2 === 0 ? brokenStream(half) : half, { status, headers })
  }

  #nextShape(fault: keyof Wording, [first, ...others]: Shapes): Response {
    const shapes = [first, ...others]
    return (shapes[this.#turn(fault) % shapes.length] ?? first)()
  }

  /** How often this fault has struck before. */
  #turn(fault: string): number {
    const revision = this.#turns.get(fault) ?? 0
    this.#turns.set(fault, revision + 1)
    return revision
  }
}

/** Around a call: what strikes it, and how its answer arrives. */
export const weathered = (faults: Faults, refusal: (c: Context) => Response | null): MiddlewareHandler =>
  async function meetWeather(c, next) {
    await faults.arrive()
    const struck = refusal(c)
    if (struck === null) await next()
    c.res = struck ?? (await faults.deliver(c.res))
  }

/** What a hotel's network or a company's proxy answers. */
export const portalPage = (): Response =>
  new Response('<!doctype html><title>Welcome</title><p>Please accept the terms to use this network.', {
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  })

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

export const passed = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
