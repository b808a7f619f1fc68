/** The people of the circles: each with a name, an address, a mail program and a rhythm of their own. */
import type { Chance } from './chance.ts'
import { type Circle, circles, type Stretch } from './circles.ts'
import { type Correspondent, correspondent, nameStyles } from './correspondents.ts'
import { officeClients, personalClients } from './mail-clients.ts'
import { type FullName, newName } from './names.ts'
import { employers } from './owner.ts'
import type { Habits } from './rhythm.ts'

export interface Person {
  readonly circle: Circle
  readonly as: Correspondent
  /** A second mailbox that they write from now and then. */
  readonly elsewhere: Correspondent | null
  readonly stretches: readonly Stretch[]
  readonly habits: Habits
  readonly initiative: number
  readonly meets: number
  /** Which of the owner's spellings stands in their address book. */
  readonly spelling: number
}

/** Everyone of the circles. `from` is the first day of the world; `taken` holds names and addresses that are others'. */
export const people = (from: number, taken: Set<string>, chance: Chance): readonly Person[] =>
  circles.flatMap((circle) => peopleOf(circle, { from, taken }, chance))

/** Everyone of one circle. */
export const peopleOf = (
  circle: Circle,
  { from, taken }: { readonly from: number; readonly taken: Set<string> },
  chance: Chance,
): readonly Person[] =>
  Array.from({ length: circle.size }, (_, index) =>
    person({ circle, from, taken }, chance.fork(`${circle.name} ${index}`)),
  )

export const isAround = ({ stretches }: Person, day: number): boolean =>
  stretches.some(({ from, to }) => from <= day && day <= to)

/** Colleagues the owner has hardly heard of, for the meetings of the whole company. */
export const staff = (domain: string, taken: Set<string>, chance: Chance): readonly Correspondent[] =>
  Array.from({ length: chance.whole(220, 350) }, () => {
    const { name, given, family } = newName(chance, taken)
    const address = freeAddress([`${given}.${family}`, `${given}.${family}2`], domain, taken)
    return correspondent({ name, address, client: chance.weighted(officeClients).client })
  })

const person = (
  { circle, from, taken }: { readonly circle: Circle; readonly from: number; readonly taken: Set<string> },
  chance: Chance,
): Person => {
  const name = newName(chance, taken, chance.happens(0.7) ? (circle.familyName ?? null) : null)
  const isOffice = circle.latency.isOffice
  const { client } = chance.weighted(isOffice ? officeClients : personalClients)
  const { style } = chance.weighted(nameStyles)
  const as = correspondent({
    name: name.name,
    address: freeAddress(localParts(name, chance), domain(circle, name, chance), taken),
    client,
    style,
    place: chance.happens(0.5) ? chance.pick(places) : '',
    utcOffsetHours: chance.happens(abroad) ? chance.pick(zones) : null,
  })
  return {
    circle,
    as,
    elsewhere: chance.happens(hasSecondMailbox) ? secondMailbox(name, as, taken, chance) : null,
    stretches: circle.stretches(from, chance),
    habits: { hour: isOffice ? chance.between(9, 16.5) : chance.between(8, 21.5), isOffice },
    initiative: chance.between(...circle.initiative),
    meets: chance.between(...circle.meets),
    spelling: chance.happens(0.7) ? 0 : chance.whole(1, 4),
  }
}

const abroad = 0.15
const zones = [-8, -5, 0, 2, 3, 5.5, 8, 9]
const places = ['Berlin', 'Wien', 'Basel', 'HAM', 'extern']

const hasSecondMailbox = 0.08

const secondMailbox = (name: FullName, as: Correspondent, taken: Set<string>, chance: Chance): Correspondent =>
  correspondent({
    name: as.name,
    address: freeAddress(localParts(name, chance), chance.pick(mailHosts), taken),
    client: chance.weighted(personalClients).client,
  })

const mailHosts = ['freemail.example', 'postbox.example', 'webmail.example', 'mailhaus.example', 'correo.example']

/** One firm's name holds an umlaut, so its domain is punycode on the wire (RFC 5891). */
const firms = [
  'altstadt-apotheken',
  'xn--mller-holz-ecb',
  'brightwater',
  'casamar',
  'deltaverlag',
  'fennec-health',
  'grid-und-netz',
  'hafencity-museum',
  'inselbahn',
  'kelp-energy',
  'lindenhof',
  'moonraker',
  'nordwind-reisen',
  'openfields',
  'paperkite',
  'quartier-acht',
  'rheingold-bikes',
  'saltworks',
  'tidewater',
  'volksbuehne-ost',
].map((firm) => `${firm}.example`)

const domain = (circle: Circle, { family }: FullName, chance: Chance): string => {
  switch (circle.domains) {
    case 'firm':
      return chance.pick(firms)
    case 'former employer':
      return employers.former.domain
    case 'present employer':
      return employers.present.domain
    case 'private':
      return chance.happens(0.25) ? `${family}.example` : chance.pick(mailHosts)
  }
}

/** The local parts this person would ask for, the favourite first. */
const localParts = ({ given, family }: FullName, chance: Chance): readonly string[] => {
  const usual = [
    `${given}.${family}`,
    `${given.slice(0, 1)}.${family}`,
    given,
    `${given}_${family}`,
    `${given}${family}`,
  ]
  const favourite = chance.happens(0.6) ? `${given}.${family}` : chance.pick(usual)
  return [favourite, ...usual, `${given}.${family}.${chance.whole(60, 99)}`]
}

const freeAddress = (localParts: readonly string[], domain: string, taken: Set<string>): string => {
  const free = localParts.map((local) => `${local}@${domain}`).find((address) => !taken.has(address))
  if (free === undefined) throw new Error(`No address is free at ${domain}`)
  taken.add(free)
  return free
}
