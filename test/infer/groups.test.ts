import { expect, test } from 'vitest'
import { groupProposals } from '../../src/infer/groups.ts'
import { resolve } from '../../src/infer/resolve.ts'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { newContact } from '../../src/model/contact.ts'
import { withInteraction } from '../../src/model/relationship.ts'
import type { Instant } from '../../src/model/time.ts'

const now = 1_790_000_000 as Instant

const peopleAt = (addresses: readonly string[], grouped: readonly string[] = []) =>
  resolve(
    {
      contacts: addresses.map((address, id) => {
        const contact = newContact(id, address as CanonicalAddress)
        return { ...contact, relationship: withInteraction(contact.relationship, { kind: 'sent', at: now }) }
      }),
      own: new Set(),
    },
    grouped.map((address, index) => ({
      id: index + 1,
      at: now,
      correction: { kind: 'group', address: address as CanonicalAddress, group: 'Work' },
    })),
  ).people

const firm = ['a', 'b', 'c', 'd'].map((name) => `${name}@kelp-energy.example`)
const scattered = ['a@one.example', 'b@two.example', 'c@three.example', 'd@four.example']
const times = (count: number, shared: readonly number[]) => Array.from({ length: count }, () => shared)

test('a firm is proposed by its domain, where its people share letters', () => {
  const [proposal, ...more] = groupProposals(peopleAt(firm), [[0, 1]])
  expect(proposal).toMatchObject({ name: 'Kelp Energy', why: { kind: 'domain', domain: 'kelp-energy.example' } })
  expect(proposal?.people).toHaveLength(4)
  expect(more).toEqual([])
})

test('a host where people merely have their mail is no firm', () => {
  expect(groupProposals(peopleAt(firm), [])).toEqual([])
})

test('people of several houses who often share letters are proposed, each of them with each', () => {
  const shared = [...times(4, [0, 1, 2]), ...times(9, [0, 3])]
  const [proposal] = groupProposals(peopleAt(scattered), shared)
  expect(proposal?.people.map(({ id }) => id).sort()).toEqual([0, 1, 2])
})

test('rarely is not often', () => {
  expect(groupProposals(peopleAt(scattered), times(3, [0, 1, 2]))).toEqual([])
})

test('what is grouped already is not proposed again', () => {
  expect(groupProposals(peopleAt(firm, firm.slice(0, 2)), [[0, 1]])).toEqual([])
})
