/** Whom of the user's people a file of contacts speaks of, and what it says that was not known. Nobody is moved by a guess. Pure. */
import { nameKey } from '../infer/names.ts'
import type { ContactFacts, ImportedContact } from '../model/correction.ts'
import type { Person } from '../model/person.ts'
import type { FileContact } from './contact-files.ts'

/** What would change of a person, and what is known of that now. */
export interface ContactChange {
  readonly person: Person
  readonly contact: ImportedContact
  readonly before: ContactFacts
}

export interface MatchedContacts {
  readonly changes: readonly ContactChange[]
  /** With an address, and nobody the user is in touch with. */
  readonly others: readonly ImportedContact[]
  /** How many have no address, and no name that is one person's alone. */
  readonly unmatched: number
}

/** `isKnown` tells addresses that are nobody new: the user's own, and those that are left out. */
export const matchContacts = (
  file: readonly FileContact[],
  people: readonly Person[],
  isKnown: (address: string) => boolean,
): MatchedContacts => {
  const byAddress = new Map(people.flatMap((person) => person.addresses.map((address) => [address, person] as const)))
  const byName = namedOnce(people)
  const changes = new Map<number, ContactChange>()
  const others = new Map<string, ImportedContact>()
  let unmatched = 0
  for (const { addresses, ...facts } of file) {
    const person =
      addresses.map((address) => byAddress.get(address)).find((each) => each !== undefined) ?? ofName(byName, facts)
    const [address] = addresses
    if (person !== undefined) {
      const change = changeOf(person, facts)
      if (change !== null) changes.set(person.id, change)
    } else if (address === undefined) unmatched += 1
    else if (!addresses.some(isKnown)) others.set(address, { address, ...facts })
  }
  return { changes: [...changes.values()], others: [...others.values()], unmatched }
}

/** Names that one person alone has; of two Ann Lees, neither is meant. */
const namedOnce = (people: readonly Person[]): ReadonlyMap<string, Person> => {
  const all = Map.groupBy(people, ({ name }) => nameKey(name))
  return new Map(
    [...all].flatMap(([key, [only, another]]) =>
      key === null || only === undefined || another !== undefined ? [] : [[key, only] as const],
    ),
  )
}

const ofName = (byName: ReadonlyMap<string, Person>, { name }: ContactFacts): Person | undefined => {
  const key = name === undefined ? null : nameKey(name)
  return key === null ? undefined : byName.get(key)
}

const changeOf = (person: Person, facts: ContactFacts): ContactChange | null => {
  const { facts: known } = person.override
  const before: ContactFacts = { ...known, name: person.name }
  const said: ContactFacts = {
    ...(facts.name !== undefined && facts.name !== before.name && { name: facts.name }),
    ...(facts.company !== undefined && facts.company !== before.company && { company: facts.company }),
    ...(facts.birthday !== undefined && facts.birthday !== before.birthday && { birthday: facts.birthday }),
    ...(facts.knownSince !== undefined && facts.knownSince !== before.knownSince && { knownSince: facts.knownSince }),
  }
  const [address] = person.addresses
  if (address === undefined || Object.keys(said).length === 0) return null
  return { person, contact: { address, ...said }, before }
}
