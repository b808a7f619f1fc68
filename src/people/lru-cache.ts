/** A cache of limited size: whatever nobody has used for the longest time makes room for what comes. */
export class LruCache<Thing> {
  readonly #room: number
  readonly #things = new Map<number, { readonly thing: Thing; readonly size: number }>()
  #taken = 0

  /** `room` is the most that the sizes of all things may come to. */
  constructor(room: number) {
    this.#room = room
  }

  /** Undefined where the thing is not here, or not any more. */
  get(key: number): Thing | undefined {
    const held = this.#things.get(key)
    if (held === undefined) return undefined
    this.#things.delete(key)
    this.#things.set(key, held)
    return held.thing
  }

  /** Keeps nothing that is larger than all the room there is. */
  put(key: number, thing: Thing, size: number): void {
    this.remove(key)
    if (size > this.#room) return
    for (const oldest of this.#things.keys()) {
      if (this.#taken + size <= this.#room) break
      this.remove(oldest)
    }
    this.#things.set(key, { thing, size })
    this.#taken += size
  }

  remove(key: number): void {
    this.#taken -= this.#things.get(key)?.size ?? 0
    this.#things.delete(key)
  }
}
