/**
 * The messages of one folder, and then what changes there: rounds of pages, each ending with the link that begins the next
 * round. Everything asked for at first is frozen into the links. Pure.
 */
import { failure, type Result, success } from '../../../src/model/result.ts'
import type { Mail, Mailbox } from '../world.ts'
import { type Call, contextOf, usualRows } from './calls.ts'
import { badRequest, lapsed, malformedToken, type Refusal, unparsable } from './errors.ts'
import { readDeltaFilter } from './filter.ts'
import { type MessageView, markRow, messageRow, removedRow } from './message.ts'
import {
  type Begun,
  deltaToken,
  type Frozen,
  type Place,
  readDeltaToken,
  readSkipToken,
  skipToken,
} from './message-place.ts'
import { type MailSetting, selectionRefusal, unservedOption, viewOf } from './message-view.ts'
import { isToken } from './query.ts'
import { changesIn, type FolderChange, type FolderKey, folderOf, messagesIn } from './whereabouts.ts'

interface Page {
  readonly rows: readonly object[]
  /** Where the next page begins, or null after the last one. */
  readonly next: Place | null
}

/** As many as a filtered first round tells, however many there are. */
const maxFiltered = 5000

export const messageDelta = (
  call: Call,
  folder: FolderKey,
  setting: MailSetting & { readonly lapses: () => number },
): Result<object, Refusal> => {
  const begun = isToken(call.query) ? readToken(call, folder, setting.lapses) : readFirstCall(call, folder, setting)
  if (!begun.ok) return begun
  const { frozen, place } = begun.value
  const size = Math.min(call.preferences.maxPageSize ?? frozen.top ?? usualRows, frozen.top ?? maxRows, maxRows)
  const round = place.kind === 'all' ? 'first round' : 'later round'
  const view = viewOf(call, frozen.select, { ...setting, round })
  const isTyped = frozen.changeType !== null && setting.switches.changeType === 'honoured'
  const page =
    place.kind === 'all'
      ? pageOfAll(frozen, place, { view, size })
      : pageOfChanges(isTyped ? frozen : { ...frozen, changeType: null }, place, { view, size })
  const link =
    page.next === null
      ? { '@odata.deltaLink': `${linkBase(call)}?$deltatoken=${deltaToken(frozen, place.begunAt)}` }
      : { '@odata.nextLink': `${linkBase(call)}?$skiptoken=${skipToken(frozen, page.next)}` }
  return success({ ...contextOf(call, 'Collection(message)'), ...link, value: page.rows })
}

const maxRows = 1000

const readFirstCall = (call: Call, folder: FolderKey, { switches }: MailSetting): Result<Begun, Refusal> => {
  const { query, mailbox } = call
  const refused = selectionRefusal(call, switches)
  if (refused !== null) return failure(refused)
  const served = unservedOption(call)
  if (!served.ok) return served
  for (const name of ['$skip', '$count']) {
    if (query.given.has(name)) return failure(unparsable(`${name} is not supported with change tracking.`))
  }
  if (query.orderby !== null && !/^\s*receivedDateTime\s+desc\s*$/.test(query.orderby)) {
    return failure(
      badRequest('The only supported $orderby expression is receivedDateTime desc.', 'ErrorInvalidUrlQuery'),
    )
  }
  const filter = query.filter === null ? success(null) : readDeltaFilter(query.filter)
  if (!filter.ok) return filter
  const changeType = query.custom.get('changetype') ?? null
  if (changeType !== null && !['created', 'updated', 'deleted'].includes(changeType)) {
    return failure(badRequest(`Invalid changeType: ${changeType}`))
  }
  const bound = filter.value
  return success({
    frozen: {
      folder,
      select: query.select,
      since: bound === null ? null : Number(bound.value) + (bound.operator === 'gt' ? 1 : 0),
      isOrdered: query.orderby !== null,
      top: query.top,
      changeType,
    },
    place: { kind: 'all', begunAt: mailbox.sequence, page: 0, after: '', given: 0 },
  })
}

const readToken = (call: Call, folder: FolderKey, lapses: () => number): Result<Begun, Refusal> => {
  const { query, mailbox } = call
  const others = [...query.given].filter((name) => name !== '$skiptoken' && name !== '$deltatoken')
  if (others.length > 0 || query.custom.size > 0) {
    return failure(badRequest('A state token goes with no other query parameter.', 'ErrorInvalidUrlQuery'))
  }
  const begun =
    query.deltaToken === null ? readSkipToken(query.skipToken ?? '') : readDeltaToken(query.deltaToken, mailbox)
  if (begun === null || begun.frozen.folder !== folder) return failure(malformedToken)
  const { place } = begun
  const givenAt = place.kind === 'changes' && place.page === 0 ? place.since : place.begunAt
  return givenAt <= mailbox.forgottenUpTo ? failure(lapsed(lapses(), call.address)) : success(begun)
}

