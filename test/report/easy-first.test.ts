import { expect, test } from 'vitest'
import type { ReasonKind } from '../../src/model/report.ts'
import { easyFirst } from '../../src/report/easy-first.ts'
import { everySo, knownBy, monday } from './known.ts'

const chosen = (id: number, kind: ReasonKind, isClose = true) => ({
  candidate: knownBy(id, isClose ? everySo(21, 700, 60) : everySo(60, 300, 200)),
  reason: { kind },
})
const order = (people: readonly ReturnType<typeof chosen>[], isFirstMonth = false) =>
  easyFirst(people, { isFirstMonth, now: monday }).map(({ candidate }) => candidate.person.id)

test('one easy person opens the list, then all others stay as they were', () => {
  const people = [
    chosen(1, 'reply_owed'),
    chosen(2, 'dormant_tie', false),
    chosen(3, 'rhythm_broken'),
    chosen(4, 'gratitude'),
  ]
  expect(order(people)).toEqual([3, 1, 2, 4])
})

test('in the first month every easy one stands in front', () => {
  const people = [
    chosen(1, 'reply_owed'),
    chosen(2, 'dormant_tie', false),
    chosen(3, 'rhythm_broken'),
    chosen(4, 'gratitude'),
  ]
  expect(order(people, true)).toEqual([3, 4, 1, 2])
})

test('nobody is easy who will hardly reply, or who is written to formally', () => {
  const formal = { ...chosen(4, 'rhythm_broken') }
  const stiff = { ...formal, candidate: knownBy(4, everySo(21, 700, 60), { change: { givenName: null } }) }
  expect(order([chosen(1, 'reply_owed'), chosen(2, 'rhythm_broken', false), stiff])).toEqual([1, 2, 4])
})
