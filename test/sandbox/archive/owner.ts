/**
 * Whose mailbox and calendar the files are: as the person said, or as the files show. Pure.
 */
import { type Address, canonicalAddress, parseAddresses } from '../../../src/model/address.ts'
import { type Agenda, addressOf } from './calendar.ts'
import type { Draft, MailArchive } from './drafts.ts'
import { headerIn, headersIn } from './headers.ts'
import { ArchiveError } from './source.ts'

export interface Person {
  /** As its owner spells it. */
  readonly address: string
  readonly aliases: readonly string[]
  readonly name: string
  /** The canonical forms of all of their addresses. */
  readonly keys: ReadonlySet<string>
}

export interface Found {
  readonly person: Person
  /** How it was found, to complete "It is the mailbox of …: …". */
  readonly foundBy: string
}

export const findOwner = (mail: MailArchive, agenda: Agenda, me: readonly string[]): Found => {
  const evidence = new Evidence(mail, agenda)
  const { address, foundBy } = me.length > 0 ? evidence.said(me) : evidence.shown()
  const key = canonicalAddress(address) ?? address
  const others = [...me.slice(1), ...evidence.aliases(key)].filter((other) => canonicalAddress(other) !== key)
  const aliases = [...new Map(others.map((other) => [canonicalAddress(other) ?? other, other])).values()]
  const keys = new Set<string>([key, ...aliases.map((alias) => canonicalAddress(alias) ?? alias)])
  return { person: { address, aliases, keys, name: evidence.nameOf(keys) ?? nameFrom(address) }, foundBy }
}

export const givenNameOf = (name: string): string => {
  const [last = '', first] = name.split(',').map((part) => part.trim())
  const words = (first || last)
    .split(/\s+/)
    .filter((word) => !/^(?:dr|prof|mr|mrs|ms|herr|frau|sir|dame)\.?$/i.test(word))
  return words[0] ?? name
}

class Evidence {
  readonly #mail: MailArchive
  readonly #agenda: Agenda
  /** Who wrote the letters that their writer's own mailbox holds as sent. */
  readonly #senders: readonly Row[]
  readonly #isLabelled: boolean

  constructor(mail: MailArchive, agenda: Agenda) {
    this.#mail = mail
    this.#agenda = agenda
    const isLabelled = ({ labels }: Draft): boolean => labels?.includes('SENT') ?? false
    this.#isLabelled = mail.drafts.some(isLabelled)
    const isSent = this.#isLabelled ? isLabelled : ({ isOwnCopy }: Draft): boolean => isOwnCopy
    this.#senders = sendersOf(mail.drafts.values().filter(isSent))
  }

  said(me: readonly string[]): Claim {
    const wrong = me.find((address) => canonicalAddress(address) === null)
    if (wrong !== undefined) throw new ArchiveError(`--me ${wrong} is no mail address.`)
    return { address: me[0] ?? '', foundBy: 'as --me says' }
  }

  shown(): Claim {
    const claim =
      this.#bySentLabels() ??
      this.#byCalendarName() ??
      this.#byDelivery() ??
      this.#byOwnCopies() ??
      this.#byPresence() ??
      this.#byMeetings()
    if (claim !== null) return claim
    throw new ArchiveError(
      "It cannot be told from these files whose they are. Say so with --me ADDRESS, and once more for each other address of that person's.",
    )
  }

  /** Other addresses the owner sends from, as often as one does on purpose. */
  aliases(key: string): readonly string[] {
    return this.#senders.filter((row) => row.count >= minUses && row.key !== key).map(({ spelling }) => spelling)
  }

