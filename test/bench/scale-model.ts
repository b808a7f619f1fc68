/**
 * What a service of very many costs: the work of one user's month, as measured, times their number, at Cloudflare's list
 * prices; and which limit is met first. Pure.
 */

/** What one thing costs that happens: an invocation or several. */
export interface Cost {
  readonly milliseconds: number
  readonly jobs: number
  readonly calls: number
  readonly rowsRead: number
  readonly rowsWritten: number
}

export interface Measured {
  /** A round of changes that brings nothing, and one that brings some messages, with the job after it. */
  readonly quiet: Cost
  readonly news: Cost
  /** Building and sending a report; opening the people page. */
  readonly report: Cost
  readonly page: Cost
  /** A whole first read, and what it leaves in the database. */
  readonly firstRead: Cost
  readonly bytesOfUser: number
}

/** What nobody can measure here: how people are. */
export const assumptions = {
  accountsPerUser: 1.3,
  weeksPerMonth: 4.35,
  /** Every six hours; hourly in the half day before the report instead of twice. */
  pollsPerWeek: 28 + 12 - 2,
  /** Check-ins opened, each of which is followed by two polls. */
  openedPerWeek: 2,
  pagesPerWeek: 2,
  /** The share of polls that bring something. */
  shareWithNews: 0.4,
  /** Newcomers a month, each with a first read. */
  newcomersShare: 0.05,
  cronPerMonth: 96 * 30.4,
  usersPerShard: 20_000,
  /** Of a day's polls, the share that falls into its busiest hour. */
  busiestHourShare: 0.09,
} as const

/** The paid plan, a month: what is included, and what a million more costs in dollars. */
export const prices = {
  plan: 5,
  requests: { included: 10e6, perMillion: 0.3 },
  cpuMilliseconds: { included: 30e6, perMillion: 0.02 },
  queueOperations: { included: 1e6, perMillion: 0.4 },
  rowsRead: { included: 25e9, perMillion: 0.001 },
  rowsWritten: { included: 50e6, perMillion: 1 },
  storageGigabytes: { included: 5, each: 0.75 },
} as const

/** A message is written, read and acknowledged. */
const operationsPerJob = 3

export interface Month {
  readonly users: number
  readonly requests: number
  readonly cpuMilliseconds: number
  readonly queueOperations: number
  readonly rowsRead: number
  readonly rowsWritten: number
  readonly gigabytes: number
  readonly shards: number
  /** Calls a second of the busiest shard in the busiest hour, and the share of its one thread at a millisecond a call. */
  readonly callsPerSecond: number
  readonly dollars: number
  readonly dollarsPerUser: number
  readonly firstLimit: string
}

export const monthOf = (users: number, measured: Measured): Month => {
  const of = assumptions
  const weekly = of.accountsPerUser * (of.pollsPerWeek + 2 * of.openedPerWeek + of.pagesPerWeek)
  const polls = weekly * of.weeksPerMonth
  const parts: readonly (readonly [times: number, cost: Cost])[] = [
    [polls * (1 - of.shareWithNews), measured.quiet],
    [polls * of.shareWithNews, measured.news],
    [of.weeksPerMonth, measured.report],
    [(of.pagesPerWeek + of.openedPerWeek) * of.weeksPerMonth, { ...measured.page, jobs: 0 }],
    [of.newcomersShare * of.accountsPerUser, measured.firstRead],
  ]
  const each = (take: (cost: Cost) => number): number =>
    users * parts.reduce((sum, [times, cost]) => sum + times * take(cost), 0)
  const shards = Math.ceil(users / of.usersPerShard)
  // Cron looks at every account of a shard.
  const scanned = of.cronPerMonth * users * of.accountsPerUser
  const jobs = each(({ jobs: count }) => count)
  const month = {
    users,
    requests: jobs + users * (of.pagesPerWeek + of.openedPerWeek) * of.weeksPerMonth + of.cronPerMonth * shards,
    cpuMilliseconds: each(({ milliseconds }) => milliseconds),
    queueOperations: operationsPerJob * jobs,
    rowsRead: each(({ rowsRead }) => rowsRead) + scanned,
    rowsWritten: each(({ rowsWritten }) => rowsWritten),
    gigabytes: (users * measured.bytesOfUser) / 1e9,
    shards,
  }
  const callsPerSecond = ((each(({ calls }) => calls) / 30.4) * (of.busiestHourShare / 3600)) / shards
  const dollars = dollarsOf(month)
  return {
    ...month,
    callsPerSecond,
    dollars,
    dollarsPerUser: dollars / users,
    firstLimit: firstLimitOf({ ...month, callsPerSecond }),
  }
}

const dollarsOf = (month: Omit<Month, 'callsPerSecond' | 'dollars' | 'dollarsPerUser' | 'firstLimit'>): number => {
  const metered = (['requests', 'cpuMilliseconds', 'queueOperations', 'rowsRead', 'rowsWritten'] as const).map(
    (name) => {
      const { included, perMillion } = prices[name]
      return (Math.max(0, month[name] - included) / 1e6) * perMillion
    },
  )
  const storage = Math.max(0, month.gigabytes - prices.storageGigabytes.included) * prices.storageGigabytes.each
  return prices.plan + storage + metered.reduce((sum, dollars) => sum + dollars, 0)
}

/** How near each limit is, and what is done about it. */
const firstLimitOf = (
  month: Pick<Month, 'users' | 'gigabytes' | 'shards' | 'callsPerSecond' | 'queueOperations'>,
): string => {
  const limits: readonly (readonly [share: number, what: string])[] = [
    [month.gigabytes / month.shards / 10, 'the 10 GB of a database: fewer users to a shard'],
    [month.gigabytes / 1000, 'the 1 TB of an account: Cloudflare raises it on request'],
    [month.callsPerSecond / 1000, 'the one thread of a database: fewer users to a shard'],
    [
      month.queueOperations / operationsPerJob / (30.4 * 86_400) / 5000,
      'the 5,000 messages a second of a queue: one queue more',
    ],
  ]
  const [share, what] = limits.reduce((nearest, limit) => (limit[0] > nearest[0] ? limit : nearest))
  return `${what} (now ${Math.round(100 * share)} % of it)`
}
