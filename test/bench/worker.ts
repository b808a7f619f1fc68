/** The half of the trials that runs in workerd, called by name. One house, one trial: each finds an empty database. */

import '../linked.ts'
import { firstRead } from './inside/first-read.ts'
import { health } from './inside/health.ts'
import { learn } from './inside/learn.ts'
import { monday } from './inside/monday.ts'
import { pages } from './inside/pages.ts'
import { report } from './inside/report.ts'
import type { BenchEnv, Trial } from './inside/trial.ts'

const trials: Readonly<Record<string, Trial>> = {
  nothing: async () => ({}),
  firstRead,
  ...pages,
  ...health,
  ...learn,
  ...report,
  ...monday,
}

export default {
  async fetch(request: Request, env: BenchEnv): Promise<Response> {
    const trial = trials[new URL(request.url).pathname.slice(1)]
    if (trial === undefined) return new Response('no such trial', { status: 404 })
    try {
      return Response.json(await trial(env, await request.json()))
    } catch (error) {
      return new Response(error instanceof Error ? (error.stack ?? error.message) : String(error), { status: 500 })
    }
  },
}
