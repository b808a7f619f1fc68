/** The automated share of the mailbox: fills it up to the number of letters asked for. */

import type { MailPlan } from '../letter-plan.ts'
import { apart, type Setting } from '../setting.ts'
import { errands } from './errands.ts'
import { misaddressed } from './machine-answers.ts'
import { mailingLists } from './mailing-lists.ts'
import type { NoiseOrder } from './moments.ts'
import { newsletters } from './newsletters.ts'
import { notifications } from './notifications.ts'
import { drafts, notesToHerself } from './own-notes.ts'
import { receipts } from './receipts.ts'
import { coldMail, spam } from './strangers.ts'

/** Exactly `order.count` letters: what rounding leaves over is receipts. */
export const noise = (order: NoiseOrder, setting: Setting): readonly MailPlan[] => {
  const mails = drafts(setting).slice(0, order.count)
  const share = order.count - mails.length
  for (const [name, part, write] of sources) {
    mails.push(...write({ ...order, count: Math.floor(share * part) }, apart(setting, name)))
  }
  const rest = { ...order, count: Math.max(0, order.count - mails.length) }
  return [...mails, ...receipts(rest, apart(setting, 'rest'))]
}

type Source = (order: NoiseOrder, setting: Setting) => readonly MailPlan[]

/** Each source with its part of the whole; receipts take what is left. */
const sources: readonly (readonly [name: string, part: number, write: Source])[] = [
  ['newsletters', 0.3, newsletters],
  ['notifications', 0.36, notifications],
  ['lists', 0.1, mailingLists],
  ['cold mail', 0.02, coldMail],
  ['spam', 0.035, spam],
  ['misaddressed', 0.002, misaddressed],
  ['notes', 0.005, notesToHerself],
  ['errands', 0.008, errands],
]
