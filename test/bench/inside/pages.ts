/** A first read, job by job, with the simulated provider outside: so that what this process does is the product's work. */
import { stageOf } from '../../../src/model/read.ts'
import { accountsOfUser } from '../../../src/store/accounts.ts'
import { openStore } from '../../../src/store/store.ts'
import type { ProviderName } from '../../sandbox/world.ts'
import { type JobRun, openProduct, type Product } from './product.ts'
import type { Trial } from './trial.ts'

let product: Product | null = null

const connect: Trial = async (env, question) => {
  const { account, provider } = question as { readonly account: string; readonly provider: ProviderName }
  product = openProduct(env)
  await product.connect(account, provider)
  return {}
}

const step: Trial = async (): Promise<JobRun> => {
  if (product === null) throw new Error('connect first')
  const before = { requests: product.requests, queries: product.meter.queries }
  const ran = await product.step()
  return {
    ran,
    requests: product.requests - before.requests,
    queries: product.meter.queries - before.queries,
    now: product.clock.time,
  }
}

/** How many messages have been read. Asked for between jobs, so that asking is not measured. */
const messagesRead: Trial = async ({ DB }) => {
  const [account] = await accountsOfUser(openStore(DB), 1)
  return {
    messages: account?.progress.messages ?? 0,
    stage: account === undefined ? 'unread' : stageOf(account.feeds.mail),
  }
}

export const pages: Readonly<Record<string, Trial>> = { connect, step, messagesRead }
