/** The health model that the product runs, in the shape the benchmark's harness asks for. */
import { noRelationship, type Relationship, withInteraction } from '../../src/model/relationship.ts'
import { dayIndex, type Instant } from '../../src/model/time.ts'
import { minChance } from '../../src/report/reasons/rhythm-broken.ts'
import { healthOf } from '../../src/score/health.ts'
import { paceOf, type UserPace } from '../../src/score/pace.ts'

export interface Ego {
  readonly activeDays: Set<number>
  readonly ties: Tie[]
  /** As it was asked for last: every tie of a user is scored at the same moment. */
  pace: { readonly at: number; readonly is: UserPace } | null
}

export interface Tie {
  relationship: Relationship
}

interface Event {
  /** Seconds since 1970. */
  readonly t: number
  readonly dir: 'out' | 'in' | 'co'
  readonly direct: boolean
}

export default {
  name: 'Perennial',

  newEgo: (): Ego => ({ activeDays: new Set(), ties: [], pace: null }),

  newTie(ego?: Ego): Tie {
    const tie: Tie = { relationship: noRelationship }
    ego?.ties.push(tie)
    return tie
  },

  update(tie: Tie, event: Event, ego: Ego): void {
    const at = event.t as Instant
    ego.pace = null
    if (event.dir !== 'co') ego.activeDays.add(dayIndex(at))
    const kind = !event.direct ? 'seen' : event.dir === 'out' ? 'sent' : 'received'
    tie.relationship = withInteraction(tie.relationship, { kind, at })
  },

  score(tie: Tie, now: number, ego: Ego): { strength: number; pActive90: number; reconnect: number; pick: boolean } {
    const result = healthOf(tie.relationship, now as Instant, paceAt(ego, now as Instant))
    const { chanceIn90Days, chanceIn180Days, comeback } = result
    return {
      strength: chanceIn90Days,
      pActive90: chanceIn90Days,
      reconnect: comeback,
      pick: chanceIn180Days >= minChance,
    }
  },
}

export const paceAt = (ego: Ego, now: Instant): UserPace => {
  if (ego.pace?.at === now) return ego.pace.is
  const relationships = ego.ties.map(({ relationship }) => relationship)
  const is = paceOf(relationships, [...ego.activeDays], now)
  ego.pace = { at: now, is }
  return is
}
