/** Two mailing lists with people on them. One rewrites From so that DMARC holds, the other leaves it as it was. */
import type { Chance } from '../chance.ts'
import { type Correspondent, correspondent } from '../correspondents.ts'
import { HOUR } from '../days.ts'
import { domainOf, type MailPlan, planMail, replySubject } from '../letter-plan.ts'
import { herself, isAway } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type NoiseOrder, scatteredMoments } from './moments.ts'

export const mailingLists = (order: NoiseOrder, setting: Setting): readonly MailPlan[] =>
  lists.flatMap((list, index) => {
    const { chance } = setting
    const count = Math.floor((order.count + index) / lists.length)
    const openings = scatteredMoments({ ...order, count }, { earliest: 8, latest: 22 }, setting)
    const mails: MailPlan[] = []
    for (const opensAt of chance.sample(openings, count)) {
      const length = Math.min(count - mails.length, 1 + Math.floor(chance.logNormal(1.5, 0.9)))
      mails.push(...threadOf(list, { opensAt, length, posters: order.posters }, setting))
    }
    return mails
  })

interface List {
  readonly name: string
  readonly address: string
  readonly isRewritten: boolean
  readonly subjects: readonly string[]
}

const lists: readonly List[] = [
  {
    name: 'Devs',
    address: 'devs@lists.opengrid.example',
    isRewritten: true,
    subjects: [
      'Grid gaps in print',
      'Release candidate',
      'Tokens as JSON?',
      'Docs sprint',
      'Deprecating the old spacing scale',
    ],
  },
  {
    name: 'a11y-berlin',
    address: 'a11y-berlin@lists.offenes-netz.example',
    isRewritten: false,
    subjects: [
      'Treffen am Mittwoch',
      'Screen reader survey',
      'Wer kommt zur Tagung?',
      'Job at the library',
      'Contrast of focus rings',
    ],
  },
]

const threadOf = (
  list: List,
  thread: { readonly opensAt: number; readonly length: number; readonly posters: readonly Correspondent[] },
  { days, now, chance }: Setting,
): readonly MailPlan[] => {
  const mails: MailPlan[] = []
  const topic = `[${list.name}] ${chance.pick(list.subjects)}`
  let at = thread.opensAt
  while (mails.length < thread.length && at < now) {
    const answers = mails.at(-1) ?? null
    const isOwners = answers !== null && !isAway(days.dayOf(at), days) && chance.happens(ownersShare)
    const poster = isOwners ? herself : chance.pick(thread.posters)
    const subject = answers === null ? topic : replySubject(topic, poster)
    mails.push(
      isOwners
        ? planMail({ at, way: 'sent', from: herself, to: [list.address], answers, subject }, chance)
        : posted(list, poster, { at, answers, subject }, chance),
    )
    at += Math.floor(chance.logNormal(4, 1.2) * HOUR) + 1000
  }
  return mails
}

const ownersShare = 0.02

const posted = (
  list: List,
  poster: Correspondent,
  mail: Pick<MailPlan, 'at' | 'answers' | 'subject'>,
  chance: Chance,
): MailPlan => {
  const { name, address, isRewritten } = list
  const [local = '', domain] = [address.slice(0, address.indexOf('@')), domainOf(address)]
  const { client, utcOffsetHours } = poster
  const rewritten = correspondent({
    name: `${poster.name} via ${name}`,
    address,
    client,
    utcOffsetHours,
    style: 'quoted',
  })
  return planMail(
    {
      ...mail,
      from: isRewritten ? rewritten : poster,
      to: [address],
      labels: ['INBOX', 'CATEGORY_FORUMS'],
      returnPath: `${local}-bounces@${domain}`,
      lines: [
        ...(isRewritten
          ? [`Reply-To: ${poster.address}`, `X-Original-From: ${poster.mailbox}`]
          : [`Sender: ${local}-bounces@${domain}`]),
        `List-Id: ${name} <${local}.${domain}>`,
        `List-Post: <mailto:${address}>`,
        `List-Unsubscribe: <mailto:${local}-leave@${domain}>`,
        'Precedence: list',
      ],
    },
    chance,
  )
}
