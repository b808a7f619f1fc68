/** Turns planned letters into those a mail server holds: sorted by time, with ids that rise, threads and headers. */
import type { Label, Letter } from '../world.ts'
import { type Chance, hexadecimal } from './chance.ts'
import { DAY } from './days.ts'
import { headersOf } from './headers.ts'
import { type LetterPlan, rootOf } from './letter-plan.ts'
import type { Setting } from './setting.ts'

export const post = (plans: readonly LetterPlan[], setting: Setting): readonly Letter[] => {
  const { chance } = setting
  const ids = new Map<LetterPlan, string>()
  const letters: Letter[] = []
  let at = 0
  for (const plan of plans.toSorted((a, b) => a.at - b.at)) {
    at = Math.max(at + 1, Math.floor(plan.at))
    const id = letterId(at, chance)
    ids.set(plan, id)
    letters.push({
      id,
      threadId: ids.get(rootOf(plan)) ?? id,
      at,
      headers: headersOf(plan, setting.days, chance),
      labels: settled(plan, setting.now, chance),
      size: Math.round(chance.logNormal(medianSize, 1.2)),
      body: null,
    })
  }
  return letters
}

/** Gmail's begin with the milliseconds, in 11 digits; five of chance follow. */
const letterId = (at: number, chance: Chance): string =>
  at.toString(16).padStart(11, '0') + chance.token(5, hexadecimal)

const medianSize = 9000

/** What the owner does with her mail: old letters are archived, some are marked, some are never opened. */
const settled = ({ labels, way, at }: LetterPlan, now: number, chance: Chance): readonly Label[] => {
  if (way === 'sent' || !labels.includes('INBOX')) return labels
  const isPersonal = labels.includes('CATEGORY_PERSONAL')
  const kept = at < now - 20 * DAY && chance.happens(isArchived) ? labels.filter((label) => label !== 'INBOX') : labels
  const marks: Label[] = []
  if (isPersonal ? at > now - DAY && chance.happens(0.4) : chance.happens(0.35)) marks.push('UNREAD')
  if (isPersonal && chance.happens(0.6)) marks.push('IMPORTANT')
  return marks.length === 0 ? kept : [...kept, ...marks]
}

const isArchived = 0.5
