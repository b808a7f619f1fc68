import { expect, test } from 'vitest'
import { type Job, jobFacts, jobIn } from '../../src/model/job.ts'
import type { Instant } from '../../src/model/time.ts'

const jobs: readonly Job[] = [
  { kind: 'sync', userId: 1, accountId: 2, revision: 3 },
  { kind: 'report', userId: 1, week: '2026-11-23' },
  { kind: 'reconnect', userId: 1, accountId: 2, since: 3 as Instant },
  { kind: 'confirm', userId: 1, at: 3 as Instant },
]

test.each(jobs)('a $kind job is one, and none without any of its fields', (job) => {
  expect(jobIn({ ...job })).toEqual(job)
  for (const name of Object.keys(job)) {
    expect(jobIn({ ...job, [name]: undefined })).toBeNull()
    expect(jobIn({ ...job, [name]: {} })).toBeNull()
  }
})

test.each([[null], [1], ['sync'], [[]], [{}], [{ kind: 'toString' }], [{ kind: 'telegram', userId: 1 }]])(
  '%j is no job',
  (body) => {
    expect(jobIn(body)).toBeNull()
  },
)

test('a log is told the kind and the ids', () => {
  expect(jobs.map(jobFacts)).toEqual([
    { kind: 'sync', userId: 1, accountId: 2 },
    { kind: 'report', userId: 1 },
    { kind: 'reconnect', userId: 1, accountId: 2 },
    { kind: 'confirm', userId: 1 },
  ])
})
