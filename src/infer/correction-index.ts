/** What the user said about addresses, ready to be asked. Pure. */
import type { CanonicalAddress } from '../model/address.ts'
import {
  type ActiveCorrection,
  type ChosenRhythm,
  type ContactFacts,
  type IgnoreTarget,
  type ImportedContact,
  type LoggedContact,
  noOverride,
  type Override,
} from '../model/correction.ts'

/** Of two things said, the one that was said last; null is nothing. */
export const laterCorrection = (a: ActiveCorrection | null, b: ActiveCorrection | null): ActiveCorrection | null =>
  a === null || (b !== null && b.id > a.id) ? b : a

/** What was said, to be asked by address: ten thousand addresses are judged for every page. */
export class CorrectionIndex {
  readonly #persons = new Map<CanonicalAddress, number>()
  readonly #owned = new Map<CanonicalAddress, number>()
  readonly #addresses = new Map<CanonicalAddress, ActiveCorrection>()
  readonly #ignoredPersons = new Map<CanonicalAddress, ActiveCorrection>()
  readonly #domains = new Map<string, ActiveCorrection>()
  readonly #patterns: { readonly matches: (text: string) => boolean; readonly by: ActiveCorrection }[] = []
  readonly #wishes = new Map<CanonicalAddress, ActiveCorrection[]>()
  readonly #told = new Set<CanonicalAddress>()
  readonly #facts = new Map<CanonicalAddress, ContactFacts>()
  readonly #merged = new Set<CanonicalAddress>()
  readonly #groupRhythms = new Map<string, ChosenRhythm>()

  /** Nothing was said at all: most users never do, and ten thousand addresses need not be looked up. */
  readonly isNothing: boolean

  constructor(corrections: readonly ActiveCorrection[]) {
    this.isNothing = corrections.length === 0
    for (const said of corrections) this.#note(said)
  }

  /** Whether the user merged the address into a person. */
  isMerged(address: CanonicalAddress): boolean {
    return this.#merged.has(address)
  }

