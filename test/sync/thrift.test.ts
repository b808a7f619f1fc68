import { describe, expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { type Contact, newContact } from '../../src/model/contact.ts'
import type { InteractionKind } from '../../src/model/interaction.ts'
import type { Message } from '../../src/model/message.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { isAmongSettled, isSettled } from '../../src/sync/thrift.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => (now - days * DAY) as Instant
const address = (text: string) => text as CanonicalAddress

const contactOf = (
  name: string,
  ...contacts: readonly (readonly [kind: InteractionKind, daysAgo: number])[]
): Contact => ({
  ...newContact(1, address(name)),
  relationship: contacts.reduce((tie, [kind, days]) => withInteraction(tie, { kind, at: ago(days) }), noRelationship),
})
const bo = contactOf('bo@example.com', ['sent', 2], ['received', 3], ['received', 9])

describe('whoever is settled', () => {
  test.each([
    ['in touch this week, both ways, on several days', bo, true],
    ['met since their letter', contactOf('b', ['met', 2], ['received', 9], ['sent', 12]), true],
    ['their letter of yesterday asks for nothing yet', contactOf('b', ['received', 1], ['sent', 5], ['sent', 9]), true],
    ['their letter has been lying there for a week', contactOf('b', ['received', 7], ['sent', 9], ['sent', 12]), false],
    ['quiet for three weeks', contactOf('b', ['sent', 21], ['received', 22], ['received', 30]), false],
    ['known for two days', contactOf('b', ['sent', 2], ['received', 3]), false],
    ['has never answered', contactOf('b', ['sent', 2], ['sent', 5], ['sent', 9]), false],
    ['never in touch', contactOf('b'), false],
  ])('%s', (_name, contact, settled) => {
    expect(isSettled(contact, now)).toBe(settled)
  })
})

describe('one letter is enough', () => {
  const own = new Set([address('ann@example.com')])
  const known = { own, contactOf: (wanted: CanonicalAddress) => (wanted === bo.address ? bo : null), now }
  const to = (...names: readonly string[]) =>
    names.map((name) => ({ name: '', address: address(name), spelling: name }))
  const message: Message = {
    id: '1',
    threadId: '1',
    messageId: '1@example.com',
    receivedAt: ago(40),
    box: 'sent',
    from: { name: 'Ann', address: address('ann@example.com'), spelling: 'ann@example.com' },
    to: to('bo@example.com'),
    cc: [],
    bcc: [],
    headers: [],
  }

  test('where everybody else on it is settled', () => {
    expect(isAmongSettled(message, known)).toBe(true)
  })

  test.each([
    ['somebody nothing is known of was copied in', { ...message, cc: to('di@example.com') }],
    [
      'a stranger wrote it',
      { ...message, box: 'received' as const, from: { name: '', address: address('di@example.com'), spelling: '' } },
    ],
    ['nobody says who wrote it', { ...message, from: null }],
  ])('not where %s', (_name, other) => {
    expect(isAmongSettled(other, known)).toBe(false)
  })
})
