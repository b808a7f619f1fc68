/** The line between the Worker and the providers in a storm: each call may be struck by one of the faults of a network. */
import { gmailService, unauthenticated } from '../sandbox/google/errors.ts'
import type { Line } from '../sandbox/installation.ts'
import type { Weather } from '../sandbox/world.ts'
import type { Dice } from './dice.ts'

/** One call in so many is struck by each kind. */
const share = 1 / 120

export const stormyLine =
  (dice: Dice, weather: () => Weather): Line =>
  async (request, next) => {
    const isApi = new URL(request.url).pathname.startsWith('/api/')
    const isMailer = request.url.includes('resend')
    if (isMailer) return next(request)
    if (isApi) stir(dice, weather())
    if (isApi && dice.strikes('token refused in mid-walk (401)', share)) return unauthenticated(gmailService)
    if (dice.strikes('connection reset', share)) {
      // The call may have been answered all the same.
      if (dice.whole(0, 1) === 1) await next(request)
      throw new TypeError('Network connection lost.')
    }
    const answer = await next(request)
    if (!isApi || !answer.ok) return answer
    if (dice.strikes('truncated JSON', share)) return cut(answer, dice)
    if (dice.strikes('rows delivered twice', 3 * share)) return rearranged(answer, (rows) => [...rows, ...rows])
    // Gmail's history is in order by its own promise; nothing is promised of other listings.
    const isHistory = request.url.includes('/history')
    if (!isHistory && dice.strikes('rows out of order', 3 * share)) {
      return rearranged(answer, (rows) => [...rows].reverse())
    }
    return answer
  }

/** Faults that the simulated provider has in its own words. */
const stir = (dice: Dice, weather: Weather): void => {
  if (dice.strikes('rate limit without a time (403, 429)', share)) weather.throttle += dice.whole(1, 4)
  if (dice.strikes('rate limit with a time (429)', share)) weather.throttle += 2
  if (dice.strikes('server error (5xx)', share)) weather.outage += dice.whole(1, 4)
  if (dice.strikes('nonsense instead of JSON', share)) weather.nonsense += 1
  if (dice.strikes('cursors expired in mid-walk', share / 8)) weather.expireCursors = true
}

const cut = async (answer: Response, dice: Dice): Promise<Response> => {
  const text = await answer.text()
  return new Response(text.slice(0, dice.whole(0, Math.max(0, text.length - 1))), answer)
}

const listings = ['messages', 'threads', 'history', 'items'] as const

const rearranged = async (
  answer: Response,
  change: (rows: readonly unknown[]) => readonly unknown[],
): Promise<Response> => {
  if (!(answer.headers.get('content-type') ?? '').includes('json')) return answer
  const body = await answer.json<Record<string, unknown>>()
  for (const name of listings) {
    const rows = body[name]
    // Of a single thread the messages are its content, not a listing.
    if (Array.isArray(rows) && body.id === undefined) body[name] = change(rows)
  }
  return new Response(JSON.stringify(body), answer)
}
