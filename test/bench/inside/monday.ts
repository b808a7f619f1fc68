/** A Monday of a whole service: everyone whose report falls due in one hour, and the cron that asks for them. */
import { instantFromMilliseconds } from '../../../src/model/time.ts'
import { openProduct } from './product.ts'
import { type Trial, today } from './trial.ts'

export interface Hour {
  readonly asked: number
  readonly queries: number
  readonly sends: number
  readonly rowsWritten: number
}

/** One run of cron with so many reports due at once. */
const dueAtOnce: Trial = async (env, question): Promise<Hour> => {
  const now = instantFromMilliseconds(today)
  await env.DB.prepare('DELETE FROM users').run()
  await env.DB.prepare(
    `INSERT INTO users (created_at, address, name, is_owner, zone, is_zone_chosen, report_weekday, report_hour, next_report_at)
     SELECT ?1, 'user' || value || '@mail.example', '', 0, 'Europe/Berlin', 0, 1, 8, ?1
     FROM (WITH RECURSIVE numbers (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < ?2) SELECT value FROM numbers)`,
  )
    .bind(now, Number(question))
    .run()
  const product = openProduct(env)
  let sends = 0
  const { JOBS } = product.env
  const counting = {
    ...product.env,
    JOBS: {
      ...JOBS,
      send: (...message: Parameters<typeof JOBS.send>) => {
        sends += 1
        return JOBS.send(...message)
      },
      sendBatch: (...messages: Parameters<typeof JOBS.sendBatch>) => {
        sends += 1
        return JOBS.sendBatch(...messages)
      },
    },
  }
  await product.worker.scheduled({ cron: '', scheduledTime: today, noRetry: () => undefined }, counting)
  return {
    asked: product.queue.waiting.length,
    queries: product.meter.queries,
    sends,
    rowsWritten: product.meter.rowsWritten,
  }
}

export const monday: Readonly<Record<string, Trial>> = { dueAtOnce }
