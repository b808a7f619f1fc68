/** Mail from people who want something: recruiters and sellers, who look like people and are never answered, and spam. */
import type { Chance } from '../chance.ts'
import { correspondent } from '../correspondents.ts'
import { DAY } from '../days.ts'
import { type MailPlan, planMail, replySubject } from '../letter-plan.ts'
import { officeClients } from '../mail-clients.ts'
import { newName } from '../names.ts'
import { herself, spellings } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type NoiseOrder, scatteredMoments } from './moments.ts'
import { salesToolLines } from './newsletters.ts'

/** Ten recruiters, and as many sellers as it takes; each writes one to four times, in answer to themselves. */
export const coldMail = (order: NoiseOrder, setting: Setting): readonly MailPlan[] => {
  const mails: MailPlan[] = []
  for (let campaign = 0; mails.length < order.count; campaign++) {
    const kind = campaign < recruiters ? recruiting : selling
    const count = Math.min(order.count - mails.length, setting.chance.whole(1, 4))
    mails.push(...campaignOf(kind, { ...order, count }, setting))
  }
  return mails
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

const campaignOf = (campaign: Campaign, order: NoiseOrder, setting: Setting): readonly MailPlan[] => {
  const { now, chance } = setting
  const { name, given, family } = newName(chance, order.taken)
  const address = `${chance.pick([`${given}.${family}`, given])}@${chance.pick(campaign.domains)}`
  const from = correspondent({ name, address, client: chance.weighted(officeClients).client })
  const lines = chance.happens(campaign.usesTool) ? salesToolLines(address) : []
  const topic = chance.pick(campaign.subjects)
  const [opensAt = now] = scatteredMoments({ ...order, count: 1 }, { earliest: 8, latest: 18, isOffice: true }, setting)
  const mails: MailPlan[] = []
  for (let at = opensAt; mails.length < order.count && at < now; at += chance.whole(3, 9) * DAY) {
    const answers = mails.at(-1) ?? null
    const subject = answers === null ? topic : replySubject(topic, from)
    mails.push(planMail({ at, from, to: [herself.mailbox], answers, lines, subject }, chance))
  }
  return mails
}

export const spam = (order: NoiseOrder, setting: Setting): readonly MailPlan[] =>
  scatteredMoments(order, { earliest: 0, latest: 23.9 }, setting).map((at) => spamMessage(at, setting.chance))

const spamMessage = (at: number, chance: Chance): MailPlan => {
  const from = correspondent({
    name: chance.pick(['Dr. Grace', 'Paket Service', 'Wallet Team', 'Lena', 'Prize Office', 'Anna']),
    address: `${chance.token(6, sixteenLetters)}@${chance.token(8, sixteenLetters)}.test`,
    client: chance.weighted(officeClients).client,
  })
  const to = chance.happens(0.3) ? [] : [chance.pick(spellings(herself))]
  return planMail({ at, from, to, subject: chance.pick(spamSubjects), labels: ['SPAM', 'UNREAD'] }, chance)
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
