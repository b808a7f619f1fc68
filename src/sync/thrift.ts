/**
 * What of a past that is dear to read can wait. A report names people one has gone quiet with: somebody in touch within
 * these two weeks is not among them, and of an exchange with them of long ago one letter tells enough. Pure.
 */
import type { CanonicalAddress } from '../model/address.ts'
import type { Contact } from '../model/contact.ts'
import type { Message } from '../model/message.ts'
import { lastContactAt, lastMetAt } from '../model/relationship.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import type { Thrift } from '../providers/provider.ts'

/** No reason to write rests on a shorter silence, but for what is new or owed. */
const settledDays = 14
/** For a year any letter counts, also one that nobody answered: it breaks a silence, and tells who begins … */
const ownDays = 365
/** … but where it lies among ten of machines', the two months in which an answer may be owed must do for a beginning. */
const ownDaysUnsorted = 63

export const thriftAt = (now: Instant): Thrift => ({
  lastMessageBefore: later(now, -settledDays * DAY),
  ownBefore: later(now, -ownDays * DAY),
  ownBeforeUnsorted: later(now, -ownDaysUnsorted * DAY),
})

/** Whoever was in touch lately, both ways, for more than a first meeting, and waits for nothing. */
export const isSettled = ({ relationship }: Contact, now: Instant): boolean => {
  const { firstDays, lastSentAt, lastReceivedAt } = relationship
  const lastAt = lastContactAt(relationship, now)
  if (lastAt === null || lastAt < later(now, -settledDays * DAY) || firstDays.length < daysOfHabit) return false
  if (lastSentAt === null || lastReceivedAt === null) return false
  const answeredAt = Math.max(lastSentAt, lastMetAt(relationship, now) ?? 0)
  return answeredAt >= lastReceivedAt || lastReceivedAt > later(now, -owedDays * DAY)
}

/** As many as the summary of a relationship keeps. */
const daysOfHabit = 3
/** A letter of theirs that lies there for longer is owed an answer, and then all that went before tells how soon. */
const owedDays = 3

/** Whether everybody else on a letter is settled. `contactOf` is null for whom nothing is known of. */
export const isAmongSettled = (
  { from, to, cc, bcc }: Message,
  known: {
    readonly own: ReadonlySet<CanonicalAddress>
    readonly contactOf: (address: CanonicalAddress) => Contact | null
    readonly now: Instant
  },
): boolean => {
  if (from === null) return false
  return [from, ...to, ...cc, ...bcc].every(({ address }) => {
    if (known.own.has(address)) return true
    const contact = known.contactOf(address)
    return contact !== null && isSettled(contact, known.now)
  })
}
