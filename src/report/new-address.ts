/**
 * People who seem to have moved to a new address: the same full name, first heard from there after the old address fell
 * silent. Good enough to hold a suggestion to the old address back; not good enough to make two people one. Pure.
 */
import type { Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import type { Instant } from '../model/time.ts'

/** The ids of people whose address seems to be out of use. */
export const withNewAddress = (people: readonly Person[], now: Instant): ReadonlySet<number> => {
  const byName = new Map<string, Person[]>()
  for (const person of people) {
    if (!/\S\s+\S/.test(person.name) || person.name.includes('@')) continue
    const key = person.name.toLowerCase().normalize('NFC')
    byName.set(key, [...(byName.get(key) ?? []), person])
  }
  const moved = new Set<number>()
  for (const namesakes of byName.values()) {
    for (const old of namesakes) {
      const lastAt = lastContactAt(old.relationship, now)
      if (lastAt === null) continue
      if (
        namesakes.some(({ id, relationship: { firstAt } }) => id !== old.id && firstAt !== null && firstAt > lastAt)
      ) {
        moved.add(old.id)
      }
    }
  }
  return moved
}
