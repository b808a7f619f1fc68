/**
 * The order of a report's people: an easy one first. Of those who want to write, few do; of those who begin with an easy
 * message, two thirds more send the harder ones too. Pure.
 */
import type { ReasonKind } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import type { Candidate } from './candidate.ts'
import { toneFor } from './tone.ts'

interface Chosen {
  readonly candidate: Candidate
  readonly reason: { readonly kind: ReasonKind }
}

/** `chosen` by falling worth. In the first month every easy one stands in front of the harder ones; later, one does. */
export const easyFirst = <C extends Chosen>(
  chosen: readonly C[],
  { isFirstMonth, now }: { readonly isFirstMonth: boolean; readonly now: Instant },
): readonly C[] => {
  const easy = chosen.filter((each) => isEasy(each, now))
  const front = new Set(isFirstMonth ? easy : easy.slice(0, 1))
  return [...front, ...chosen.filter((each) => !front.has(each))]
}

/** Likely to reply, and written to in a few informal words. */
const isEasy = ({ candidate, reason }: Chosen, now: Instant): boolean =>
  easyKinds.has(reason.kind) && candidate.health.chanceIn180Days >= minChance && toneFor(candidate, now) !== 'formal'

const minChance = 0.6

/** No apology, no search, nobody to be won back. */
const easyKinds: ReadonlySet<ReasonKind> = new Set([
  'rhythm_broken',
  'chosen_rhythm',
  'gratitude',
  'anniversary',
  'project_end',
  'new_acquaintance',
  'follow_up',
])
