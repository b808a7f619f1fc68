/** The Worker: pages over fetch, one page of mail a queue message, and a cron that only decides who is due. */
import { enqueueDueReports } from './deliver/due.ts'
import { enqueueReconnects } from './deliver/reconnect.ts'
import { type Config, type Env, readConfig } from './env.ts'
import { createApp } from './http/app.ts'
import { settingMissingPage } from './http/pages/setting-missing.ts'
import { runJob } from './jobs.ts'
import { type Job, longestDelaySeconds } from './model/job.ts'
import { DAY, type Instant, instantFromMilliseconds, MINUTE } from './model/time.ts'
import { type Outside, realOutside } from './outside.ts'
import { createServices, type Services } from './services.ts'
import { enqueueDueAccounts } from './sync/due.ts'

export const createWorker = (outside: Outside) => {
  const app = createApp()
  // One set of services for as long as the environment lives: keys and endpoints are derived and discovered once.
  let made: { readonly env: Env; readonly services: Services } | null = null
  const servicesFor = (env: Env, config: Config): Services => {
    if (made?.env !== env) made = { env, services: createServices(env, config, outside) }
    return made.services
  }
  const servicesOrThrow = (env: Env): Services => {
    const config = readConfig(env)
    if (!config.ok) throw new Error(config.error.sentence)
    return servicesFor(env, config.value)
  }
  return {
    async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
      const config = readConfig(env)
      if (!config.ok) return settingMissingPage(config.error)
      return app.fetch(request, { services: servicesFor(env, config.value) }, context)
    },

    async queue(batch, env) {
      const services = servicesOrThrow(env)
      for (const message of batch.messages) {
        const disposition = await runJob(message.body, services, message.attempts)
        if (disposition.kind === 'ack') message.ack()
        else message.retry({ delaySeconds: Math.min(longestDelaySeconds, disposition.delaySeconds) })
      }
    },

    async scheduled(controller, env) {
      const services = servicesOrThrow(env)
      const now = instantFromMilliseconds(controller.scheduledTime)
      await enqueueDueReports(services.delivering, now)
      await enqueueReconnects(services.asking)
      await enqueueDueAccounts(services.syncing, now)
      if (isFirstOfDay(now)) await services.endExpiredSessions()
    },
  } satisfies ExportedHandler<Env, Job>
}

/** Of the crons of a UTC day, which come every quarter of an hour. */
const isFirstOfDay = (now: Instant): boolean => now % DAY < 15 * MINUTE

export default createWorker(realOutside)
