/** The health model that the product runs, in the shape the benchmark's harness asks for. */
import { noRelationship, type Relationship, withInteraction } from '../../src/model/relationship.ts'
import { dayIndex, type Instant } from '../../src/model/time.ts'
import { strengthOf } from '../../src/report/candidate.ts'
import { leastChance } from '../../src/report/reasons/rhythm-broken.ts'
import { healthOf } from '../../src/score/health.ts'
import { activityOf } from '../../src/score/signals/activity.ts'

interface Ego {
  readonly activeDays: Set<number>
  activity: { readonly at: number; readonly value: number } | null
}

interface Tie {
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

  newEgo: (): Ego => ({ activeDays: new Set(), activity: null }),

  newTie: (): Tie => ({ relationship: noRelationship }),

  update(tie: Tie, event: Event, ego: Ego): void {
    const at = event.t as Instant
    if (event.dir !== 'co') {
      ego.activeDays.add(dayIndex(at))
      ego.activity = null
    }
    const kind = !event.direct ? 'seen' : event.dir === 'out' ? 'sent' : 'received'
    tie.relationship = withInteraction(tie.relationship, { kind, at })
  },

  score(tie: Tie, now: number, ego: Ego): { strength: number; pActive90: number; reconnect: number; pick: boolean } {
    if (ego.activity?.at !== now) ego.activity = { at: now, value: activityOf(ego.activeDays, now as Instant) }
    const result = healthOf(tie.relationship, now as Instant, ego.activity.value)
    const { closeness, health, chanceIn180Days } = result
    const chanceIn90Days = (closeness * health) / 10_000
    return {
      strength: chanceIn90Days,
      pActive90: chanceIn90Days,
      reconnect: strengthOf({ health: result, former: null }) * chanceIn180Days,
      pick: chanceIn180Days >= leastChance,
    }
  },
}
