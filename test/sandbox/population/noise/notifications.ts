/** Notices of services about what others did there: the person's name is in From, the address is the service's. */
import type { Label } from '../../world.ts'
import { base32, type Chance } from '../chance.ts'
import { correspondent } from '../correspondents.ts'
import type { Days } from '../days.ts'
import { type MailPlan, planMail } from '../letter-plan.ts'
import { automatedSender } from '../mail-clients.ts'
import { atWork, herself, herselfAtWork } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type Hours, type NoiseOrder, scatteredMoments } from './moments.ts'

export const notifications = (order: NoiseOrder, setting: Setting): readonly MailPlan[] => {
  const weights = services.reduce((sum, { weight }) => sum + weight, 0)
  return services.flatMap((service) =>
    notices(service, { ...order, count: Math.round((order.count * service.weight) / weights) }, setting),
  )
}

interface Service {
  readonly weight: number
  readonly address: string
  /** `%` becomes a person's name. */
  readonly name: string
  /** `%` becomes a person's name, `#` a number, `@` where she works then. */
  readonly subjects: readonly string[]
  readonly labels: readonly Label[]
  readonly hours: Hours
  readonly lines: (token: string) => readonly string[]
  /** The most notices about one thing, threaded. */
  readonly longestThread: number
}

const daytime: Hours = { earliest: 8, latest: 19, isOffice: true }
const anytime: Hours = { earliest: 6.5, latest: 23 }

const updates: readonly Label[] = ['INBOX', 'CATEGORY_UPDATES']
const social: readonly Label[] = ['INBOX', 'CATEGORY_SOCIAL']

const services: readonly Service[] = [
  {
    weight: 34,
    address: 'notifications@tracker.example',
    name: '% (Tracker)',
    subjects: [
      '[@/harbour] Search: empty state overlaps (##)',
      '[@/atlas] Contrast of disabled buttons (##)',
      '[@/kompass] Update icons (PR ##)',
      '[@/atlas] Tab order in dialogs (##)',
    ],
    labels: updates,
    hours: daytime,
    lines: (token) => [
      `Reply-To: Tracker <reply+${token}@reply.tracker.example>`,
      'List-ID: Team <team.tracker.example>',
      `List-Unsubscribe: <mailto:unsub+${token}@reply.tracker.example>`,
      'Precedence: list',
      'X-Auto-Response-Suppress: All',
    ],
    longestThread: 6,
  },
  {
    weight: 14,
    address: 'builds@ci.example',
    name: 'CI',
    subjects: ['Failed: harbour-web, main (##)', 'Fixed: harbour-web, main (##)', 'Preview ready: atlas ##'],
    labels: updates,
    hours: daytime,
    lines: () => ['Auto-Submitted: auto-generated', 'X-CI-Project: harbour-web'],
    longestThread: 1,
  },
  {
    weight: 14,
    address: 'comments-noreply@docs.example',
    name: '% (Docs)',
    subjects: ['Research plan – new comments', 'Roadmap – you were mentioned', 'Interview guide – resolved comment'],
    labels: updates,
    hours: daytime,
    lines: (token) => [
      `Reply-To: Docs <d+${token}@docs.example>`,
      `Feedback-ID: P-8-0:${token.slice(0, 6)}:docos-mail`,
    ],
    longestThread: 3,
  },
  {
    weight: 8,
    address: 'drive-shares-noreply@docs.example',
    name: '% (via Docs)',
    subjects: ['Document shared with you: “Workshop notes”', 'Folder shared with you: “Kompass handover”'],
    labels: updates,
    hours: daytime,
    lines: (token) => [`Feedback-ID: P-8-1:${token.slice(0, 6)}:drive-share`],
    longestThread: 1,
  },
  {
    weight: 9,
    address: 'calendar-notification@calendar.example',
    name: 'Calendar',
    subjects: ['Notification: Design critique', 'Daily agenda for Lena Marquardt', 'Notification: Choir'],
    labels: updates,
    hours: { earliest: 6, latest: 18 },
    lines: () => ['Sender: Calendar <calendar-notification@calendar.example>', 'Auto-Submitted: auto-generated'],
    longestThread: 1,
  },
  {
    weight: 9,
    address: 'messages-noreply@linkup.example',
    name: '% via Linkup',
    subjects: [
      '% sent you a message',
      '% commented on your post',
      'Congratulate % on a new job',
      'You appeared in # searches',
    ],
    labels: social,
    hours: anytime,
    lines: (token) => [
      `List-Unsubscribe: <https://linkup.example/unsub/${token}>`,
      `Feedback-ID: ${token.slice(0, 8)}:linkup`,
    ],
    longestThread: 1,
  },
  {
    weight: 6,
    address: 'invitations@linkup.example',
    name: '%',
    subjects: ['% wants to connect', 'I’d like to add you to my network'],
    labels: social,
    hours: anytime,
    lines: (token) => [`List-Unsubscribe: <https://linkup.example/unsub/${token}>`, 'X-Linkup-Class: INVITE'],
    longestThread: 1,
  },
  {
    weight: 5,
    address: 'notifications@bookly.example',
    name: 'Bookly',
    subjects: ['New Event: % - 30 Minute Meeting', 'Canceled: 30 Minute Meeting with %'],
    labels: updates,
    hours: daytime,
    lines: (token) => [`Feedback-ID: ${token.slice(0, 8)}:bookly`],
    longestThread: 1,
  },
  {
    weight: 5,
    address: 'meetings@meetly.example',
    name: 'Meetly',
    subjects: ['% has joined your meeting', 'Recording of your meeting with % is ready'],
    labels: updates,
    hours: daytime,
    lines: () => [],
    longestThread: 1,
  },
  {
    weight: 3,
    address: 'contracts@signly.example',
    name: '% via Signly',
    subjects: ['Please sign: offer', 'Completed: offer'],
    labels: updates,
    hours: daytime,
    lines: () => [],
    longestThread: 2,
  },
  {
    weight: 6,
    address: 'notification@huddle.example',
    name: 'Huddle',
    subjects: ['# unread messages from %', '% mentioned you in #design'],
    labels: updates,
    hours: daytime,
    lines: () => ['X-Auto-Response-Suppress: OOF, AutoReply'],
    longestThread: 1,
  },
]

