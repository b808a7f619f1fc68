/** The Worker: pages over fetch, one page of mail a queue message, and a cron that only decides who is due. */
import { enqueueDueReports } from './deliver/due.ts'
import { enqueueReconnects } from './deliver/reconnect.ts'
import { type ConfigError, type Env, readConfig } from './env.ts'
import { createApp } from './http/app.ts'
import { settingMissingPage } from './http/kit/setting-missing-page.ts'
import { runJob } from './jobs.ts'
import { type Job, maxDelaySeconds } from './model/job.ts'
import { type Result, success } from './model/result.ts'
import { DAY, type Instant, instantFromMilliseconds, MINUTE } from './model/time.ts'
import { type Outside, realOutside } from './outside.ts'
import { createServices, type Services } from './services.ts'
import { enqueueDueAccounts } from './sync/due.ts'

export const createWorker = (outside: Outside) => {
  const app = createApp()
  // Read once for as long as the environment lives: settings are checked, keys derived and endpoints discovered.
  let made: { readonly env: Env; readonly services: Result<Services, ConfigError> } | null = null
  const servicesFor = (env: Env): Result<Services, ConfigError> => {
    if (made?.env !== env) {
      const config = readConfig(env)
      made = { env, services: config.ok ? success(createServices(env, config.value, outside)) : config }
    }
    return made.services
  }
  const servicesOrThrow = (env: Env): Services => {
    const services = servicesFor(env)
    if (!services.ok) throw new Error(services.error.sentence)
    return services.value
  }
  return {
    async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
      const services = servicesFor(env)
      if (!services.ok) return settingMissingPage(services.error)
      return app.fetch(request, { services: services.value }, context)
    },

    async queue(batch, env) {
      const services = servicesOrThrow(env)
      for (const message of batch.messages) {
        const disposition = await runJob(message.body, services, message.attempts)
        if (disposition.kind === 'ack') message.ack()
        else message.retry({ delaySeconds: Math.min(maxDelaySeconds, disposition.delaySeconds) })
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
