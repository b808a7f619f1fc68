/** Running a job from the queue: one exhaustive switch, and what becomes of the message. */
import type { App } from './app.ts'
import { askToConfirm } from './deliver/confirmation.ts'
import { askToReconnect } from './deliver/reconnect.ts'
import { sendWeekly, weeklySteps } from './deliver/weekly.ts'
import type { Disposition, Job } from './model/job.ts'
import { syncAccount } from './sync/run.ts'
import { runImport } from './transfer/import.ts'

/** `attempts` is how often the queue has delivered this job, from 1. */
export const runJob = (app: App, job: Job, attempts: number): Promise<Disposition> => {
  switch (job.kind) {
    case 'sync':
      return syncAccount(app, job, attempts)
    case 'report':
      return sendWeekly({ ...app, steps: weeklySteps }, job, attempts)
    case 'reconnect':
      return askToReconnect(app, job, attempts)
    case 'confirm':
      return askToConfirm(app, job, attempts)
    case 'import':
      return runImport(app, job, attempts)
  }
}
