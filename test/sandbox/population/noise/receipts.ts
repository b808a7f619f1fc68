/** Shops, banks, railways, offices: transactional mail, much of it without a mark but for the sender's address. */
import { base32, type Chance } from '../chance.ts'
import { correspondent } from '../correspondents.ts'
import { type MailPlan, planMail } from '../letter-plan.ts'
import { automatedSender } from '../mail-clients.ts'
import { herself, spellings } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type NoiseOrder, scatteredMoments } from './moments.ts'

export const receipts = (order: NoiseOrder, setting: Setting): readonly MailPlan[] =>
  scatteredMoments(order, { earliest: 0.5, latest: 23.5 }, setting).map((at) => receipt(at, setting.chance))

const receipt = (at: number, chance: Chance): MailPlan => {
  const { name, address, subjects, lines } = chance.weighted(senders)
  return planMail(
    {
      at,
      from: correspondent({ name, address, client: automatedSender }),
      to: [chance.happens(0.6) ? herself.address : chance.pick(spellings(herself))],
      subject: chance.pick(subjects).replace('#', String(chance.whole(10_000, 99_999))),
      labels: ['INBOX', 'CATEGORY_UPDATES'],
      lines: lines(chance.token(14, base32)),
    },
    chance,
  )
}

interface Sender {
  readonly weight: number
  readonly name: string
  readonly address: string
  readonly subjects: readonly string[]
  readonly lines: (token: string) => readonly string[]
}

const sender = (
  weight: number,
  name: string,
  address: string,
  subjects: readonly string[],
  lines: Sender['lines'] = () => [],
): Sender => ({ weight, name, address, subjects, lines })

const generated = (): readonly string[] => ['Auto-Submitted: auto-generated']
const tracked = (token: string): readonly string[] => [`Feedback-ID: ${token}:transactional:mailer`]

const senders: readonly Sender[] = [
  sender(
    14,
    'Marktplatz',
    'auto-confirm@marktplatz.example',
    ['Bestellung # bestätigt', 'Ihre Bestellung # ist unterwegs', 'Zustellung heute'],
    tracked,
  ),
  sender(10, 'Paketdienst', 'noreply@paketdienst.example', [
    'Ihr Paket kommt heute',
    'Paket # beim Nachbarn abgegeben',
  ]),
  sender(
    9,
    'Schnellbahn',
    'buchung@schnellbahn.example',
    ['Ihre Fahrkarte, Auftrag #', 'Gleisänderung Ihrer Reise', 'Verspätung Ihres Zuges'],
    generated,
  ),
  sender(8, 'Bank am Ufer', 'no-reply@bank-am-ufer.example', [
    'Neue Nachricht im Postfach',
    'Your statement is ready',
    'Überweisung freigegeben',
  ]),
  sender(7, 'Accounts', 'no-reply@accounts.example', [
    'Security alert: new sign-in',
    'Your recovery address',
    'Code #',
  ]),
  sender(6, 'Stadtstrom', 'rechnung@stadtstrom.example', ['Ihre Abschlagsrechnung #', 'Zählerstand bitte ablesen']),
  sender(6, 'Cloudwerk Billing', 'billing@cloudwerk.example', ['Invoice # is available', 'Payment received'], tracked),
  sender(5, 'Kino Intim', 'tickets@kino-intim.example', ['Your tickets, booking #'], tracked),
  sender(5, 'Pension Seeblick', 'reservierung@seeblick.example', ['Buchungsbestätigung #', 'Vor Ihrer Anreise']),
  sender(4, 'Praxis Bergmann', 'info@physio-bergmann.example', ['Terminbestätigung', 'Ihr Rezept liegt bereit']),
  sender(
    4,
    'Hostwerk Support',
    'support@hostwerk.example',
    ['[Ticket ##] received', 'Re: [Ticket ##] solved', 'How did we do?'],
    (token) => ['Auto-Submitted: auto-replied', `X-Ticket: ${token}`],
  ),
  sender(3, 'Hausverwaltung Kern', 'office@hv-kern.example', [
    'Ablesung der Heizkörper',
    'Protokoll der Versammlung',
    'Wasser abgestellt am Dienstag',
  ]),
  sender(
    3,
    '',
    'donotreply@finanzportal.example',
    ['Ihre Erklärung wurde übermittelt', 'Bescheid abrufbar'],
    generated,
  ),
]
