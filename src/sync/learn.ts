/** What a page's inferences change in the contacts it touches. Pure. */
import type { Bounce } from '../infer/bounces.ts'
import type { CanonicalAddress } from '../model/address.ts'
import { betterLabel, type Contact, labelOf, laterBounce, newContact } from '../model/contact.ts'
import type { Interaction } from '../model/interaction.ts'
import { isSameRelationship, noRelationship, type Relationship, withInteraction } from '../model/relationship.ts'
import { blockId, contactsPerBlock } from '../store/contact-blocks.ts'
import type { Block, OpenBlocks } from '../store/contacts.ts'
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
    readonly lists: readonly CanonicalAddress[]
    readonly bounces: readonly Bounce[]
    /** For contacts that lost interactions: all that remain to them, which their summary is rebuilt from. */
    readonly remaining: ReadonlyMap<number, readonly StoredInteraction[]>
  },
): Learned => {
  const book = openBook(userId, open)
  for (const [contactId, interactions] of page.remaining) {
    book.change(contactId, (contact) => ({ ...contact, relationship: summaryOf(interactions) }))
  }
  const interactions = page.interactions.map((interaction) => {
    const contactId = book.idOf(interaction.who.address)
    book.change(contactId, (contact) => ({
      ...contact,
      label: betterLabel(contact.label, labelOf(interaction.who, interaction.kind === 'received')),
      relationship: withInteraction(contact.relationship, interaction),
    }))
    return { ...interaction, contactId }
  })
  // Known or not: mail is read newest first, and the user's own letter to it may lie in a page to come.
  for (const list of page.lists) {
    book.change(book.idOf(list), (contact) => ({ ...contact, isList: true }))
  }
  for (const { address, at } of page.bounces) {
    book.change(book.idOf(address), (contact) => ({ ...contact, bouncedAt: laterBounce(contact.bouncedAt, at) }))
  }
  return { ...book.close(), interactions }
}

/** A contact by its address as a page leaves it, or null where neither the page nor what was opened for it knows it. */
export const contactsIn = (
  userId: number,
  open: OpenBlocks,
  { blocks, newAddresses }: Learned,
): ((address: CanonicalAddress) => Contact | null) => {
  const byId = new Map([...open.blocks, ...blocks].map((block) => [block.id, block]))
  const ids = new Map([...open.known, ...newAddresses.map(({ address, contactId }) => [address, contactId] as const)])
  return (address) => {
    const id = ids.get(address)
    return id === undefined ? null : (byId.get(blockId(userId, id))?.contacts[id % contactsPerBlock] ?? null)
  }
}

const summaryOf = (interactions: readonly StoredInteraction[]): Relationship =>
  interactions.reduce(withInteraction, noRelationship)

/** The opened blocks while a page is worked in. Mutable, and never seen outside this file. */
const openBook = (userId: number, open: OpenBlocks) => {
  const blocks = new Map(open.blocks.map((block) => [block.id, { ...block, contacts: [...block.contacts] }]))
  const ids = new Map(open.known)
  const changed = new Set<number>()
  const newAddresses: { address: CanonicalAddress; contactId: number }[] = []
  let next = nextContactId(userId, open.blocks)

  const add = (address: CanonicalAddress): number => {
    const contactId = next
    next += 1
    const id = blockId(userId, contactId)
    const block = blocks.get(id) ?? { id, version: 0, contacts: [] }
    block.contacts.push(newContact(contactId, address))
    blocks.set(id, block)
    ids.set(address, contactId)
    newAddresses.push({ address, contactId })
    return contactId
  }

  return {
    idOf: (address: CanonicalAddress): number => ids.get(address) ?? add(address),

    change(contactId: number, to: (contact: Contact) => Contact): void {
      const id = blockId(userId, contactId)
      const contacts = blocks.get(id)?.contacts
      const contact = contacts?.[contactId % contactsPerBlock]
      if (contacts === undefined || contact === undefined) throw new Error(`contact ${contactId} lies in no open block`)
      const after = to(contact)
      if (isSame(contact, after)) return
      contacts[contactId % contactsPerBlock] = after
      changed.add(id)
    },

    close: () => ({ blocks: [...blocks.values()].filter(({ id }) => changed.has(id)), newAddresses }),
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
  a.isList === b.isList &&
  a.bouncedAt === b.bouncedAt &&
  a.label.name === b.label.name &&
  a.label.spelling === b.label.spelling &&
  a.label.rank === b.label.rank &&
  isSameRelationship(a.relationship, b.relationship)
