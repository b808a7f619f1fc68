/**
 * A Monday of a whole service, minute by minute: who falls due, how many cron asks for, and how many the queue's consumers
 * and the database get done. Pure.
 */

/** What one report costs, as measured, and what one run of cron can ask for. */
export interface Costs {
  /** Reports that one run of cron can ask for, and what ends it there. */
  readonly askedPerRun: number
  readonly queriesPerReport: number
  /** CPU of a report, the database's own included: an upper bound of what its one thread spends on it. */
  readonly millisecondsPerReport: number
}

/** What Cloudflare allows or takes: messages a second of one queue, consumers at once, and a round trip to D1 and to a carrier. */
export const platform = {
  messagesPerSecond: 5000,
  consumers: 250,
  queryMilliseconds: 20,
  carrierMilliseconds: 400,
} as const

/** Reports a minute that each part gets done, the narrowest first. */
export const ratesOf = (costs: Costs): readonly (readonly [limit: string, perMinute: number])[] => {
  const wall = costs.queriesPerReport * platform.queryMilliseconds + platform.carrierMilliseconds
  const rates: (readonly [string, number])[] = [
    ['what one queue delivers', 60 * platform.messagesPerSecond],
    ['the consumers that run at once', (60_000 * platform.consumers) / wall],
    ['the one thread of a database', 60_000 / costs.millisecondsPerReport],
    ['what cron can ask for', costs.askedPerRun / cronMinutes],
  ]
  return rates.sort((a, b) => a[1] - b[1])
}

export interface Drained {
  /** When the last report of the day is out, in minutes after its moment. */
  readonly latest: number
  /** The share that is out within a quarter of an hour of its moment, 0–1. */
  readonly withinQuarter: number
}

const cronMinutes = 15

/**
 * Eight o'clock comes round the world: `shares` of the users fall due at these minutes of the day. First come, first served.
 */
export const drain = (users: number, shares: ReadonlyMap<number, number>, costs: Costs): Drained => {
  const perMinute = Math.min(...ratesOf(costs).map(([, rate]) => rate))
  const waiting: { readonly dueAt: number; left: number }[] = []
  const due: { readonly dueAt: number; left: number }[] = []
  let [latest, quick] = [0, 0]
  for (let minute = 0; minute < 3 * 1440; minute += 1) {
    const share = minute < 1440 ? (shares.get(minute) ?? 0) : 0
    if (share > 0) due.push({ dueAt: minute, left: users * share })
    if (minute % cronMinutes === 0) move(due, waiting, costs.askedPerRun)
    let room = perMinute
    while (room > 0 && waiting[0] !== undefined) {
      const first = waiting[0]
      const done = Math.min(room, first.left)
      first.left -= done
      room -= done
      if (minute - first.dueAt <= cronMinutes) quick += done
      if (first.left > 0) break
      latest = Math.max(latest, minute + 1 - first.dueAt)
      waiting.shift()
    }
  }
  return { latest, withinQuarter: quick / users }
}

/** As many as one run of cron asks for. */
const move = (
  from: { readonly dueAt: number; left: number }[],
  to: { readonly dueAt: number; left: number }[],
  most: number,
): void => {
  let room = most
  while (room > 0 && from[0] !== undefined) {
    const first = from[0]
    const moved = Math.min(room, first.left)
    to.push({ dueAt: first.dueAt, left: moved })
    first.left -= moved
    room -= moved
    if (first.left === 0) from.shift()
  }
}

/** Where a service's users wake up: a quarter of them in one zone, the rest round the globe, half hours among them. */
export const world: ReadonlyMap<number, number> = new Map([
  [7 * 60, 0.25],
  [8 * 60, 0.12],
  [6 * 60, 0.07],
  [13 * 60, 0.18],
  [14 * 60, 0.06],
  [16 * 60, 0.12],
  [2 * 60 + 30, 0.08],
  [22 * 60 + 30, 0.02],
  [23 * 60, 0.04],
  [11 * 60, 0.06],
])
