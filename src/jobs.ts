/** Running a job from the queue: one exhaustive switch, and what becomes of the message. */
import { askToReconnect } from './deliver/reconnect.ts'
import { sendWeekly } from './deliver/weekly.ts'
import type { Disposition, Job } from './model/job.ts'
import type { Services } from './services.ts'
import { syncAccount } from './sync/run.ts'

/** `attempts` is how often the queue has delivered this job, from 1. */
export const runJob = (job: Job, services: Services, attempts: number): Promise<Disposition> => {
  switch (job.kind) {
    case 'sync':
      return syncAccount(services.syncing, job, attempts)
    case 'report':
      return sendWeekly(services.delivering, job, attempts)
    case 'reconnect':
      return askToReconnect(services.asking, job, attempts)
  }
}
