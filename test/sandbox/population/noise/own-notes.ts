/** What the owner writes to nobody: notes to herself, and letters begun and not sent. */

import { type MailPlan, planMail } from '../letter-plan.ts'
import { herself, isAway } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type NoiseOrder, scatteredMoments } from './moments.ts'

export const notesToHerself = (order: NoiseOrder, setting: Setting): readonly MailPlan[] => {
  const { days, chance } = setting
  return scatteredMoments(order, { earliest: 8, latest: 23 }, setting)
    .filter((at) => !isAway(days.dayOf(at), days))
    .map((at) => {
      const subject = chance.pick(['Reading list', 'Buy paint', 'Boarding pass', 'Idea', 'Scan'])
      const labels = ['SENT', 'INBOX']
      return planMail({ at, way: 'sent', from: herself, to: [herself.address], subject, labels }, chance)
    })
}

export const drafts = ({ days, chance }: Setting): MailPlan[] =>
  [-1, -4, -16, -33, -120].map((day, index) => {
    const to = index % 2 === 0 ? [] : ['landlord@hv-kern.example']
    const subject = chance.pick(['', 'About the rent', 'Thank you', 'Draft'])
    return planMail({ at: days.at(day, 21.5), way: 'sent', from: herself, to, subject, labels: ['DRAFT'] }, chance)
  })
