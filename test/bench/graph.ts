/** What a first read of a mailbox at Microsoft costs: calls of Graph, how many at once, and CPU a page. */
import { createMicrosoft } from '../sandbox/microsoft/index.ts'
import { populate } from '../sandbox/population/index.ts'
import { World } from '../sandbox/world.ts'
import { lower } from './figure.ts'
import { client, microsoftOrigin } from './inside/settings.ts'
import { today } from './inside/trial.ts'
import { figuresOf, readMailbox, sandboxClock } from './reading.ts'
import type { Bench } from './setting.ts'

/** A page a request, and nothing ever looked up: the fewest that reading can take. */
const minCalls = (messages: number): number => messages / 60

export const graph: Bench = async ({ productScript, isShort }) => {
  const clock = sandboxClock()
  const mailbox = populate({ seed: 1, now: today, messages: isShort ? 5000 : 22_000 })
  const microsoft = createMicrosoft(new World(clock, [mailbox]), { origin: microsoftOrigin, clients: [client] })
  const fetch = (request: Request) => microsoft.fetch(request)
  const read = await readMailbox(await productScript(), mailbox, { provider: 'microsoft', fetch, clock })
  const { requests, maxAtOnce } = microsoft.usage()
  const messages = read.pages.reduce((sum, page) => sum + page.messages, 0)
  const tenThousand = 10_000 / messages
  const billed = microsoft.requestsSpent(mailbox.owner.subject)
  return [
    lower(
      'graph: calls per 10,000 messages, a batch being one',
      requests * tenThousand,
      'calls',
      null,
      minCalls(10_000),
    ),
    lower('graph: the same as Outlook counts them, each part of a batch', billed * tenThousand, 'calls', null),
    lower('graph: most calls under way for one mailbox', maxAtOnce, 'calls', 3),
    ...figuresOf('graph', read),
  ]
}
