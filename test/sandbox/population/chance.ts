/**
 * Chance that can be repeated. Everything drawn in the population comes from here, and streams are named: drawing more
 * in one place moves nothing in another.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export class Chance {
  readonly #seed: number
  readonly #generator: ReturnType<typeof xoroshiro128plus>

  constructor(seed: number) {
    this.#seed = seed
    this.#generator = xoroshiro128plus(mixed(seed))
    // The first draws of this generator resemble its seed.
    for (let draw = 0; draw < warmUp; draw++) this.#generator.next()
  }

  /** A stream of its own, whatever has been drawn from this one. */
  fork(name: string): Chance {
    return new Chance(hashed(name, this.#seed))
  }

  /** From 0 to 1, without 1. */
  fraction(): number {
    return uniformFloat64(this.#generator)
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.fraction()
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return uniformInt(this.#generator, low, high)
  }

  happens(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.whole(0, from.length - 1)]
    if (picked === undefined) throw new Error('There is nothing to pick from')
    return picked
  }

  /** One of `from`, the likelier the larger its weight. */
  weighted<T extends { readonly weight: number }>(from: readonly T[]): T {
    let left = this.fraction() * from.reduce((sum, { weight }) => sum + weight, 0)
    for (const candidate of from) {
      left -= candidate.weight
      if (left < 0) return candidate
    }
    return this.pick(from)
  }

  /** `count` different ones, or all where there are fewer. */
  sample<T>(from: readonly T[], count: number): readonly T[] {
    const pool = [...from]
    const taken: T[] = []
    while (taken.length < count && pool.length > 0) taken.push(...pool.splice(this.whole(0, pool.length - 1), 1))
    return taken
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.fraction())) * Math.cos(2 * Math.PI * this.fraction())
  }

  /** Half the draws lie below `median`; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal())
  }

  /** `length` characters of an alphabet of 2, 4, 8, 16, 32 or 64. */
  token(length: number, alphabet: string = base64Url): string {
    const bits = Math.log2(alphabet.length)
    let text = ''
    let pool = 0
    let left = 0
    while (text.length < length) {
      if (left < bits) {
        pool = this.#generator.next() >>> 0
        left = 32
      }
      text += alphabet[pool & (alphabet.length - 1)]
      pool >>>= bits
      left -= bits
    }
    return text
  }
}

export const hexadecimal = '0123456789abcdef'
export const base32 = '0123456789abcdefghijklmnopqrstuv'
const base64Url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const warmUp = 12

/** FNV-1a over the name, begun with the seed. */
const hashed = (name: string, seed: number): number => {
  let hash = 0x811c9dc5 ^ mixed(seed)
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return mixed(hash)
}

/** The finalizer of MurmurHash3: neighbouring seeds become strangers. */
const mixed = (seed: number): number => {
  let value = seed | 0
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}
