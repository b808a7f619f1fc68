/** Who the user's people are: what was inferred of their contacts, what only letters tell, and what the user said of it. */

import { roleAccountsInTouch } from '../infer/exclusion.ts'
import { type Namesakes, namesakes } from '../infer/identity.ts'
import { type Resolved, resolve } from '../infer/resolve.ts'
import { type Account, ownAddresses } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import type { Contact } from '../model/contact.ts'
import { answersLikePeople } from '../model/conversation.ts'
import { type ActiveCorrection, activeCorrections, type CorrectionEntry } from '../model/correction.ts'
import { type Block, blocksOf, blockVersionsQuestion, contactsQuestion } from '../store/contact-book.ts'
import { correctionsQuestion } from '../store/corrections.ts'
import { answeredFrom, interactionsWith } from '../store/interactions.ts'
import { askTogether, type Question, type Store } from '../store/store.ts'
import { LruCache } from './lru-cache.ts'

/** Whose people are asked for. */
export interface PeopleOf {
  readonly userId: number
  readonly accounts: readonly Account[]
}

/** Who the user's people are, and who is none and why: what was inferred, with what the user said replayed over it. */
export interface Who {
  readonly resolved: Resolved
  readonly corrections: readonly ActiveCorrection[]
}

/** Finds who the user's people are, and asks in the same call of the database what else there is to ask. */
export type FindPeople = <Answers extends readonly unknown[]>(
  of: PeopleOf,
  ...questions: { readonly [Index in keyof Answers]: Question<Answers[Index]> }
) => Promise<Who & { readonly answers: Answers }>

/** Reads it all, each time: for a report, which comes once a week. */
export const findingPeople =
  (store: Store): FindPeople =>
  async (of, ...questions) => {
    const [contacts, log, ...answers] = await askTogether(
      store,
      contactsQuestion(store, of.userId),
      correctionsQuestion(store, of.userId),
      ...questions,
    )
    return { ...(await whoIsWho(store, of, contacts, log)), answers: inOrder(answers) }
  }

/**
 * The same for pages, which come one after the other: what was found is remembered for as long as nothing moved that it
 * rests on, and of what moved only that is read again. Every page of mail turns its account and raises the versions of the
 * blocks it writes, every word of the user's adds to their log.
 */
export const rememberingPeople = (store: Store): { readonly find: FindPeople; forget(userId: number): void } => {
  const cache = new LruCache<Remembered>(maxRemembered)
  return {
    find: async (of, ...questions) => {
      const { userId, accounts } = of
      const [versions, log, ...answers] = await askTogether(
        store,
        blockVersionsQuestion(store, userId),
        correctionsQuestion(store, userId),
        ...questions,
      )
      const known = cache.get(userId)
      // The number of an account that is gone may be given again.
      const revisions = accounts.map(({ id, revision, address }) => `${id}:${revision}:${address}`)
      const basis = [log.at(-1)?.id ?? 0, ...revisions].join(' ')
      const moved = versions.flatMap(({ id, version }) => (known?.blocks.get(id)?.version === version ? [] : [id]))
      if (known !== undefined && known.basis === basis && moved.length === 0) {
        return { ...known.who, answers: inOrder(answers) }
      }
      const fresh = new Map((await blocksOf(store, moved)).map((block) => [block.id, block]))
      const isMoved = new Set(moved)
      const blocks = versions.flatMap(({ id }) => (isMoved.has(id) ? fresh.get(id) : known?.blocks.get(id)) ?? [])
      const contacts = blocks.flatMap((block) => block.contacts)
      const who = await whoIsWho(store, of, contacts, log)
      const held = { blocks: new Map(blocks.map((block) => [block.id, block])), who, basis }
      // Where a block is gone, so is the user.
      if (blocks.length === versions.length) cache.put(userId, held, minSize + contacts.length)
      return { ...who, answers: inOrder(answers) }
    },
    forget: (userId) => cache.remove(userId),
  }
}

/** What `askTogether` answers beyond its own first two comes in the order of the other questions: the compiler cannot tell. */
const inOrder = <Answers>(answers: readonly unknown[]): Answers => answers as Answers

interface Remembered {
  readonly blocks: ReadonlyMap<number, Block>
  readonly who: Who
  /** What else it rests on. */
  readonly basis: string
}

/** Contacts of all users together: some thirty megabytes of the 128 that a Worker has. */
const maxRemembered = 25_000
/** What somebody takes up who has none. */
const minSize = 50

const whoIsWho = async (
  store: Store,
  of: PeopleOf,
  contacts: readonly Contact[],
  log: readonly CorrectionEntry[],
): Promise<Who> => {
  const corrections = activeCorrections(log)
  const [automatedIds, answering] = await Promise.all([
    automatedAmong(store, of.userId, roleAccountsInTouch(contacts)),
    answeringAmong(store, of.userId, namesakes(contacts)),
  ])
  const findings = { contacts, own: ownAddresses(of.accounts), automatedIds, answeredFrom: answering }
  return { resolved: resolve(findings, corrections), corrections }
}

/** Addresses of namesakes of whom one answered what was written to the other. There are few namesakes. */
const answeringAmong = async (
  store: Store,
  userId: number,
  pairs: readonly Namesakes[],
): Promise<readonly (readonly CanonicalAddress[])[]> => {
  const addressOf = new Map(pairs.flat().map(({ id, address }) => [id, address]))
  const ids = pairs.map(([{ id: writtenTo }, { id: heardFrom }]) => [writtenTo, heardFrom] as const)
  const found = await answeredFrom(store, userId, ids)
  return found.map((pair) => pair.flatMap((id) => addressOf.get(id) ?? []))
}

/** Of desks that wrote and were written to, those that never answered as people do. There are few desks, or none. */
const automatedAmong = async (
  store: Store,
  userId: number,
  roleAccounts: readonly Contact[],
): Promise<ReadonlySet<number>> => {
  if (roleAccounts.length === 0) return new Set()
  const contactIds = roleAccounts.map(({ id }) => id)
  const all = Map.groupBy(await interactionsWith(store, { userId, contactIds }), ({ contactId }) => contactId)
  return new Set(contactIds.filter((id) => !answersLikePeople(all.get(id) ?? [])))
}
