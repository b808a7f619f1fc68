/**
 * A mailbox that was moved to another host: the new host received every message on the day of the move, and only the messages
 * themselves tell when they were written. Exchange shows the day of the move as `receivedDateTime`, the header's as
 * `sentDateTime`.
 */
import { Mailbox } from '../world.ts'
import { DAY, MINUTE } from './days.ts'

/** The same mailbox after a move so many days ago: what came before lies there since, in the order in which it came. */
export const moved = (own: Mailbox, { daysAgo, now }: { readonly daysAgo: number; readonly now: number }): Mailbox => {
  const movedAt = now - daysAgo * DAY
  const mailbox = new Mailbox(own.owner)
  const before = own.newestFirst.filter(({ at }) => at < movedAt)
  for (const mail of own.newestFirst) if (mail.at >= movedAt) mailbox.stock(mail)
  for (const [index, mail] of before.toReversed().entries())
    mailbox.stock({ ...mail, at: Math.floor(movedAt + (index / before.length) * moveMinutes * MINUTE) })
  for (const meeting of own.meetings.values()) mailbox.stockMeeting(meeting)
  return mailbox
}

/** How long a move takes. */
const moveMinutes = 40
