/**
 * The weather: one seeded source of every fault, and a count of what was thrown. It stands between the Worker and its
 * network, database and queue, and says when a Worker stops. Faults come in spells: calm hours, showers, and outages.
 */
import type { Job } from '../../src/model/job.ts'
import type { Outside } from '../../src/outside.ts'
import type { Installation } from '../sandbox/installation.ts'
import type { Chance } from '../sandbox/population/chance.ts'
import type { ProviderInWeather } from './providers/provider.ts'

export class Stopped extends Error {
  constructor() {
    super('the Worker was stopped')
  }
}

export interface StormOptions {
  readonly chance: Chance
  readonly providers: readonly ProviderInWeather[]
  readonly home: Installation
  /** Ends something in the mailbox before its time, in the middle of an answer; false where nothing is left to end. */
  readonly endSomething: () => boolean
}

export class Storm {
  readonly thrown = new Map<string, number>()
  /** A token that was seen on its way, by provider. */
  readonly tokens = new Map<string, string>()
  readonly #chance: Chance
  readonly #options: StormOptions
  readonly #pageSize: number
  readonly #lastLists = new Map<string, unknown>()
  #spell = { until: 0, risk: 0 }
  isOver = false

  constructor(options: StormOptions) {
    this.#chance = options.chance
    this.#options = options
    this.#pageSize = this.#chance.whole(3, 40)
  }

  /** Whether a fault of this kind strikes now; `share` of the spell's risk is its own. */
  strikes(fault: string, share: number): boolean {
    if (this.isOver) return false
    const isStruck = this.#chance.happens(Math.min(0.95, this.#risk() * share))
    if (isStruck) this.count(fault)
    return isStruck
  }

  count(fault: string): void {
    this.thrown.set(fault, (this.thrown.get(fault) ?? 0) + 1)
  }

