/**
 * How long an invocation of the Worker lives: it can be stopped between any two awaits, and from then on nothing that it
 * asks for is done. Its database fails, too, once in a while, before or after it did what it was asked.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Dice } from './dice.ts'

export class Stopped extends Error {}

interface Life {
  /** Awaits that are left to it. */
  left: number
}

export class Lifetimes {
  readonly #dice: Dice
  readonly #current = new AsyncLocalStorage<Life>()

  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** Runs one invocation, which may be stopped in the middle. */
  run<T>(invocation: () => Promise<T>): Promise<T> {
    const isCut = this.#dice.strikes('Worker stopped between two awaits', 1 / 25)
    return this.#current.run({ left: isCut ? this.#dice.whole(0, 30) : Number.POSITIVE_INFINITY }, invocation)
  }

  /** Passes one await of the running invocation. */
  async pass<T>(step: () => Promise<T>): Promise<T> {
    const life = this.#current.getStore()
    if (life === undefined) return step()
    life.left -= 1
    if (life.left < 0) throw new Stopped('The Worker was stopped.')
    const result = await step()
    // Stopped while it waited: what was asked for is done, and nobody learns of it.
    if (life.left === 0) throw new Stopped('The Worker was stopped.')
    return result
  }
}

const share = 1 / 400

/** A database behind the same line: `metered` reads it by `inner`, so statements are handed out as they are. */
export const frailDatabase = (real: D1Database, dice: Dice, lifetimes: Lifetimes): D1Database => {
  const attempt = <T>(step: () => Promise<T>): Promise<T> =>
    lifetimes.pass(async () => {
      if (dice.strikes('database failed a query', share)) throw new Error('D1_ERROR: Network connection lost.')
      const result = await step()
      if (dice.strikes('database answered after it was given up', share)) {
        throw new Error('D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.')
      }
      return result
    })
  const bare = new WeakMap<object, D1PreparedStatement>()
  const statement = (inner: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(inner, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values))
        const value = Reflect.get(target, name)
        if (name === 'all' || name === 'run' || name === 'first' || name === 'raw') {
          return (...parameters: unknown[]) => attempt(() => value.apply(target, parameters))
        }
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    bare.set(proxy, inner)
    return proxy
  }
  return new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql))
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) =>
          attempt(() => target.batch(statements.map((each) => bare.get(each) ?? each)))
      }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
