/** Who the user's people are: what contacts tell, what only single messages tell, and the user's corrections. */
import { roleAccountsInTouch } from '../infer/exclusion.ts'
import { type Namesakes, namesakes } from '../infer/identity.ts'
import { type Resolved, resolve } from '../infer/resolve.ts'
import { type Account, ownAddresses } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import type { Contact } from '../model/contact.ts'
import { answersLikePeople } from '../model/conversation.ts'
import { type ActiveCorrection, activeCorrections, type CorrectionEntry } from '../model/correction.ts'
import { type Block, blocksSinceQuestion, contactsQuestion } from '../store/contact-book.ts'
import { correctionsQuestion } from '../store/corrections.ts'
import { answeredFromQuestion, interactionsQuestion } from '../store/interactions.ts'
import { answered, askTogether, type Question, type Store } from '../store/store.ts'
import { userQuestion } from '../store/users.ts'
import { LruCache } from './lru-cache.ts'

/** Whose people are meant. */
export interface PeopleOf {
  readonly userId: number
  readonly accounts: readonly Account[]
}

/** The user's people, and who is none and why: inferred from mail and calendar, with the user's corrections replayed over it. */
export interface Who {
  readonly resolved: Resolved
  readonly corrections: readonly ActiveCorrection[]
}

/** Tells who the user's people are. */
export interface Directory {
  /**
   * Answers further questions in the same call of the database:
   * `const { resolved, answers: [log] } = await directory.find(of, correctionsQuestion(store, of.userId))`.
   */
  find<Answers extends readonly unknown[]>(
    of: PeopleOf,
    ...questions: { readonly [Index in keyof Answers]: Question<Answers[Index]> }
  ): Promise<Who & { readonly answers: Answers }>
  /** Drops what it remembers of a user who is gone. */
  forget(userId: number): void
}

/** Reads everything each time: for a report, which comes once a week. */
export const openDirectory = (store: Store): Directory => ({
  async find(of, ...questions) {
    const [contacts, log, user, ...answers] = await askTogether(
      store,
      contactsQuestion(store, of.userId),
      correctionsQuestion(store, of.userId),
      userQuestion(store, of.userId),
      ...questions,
    )
    const found = { contacts, log, ownerName: user?.name ?? '' }
    return { ...(await whoIsWho(store, of, found)), answers: inOrder(answers) }
  },
  forget: () => undefined,
})

/**
 * Remembers between pages, which come one after the other. An answer holds for as long as nothing changes that it rests on,
 * and of the blocks of contacts only those that changed are read again. Every page of mail raises the revision of its
 * account and the versions of the blocks it writes; every correction adds to the user's log.
 */
export const openCachedDirectory = (store: Store): Directory => {
  const cache = new LruCache<Remembered>(maxRemembered)
  return {
    async find(of, ...questions) {
      const { userId, accounts } = of
      const known = cache.get(userId)
      const [found, log, user, ...answers] = await askTogether(
        store,
        blocksSinceQuestion(store, userId, [...(known?.blocks.values() ?? [])]),
        correctionsQuestion(store, userId),
        userQuestion(store, userId),
        ...questions,
      )
      // The number of an account that is gone may be given again.
      const revisions = accounts.map(({ id, revision, address }) => `${id}:${revision}:${address}`)
      const ownerName = user?.name ?? ''
      const basis = [log.at(-1)?.id ?? 0, ...revisions, ownerName].join(' ')
      if (known !== undefined && known.basis === basis && found.every(({ contacts }) => contacts === null)) {
        return { ...known.who, answers: inOrder(answers) }
      }
      const blocks = found.flatMap(({ id, version, contacts }) =>
        contacts === null ? (known?.blocks.get(id) ?? []) : [{ id, version, contacts }],
      )
      const contacts = blocks.flatMap((block) => block.contacts)
      const who = await whoIsWho(store, of, { contacts, log, ownerName })
      const held = { blocks: new Map(blocks.map((block) => [block.id, block])), who, basis }
      cache.put(userId, held, minSize + contacts.length)
      return { ...who, answers: inOrder(answers) }
    },
    forget: (userId) => cache.remove(userId),
  }
}

/** The contacts that a person of an old report has now: people merge and part after they were suggested. */
export const contactIdsNow = async (
  directory: Pick<Directory, 'find'>,
  of: PeopleOf,
): Promise<(personId: number) => readonly number[]> => {
  const { people } = (await directory.find(of)).resolved
  const byContact = new Map(people.flatMap((person) => person.contactIds.map((id) => [id, person.contactIds] as const)))
  return (personId) => byContact.get(personId) ?? [personId]
}

/** `askTogether` answers the further questions in their order, behind its first three. The compiler cannot tell. */
const inOrder = <Answers>(answers: readonly unknown[]): Answers => answers as Answers

interface Remembered {
  readonly blocks: ReadonlyMap<number, Block>
  readonly who: Who
  /** The log of corrections, the accounts and the owner's name that it rests on. */
  readonly basis: string
}

/** Contacts of all users together, which take some thirty megabytes of the 128 that a Worker has. */
const maxRemembered = 25_000
/** A user without contacts counts as so many. */
const minSize = 50

const whoIsWho = async (
  store: Store,
  of: PeopleOf,
  found: {
    readonly contacts: readonly Contact[]
    readonly log: readonly CorrectionEntry[]
    readonly ownerName: string
  },
): Promise<Who> => {
  const { contacts, log, ownerName } = found
  const corrections = activeCorrections(log)
  const { automatedIds, answering } = await readAmong(store, of.userId, {
    roleAccounts: roleAccountsInTouch(contacts),
    pairs: namesakes(contacts),
  })
  const own = ownAddresses(of.accounts)
  const findings = { contacts, own, ownerName, automatedIds, answeredFrom: answering }
  return { resolved: resolve(findings, corrections), corrections }
}

/**
 * What only single messages tell, in one call: of the role accounts that both wrote and were written to, those that never
 * answered as people do, and the addresses of namesakes where one answered a message to the other. There are few, or none.
 */
const readAmong = async (
  store: Store,
  userId: number,
  { roleAccounts, pairs }: { readonly roleAccounts: readonly Contact[]; readonly pairs: readonly Namesakes[] },
): Promise<{
  readonly automatedIds: ReadonlySet<number>
  readonly answering: readonly (readonly CanonicalAddress[])[]
}> => {
  if (roleAccounts.length === 0 && pairs.length === 0) return { automatedIds: new Set(), answering: [] }
  const contactIds = roleAccounts.map(({ id }) => id)
  const ids = pairs.map(([{ id: writtenTo }, { id: heardFrom }]) => [writtenTo, heardFrom] as const)
  const [interactions, found] = await askTogether(
    store,
    contactIds.length === 0 ? answered(store, []) : interactionsQuestion(store, { userId, contactIds }),
    answeredFromQuestion(store, userId, ids),
  )
  const all = Map.groupBy(interactions, ({ contactId }) => contactId)
  const addressOf = new Map(pairs.flat().map(({ id, address }) => [id, address]))
  return {
    automatedIds: new Set(contactIds.filter((id) => !answersLikePeople(all.get(id) ?? []))),
    answering: found.map((pair) => pair.flatMap((id) => addressOf.get(id) ?? [])),
  }
}
