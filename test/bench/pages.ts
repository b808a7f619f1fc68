/** The CPU of reading mail, page by page. */
import { createGoogle } from '../sandbox/google/index.ts'
import { populate } from '../sandbox/population/index.ts'
import { World } from '../sandbox/world.ts'
import { lower } from './figure.ts'
import { client, googleOrigin } from './inside/product.ts'
import { today } from './inside/trial.ts'
import { readMailbox, sandboxClock, usualOf } from './reading.ts'
import type { Bench } from './setting.ts'

export const pages: Bench = async ({ script, isShort }) => {
  const clock = sandboxClock()
  const mailbox = populate({ seed: 1, now: today, messages: isShort ? 5000 : 22_000 })
  const google = createGoogle(new World(clock, [mailbox]), { origin: googleOrigin, clients: [client] })
  const fetch = (request: Request) => google.fetch(request)
  const read = await readMailbox(await script(), mailbox, { provider: 'google', fetch, clock })
  const usual = usualOf(read.pages)
  return [
    lower("page: CPU per 100 messages, D1's own included", usual.perHundred, 'ms', 8),
    lower("page: CPU of a job's page, median", usual.median, 'ms', 8),
    lower("page: CPU of a job's page, 95th of 100", usual.nearlyWorst, 'ms', 10),
    lower('page: CPU of the very first page of a cold Worker', read.pages[0]?.milliseconds ?? 0, 'ms', null),
    lower('page: messages a page', usual.messagesAPage, 'messages', null),
  ]
}
