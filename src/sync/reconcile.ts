/**
 * What follows the pages of a read of what was read before: listing what the provider holds, and removing what it no longer
 * holds. Each job does one step of it and asks for the next.
 */
import type { Account } from '../model/account.ts'
import type { Disposition } from '../model/job.ts'
import type { Read } from '../model/read.ts'
import { success } from '../model/result.ts'
import { type AccountChange, advanceAccount } from '../store/account-changes.ts'
import { seenKey } from '../store/item-key.ts'
import { unseenQuestion } from '../store/losses.ts'
import { savePage } from '../store/pages.ts'
import { ask } from '../store/store.ts'
import { applyRemovals } from './apply.ts'
import { ack, jobOf, overtaken, recovery, type SyncRun } from './deps.ts'
import { giveUp } from './failure.ts'
import { withAccess } from './pull.ts'
import { withSpent } from './quota.ts'
import { endRead, removedFrom } from './reads.ts'

/** The pages of a read are read: lists what is there, removes what is not, notes what came of it. */
export const reconcile = (run: SyncRun, read: Read): Promise<Disposition> =>
  read.phase === 'list' ? listHeld(run, read) : removeGone(run, read)

const listHeld = async (run: SyncRun, read: Read): Promise<Disposition> => {
  const { account, provider } = run
  const { feed } = read
  const now = run.now()
  let after = read.cursor
  let isListed = false
  let units = 0
  const seen: number[] = []
  for (let count = 0; count < maxListsAtOnce && !isListed; count += 1) {
    const listed = await withAccess(run, async (access) => {
      const { inventory } = provider[feed]
      return inventory === undefined
        ? success({ ids: [], after: null, unitsSpent: 0 })
        : inventory(access, { after, now })
    })
    if (!listed.ok) return giveUp(run, { feed, of: 'audit', change: {} }, listed.error)
    units += listed.value.unitsSpent
    seen.push(...listed.value.ids.map(seenKey))
    after = listed.value.after
    isListed = after === null
  }
  const listed: Read = { ...read, cursor: after, phase: isListed ? 'remove' : 'list' }
  return advance(run, {
    reads: { put: [{ read: listed, seen, memory: null }], drop: [] },
    quotaWindow: withSpent(account.quotaWindow, provider[feed].quota, { at: now, units }),
    ...recovery(account, feed),
  })
}

/** Far below the free plan's fifty requests. */
const maxListsAtOnce = 8

const removeGone = async (run: SyncRun, read: Read): Promise<Disposition> => {
  const { store, account, provider } = run
  const end = () => advance(run, { reads: endRead(account, read, run.now()) })
  if (!read.isWhole) return end()
  const from = removedFrom(account, read, provider[read.feed].inventory !== undefined)
  const query = { userId: account.userId, accountId: account.id, read, from, limit: maxRemovedAtOnce }
  const losses = await ask(unseenQuestion(store, query))
  if (losses.known.size === 0) return end()
  const put = { read: { ...read, removed: read.removed + losses.known.size }, seen: [], memory: null }
  const write = applyRemovals(account, read.feed, losses, { reads: { put: [put], drop: [] } })
  const written = await savePage(store, write)
  return written.ok ? next(run, account) : overtaken
}

const maxRemovedAtOnce = 200

const advance = async (run: SyncRun, change: AccountChange): Promise<Disposition> =>
  (await advanceAccount(run.store, run.account, change)) ? next(run, run.account) : overtaken

const next = async (run: SyncRun, account: Account): Promise<Disposition> => {
  await run.enqueue(jobOf(account, account.revision + 1), 0)
  return ack
}
