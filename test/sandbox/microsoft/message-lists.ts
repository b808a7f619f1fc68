/** Messages in lists and one by one. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import type { Mail, Mailbox } from '../world.ts'
import { accountOf, userIdOf } from './account.ts'
import { type Call, contextOf, pageBySkip } from './calls.ts'
import { malformedId, notFound, type Refusal } from './errors.ts'
import { fits, readFilter, readOrder } from './filter.ts'
import { readItemId } from './ids.ts'
import { factsOf, messageRow } from './message.ts'
import { type MailSetting, selectionRefusal, unservedOption, viewOf } from './message-view.ts'
import { placeOf } from './whereabouts.ts'

/** A page of these letters, which come newest first. */
export const messageList = (call: Call, mails: readonly Mail[], setting: MailSetting): Result<object, Refusal> => {
  const { query, mailbox } = call
  const refused = selectionRefusal(call, setting.switches)
  if (refused !== null) return failure(refused)
  const served = unservedOption(call)
  if (!served.ok) return served
  const filter = query.filter === null ? success([]) : readFilter(query.filter)
  if (!filter.ok) return filter
  const order = readOrder(query.orderby, filter.value)
  if (!order.ok) return order
  const listed = filter.value.length === 0 ? mails : mails.filter((one) => fits(factsOf(one, mailbox), filter.value))
  const { page, links } = pageBySkip(order.value === 'oldest first' ? listed.toReversed() : listed, call)
  const view = viewOf(call, query.select, { ...setting, round: 'list' })
  return success({
    ...contextOf(call, `users('${userIdOf(accountOf(mailbox.owner))}')/messages${selection(query.select)}`),
    ...links,
    value: page.map((mail) => messageRow(mail, view)),
  })
}

export const messageById = (call: Call, id: string, setting: MailSetting): Result<object, Refusal> => {
  const refused = selectionRefusal(call, setting.switches)
  if (refused !== null) return failure(refused)
  const served = unservedOption(call)
  if (!served.ok) return served
  const mail = mailWith(call.mailbox, id)
  if (mail === null) return failure(malformedId)
  if (mail === undefined) return failure(notFound)
  const view = viewOf(call, call.query.select, { ...setting, round: 'list' })
  const context = `users('${userIdOf(accountOf(call.mailbox.owner))}')/messages${selection(call.query.select)}/$entity`
  return success({ ...contextOf(call, context), ...messageRow(mail, view) })
}

/** The letter of an id: null where the id is none, undefined where nothing is there any more under it. */
export const mailWith = (mailbox: Mailbox, text: string): Mail | null | undefined => {
  const named = readItemId(mailbox, text)
  if (named === null || named === undefined) return named
  if (named.kind !== 'message') return undefined
  // A regular id dies when the letter moves.
  if (named.place !== null && named.place !== placeOf(mailbox, named.id)) return undefined
  return mailbox.mail(named.id)
}

const selection = (select: readonly string[] | null): string => (select === null ? '' : `(${select.join(',')})`)
