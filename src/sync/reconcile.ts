/**
 * Passes over what was read before, beside the pages themselves: setting out on an audit; and once a pass has read what it
 * reaches, listing what is there and taking back what is not. Each job does one step of it and asks for the next.
 */
import type { Pass } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import type { Disposition } from '../model/job.ts'
import { success } from '../model/result.ts'
import { settleAccount } from '../store/accounts.ts'
import { itemsUnseen } from '../store/interactions.ts'
import { writeRemovals } from './apply.ts'
import { ack, jobOf, type Reader, recovery, retry } from './deps.ts'
import { giveUp } from './failure.ts'
import { withAccess } from './pull.ts'
import { withSpent } from './quota.ts'
import { afterPass, auditOf, isWhole, sweptFrom, withSeen } from './recheck.ts'

/** Sets out on an audit of a feed; its first page is the next job's. */
export const beginAudit = async ({ deps, account }: Reader, feed: FeedName): Promise<Disposition> => {
  const now = deps.now()
  const feeds = { [feed]: { ...account.feeds[feed], pass: auditOf(account, feed, now) } }
  await settleAccount(deps.store, account, { feeds })
  await deps.enqueue(jobOf(account, account.revision), 0)
  return ack
}

/** A pass has read what it reaches: lists what is there, takes back what is not, notes what came of it. */
export const surveyPass = async (reader: Reader, feed: FeedName): Promise<Disposition> => {
  const { account } = reader
  const { pass } = account.feeds[feed]
  if (pass === null) return ack
  return pass.place === 'listing' ? listForPass(reader, feed, pass) : sweep(reader, feed, pass)
}

const listForPass = async (reader: Reader, feed: FeedName, before: Pass): Promise<Disposition> => {
  const { deps, account, provider } = reader
  const now = deps.now()
  let pass = before
  let units = 0
  for (let count = 0; count < listsAtOnce && pass.place === 'listing'; count += 1) {
    const { after } = pass
    const listed = await withAccess(reader, async (access) => {
      const inventory = provider[feed].inventory
      return inventory === undefined
        ? success({ ids: [], after: null, unitsSpent: 0 })
        : inventory(access, { after, now })
    })
    if (!listed.ok) return giveUp(reader, feed, listed.error, true)
    units += listed.value.unitsSpent
    const seen = withSeen(pass, listed.value.ids)
    pass = { ...seen, after: listed.value.after, place: listed.value.after === null ? 'sweeping' : 'listing' }
  }
  await settleAccount(deps.store, account, {
    feeds: { [feed]: { ...account.feeds[feed], pass } },
    quotaWindow: withSpent(account.quotaWindow, provider[feed].quota, { at: now, units }),
    ...recovery(account),
  })
  await deps.enqueue(jobOf(account, account.revision), 0)
  return ack
}

/** Far below the free plan's fifty requests. */
const listsAtOnce = 8

const sweep = async (reader: Reader, feed: FeedName, pass: Pass): Promise<Disposition> => {
  const { deps, accounts, account, provider } = reader
  const now = deps.now()
  const from = sweptFrom(account, pass, provider[feed].inventory !== undefined)
  const query = { accountId: account.id, feed, from, seen: pass.seen, limit: sweptAtOnce }
  const gone = isWhole(pass) ? await itemsUnseen(deps.store, query) : []
  const state = account.feeds[feed]
  if (gone.length === 0) {
    const { checks, next } = afterPass(account, feed, pass, now)
    await settleAccount(deps.store, account, { checks, feeds: { [feed]: { ...state, pass: next } } })
    await deps.enqueue(jobOf(account, account.revision), 0)
    return ack
  }
  const swept = { ...pass, removed: pass.removed + gone.length }
  const change = { feeds: { [feed]: { ...state, pass: swept } } }
  const written = await writeRemovals(deps.store, { accounts, account, feed, items: gone, change })
  if (!written.ok) return retry(1)
  await deps.enqueue(jobOf(account, account.revision + 1), 0)
  return ack
}

const sweptAtOnce = 200
