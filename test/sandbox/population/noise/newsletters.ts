/** Newsletters and shops' advertisements, in the form the sending services give them. */
import type { Label } from '../../world.ts'
import { base32, type Chance } from '../chance.ts'
import { type Correspondent, correspondent } from '../correspondents.ts'
import { domainOf, type MailPlan, planMail } from '../letter-plan.ts'
import { automatedSender } from '../mail-clients.ts'
import { herself } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type NoiseOrder, steadyMoments } from './moments.ts'

export interface Newsletter {
  readonly from: Correspondent
  readonly listId: string | null
  readonly labels: readonly Label[]
  readonly isBulk: boolean
  /** `#` becomes the number of the edition. */
  readonly subjects: readonly string[]
}

export const newsletters = (order: NoiseOrder, setting: Setting): readonly MailPlan[] =>
  subscribed.flatMap((newsletter, index) => {
    const count = Math.floor((order.count + index) / subscribed.length)
    const hour = 6 + index
    return steadyMoments({ ...order, count }, { earliest: hour, latest: hour + 0.2 }, setting).map((at, edition) =>
      editionOf(newsletter, { at, number: edition + 1 }, setting.chance),
    )
  })

export const editionOf = (
  { from, listId, labels, isBulk, subjects }: Newsletter,
  edition: { readonly at: number; readonly number: number },
  chance: Chance,
): MailPlan => {
  const domain = domainOf(from.address)
  const token = chance.token(20, base32)
  return planMail(
    {
      at: edition.at,
      from,
      to: [herself.mailbox],
      subject: chance.pick(subjects).replace('#', `#${edition.number}`),
      labels: chance.happens(isBinned) ? ['TRASH'] : labels,
      returnPath: `bounce+${token}@mail.${domain}`,
      lines: [
        `List-Unsubscribe: <https://mail.${domain}/u/${token}>, <mailto:unsubscribe+${token}@mail.${domain}>`,
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        `Feedback-ID: ${token.slice(0, 6)}:${edition.number}:campaign:sender`,
        ...(listId === null ? [] : [`List-ID: <${listId}>`]),
        ...(isBulk ? ['Precedence: bulk'] : []),
      ],
    },
    chance,
  )
}

/** What a sales tool adds to a letter that one person writes to another. */
export const salesToolLines = (address: string): readonly string[] => {
  const domain = domainOf(address)
  return [
    `List-Unsubscribe: <mailto:${address}?subject=unsubscribe>`,
    'X-Mailer: Outreach Desk',
    `X-Tracking: open.${domain}`,
  ]
}

const isBinned = 0.01

const newsletter = (
  name: string,
  address: string,
  subjects: readonly string[],
  habits: Partial<Pick<Newsletter, 'labels' | 'isBulk' | 'listId'>> = {},
): Newsletter => ({
  from: correspondent({ name, address, client: automatedSender }),
  listId: address.replace('@', '.'),
  labels: ['INBOX', 'CATEGORY_PROMOTIONS'],
  isBulk: false,
  subjects,
  ...habits,
})

const subscribed: readonly Newsletter[] = [
  newsletter(
    'Pixel & Grid',
    'hello@pixelandgrid.example',
    ['No. #: variable fonts at work', 'No. #: the return of skeuomorphism', 'No. #: five case studies'],
    { isBulk: true },
  ),
  newsletter('Interface Weekly', 'editor@interfaceweekly.example', [
    'Interface Weekly #',
    'Interface Weekly #: forms that forgive',
    'Interface Weekly #: colour spaces',
  ]),
  newsletter(
    'Stadtkultur Berlin',
    'newsletter@stadtkultur.example',
    ['Was läuft am Wochenende', 'Zwölf Ausstellungen im Überblick', 'Freier Eintritt am Sonntag'],
    { isBulk: true },
  ),
  newsletter('Kornblume Buchhandlung', 'post@kornblume-buch.example', [
    'Neu eingetroffen',
    'Lesung am Donnerstag',
    'Unsere Bücher des Monats',
  ]),
  newsletter('Nordhang Outdoor', 'news@nordhang.example', [
    '20 % auf Zelte',
    'Nur noch bis Sonntag',
    'Your autumn layers',
    'Back in stock',
  ]),
  newsletter(
    'Ada from Figwork',
    'ada@figwork.example',
    ['What’s new in Figwork', 'Three plugins our team loves', 'Lena, your team library is growing'],
    { isBulk: true },
  ),
  newsletter(
    'The Daily Dispatch',
    'briefing@dispatch.example',
    ['Morning briefing', 'The week in five charts', 'Evening edition'],
    { labels: ['INBOX', 'CATEGORY_UPDATES'] },
  ),
  newsletter(
    'Fahrradladen Speiche',
    'info@speiche.example',
    ['Frühjahrscheck', 'Lastenräder zur Probe', 'Winterreifen sind da'],
    { listId: null },
  ),
  newsletter('Mehl & Salz', 'rezepte@mehlundsalz.example', [
    'Sauerteig ohne Stress',
    'Drei Suppen für den November',
    'Kürbis, Kürbis, Kürbis',
  ]),
  newsletter(
    'Accessibility Digest',
    'digest@a11ydigest.example',
    ['Digest #', 'Digest #: focus order', 'Digest #: captions'],
    { labels: ['INBOX', 'CATEGORY_FORUMS'], isBulk: true },
  ),
  newsletter(
    'Möbelhaus Linde',
    'aktion@moebel-linde.example',
    ['Nur heute: Versand gratis', 'Stühle, die bleiben', 'Ihr Gutschein wartet'],
    { listId: null },
  ),
  newsletter(
    'Tom at Ledgerly',
    'tom@ledgerly.example',
    ['Quick question, Lena', 'Your books in ten minutes', 'Did this reach you?'],
    { listId: null },
  ),
]
