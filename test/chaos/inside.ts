/** The half of the fault run that is inside workerd: one request, one trial, on the one database, emptied. */
import { Dice, type FaultKind } from './dice.ts'
import { type EndState, runTrial } from './trial.ts'

export interface Question {
  readonly script: number
  /** Null for a quiet run. */
  readonly seed: number | null
  readonly migrations: readonly string[]
}

export interface Answer {
  readonly state: EndState
  readonly counts: readonly (readonly [kind: FaultKind, count: number])[]
}

/** The dice of a quiet run: they never fall. */
class CalmDice extends Dice {
  override strikes(): boolean {
    return false
  }
}

const empty = async (db: D1Database, migrations: readonly string[]): Promise<void> => {
  const { results } = await db
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'",
    )
    .all<{ name: string }>()
  await db.batch([
    db.prepare('pragma defer_foreign_keys = on'),
    ...results.map(({ name }) => db.prepare(`drop table "${name}"`)),
    ...migrations.map((statement) => db.prepare(statement)),
  ])
}

export default {
  async fetch(request: Request, env: { readonly DB: D1Database }): Promise<Response> {
    const { script, seed, migrations } = await request.json<Question>()
    try {
      await empty(env.DB, migrations)
      const dice = seed === null ? new CalmDice(script) : new Dice(seed)
      const state = await runTrial(env.DB, { script, dice })
      const answer: Answer = { state, counts: [...dice.counts] }
      return Response.json(answer)
    } catch (error) {
      return new Response(error instanceof Error ? (error.stack ?? error.message) : String(error), { status: 500 })
    }
  },
}
