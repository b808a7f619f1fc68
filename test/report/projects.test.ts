import { expect, test } from 'vitest'
import { noOverride } from '../../src/model/correction.ts'
import { projectEndsAmong } from '../../src/report/projects.ts'
import { type Contact, everySo, knownBy, monday } from './known.ts'

const at = (id: number, contacts: readonly Contact[], domain = 'openfields.example') =>
  knownBy(id, contacts, { change: { addresses: [`p${id}@${domain}` as never] } })

/** Weekly with four people for nine weeks, until nine days ago. */
const team = (change: (contacts: readonly Contact[]) => readonly Contact[] = (same) => same, domain?: string) =>
  [1, 2, 3, 4].map((id) => at(id, change(everySo(7, 60, 9 + (id % 2))), domain))

const thanked = (people: ReturnType<typeof team>) => [...projectEndsAmong(people, monday).keys()]

test('weeks with several people of one organisation, and then none: those who carried it are thanked', () => {
  const found = projectEndsAmong(team(), monday)
  expect(found.size).toBe(2)
  expect([...found.values()][0]).toMatchObject({
    circle: { kind: 'organisation', domain: 'openfields.example' },
    people: 4,
  })
})

test('of a group that the user made, whatever their addresses', () => {
  const group = team(undefined, 'gmail.com').map((each) => ({
    ...each,
    person: { ...each.person, override: { ...noOverride, groups: ['Atlas'] } },
  }))
  expect([...projectEndsAmong(group, monday).values()][0]?.circle).toEqual({ kind: 'group', name: 'Atlas' })
})

test('not while it goes on, not after two weeks, not of colleagues all year round', () => {
  expect(thanked(team((contacts) => [...contacts, ['sent', 2]]))).toEqual([])
  expect(thanked([1, 2, 3, 4].map((id) => at(id, everySo(7, 60, 16))))).toEqual([])
  expect(thanked([1, 2, 3, 4].map((id) => at(id, everySo(7, 700, 9))))).toEqual([])
})

test('not of two people, nor of those who share nothing but a mail host', () => {
  expect(thanked(team().slice(0, 2))).toEqual([])
  expect(thanked(team(undefined, 'gmail.com'))).toEqual([])
})

test('nobody is thanked who never wrote, or was never written to', () => {
  expect(thanked(team((contacts) => contacts.filter(([kind]) => kind === 'received')))).toEqual([])
})
