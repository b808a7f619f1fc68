import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalAddress } from '../../src/model/address.ts'
import type { Interaction, InteractionKind } from '../../src/model/interaction.ts'
import { type LanguageCode, languageCodes, noVotes, withVote } from '../../src/model/language.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, dayIndex, type Instant } from '../../src/model/time.ts'
import type { Block } from '../../src/store/contact-book.ts'
import { learn } from '../../src/sync/contact-changes.ts'
import { interactionWith } from '../interaction.ts'

const now = 1_790_000_000 as Instant
const address = canonicalAddress('ida@example.com')
if (address === null) throw new Error('an address')

const contacts = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom<InteractionKind>('sent', 'received', 'met', 'seen'),
    at: fc.integer({ min: 0, max: 900 }).map((days) => (now - days * DAY) as Instant),
    language: fc.constantFrom<LanguageCode | null>(null, ...languageCodes),
  }),
  { minLength: 1, maxLength: 25, selector: ({ kind, at }) => `${kind} ${at}` },
)
type Contact = { readonly kind: InteractionKind; readonly at: Instant; readonly language: LanguageCode | null }

const interaction = ({ language, ...contact }: Contact): Interaction => ({
  ...interactionWith({ address, name: 'Ida Holm' }, contact),
  ...(language !== null && { language }),
})

const votesOf = (list: readonly Contact[]) =>
  list.reduce(
    (votes, { at, language }) => (language === null ? votes : withVote(votes, dayIndex(at), language)),
    noVotes,
  )

const learned = (list: readonly Contact[]): Block => {
  const open = { blocks: [], known: new Map() }
  const page = { interactions: list.map(interaction), bounces: [], remaining: new Map() }
  const [block] = learn(1, open, page).blocks
  if (block === undefined) throw new Error('nothing was learned')
  return block
}

const relationshipIn = (block: Block | undefined) => block?.contacts[0]?.relationship

describe('what a page changes', () => {
  test('is the same whatever the order of its interactions', () => {
    fc.assert(
      fc.property(contacts, (list) => {
        expect(learned([...list].reverse()).contacts[0]).toEqual(learned(list).contacts[0])
      }),
    )
  })

  test('interactions taken away leave exactly what the others would have made', () => {
    fc.assert(
      fc.property(contacts, fc.nat(), (list, cut) => {
        const kept = list.slice(cut % list.length)
        const block = learned(list)
        const stored = { accountId: 1, contactId: 0, message: 0, thread: 0 }
        const remaining = kept.map((each, item) => ({ ...interaction(each), ...stored, item }))
        const after = learn(
          1,
          { blocks: [block], known: new Map([[address, 0]]) },
          { interactions: [], bounces: [], remaining: new Map([[0, remaining]]) },
        )
        // Nothing changed is nothing written.
        const result = relationshipIn(after.blocks[0] ?? block)
        expect(result).toEqual(kept.reduce(withInteraction, noRelationship))
        expect((after.blocks[0] ?? block).contacts[0]?.languages).toBe(votesOf(kept))
      }),
    )
  })
})
