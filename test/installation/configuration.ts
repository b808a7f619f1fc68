/** What `wrangler.toml` gives the Worker, as Cloudflare's own tool understands it. */
import * as v from 'valibot'
import { unstable_readConfig as readWranglerConfig } from 'wrangler'

export interface Configuration {
  /** The Worker's name. */
  readonly worker: string
  /** Cloudflare's Email Service, by the name that `src/env.ts` knows it by. */
  readonly hasEmailBinding: boolean
  /** When it is woken, in cron's notation and UTC. */
  readonly crons: readonly string[]
  /** Whose jobs it takes. */
  readonly consumedQueues: readonly string[]
}

/** Of what the tool tells, whose own types lead to a package that does not come with it. */
const schema = v.object({
  name: v.string(),
  send_email: v.array(v.object({ name: v.string() })),
  triggers: v.object({ crons: v.optional(v.array(v.string()), []) }),
  queues: v.object({ consumers: v.optional(v.array(v.object({ queue: v.string() })), []) }),
})

const own = new URL('../../wrangler.toml', import.meta.url).pathname

/** Throws, with the tool's own words, where the file cannot be understood. */
export const readConfiguration = (file = own): Configuration => {
  const told: unknown = readWranglerConfig({ config: file }, { hideWarnings: true })
  const { name, send_email, triggers, queues } = v.parse(schema, told)
  return {
    worker: name,
    hasEmailBinding: send_email.some((binding) => binding.name === 'EMAIL'),
    crons: triggers.crons,
    consumedQueues: queues.consumers.map(({ queue }) => queue),
  }
}
