/**
 * One letter in two mailboxes of one person is one letter: forwarded by a rule, or sent to both addresses, it bears the
 * same name (RFC 5322 Message-ID) in both, and came at nearly the same time. Pure.
 */
import { type InteractionKind, isDirect } from '../model/interaction.ts'
import { DAY, type Instant } from '../model/time.ts'

export interface Copy {
  readonly accountId: number
  readonly contactId: number
  readonly at: Instant
  readonly kind: InteractionKind
  /** The same for the same letter, and seldom for another; 0 where it has no name. */
  readonly letter: number
}

/** Without the copies; where one of them was contact, that one stays. In the order in which they came. */
export const eachOnce = <T extends Copy>(interactions: readonly T[]): readonly T[] => {
  const kept: T[] = []
  const places = new Map<string, number[]>()
  for (const interaction of interactions) {
    const { contactId, letter } = interaction
    const name = `${contactId} ${letter}`
    const others = letter === 0 ? [] : (places.get(name) ?? [])
    const place = others.find((index) => isCopy(kept[index], interaction))
    if (place === undefined) {
      if (letter !== 0) places.set(name, [...others, kept.length])
      kept.push(interaction)
    } else if (isDirect(interaction.kind) && kept[place] !== undefined && !isDirect(kept[place].kind)) {
      kept[place] = interaction
    }
  }
  return kept
}

const isCopy = (a: Copy | undefined, b: Copy): boolean =>
  a !== undefined && a.accountId !== b.accountId && Math.abs(a.at - b.at) <= longestWay

/** What a letter may take from one mailbox to the other. */
const longestWay = 2 * DAY