  /** The display name used most by any of the addresses. */
  nameOf(keys: ReadonlySet<string>): string | null {
    const names = new Map<string, number>()
    const note = (name: string): void => {
      if (name !== '' && !name.includes('@')) names.set(name, (names.get(name) ?? 0) + 1)
    }
    for (const { headers } of this.#mail.drafts) {
      const from = fromOf(headers)
      if (from !== null && keys.has(from.address)) note(from.name)
    }
    if (names.size === 0) {
      const people = this.#agenda.entries.flatMap(({ event }) => [
        ...event.attendees,
        ...(event.organizer === null ? [] : [event.organizer]),
      ])
      for (const { address, name } of people) if (keys.has(canonicalAddress(address) ?? '')) note(name)
    }
    return [...names].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  }

  #bySentLabels(): Claim | null {
    const [first] = this.#senders
    if (!this.#isLabelled || first === undefined) return null
    return { address: first.spelling, foundBy: `${number(first.count)} of the letters labelled Sent are from it` }
  }

  #byCalendarName(): Claim | null {
    const [address, ...others] = new Set(this.#agenda.calendars.flatMap((calendar) => addressOf(calendar) ?? []))
    // With several, all but one are shared by others, and none says which.
    return address === undefined || others.length > 0 ? null : { address, foundBy: 'the calendar goes by it' }
  }

  #byDelivery(): Claim | null {
    const lists = listAddresses(this.#mail.drafts)
    const rows = tallied(this.#mail.deliveredTo).filter(({ key }) => !lists.has(key))
    const clear = clearlyFirst(rows, this.#mail.drafts.length / 4)
    return clear === null
      ? null
      : { address: this.#spelled(clear), foundBy: `${number(clear.count)} letters were delivered to it` }
  }

  #byOwnCopies(): Claim | null {
    const clear = clearlyFirst(this.#senders, minUses)
    return clear === null
      ? null
      : {
          address: clear.spelling,
          foundBy: `${number(clear.count)} letters from it bear what only a sender's own copy has`,
        }
  }

  /** Nobody is on most letters of a mailbox, and writes and receives them, but its owner. */
  #byPresence(): Claim | null {
    const { drafts } = this.#mail
    const lists = listAddresses(drafts)
    const senders = new Set<string>()
    const received = new Set<string>()
    const present = drafts.values().flatMap(({ headers }) => {
      const from = [fromOf(headers)].filter((address) => address !== null)
      const to = ['to', 'cc', 'bcc'].flatMap((name) => headersIn(headers, name)).flatMap(parseAddresses)
      for (const { address } of from) senders.add(address)
      for (const { address } of to) received.add(address)
      return new Map([...to, ...from].map(({ address, spelling }) => [address, spelling])).values()
    })
    const rows = tallied(once(present)).filter(({ key }) => senders.has(key) && received.has(key) && !lists.has(key))
    const clear = clearlyFirst(rows, drafts.length / 2)
    return clear === null
      ? null
      : { address: clear.spelling, foundBy: `it is on ${number(clear.count)} of the ${number(drafts.length)} letters` }
  }

  #byMeetings(): Claim | null {
    const shared = this.#agenda.entries.filter(({ event }) => event.attendees.length > 0)
    const present = shared.flatMap(({ event }) => {
      const people = [...event.attendees, ...(event.organizer === null ? [] : [event.organizer])]
      return [...new Map(people.map(({ address }) => [canonicalAddress(address), address])).values()]
    })
    const clear = clearlyFirst(tallied(once(present)), shared.length / 2)
    return clear === null
      ? null
      : {
          address: clear.spelling,
          foundBy: `it is on ${number(clear.count)} of the ${number(shared.length)} events with guests`,
        }
  }

  /** Envelopes are in lower case: people spell their own address in From and To. */
  #spelled({ key, spelling }: Row): string {
    return sendersOf(this.#mail.drafts.values()).find((row) => row.key === key)?.spelling ?? spelling
  }
}

interface Claim {
  readonly address: string
  readonly foundBy: string
}

interface Row {
  readonly key: string
  /** As it is written most. */
  readonly spelling: string
  readonly count: number
}

const minUses = 3

const number = (value: number): string => value.toLocaleString('en')

const fromOf = (headers: string): Address | null => parseAddresses(headerIn(headers, 'from') ?? '')[0] ?? null

/** Who wrote the drafts. Nothing is collected on the way: a mailbox has very many. */
const sendersOf = (drafts: IteratorObject<Draft>): readonly Row[] =>
  tallied(once(drafts.flatMap(({ headers }) => [fromOf(headers)?.spelling ?? ''])))

function* once(spellings: Iterable<string>): Generator<readonly [string, number]> {
  for (const spelling of spellings) yield [spelling, 1]
}

/** Uses of addresses summed up, most used first. */
const tallied = (uses: Iterable<readonly [spelling: string, count: number]>): readonly Row[] => {
  const bySpelling = new Map<string, number>()
  for (const [spelling, count] of uses) bySpelling.set(spelling, (bySpelling.get(spelling) ?? 0) + count)
  const rows = new Map<string, Row>()
  for (const [spelling, count] of [...bySpelling].sort((a, b) => b[1] - a[1])) {
    const key = canonicalAddress(spelling)
    if (key === null) continue
    const known = rows.get(key)
    rows.set(key, { key, spelling: known?.spelling ?? spelling, count: (known?.count ?? 0) + count })
  }
  return [...rows.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

/** The first, if it is often enough there and no second comes near it. */
const clearlyFirst = (rows: readonly Row[], least: number): Row | null => {
  const [first, second] = rows
  if (first === undefined || first.count < least) return null
  return second !== undefined && second.count > first.count * 0.8 ? null : first
}

const listAddresses = (drafts: readonly Draft[]): ReadonlySet<string> => {
  const lists = new Set<string>()
  for (const { headers } of drafts) {
    for (const name of ['list-post', 'x-beenthere', 'x-mailing-list', 'mailing-list']) {
      const [address] = /[^\s<>:;,]+@[^\s<>;,]+/.exec(headerIn(headers, name) ?? '') ?? []
      const key = address === undefined ? null : canonicalAddress(address)
      if (key !== null) lists.add(key)
    }
  }
  return lists
}

/** `ann.b.dahl@…` is Ann B Dahl, as far as anyone can tell. */
const nameFrom = (address: string): string =>
  address
    .slice(0, address.indexOf('@'))
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ') || address
