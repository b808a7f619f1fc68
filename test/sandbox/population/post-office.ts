/** Turns planned letters into those a mail server holds: sorted by time, with ids that rise, threads and headers. */
import type { Label, Mail } from '../world.ts'
import { type Chance, hexadecimal } from './chance.ts'
import { DAY } from './days.ts'
import { headersOf } from './headers.ts'
import { type MailPlan, rootOf } from './letter-plan.ts'
import type { Setting } from './setting.ts'

/** `ids` holds those of messages posted before, which these may answer; it gains theirs. */
export const post = (
  plans: readonly MailPlan[],
  setting: Setting,
  ids = new Map<MailPlan, string>(),
): readonly Mail[] => {
  const { chance } = setting
  const mails: Mail[] = []
  let at = 0
  for (const plan of plans.toSorted((a, b) => a.at - b.at)) {
    at = Math.max(at + 1, Math.floor(plan.at))
    const id = mailId(at, chance)
    ids.set(plan, id)
    mails.push({
      id,
      threadId: ids.get(rootOf(plan)) ?? id,
      at,
      headers: headersOf(plan, setting.days, chance),
      labels: settled(plan, setting.now, chance),
      size: Math.round(chance.logNormal(medianSize, 1.2)),
      body: null,
    })
  }
  return mails
}

/** Gmail's begin with the milliseconds, in 11 digits; five of chance follow. */
const mailId = (at: number, chance: Chance): string => at.toString(16).padStart(11, '0') + chance.token(5, hexadecimal)

const medianSize = 9000

/** What the owner does with her mail: old letters are archived, some are marked, some are never opened. */
const settled = ({ labels, way, at }: MailPlan, now: number, chance: Chance): readonly Label[] => {
  if (way === 'sent' || !labels.includes('INBOX')) return labels
  const isPersonal = labels.includes('CATEGORY_PERSONAL')
  const kept = at < now - 20 * DAY && chance.happens(isArchived) ? labels.filter((label) => label !== 'INBOX') : labels
  const marks: Label[] = []
  if (isPersonal ? at > now - DAY && chance.happens(0.4) : chance.happens(0.35)) marks.push('UNREAD')
  if (isPersonal && chance.happens(0.6)) marks.push('IMPORTANT')
  return marks.length === 0 ? kept : [...kept, ...marks]
}

const isArchived = 0.5
