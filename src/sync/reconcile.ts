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
export const beginAudit = async ({ syncing, account }: Reader, feed: FeedName): Promise<Disposition> => {
  const now = syncing.now()
  const feeds = { [feed]: { ...account.feeds[feed], pass: auditOf(account, feed, now) } }
  await settleAccount(syncing.store, account, { feeds })
  await syncing.enqueue(jobOf(account, account.turn), 0)
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
  const { syncing, account, provider } = reader
  const now = syncing.now()
  let pass = before
  let units = 0
  for (let count = 0; count < listsAtOnce && pass.place === 'listing'; count += 1) {
    const { after } = pass
    const listed = await withAccess(reader, async (access) => {
      const list = provider[feed].list
      return list === undefined ? success({ ids: [], after: null, unitsSpent: 0 }) : list(access, { after, now })
    })
    if (!listed.ok) return giveUp(reader, feed, listed.error, true)
    units += listed.value.unitsSpent
    const seen = withSeen(pass, listed.value.ids)
    pass = { ...seen, after: listed.value.after, place: listed.value.after === null ? 'sweeping' : 'listing' }
  }
  await settleAccount(syncing.store, account, {
    feeds: { [feed]: { ...account.feeds[feed], pass } },
    ledger: withSpent(account.ledger, provider[feed].pace, { at: now, units }),
    ...recovery(account),
  })
  await syncing.enqueue(jobOf(account, account.turn), 0)
  return ack
}

/** Far below the free plan's fifty requests. */
const listsAtOnce = 8

const sweep = async (reader: Reader, feed: FeedName, pass: Pass): Promise<Disposition> => {
  const { syncing, accounts, account, provider } = reader
  const now = syncing.now()
  const from = sweptFrom(account, pass, provider[feed].list !== undefined)
  const query = { accountId: account.id, feed, from, seen: pass.seen, limit: sweptAtOnce }
  const gone = isWhole(pass) ? await itemsUnseen(syncing.store, query) : []
  const state = account.feeds[feed]
  if (gone.length === 0) {
    const { checks, next } = afterPass(account, feed, pass, now)
    await settleAccount(syncing.store, account, { checks, feeds: { [feed]: { ...state, pass: next } } })
    await syncing.enqueue(jobOf(account, account.turn), 0)
    return ack
  }
  const swept = { ...pass, removed: pass.removed + gone.length }
  const change = { feeds: { [feed]: { ...state, pass: swept } } }
  const written = await writeRemovals(syncing.store, { accounts, account, feed, items: gone, change })
  if (!written.ok) return retry(1)
  await syncing.enqueue(jobOf(account, account.turn + 1), 0)
  return ack
}

const sweptAtOnce = 200
