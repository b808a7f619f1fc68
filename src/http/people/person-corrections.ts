/** Which corrections are about a person. Pure. */
import { type ActiveCorrection, addressesIn } from '../../model/correction.ts'
import type { Person } from '../../model/person.ts'

export const isAbout = ({ correction }: ActiveCorrection, { addresses }: Pick<Person, 'addresses'>): boolean =>
  addressesIn(correction).some((address) => addresses.includes(address))
