/** What wakes the Worker when nobody opens a page: cron, which sees who is due, and the queue, which hands it their jobs. Pure. */
import type { Configuration } from './configuration.ts'
import { broken, type Finding, fine, unknown } from './finding.ts'
import { type Ran, resources } from './wrangler.ts'

/** What the product counts on: mail is looked at every quarter of an hour, and reports go out by the hour. */
const quarter = '*/15 * * * *'
const quarterMinutes = 15

export const cronFinding = ({ crons }: Pick<Configuration, 'crons'>): Finding => {
  const mend = `put \`crons = ["${quarter}"]\` under \`[triggers]\` in \`wrangler.toml\` and run \`npm run deploy\`.`
  if (crons.length === 0) return broken('Cron trigger', `Nothing is ever due, and no report goes out: ${mend}`)
  return crons.some(isOftenEnough)
    ? fine('Cron trigger', `${crons.join(', ')} in \`wrangler.toml\`.`)
    : broken('Cron trigger', `${crons.join(', ')} comes too seldom to be on time: ${mend}`)
}

const isOftenEnough = (cron: string): boolean => {
  const [, minutes] = /^\*(?:\/(\d+))? \* \* \* \*$/.exec(cron.trim().replace(/\s+/g, ' ')) ?? [null, null]
  return minutes !== null && Number(minutes ?? 1) <= quarterMinutes
}

/** By the file alone. */
export const consumerFinding = ({ consumedQueues }: Pick<Configuration, 'consumedQueues'>): Finding =>
  consumedQueues.includes(resources.queue)
    ? fine('Queue consumer', `\`wrangler.toml\` has the Worker take the jobs of "${resources.queue}".`)
    : broken(
        'Queue consumer',
        `Jobs are queued and never done: put \`[[queues.consumers]]\` with \`queue = "${resources.queue}"\` back into \`wrangler.toml\` and run \`npm run deploy\`.`,
      )

/** By what the account says of the queue: `wrangler queues info`. */
export const consumerAtWork = (info: Ran, { worker }: Pick<Configuration, 'worker'>): readonly Finding[] => {
  // That there is no such queue is said already.
  if (!info.ok) return []
  const what = 'Queue consumer at work'
  if (/^Number of Consumers: 0$/m.test(info.output)) {
    return [broken(what, `No Worker takes the jobs of "${resources.queue}": run \`npm run deploy\`.`)]
  }
  const [, consumers] = /^Consumers: (.+)$/m.exec(info.output) ?? []
  if (consumers === undefined) return [unknown(what, 'Cloudflare’s tool did not say who takes the jobs.')]
  const taker = `worker:${worker}`
  return consumers.split(',').some((consumer) => consumer.trim() === taker)
    ? [fine(what, consumers)]
    : [
        broken(
          what,
          `${consumers} takes the jobs, not ${taker}: take that away with \`npx wrangler queues consumer remove\`, and run \`npm run deploy\`.`,
        ),
      ]
}

/** Eight crons: nobody's mail waits that long for want of something to read. */
const longestSilence = 2 * 3600

/** `accounts` as their table has them; `now` in seconds. Says nothing where none has been read to the present yet. */
export const silenceFinding = (
  accounts: readonly Readonly<Record<string, unknown>>[],
  now: number,
): readonly Finding[] => {
  const read = accounts.flatMap(({ kind, read: at }) => (kind === 'active' && Number(at) > 0 ? [Number(at)] : []))
  if (read.length === 0) return []
  const silence = now - Math.max(...read)
  return silence <= longestSilence
    ? [fine('News', 'Mail was looked at within the last two hours: cron and the queue are at work.')]
    : [
        broken(
          'News',
          `No mail has been looked at for ${Math.floor(silence / 3600)} hours: cron or the queue stands still. Run \`npm run deploy\`, which sets both up again, and see \`npx wrangler tail\`.`,
        ),
      ]
}
