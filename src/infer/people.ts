/** Who of a user's contacts is a person to keep in touch with. Pure. */
import type { CanonicalAddress } from '../model/address.ts'
import type { Contact } from '../model/contact.ts'
import type { Person } from '../model/person.ts'
import type { Relationship } from '../model/relationship.ts'
import { fullName, givenName } from './names.ts'

/** People, in the order in which they were first seen. `own` are the user's addresses. */
export const peopleOf = (contacts: readonly Contact[], own: ReadonlySet<CanonicalAddress>): readonly Person[] =>
  contacts
    .filter((contact) => !contact.isList && !own.has(contact.address) && isKnown(contact.relationship))
    .map(personOf)

/** The user wrote to them or met them: people one only hears from are hardly ever relationships. */
const isKnown = ({ lastSentAt, meetingsAt }: Relationship): boolean => lastSentAt !== null || meetingsAt.length > 0

const personOf = ({ id, address, label, relationship }: Contact): Person => ({
  id,
  name: fullName(label.name, label.spelling),
  givenName: givenName(label.name, address),
  address: label.spelling,
  contactIds: [id],
  addresses: [address],
  relationship,
})
