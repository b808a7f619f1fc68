/** The Worker: pages over `fetch`, one page of mail a queue message, and a cron that only decides who is due. */
import { type App, openApp } from './app.ts'
import { enqueueDueReports } from './deliver/due.ts'
import { enqueueReconnects } from './deliver/reconnect.ts'
import { type ConfigError, type Env, missingVocabulary, readConfig } from './env.ts'
import { settingMissingPage } from './http/kit/setting-missing-page.ts'
import { createRouter } from './http/router.ts'
import { runJob } from './jobs.ts'
import { errorCode } from './model/error-code.ts'
import { type Disposition, type Job, jobFacts, jobIn, maxDelaySeconds } from './model/job.ts'
import { failure, type Result, success } from './model/result.ts'
import { DAY, type Instant, instantFromMilliseconds, MINUTE } from './model/time.ts'
import { isVocabularyLinked, linkVocabulary, vocabularyFile, vocabularyPath } from './model/vocabulary.ts'
import { type Outside, realOutside } from './outside.ts'
import { isDayUsedUp, nextFreeDay } from './store/free-day.ts'
import { endExpiredSessions } from './store/sessions.ts'
import { enqueueDueAccounts } from './sync/due.ts'

/** `outside` is what the Worker has of network, clock and chance. */
export const createWorker = (outside: Outside) => {
  const router = createRouter()
  const appOf = appsOf(outside)
  return {
    async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
      const app = await appOf(env)
      return app.ok ? router.fetch(request, { app: app.value }, context) : settingMissingPage(request, app.error)
    },

    async queue(batch, env) {
      const app = orThrow(await appOf(env))
      for (const message of batch.messages) {
        const disposition = await runMessage(app, message)
        if (disposition.kind === 'ack') message.ack()
        else message.retry({ delaySeconds: Math.min(maxDelaySeconds, disposition.delaySeconds) })
      }
    },

    async scheduled(controller, env) {
      const app = orThrow(await appOf(env))
      const now = instantFromMilliseconds(controller.scheduledTime)
      try {
        await enqueueDueReports(app, now)
        await enqueueReconnects(app)
        await enqueueDueAccounts(app, now)
        if (isFirstOfDay(now)) await endExpiredSessions(app.store, app.now())
      } catch (error) {
        if (!isDayUsedUp(error)) throw bareError(app, 'cron failed', {}, error)
        app.log('day of the free plan used up', {})
      }
    },
  } satisfies ExportedHandler<Env, Job>
}

/**
 * The app of an environment, opened once for as long as the environment lives: words are linked, settings checked, keys
 * derived and endpoints discovered. Fails with the first setting that is missing or malformed.
 */
const appsOf = (outside: Outside): ((env: Env) => Promise<Result<App, ConfigError>>) => {
  let opened: { readonly env: Env; readonly app: Result<App, ConfigError> } | null = null
  return async (env) => {
    if (!isVocabularyLinked() && !(await linkedFrom(env.ASSETS))) return failure(missingVocabulary)
    if (opened?.env !== env) {
      const config = readConfig(env)
      opened = { env, app: config.ok ? success(openApp(env, config.value, outside)) : config }
    }
    return opened.app
  }
}

/** Once for as long as the isolate lives: two invocations that come first at the same moment read the file twice. */
const linkedFrom = async (assets: Env['ASSETS']): Promise<boolean> => {
  const answer = await assets?.fetch(`https://assets.invalid${vocabularyPath}`)
  if (answer?.ok === true && linkVocabulary(await answer.text())) return true
  // Whoever runs the sources as they are has no file, and the words at hand; the build takes this branch out.
  if (typeof IS_BUILT === 'undefined') {
    const { vocabulary } = await import('./vocabulary.ts')
    return linkVocabulary(vocabularyFile(vocabulary))
  }
  return false
}

/** Set by the build, which writes the file of words: see `wrangler.toml`. */
declare const IS_BUILT: true | undefined

/** A message that is no job of ours is acknowledged: it would be none the next time either. */
const runMessage = async (app: App, { body, attempts }: Message<unknown>): Promise<Disposition> => {
  const job = jobIn(body)
  if (job === null) {
    app.log('job not understood', { attempts })
    return { kind: 'ack' }
  }
  try {
    return await runJob(app, job, attempts)
  } catch (error) {
    if (isDayUsedUp(error)) return untilTomorrow(app, job)
    throw bareError(app, 'job failed', { ...jobFacts(job), attempts }, error)
  }
}

/** One message waits for the next day, and burns none of its tries; those of many users come back within some minutes. */
const untilTomorrow = (app: App, job: Job): Disposition => {
  app.log('day of the free plan used up', jobFacts(job))
  const now = app.now()
  return { kind: 'retry', delaySeconds: nextFreeDay(now) - now + 1 + (job.userId % spreadSeconds) }
}

const spreadSeconds = 10 * MINUTE

/**
 * Logs a failure by ids and codes, and answers with an error to throw in its place. The platform stores what is thrown
 * whole, and an exception of the database holds the rows it was about.
 */
const bareError = (
  app: App,
  event: string,
  facts: Readonly<Record<string, string | number>>,
  error: unknown,
): Error => {
  app.log(event, { ...facts, cause: errorCode(error) })
  return new Error(event)
}

const orThrow = (app: Result<App, ConfigError>): App => {
  if (!app.ok) throw new Error(app.error.sentence)
  return app.value
}

/** Cron comes every quarter of an hour. */
const isFirstOfDay = (now: Instant): boolean => now % DAY < 15 * MINUTE

export default createWorker(realOutside)
