/** Who the owner of a mailbox is to Microsoft. Pure. */
import type { MicrosoftAccount, Owner, World } from '../world.ts'

/** The directory in which all personal accounts live. */
export const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** As the owner says, or else as the address tells: where people have their own mailboxes the account is a personal one. */
export const accountOf = (owner: Owner): MicrosoftAccount => owner.microsoft ?? accountWith(owner)

/** Whether an administrator stands between the owner and the application: nobody does where the account is their own. */
export const isBlocked = ({ weather }: World, owner: Owner): boolean =>
  weather.administratorBlocks && accountOf(owner).kind === 'work'

/** What Graph calls the person: the object id, or of a personal account its last 16 digits. */
export const userIdOf = ({ kind, objectId }: MicrosoftAccount): string =>
  kind === 'work' ? objectId : objectId.replaceAll('-', '').slice(-16)

/** A personal account's object id, which says little more than who it is. */
export const personalObjectId = (subject: string): string => {
  const digits = guidOf(subject).replaceAll('-', '').slice(0, 16)
  return `00000000-0000-0000-${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** A GUID that is always the same for the same text. */
export const guidOf = (text: string): string => {
  const digits = [1, 2, 3, 4].map((seed) => hash(text, seed).toString(16).padStart(8, '0')).join('')
  const [first, second, third, fourth, fifth] = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20),
  ]
  return [first, second, third, fourth, fifth].join('-')
}

const accountWith = ({ address, subject }: Owner): MicrosoftAccount => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const isPersonal = privateHosts.test(domain)
  return {
    kind: isPersonal ? 'personal' : 'work',
    tenantId: isPersonal ? personalTenant : guidOf(domain),
    objectId: isPersonal ? personalObjectId(subject) : guidOf(subject),
    userPrincipalName: address,
    tellsAddress: isPersonal,
    language: 'en',
  }
}

const privateHosts = /^(?:gmail|googlemail|outlook|hotmail|live|msn|freemail|mailhaus)\./

/** FNV-1a, 32 bits: ids need to differ, and to be the same in every run. */
const hash = (text: string, seed: number): number => {
  let value = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
