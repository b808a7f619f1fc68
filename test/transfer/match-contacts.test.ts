import { expect, test } from 'vitest'
import { resolve } from '../../src/infer/resolve.ts'
import { addressFrom } from '../../src/model/address.ts'
import { newContact } from '../../src/model/contact.ts'
import { instantAt } from '../../src/model/time.ts'
import { matchContacts } from '../../src/transfer/match-contacts.ts'

const ann = addressFrom('ann@x.example')
const bo = addressFrom('bo@x.example')
const contacts = [
  { ...newContact(0, ann), label: { name: 'Ann Lee', spelling: ann, rank: 2 as const } },
  { ...newContact(1, bo), label: { name: '', spelling: bo, rank: 0 as const } },
]
const said = [ann, bo].map((address, index) => ({
  id: index + 1,
  at: instantAt(1),
  correction: { kind: 'person' as const, address },
}))
const { people } = resolve({ contacts, own: new Set() }, said)

test('people are found by an address, or by a full name that one alone has', () => {
  const { changes, unmatched } = matchContacts(
    [
      { addresses: [addressFrom('other@x.example'), bo], name: 'Bo Ek' },
      { addresses: [], name: 'Ann Lee', company: 'Kelp' },
      { addresses: [], name: 'Nobody Known' },
    ],
    people,
    () => false,
  )
  expect(changes.map(({ contact }) => contact)).toEqual([
    { address: bo, name: 'Bo Ek' },
    { address: ann, company: 'Kelp' },
  ])
  expect(unmatched).toBe(1)
})

test('of two people of one name neither is meant', () => {
  const twice = resolve(
    { contacts: contacts.map((each) => ({ ...each, label: { ...each.label, name: 'Ann Lee' } })), own: new Set() },
    [...said, { id: 3, at: instantAt(2), correction: { kind: 'apart' as const, addresses: [ann, bo] as const } }],
  ).people
  if (twice.length === 2) {
    expect(matchContacts([{ addresses: [], name: 'Ann Lee', company: 'Kelp' }], twice, () => false).changes).toEqual([])
  } else expect(twice).toHaveLength(1)
})

test('whoever is not known is offered and no more; whoever is left out is not even that', () => {
  const { changes, others } = matchContacts(
    [
      { addresses: [addressFrom('new@x.example')], name: 'New One' },
      { addresses: [addressFrom('out@x.example')], name: 'Left Out' },
    ],
    people,
    (address) => address === 'out@x.example',
  )
  expect(changes).toEqual([])
  expect(others).toEqual([{ address: 'new@x.example', name: 'New One' }])
})

test('what is known already is no change', () => {
  expect(matchContacts([{ addresses: [ann], name: 'Ann Lee' }], people, () => false).changes).toEqual([])
})
