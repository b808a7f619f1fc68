/** What a page's inferences change in the contacts it touches. Pure. */
import type { Bounce } from '../infer/bounces.ts'
import type { CanonicalAddress } from '../model/address.ts'
import {
  betterLabel,
  type Contact,
  type ContactLabel,
  type LabelRank,
  labelOf,
  newContact,
  noSummaries,
  type Summaries,
  withContact,
} from '../model/contact.ts'
import type { Interaction } from '../model/interaction.ts'
import { isSameRelationship } from '../model/relationship.ts'
import { laterOf } from '../model/time.ts'
import type { Block, OpenBlocks } from '../store/contact-book.ts'
import { blockId, contactsPerBlock } from '../store/contact-book-format.ts'
import type { StoredInteraction } from '../store/interactions.ts'

export interface Learned {
  /** Only the blocks that changed. */
  readonly blocks: readonly Block[]
  readonly newAddresses: readonly { readonly address: CanonicalAddress; readonly contactId: number }[]
  readonly interactions: readonly (Interaction & { readonly contactId: number })[]
}

export const learn = (
  userId: number,
  open: OpenBlocks,
  page: {
    readonly interactions: readonly Interaction[]
    readonly bounces: readonly Bounce[]
    /** For contacts that lost interactions: all that remain to them, which their summary is rebuilt from. */
    readonly remaining: ReadonlyMap<number, readonly StoredInteraction[]>
  },
): Learned => {
  const book = openPage(userId, open)
  for (const [contactId, interactions] of page.remaining) {
    book.change(contactId, (contact) => ({ ...contact, ...summaryOf(interactions) }))
  }
  const interactions = page.interactions.map((interaction) => {
    const contactId = book.idOf(interaction.who.address)
    book.change(contactId, (contact) => withInteractionOf(contact, interaction))
    return { ...interaction, contactId }
  })
  for (const { address, at } of page.bounces) {
    book.change(book.idOf(address), (contact) => ({ ...contact, bouncedAt: laterOf(contact.bouncedAt, at) }))
  }
  return { ...book.close(), interactions }
}

/** The contact itself where the interaction tells nothing new of it. */
const withInteractionOf = (contact: Contact, interaction: Interaction): Contact => {
  const label = labelAfter(contact.label, interaction)
  const summaries = withContact(contact, interaction)
  if (summaries === contact) return label === contact.label ? contact : { ...contact, label }
  const { relationship, doubted, isList, languages } = summaries
  return { ...contact, label, relationship, doubted, isList, languages }
}

/** Most messages write their addresses as the last one did. */
const labelAfter = (known: ContactLabel, interaction: Interaction): ContactLabel => {
  const { who } = interaction
  const rank = rankOf(interaction)
  const isKnown = known.name === who.name && known.spelling === who.spelling && known.rank >= rank
  return isKnown ? known : betterLabel(known, labelOf(who, rank))
}

/** Who wrote the name: the user, in a message to them; they, beyond doubt, to the user or to a crowd; or others. */
const rankOf = ({ feed, kind, role, isDoubted }: Interaction): LabelRank => {
  if (kind === 'sent') return 3
  const isTheirs = kind === 'received' || (feed === 'mail' && role === 'from')
  return isTheirs && !isDoubted ? 2 : 1
}

const summaryOf = (interactions: readonly StoredInteraction[]): Summaries =>
  interactions.reduce(withContact, noSummaries)

/** The opened blocks while a page, or a part of an imported file, is worked in. Mutable, and gone with it. */
export const openPage = (userId: number, open: OpenBlocks) => {
  const read = new Map(open.blocks.map((block) => [block.id, block]))
  /** Copies of those that changed. */
  const changed = new Map<number, { id: number; version: number; contacts: Contact[] }>()
  const added = new Map<CanonicalAddress, number>()
  const newAddresses: { address: CanonicalAddress; contactId: number }[] = []
  let next = nextContactId(userId, open.blocks)

  const opened = (id: number) => {
    const known = changed.get(id)
    if (known !== undefined) return known
    const before = read.get(id)
    const copy = { id, version: before?.version ?? 0, contacts: [...(before?.contacts ?? [])] }
    changed.set(id, copy)
    return copy
  }

  const add = (address: CanonicalAddress): number => {
    const contactId = next
    next += 1
    opened(blockId(userId, contactId)).contacts.push(newContact(contactId, address))
    added.set(address, contactId)
    newAddresses.push({ address, contactId })
    return contactId
  }

  return {
    idOf: (address: CanonicalAddress): number => open.known.get(address) ?? added.get(address) ?? add(address),

    change(contactId: number, to: (contact: Contact) => Contact): void {
      const id = blockId(userId, contactId)
      const contact = (changed.get(id) ?? read.get(id))?.contacts[contactId % contactsPerBlock]
      if (contact === undefined) throw new Error(`contact ${contactId} lies in no open block`)
      const after = to(contact)
      if (!isSame(contact, after)) opened(id).contacts[contactId % contactsPerBlock] = after
    },

    close: () => ({ blocks: [...changed.values()], newAddresses }),
  }
}

const nextContactId = (userId: number, blocks: readonly Block[]): number => {
  const last = blocks.reduce<Block | null>(
    (found, block) => (found === null || block.id > found.id ? block : found),
    null,
  )
  return last === null ? 0 : (last.id - blockId(userId, 0)) * contactsPerBlock + last.contacts.length
}

/** So that reading again what is known writes nothing. */
const isSame = (a: Contact, b: Contact): boolean =>
  a === b ||
  (a.isList === b.isList &&
    a.bouncedAt === b.bouncedAt &&
    a.languages === b.languages &&
    a.label.name === b.label.name &&
    a.label.spelling === b.label.spelling &&
    a.label.rank === b.label.rank &&
    isSameRelationship(a.relationship, b.relationship) &&
    isSameDoubted(a.doubted, b.doubted))

const isSameDoubted = (a: Contact['doubted'], b: Contact['doubted']): boolean =>
  a === b ||
  (a !== null && b !== null && a.hasAnswered === b.hasAnswered && isSameRelationship(a.relationship, b.relationship))