  #note(said: ActiveCorrection): void {
    const { correction, id } = said
    switch (correction.kind) {
      case 'person':
        this.#persons.set(correction.address, id)
        this.#wish(correction.address, said)
        break
      case 'own':
        this.#owned.set(correction.address, id)
        break
      case 'merge':
        for (const address of correction.addresses) this.#merged.add(address)
        break
      case 'ignore':
        this.#noteIgnored(said, correction.target)
        break
      case 'log':
        this.#told.add(correction.address)
        this.#wish(correction.address, said)
        break
      case 'snooze':
      case 'rhythm':
      case 'less_often':
      case 'group':
        this.#wish(correction.address, said)
        break
      case 'group_rhythm':
        this.#groupRhythms.set(correction.group, { ...correction.rhythm, group: correction.group })
        break
      case 'group_of':
        for (const address of correction.addresses) this.#wish(address, said)
        break
      case 'contacts_file':
        for (const person of correction.people) {
          this.#facts.set(person.address, { ...this.#facts.get(person.address), ...factsOf(person) })
          if (person.isNew === true) this.#told.add(person.address)
        }
        break
      case 'triage':
        for (const address of [...correction.close, ...correction.kept]) {
          this.#persons.set(address, id)
          this.#wish(address, said)
        }
        for (const address of correction.nobody) this.#ignoredPersons.set(address, said)
        break
    }
  }

  #noteIgnored(said: ActiveCorrection, target: IgnoreTarget): void {
    switch (target.kind) {
      case 'person':
        this.#ignoredPersons.set(target.address, said)
        break
      case 'address':
        this.#addresses.set(target.address, said)
        break
      case 'domain':
        this.#domains.set(target.domain, said)
        break
      case 'pattern':
        this.#patterns.push({ matches: matcherOf(target.pattern), by: said })
        break
    }
  }

  #wish(address: CanonicalAddress, said: ActiveCorrection): void {
    const override = this.#wishes.get(address)
    if (override === undefined) this.#wishes.set(address, [said])
    else override.push(said)
  }

  /** Whether anything at all was said of who is a person and who is none. */
  get isAnyPersonCorrected(): boolean {
    return this.#persons.size > 0 || this.#ignoredPersons.size > 0 || this.#told.size > 0
  }

  /** When it was last said that it is a person's, as the entry's number; 0 if never. */
  personCorrection(address: CanonicalAddress): number {
    return this.#persons.get(address) ?? 0
  }

  ownCorrections(address: CanonicalAddress): number {
    return this.#owned.get(address) ?? 0
  }

  /** The last entry that ignores this very address, alone or with its domain. */
  ignored(address: CanonicalAddress): ActiveCorrection | null {
    let last = this.#addresses.get(address) ?? null
    if (this.#domains.size > 0) {
      // `mail.shop.example`, `shop.example`, `example`.
      for (let at = address.lastIndexOf('@'); at >= 0; at = address.indexOf('.', at + 1)) {
        const found = this.#domains.get(address.slice(at + 1))
        if (found !== undefined) last = laterCorrection(last, found)
      }
    }
    for (const { matches, by } of this.#patterns) if (matches(address)) last = laterCorrection(last, by)
    return last
  }

  personIgnored(address: CanonicalAddress): ActiveCorrection | null {
    return this.#ignoredPersons.get(address) ?? null
  }

  /** The user was in touch with them where we cannot see it, or chose them from a file. */
  isTold(address: CanonicalAddress): boolean {
    return this.#told.has(address)
  }

  /**
   * Of two rhythms or snoozes, said of whichever of their addresses, the later holds; groups and contacts add up. A rhythm
   * of their own goes before a group's.
   */
  overrideFor(members: readonly { readonly address: CanonicalAddress }[]): Override {
    const facts = this.#factsFor(members)
    if (!members.some(({ address }) => this.#wishes.has(address)))
      return facts === null ? noOverride : { ...noOverride, facts }
    const said = members.flatMap(({ address }) => this.#wishes.get(address) ?? []).sort((a, b) => a.id - b.id)
    let { isPerson, isClose, rhythm, snoozedUntil, lessOften } = noOverride
    const groups = new Set<string>()
    const logged: LoggedContact[] = []
    for (const { correction } of said) {
      if (correction.kind === 'person') isPerson = true
      else if (correction.kind === 'rhythm') rhythm = correction.rhythm
      else if (correction.kind === 'snooze') snoozedUntil = correction.until
      else if (correction.kind === 'less_often') lessOften += 1
      else if (correction.kind === 'group' || correction.kind === 'group_of') groups.add(correction.group)
      else if (correction.kind === 'triage') {
        isPerson = true
        isClose = members.some(({ address }) => correction.close.includes(address))
      } else if (correction.kind === 'log') logged.push({ how: correction.how, at: correction.at })
    }
    rhythm ??= this.#rhythmOfGroups(groups)
    return {
      isPerson,
      isClose,
      rhythm,
      snoozedUntil,
      lessOften,
      groups: [...groups],
      logged: logged.sort((a, b) => b.at - a.at),
      facts: facts ?? noOverride.facts,
    }
  }

  /** Null where no file says anything of them: ten thousand people are asked for. */
  #factsFor(members: readonly { readonly address: CanonicalAddress }[]): ContactFacts | null {
    if (this.#facts.size === 0) return null
    const known = members.flatMap(({ address }) => this.#facts.get(address) ?? [])
    return known.length === 0 ? null : Object.assign({}, ...known)
  }

  /** Of several groups' rhythms the one that asks for most: whoever set it for some of them meant it for each. */
  #rhythmOfGroups(groups: ReadonlySet<string>): ChosenRhythm | null {
    const chosen = [...groups].flatMap((group) => this.#groupRhythms.get(group) ?? [])
    return chosen.reduce<ChosenRhythm | null>(
      (most, each) => (most === null || each.tooLongDays < most.tooLongDays ? each : most),
      null,
    )
  }
}

/** `*` stands for any run of characters, everything else for itself. Linear: no pattern can make it slow. */
const matcherOf = (pattern: string): ((text: string) => boolean) => {
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const last = rest.pop()
  if (last === undefined) return (text) => text === first
  return (text) => {
    if (!text.endsWith(last) || !text.startsWith(first)) return false
    let at = first.length
    for (const part of rest) {
      const found = text.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
    }
    return text.length - last.length >= at
  }
}

const factsOf = ({ address: _, isNew: __, ...facts }: ImportedContact): ContactFacts => facts
