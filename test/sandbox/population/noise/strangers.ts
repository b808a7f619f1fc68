/** Mail from people who want something: recruiters and sellers, who look like people and are never answered, and spam. */
import type { Chance } from '../chance.ts'
import { correspondent } from '../correspondents.ts'
import { DAY } from '../days.ts'
import { type LetterPlan, planLetter, replySubject } from '../letter-plan.ts'
import { officeClients } from '../mail-clients.ts'
import { newName } from '../names.ts'
import { herself, spellings } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type NoiseOrder, scatteredMoments } from './moments.ts'
import { salesToolLines } from './newsletters.ts'

/** Ten recruiters, and as many sellers as it takes; each writes one to four times, in answer to themselves. */
export const coldMail = (order: NoiseOrder, setting: Setting): readonly LetterPlan[] => {
  const letters: LetterPlan[] = []
  for (let campaign = 0; letters.length < order.count; campaign++) {
    const kind = campaign < recruiters ? recruiting : selling
    const count = Math.min(order.count - letters.length, setting.chance.whole(1, 4))
    letters.push(...campaignOf(kind, { ...order, count }, setting))
  }
  return letters
}

const recruiters = 10

interface Campaign {
  readonly domains: readonly string[]
  readonly subjects: readonly string[]
  readonly usesTool: number
}

const recruiting: Campaign = {
  domains: ['talentbruecke.example', 'hirewell.example', 'peoplepath.example'],
  subjects: [
    'Lead Product Designer, Hamburg',
    'Your profile and a role in Vienna',
    'Quick call this week?',
    'Staff designer, remote',
    'Spannende Position in Berlin',
  ],
  usesTool: 0.4,
}

const selling: Campaign = {
  domains: ['growthlane.test', 'leadhafen.test', 'boostly.test', 'nearshore-partners.test'],
  subjects: [
    'Lena, question about Northlight',
    'Design capacity for Q3',
    '15 minutes?',
    'Idea for your onboarding',
    'Partnership',
  ],
  usesTool: 0.6,
}

const campaignOf = (campaign: Campaign, order: NoiseOrder, setting: Setting): readonly LetterPlan[] => {
  const { now, chance } = setting
  const { name, given, family } = newName(chance, order.taken)
  const address = `${chance.pick([`${given}.${family}`, given])}@${chance.pick(campaign.domains)}`
  const from = correspondent({ name, address, client: chance.weighted(officeClients).client })
  const lines = chance.happens(campaign.usesTool) ? salesToolLines(address) : []
  const topic = chance.pick(campaign.subjects)
  const [opensAt = now] = scatteredMoments({ ...order, count: 1 }, { earliest: 8, latest: 18, isOffice: true }, setting)
  const letters: LetterPlan[] = []
  for (let at = opensAt; letters.length < order.count && at < now; at += chance.whole(3, 9) * DAY) {
    const answers = letters.at(-1) ?? null
    const subject = answers === null ? topic : replySubject(topic, from)
    letters.push(planLetter({ at, from, to: [herself.mailbox], answers, lines, subject }, chance))
  }
  return letters
}

export const spam = (order: NoiseOrder, setting: Setting): readonly LetterPlan[] =>
  scatteredMoments(order, { earliest: 0, latest: 23.9 }, setting).map((at) => spamLetter(at, setting.chance))

const spamLetter = (at: number, chance: Chance): LetterPlan => {
  const from = correspondent({
    name: chance.pick(['Dr. Grace', 'Paket Service', 'Wallet Team', 'Lena', 'Prize Office', 'Anna']),
    address: `${chance.token(6, sixteenLetters)}@${chance.token(8, sixteenLetters)}.test`,
    client: chance.weighted(officeClients).client,
  })
  const to = chance.happens(0.3) ? [] : [chance.pick(spellings(herself))]
  return planLetter({ at, from, to, subject: chance.pick(spamSubjects), labels: ['SPAM', 'UNREAD'] }, chance)
}

const sixteenLetters = 'abcdefghijklmnop'

const spamSubjects = [
  'Your parcel is waiting',
  'Re: invoice',
  'Account will be closed',
  'Hello dear',
  'You have won',
  'Letzte Mahnung',
]
