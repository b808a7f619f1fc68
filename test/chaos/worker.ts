/** The half of the fault run that lives in workerd, beside its database. */
import '../linked.ts'
import { runSeed } from './seed.ts'

interface ChaosEnv {
  readonly DB: D1Database
}

const tables = ['interactions', 'addresses', 'contact_blocks', 'reports', 'sessions', 'accounts', 'users']

export default {
  async fetch(request: Request, env: ChaosEnv): Promise<Response> {
    const seed = Number(new URL(request.url).searchParams.get('seed'))
    // The product logs every refusal: a storm would drown the outcome in them.
    console.log = () => undefined
    const freshDatabase = async (): Promise<D1Database> => {
      // Users are numbered from 1 again: what is compared names them by it.
      const emptied = [...tables.map((table) => `DELETE FROM ${table}`), 'DELETE FROM sqlite_sequence']
      await env.DB.batch(emptied.map((statement) => env.DB.prepare(statement)))
      return env.DB
    }
    try {
      return Response.json(await runSeed(seed, freshDatabase))
    } catch (error) {
      return new Response(error instanceof Error ? error.stack : String(error), { status: 500 })
    }
  },
}