/** Graph spells the folder collection otherwise than its documents do. */
const linkBase = ({ address }: Call): string =>
  address.replace(/\/me\/mailFolders(?:\/([^/]+)|\('([^']+)'\))\/messages\/delta.*$/i, (_all, plain, quoted) => {
    return `/me/mailfolders('${plain ?? quoted}')/messages/delta`
  })

/**
 * Newest first where that was asked; otherwise in no order. The second page of a longer walk is empty, and the third tells
 * the last row of the first once more.
 */
const pageOfAll = (
  frozen: Frozen,
  place: Place & { readonly kind: 'all' },
  { view, size }: { readonly view: MessageView; readonly size: number },
): Page => {
  const { mailbox } = view
  const all = messagesIn(mailbox, frozen.folder)
  const rest = all.slice(firstAfter(all, place.after)).filter(({ at }) => frozen.since === null || at >= frozen.since)
  const room = frozen.since === null ? rest.length : Math.min(rest.length, maxFiltered - place.given)
  if (place.page === 1) return { rows: [], next: { ...place, page: 2 } }
  const repeated = place.page === 2 && size > 1 ? lastOf(mailbox, place.after, frozen.folder) : []
  const fresh = rest.slice(0, Math.min(room, size - repeated.length))
  const mails = frozen.isOrdered ? [...repeated, ...fresh] : [...fresh, ...repeated].toReversed()
  const last = fresh.at(-1)
  return {
    rows: mails.map((mail) => messageRow(mail, view)),
    next:
      fresh.length === room || last === undefined
        ? null
        : { ...place, page: place.page + 1, after: keyOf(last), given: place.given + fresh.length },
  }
}

/** What came of the changes of a round: each letter once, as it is now. Pages count letters, told or not. */
const pageOfChanges = (
  frozen: Frozen,
  place: Place & { readonly kind: 'changes' },
  { view, size }: { readonly view: MessageView; readonly size: number },
): Page => {
  const { mailbox } = view
  const byMessage = Map.groupBy(
    changesIn(mailbox, frozen.folder, place.since).filter(({ sequence }) => sequence <= place.begunAt),
    ({ mailId }) => mailId,
  )
  const isEmptyPage = place.page === 1
  const end = isEmptyPage ? place.skip : place.skip + size
  return {
    rows: [...byMessage.values()].slice(place.skip, end).flatMap((changes) => rowOf(changes, frozen, view)),
    next: end >= byMessage.size ? null : { ...place, page: place.page + 1, skip: end },
  }
}

const rowOf = (
  changes: readonly FolderChange[],
  { folder, since, changeType }: Frozen,
  view: MessageView,
): readonly object[] => {
  const last = changes.at(-1)
  if (last === undefined) return []
  const mail = view.mailbox.mail(last.mailId)
  const isTold = (type: string): boolean => changeType === null || changeType === type
  // The filter stays for ever: what it kept out never comes in.
  if (mail !== undefined && since !== null && mail.at < since) return []
  if (mail === undefined || folderOf(mail.labels) !== folder) {
    return isTold('deleted') ? [removedRow(view, last)] : []
  }
  if (changes.some(({ kind }) => kind === 'came')) return isTold('created') ? [messageRow(mail, view)] : []
  if (!isTold('updated')) return []
  return [changes.every(({ kind }) => kind === 'marked') ? markRow(mail, view) : messageRow(mail, view)]
}

/** What a list that is newest first is sorted by. */
const keyOf = ({ at, id }: Mail): string => `${at} ${id}`

const firstAfter = (mails: readonly Mail[], key: string): number => {
  if (key === '') return 0
  const [time = '', id = ''] = key.split(' ')
  const at = Number(time)
  const index = mails.findIndex((mail) => mail.at < at || (mail.at === at && mail.id < id))
  return index < 0 ? mails.length : index
}

const lastOf = (mailbox: Mailbox, key: string, folder: FolderKey): readonly Mail[] => {
  const mail = mailbox.mail(key.split(' ')[1] ?? '')
  return mail === undefined || folderOf(mail.labels) !== folder ? [] : [mail]
}
