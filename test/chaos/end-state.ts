/** What is left when all is done, in words that do not depend on the way there: numbers given out in order become names. */

import { type IndexSet, indexesOf } from '../../src/model/index-set.ts'
import { stageOf } from '../../src/model/read.ts'
import { accountById } from '../../src/store/accounts.ts'
import { parseBlock } from '../../src/store/contact-book-format.ts'
import { unpackDetail } from '../../src/store/interaction-detail.ts'
import { openStore } from '../../src/store/store.ts'
import type { Installation } from '../sandbox/installation.ts'
import type { ProviderInWeather } from './providers/provider.ts'

/** Lines that can be compared one by one. */
export type EndState = ReadonlySet<string>

export const endState = async (home: Installation, providers: readonly ProviderInWeather[]): Promise<EndState> => {
  const rows = async <T>(sql: string): Promise<readonly T[]> => (await home.env.DB.prepare(sql).all<T>()).results
  const store = openStore(home.env.DB)
  const lines: string[] = []
  const contacts = (
    await rows<{ id: number; contacts: string }>('SELECT id, contacts FROM contact_blocks ORDER BY id')
  ).flatMap(({ id, contacts: json }) => parseBlock(id, json))
  const nameOf = new Map(contacts.map(({ id, address }) => [id, address]))
  const met = new Set<number>()
  for (const row of await rows<Record<string, number>>(
    'SELECT account_id, feed, contact_id, at, item, detail, message, thread FROM interactions',
  )) {
    const { account_id, feed = 0, contact_id = -1, at = 0, item, detail = 0, message, thread } = row
    met.add(contact_id)
    lines.push(
      `interaction ${account_id} ${feed === 0 ? 'mail' : 'calendar'} ${nameOf.get(contact_id)} ${new Date(at * 1000).toISOString()} ${item} ${JSON.stringify(unpackDetail(feed, detail))} ${message} ${thread}`,
    )
  }
  for (const { id, address, label, isList, relationship, doubted } of contacts) {
    // A contact that nothing is left of says nothing; only that somebody was there once.
    if (met.has(id))
      lines.push(
        `contact ${address} ${label.name} ${isList ? 'list' : 'person'} ${JSON.stringify([relationship, doubted])}`,
      )
    else if (relationship.firstAt !== null || relationship.lastSeenAt !== null) {
      lines.push(`contact ${address} has a relationship without an interaction`)
    }
  }
  const known = await rows<{ address: string; contact_id: number }>('SELECT address, contact_id FROM addresses')
  for (const { address, contact_id } of known) {
    if (nameOf.get(contact_id) !== address) lines.push(`address ${address} leads to ${nameOf.get(contact_id)}`)
  }
  if (known.length !== contacts.length) lines.push(`${known.length} addresses for ${contacts.length} contacts`)
  for (const account of await rows<Record<string, string | number | null>>('SELECT * FROM accounts')) {
    const provider = providers.find(({ name }) => name === account.provider)
    const mailbox = provider?.mailboxOf(home.world, String(account.subject))
    lines.push(
      `account ${account.subject} is ${account.status_kind}, stopped ${account.stops}, free ${account.lease_until === 0}`,
    )
    lines.push(
      `account ${account.subject} aliases ${JSON.stringify([...new Set(JSON.parse(String(account.aliases)))].sort())}`,
    )
    if (JSON.parse(String(account.aliases)).length !== new Set(JSON.parse(String(account.aliases))).size) {
      lines.push(`account ${account.subject} has an alias twice`)
    }
    lines.push(`account ${account.subject} active days ${indexesOf(account.active_days as IndexSet).join(' ')}`)
    for (const feed of ['mail', 'calendar'] as const) {
      if (provider === undefined || mailbox === undefined) continue
      const reads = (await accountById(store, Number(account.id)))?.feeds[feed]
      const standing = provider.standing(feed, reads?.changes.cursor ?? null, mailbox)
      lines.push(`account ${account.subject} ${feed} ${reads === undefined ? 'gone' : stageOf(reads)}, ${standing}`)
    }
  }
  for (const user of await rows<Record<string, string | number>>('SELECT * FROM users')) {
    lines.push(`user ${user.address} ${user.name} ${user.zone} next report ${user.next_report_at}`)
  }
  for (const report of await rows<Record<string, string | number | null>>('SELECT * FROM reports')) {
    lines.push(
      `report ${report.user_id} ${report.week} ${report.sent_at === null ? `not sent: ${report.failure}` : 'sent'}`,
    )
  }
  const weekly = home.resend.sent.filter(({ idempotencyKey }) => idempotencyKey?.startsWith('report-') === true)
  for (const mail of weekly) lines.push(`mail ${mail.idempotencyKey}`)
  if (new Set(weekly.map(({ idempotencyKey }) => idempotencyKey)).size !== weekly.length)
    lines.push('a weekly mail came twice')
  return new Set(lines)
}

/** What only the first, and what only the second has. */
export const differences = (quiet: EndState, stormy: EndState): readonly string[] => [
  ...[...quiet].filter((line) => !stormy.has(line)).map((line) => `- ${line}`),
  ...[...stormy].filter((line) => !quiet.has(line)).map((line) => `+ ${line}`),
]
