/** Who the user's people are: what was inferred of their contacts, what only letters tell, and what the user said of it. */
import { type Namesakes, namesakes } from '../infer/identity.ts'
import { desksInTouch } from '../infer/nobody.ts'
import { type Resolved, resolve } from '../infer/resolve.ts'
import { type Account, ownAddresses } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import type { Contact } from '../model/contact.ts'
import { answersLikePeople } from '../model/conversation.ts'
import { type ActiveCorrection, activeCorrections } from '../model/correction.ts'
import { contactsQuestion } from '../store/contacts.ts'
import { correctionsQuestion } from '../store/corrections.ts'
import { answeredFrom, interactionsWith } from '../store/interactions.ts'
import { askTogether, type Store } from '../store/store.ts'

/** Who the user's people are, and who is none and why: what was inferred, with what the user said replayed over it. */
export const resolvedPeople = async (store: Store, userId: number, accounts: readonly Account[]): Promise<Resolved> => {
  const [contacts, log] = await askTogether(store, contactsQuestion(store, userId), correctionsQuestion(store, userId))
  return resolvedFrom(store, { userId, accounts, contacts, corrections: activeCorrections(log) })
}

/** The same, of what was read already. */
export const resolvedFrom = async (
  store: Store,
  of: {
    readonly userId: number
    readonly accounts: readonly Account[]
    readonly contacts: readonly Contact[]
    readonly corrections: readonly ActiveCorrection[]
  },
): Promise<Resolved> => {
  const { userId, contacts } = of
  const [robots, answering] = await Promise.all([
    robotsAmong(store, userId, desksInTouch(contacts)),
    answeringAmong(store, userId, namesakes(contacts)),
  ])
  return resolve({ contacts, own: ownAddresses(of.accounts), robots, answeredFrom: answering }, of.corrections)
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
const robotsAmong = async (store: Store, userId: number, desks: readonly Contact[]): Promise<ReadonlySet<number>> => {
  if (desks.length === 0) return new Set()
  const contactIds = desks.map(({ id }) => id)
  const all = Map.groupBy(await interactionsWith(store, { userId, contactIds }), ({ contactId }) => contactId)
  return new Set(contactIds.filter((id) => !answersLikePeople(all.get(id) ?? [])))
}