const notices = (service: Service, order: NoiseOrder, setting: Setting): readonly MailPlan[] => {
  const { chance } = setting
  const mails: MailPlan[] = []
  let thread: MailPlan | null = null
  let left = 0
  for (const at of scatteredMoments(order, service.hours, setting)) {
    if (left === 0) {
      thread = null
      left = chance.whole(1, service.longestThread)
    }
    const notice = noticeOf(
      service,
      { at, answers: thread, who: chance.pick(order.posters).name },
      setting.days,
      chance,
    )
    mails.push(notice)
    thread ??= notice
    left--
  }
  return mails
}

const noticeOf = (
  service: Service,
  notice: { readonly at: number; readonly answers: MailPlan | null; readonly who: string },
  days: Days,
  chance: Chance,
): MailPlan => {
  const { at, answers, who } = notice
  const token = chance.token(16, base32)
  const self = service.hours === daytime ? atWork(days.dayOf(at)) : herself
  const fresh = chance
    .pick(service.subjects)
    .replace('@', self === herselfAtWork ? 'northlight' : 'kastanie')
    .replace('##', `#${chance.whole(100, 2999)}`)
    .replace('# ', `${chance.whole(2, 9)} `)
  return planMail(
    {
      at,
      answers,
      from: correspondent({ name: service.name.replace('%', who), address: service.address, client: automatedSender }),
      to: [self.mailbox],
      subject: answers === null ? fresh.replace('%', who) : `Re: ${answers.subject}`,
      labels: service.labels,
      returnPath: `bounces+${token}@${service.address.slice(service.address.indexOf('@') + 1)}`,
      lines: service.lines(token),
    },
    chance,
  )
}