  /** The life of one invocation: its own doors, which all close when it is stopped. */
  life(): { readonly outside: Outside; readonly database: D1Database; readonly queue: Queue<Job> } {
    const { home } = this.#options
    // A page takes some twenty to forty touches of a door.
    let touchesLeft = this.strikes('Worker stopped', 0.25) ? this.#chance.whole(0, 50) : Number.POSITIVE_INFINITY
    const touch = (): void => {
      touchesLeft -= 1
      if (touchesLeft < 0) throw new Stopped()
    }
    const through = async <T>(work: () => Promise<T>): Promise<T> => {
      touch()
      const answer = await work()
      // What was asked for is done, and nobody is there to hear of it.
      touch()
      return answer
    }
    const outside: Outside = {
      ...home.outside,
      fetch: (input, init) => through(() => this.#send(new Request(input, init))),
    }
    return { outside, database: this.#database(home.env.DB, through), queue: this.#queue(home.env.JOBS, through) }
  }

  #risk(): number {
    const now = this.#options.home.clock.now()
    if (now >= this.#spell.until) {
      const risk = this.#chance.weighted([
        { weight: 4, risk: 0.02 },
        { weight: 4, risk: 0.15 },
        { weight: 2, risk: 0.4 },
        { weight: 1, risk: 1 },
      ]).risk
      this.#spell = { risk, until: now + this.#chance.between(0.2, 9) * 3_600_000 }
    }
    return this.#spell.risk
  }

  async #send(request: Request): Promise<Response> {
    const { home, providers } = this.#options
    const send = (sent: Request): Promise<Response> => home.outside.fetch(sent)
    if (this.isOver) return send(request)
    const url = new URL(request.url)
    const provider = providers.find(({ host }) => host === url.host)
    if (this.strikes('connection reset before the answer', 0.15)) throw new TypeError('Network connection lost.')
    const answer =
      provider === undefined ? await this.#sendMail(request, send) : await this.#ask(provider, request, url, send)
    if (this.strikes('connection reset after the answer', 0.1)) throw new TypeError('Network connection lost.')
    if (this.strikes('answer broken off', 0.12)) {
      const text = await answer.text()
      return new Response(text.slice(0, text.length >> 1), { status: answer.status, headers: answer.headers })
    }
    return answer
  }

  async #sendMail(request: Request, send: (sent: Request) => Promise<Response>): Promise<Response> {
    const { weather } = this.#options.home.resend
    if (this.strikes('mail carrier: 500', 0.3)) weather.refuse = 1
    else if (this.strikes('mail carrier: accepted, then 504', 0.4)) weather.acceptThenHang = 1
    else if (this.strikes('mail carrier: over the rate', 0.3)) weather.throttle = 1
    return send(request)
  }

  async #ask(
    provider: ProviderInWeather,
    request: Request,
    url: URL,
    send: (sent: Request) => Promise<Response>,
  ): Promise<Response> {
    const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    if (bearer !== undefined) this.tokens.set(provider.name, bearer)
    const kind = provider.kindOf(url)
    if (kind !== 'other' || bearer !== undefined) {
      const refusals = Object.entries(provider.refusals).filter(([name]) => kind !== 'tokens' || name.startsWith('5'))
      const [name, refusal] = this.#chance.pick(refusals)
      if (this.strikes(kind === 'tokens' ? `token endpoint: ${name}` : name, 0.5))
        return refusal(this.#options.home.clock.now())
    }
    if (kind === 'list') return this.#list(provider, request, url, send)
    if (kind === 'read') {
      if (this.strikes('gone between list and read', 0.6)) this.#options.endSomething()
      return this.#spoilParts(provider, await send(request))
    }
    return send(request)
  }

  /** Lists: cursors expire, pages lapse, come twice, and bring their rows twice or in another order. */
  async #list(
    provider: ProviderInWeather,
    request: Request,
    url: URL,
    send: (sent: Request) => Promise<Response>,
  ): Promise<Response> {
    if (this.strikes('cursors expired', 0.05)) provider.expireCursors(this.#options.home.world)
    const lapsed = provider.lapsedPage(url)
    if (lapsed !== null && this.strikes('page token lapsed', 0.15)) return lapsed
    const key = provider.walkOf(url)
    const last = this.#lastLists.get(key)
    // Only the page before: one from elsewhere in the list would be a provider that loses letters.
    if (provider.leadsTo(last, url) && this.strikes('page repeated', 0.3)) return Response.json(last)
    const answer = await send(provider.withSmallPages(request, this.#pageSize))
    if (!answer.ok) return answer
    const body: unknown = await answer.json()
    const isShaken = this.strikes('rows twice and out of order', 0.5)
    this.#lastLists.set(key, body)
    return Response.json(isShaken ? provider.shaken(body, (rows) => this.#shake(rows)) : body)
  }

  async #spoilParts(provider: ProviderInWeather, answer: Response): Promise<Response> {
    if (!answer.ok || !this.strikes('some parts of a batch refused', 0.5)) return answer
    const fault = this.#chance.pick(['unauthorized', 'unavailable', 'throttled'] as const)
    this.count(`part: ${fault}`)
    const text = new TextDecoder().decode(await answer.arrayBuffer())
    const spoilt = provider.withBadParts(text, () => (this.#chance.happens(0.3) ? fault : 'none'))
    return new Response(spoilt ?? text, { status: answer.status, headers: answer.headers })
  }

  #shake<T>(rows: readonly T[]): readonly T[] {
    return this.#chance.sample([...rows, ...this.#chance.sample(rows, 3)], rows.length + 3)
  }

  #database(real: D1Database, through: <T>(work: () => Promise<T>) => Promise<T>): D1Database {
    const run = <T>(isWrite: boolean, work: () => Promise<T>): Promise<T> =>
      through(async () => {
        if (isWrite && this.strikes('D1 failed a write', 0.12)) throw new Error('D1_ERROR: storage is overloaded')
        if (!isWrite && this.strikes('D1 failed a read', 0.04)) throw new Error('D1_ERROR: storage is overloaded')
        const answer = await work()
        if (isWrite && this.strikes('D1 wrote, and its answer was lost', 0.06)) {
          throw new Error('D1_ERROR: Network connection lost')
        }
        return answer
      })
    const inner = new WeakMap<object, D1PreparedStatement>()
    const statement = (wrapped: D1PreparedStatement, isWrite: boolean): D1PreparedStatement => {
      const proxy = new Proxy(wrapped, {
        get(target, name) {
          const value = Reflect.get(target, name)
          if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values), isWrite)
          if (name === 'run' || name === 'all' || name === 'raw' || name === 'first') {
            return (...values: unknown[]) => run(isWrite, () => value.apply(target, values))
          }
          return value
        },
      })
      inner.set(proxy, wrapped)
      return proxy
    }
    return new Proxy(real, {
      get(target, name) {
        if (name === 'prepare') return (sql: string) => statement(target.prepare(sql), !/^\s*select/i.test(sql))
        if (name === 'batch') {
          return (statements: D1PreparedStatement[]) =>
            run(true, () => target.batch(statements.map((each) => inner.get(each) ?? each)))
        }
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }

  #queue(real: Queue<Job>, through: <T>(work: () => Promise<T>) => Promise<T>): Queue<Job> {
    const send = (job: Job, options?: QueueSendOptions) =>
      through(async () => {
        if (this.strikes('queue took nothing', 0.08)) throw new Error('Queue send failed')
        const delaySeconds = options?.delaySeconds ?? 0
        if (this.strikes('job twice', 0.3))
          await real.send(job, { delaySeconds: delaySeconds + this.#chance.whole(0, 4000) })
        const late = this.strikes('job late', 0.3) ? this.#chance.whole(1, 20_000) : 0
        return real.send(job, { delaySeconds: delaySeconds + late })
      })
    return Object.assign(Object.create(real), { send }) as Queue<Job>
  }
}
