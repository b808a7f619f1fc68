/**
 * Which letters belong to one conversation: those that Gmail says do, else those that refer to one another, and where a
 * mailbox has neither, those of one subject among the same people within two months. Pure.
 */
import { parseAddresses } from '../../../src/model/address.ts'
import { fingerprint } from './fingerprint.ts'
import { headerIn, headersIn } from './headers.ts'

/** Sets of letters that grow together (union-find). Letters are numbered in the order they are added. */
export class Threads {
  /** Of every node, the one above it; a root is above itself. */
  readonly #above: number[] = []
  readonly #letters: number[] = []
  readonly #named = new Map<number, number>()
  #told = 0

  add(posted: {
    readonly messageId: string | null
    readonly references: readonly string[]
    readonly thread: string | null
  }): void {
    const own = this.#node()
    this.#letters.push(own)
    if (posted.messageId !== null) this.#join(own, this.#nodeOf(posted.messageId))
    if (posted.thread !== null || posted.references.length > 0) this.#told += 1
    if (posted.thread !== null) this.#join(own, this.#nodeOf(`thread ${posted.thread}`))
    else for (const id of posted.references) this.#join(own, this.#nodeOf(id))
  }

  /** Puts two letters into one thread. */
  joinMessages(a: number, b: number): void {
    this.#join(this.#letters[a] ?? 0, this.#letters[b] ?? 0)
  }

  /** No more letters will be added: lets go of what new ones would have been compared with. */
  settle(): void {
    this.#named.clear()
  }

  /** A number that the letters of one thread share. */
  of(posted: number): number {
    return this.#root(this.#letters[posted] ?? 0)
  }

  /** Whether the mailbox tells of threads at all: a stray In-Reply-To in an archive without any does not count. */
  get areTold(): boolean {
    return this.#told > this.#letters.length / 100
  }

  #node(): number {
    this.#above.push(this.#above.length)
    return this.#above.length - 1
  }

  #nodeOf(name: string): number {
    const key = fingerprint(name)
    const known = this.#named.get(key)
    if (known !== undefined) return known
    const node = this.#node()
    this.#named.set(key, node)
    return node
  }

  #root(node: number): number {
    let root = node
    for (let above = this.#above[root]; above !== undefined && above !== root; above = this.#above[root]) root = above
    for (let at = node; at !== root; ) {
      const above = this.#above[at] ?? root
      this.#above[at] = root
      at = above
    }
    return root
  }

  #join(a: number, b: number): void {
    const [first, second] = [this.#root(a), this.#root(b)]
    this.#above[Math.max(first, second)] = Math.min(first, second)
  }
}

/** Joins letters of one subject that share people other than the owner, each within sixty days of the one before. */
export const joinBySubject = (
  threads: Threads,
  mails: readonly { readonly headers: string; readonly at: number }[],
  isOwn: (address: string) => boolean,
): void => {
  const latest = new Map<
    string,
    { readonly posted: number; readonly at: number; readonly people: ReadonlySet<string> }[]
  >()
  const inOrder = mails.map((_, index) => index).sort((a, b) => (mails[a]?.at ?? 0) - (mails[b]?.at ?? 0))
  for (const posted of inOrder) {
    const { headers, at } = mails[posted] ?? { headers: '', at: 0 }
    const subject = baseSubject(headerIn(headers, 'subject') ?? '')
    if (subject === '') continue
    const people = new Set(peopleOn(headers).filter((address) => !isOwn(address)))
    const open = (latest.get(subject) ?? []).filter((other) => at - other.at <= maxPause)
    const joined = open.filter((other) => [...people].some((person) => other.people.has(person)))
    for (const other of joined) threads.joinMessages(posted, other.posted)
    const rest = open.filter((other) => !joined.includes(other)).slice(-maxOpen)
    latest.set(subject, [
      ...rest,
      { posted, at, people: new Set([...people, ...joined.flatMap((other) => [...other.people])]) },
    ])
  }
}

const maxPause = 60 * 24 * 60 * 60 * 1000

/** Of a subject that everyone uses, only so many threads are waited for. */
const maxOpen = 200

const peopleOn = (headers: string): readonly string[] =>
  ['from', 'to', 'cc', 'bcc'].flatMap((name) =>
    headersIn(headers, name).flatMap((value) => parseAddresses(value).map(({ address }) => address)),
  )

/** Without what programs put before a subject when they answer or forward, in the languages they do it in. */
const baseSubject = (subject: string): string => {
  let base = subject.trim()
  for (let before = ''; before !== base; ) {
    before = base
    base = base.replace(/^(?:(?:re|aw|antw|sv|vs|ref|r|fwd?|wg|tr|rv|enc|i)(?:\[\d+\])?\s*:|\[[^\]]{1,40}\])\s*/i, '')
  }
  return base.replace(/\s+/g, ' ').toLowerCase()
}
