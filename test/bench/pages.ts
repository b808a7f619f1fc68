/** What a first read of Gmail costs, page by page. */
import { createGoogle } from '../sandbox/google/index.ts'
import { populate } from '../sandbox/population/index.ts'
import { World } from '../sandbox/world.ts'
import { client, googleOrigin } from './inside/settings.ts'
import { today } from './inside/trial.ts'
import { figuresOf, readMailbox, sandboxClock } from './reading.ts'
import type { Bench } from './setting.ts'

export const pages: Bench = async ({ productScript, isShort }) => {
  const clock = sandboxClock()
  const mailbox = populate({ seed: 1, now: today, messages: isShort ? 5000 : 22_000 })
  const google = createGoogle(new World(clock, [mailbox]), { origin: googleOrigin, clients: [client] })
  const fetch = (request: Request) => google.fetch(request)
  return figuresOf('gmail', await readMailbox(await productScript(), mailbox, { provider: 'google', fetch, clock }))
}
