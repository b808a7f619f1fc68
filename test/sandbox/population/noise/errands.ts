/**
 * What the owner writes to machines and to desks, and what comes back by itself: she unsubscribes, answers a tracker's notice
 * by mail, sends receipts to a robot, asks a help desk, moves an appointment. None of it is somebody.
 */
import { base32, type Chance } from '../chance.ts'
import { type Correspondent, correspondent } from '../correspondents.ts'
import { type MailPlan, planMail } from '../letter-plan.ts'
import { automatedSender } from '../mail-clients.ts'
import { atWork, herself, isAway } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type NoiseOrder, scatteredMoments } from './moments.ts'

/** `order.count` letters, about half of them hers. */
export const errands = (order: NoiseOrder, setting: Setting): readonly MailPlan[] => {
  const { days, now, chance } = setting
  const moments = scatteredMoments(order, { earliest: 8.5, latest: 18, isOffice: true }, setting).filter(
    (at) => !isAway(days.dayOf(at), days),
  )
  const mails: MailPlan[] = []
  for (const at of moments) {
    const { hers, back } = chance.pick(kinds)({ self: atWork(days.dayOf(at)), who: chance.pick(order.posters) }, chance)
    const mail = planMail({ ...hers, at, way: 'sent', from: hers.from }, chance)
    const answers = back
      .map(({ afterSeconds, isAnswer, ...answer }) =>
        planMail(
          {
            ...answer,
            at: at + 1000 * afterSeconds,
            to: [hers.from.mailbox],
            answers: isAnswer ? mail : null,
            labels: ['INBOX', 'CATEGORY_UPDATES'],
          },
          chance,
        ),
      )
      .filter((answer) => answer.at < now)
    if (mails.length + 1 + answers.length > order.count) break
    mails.push(mail, ...answers)
  }
  return mails
}

interface Errand {
  readonly hers: Pick<MailPlan, 'subject' | 'to'> & { readonly from: Correspondent }
  readonly back: readonly (Pick<MailPlan, 'from' | 'subject'> &
    Partial<Pick<MailPlan, 'lines' | 'returnPath'>> & { readonly afterSeconds: number; readonly isAnswer: boolean })[]
}

type Kind = (by: { readonly self: Correspondent; readonly who: Correspondent }, chance: Chance) => Errand

const sandboxConsole = (name: string, address: string): Correspondent =>
  correspondent({ name, address, client: automatedSender })

const kontierer = sandboxConsole('Kontierer', 'belege@kontierer.example')
const hostwerk = sandboxConsole('Hostwerk Support', 'support@hostwerk.example')
const praxis = sandboxConsole('Praxis Bergmann', 'info@physio-bergmann.example')
const shop = sandboxConsole('Möbelhaus Linde', 'kundenservice@moebel-linde.example')
const grid = sandboxConsole('Pixel & Grid', 'hello@pixelandgrid.example')

const kinds: readonly Kind[] = [
  // The address is the newsletter's own, made for her.
  (_, chance) => ({
    hers: {
      from: herself,
      to: [`unsubscribe+${chance.token(20, base32)}@mail.pixelandgrid.example`],
      subject: 'unsubscribe',
    },
    back: [{ from: grid, subject: 'You are unsubscribed', afterSeconds: 4, isAnswer: true }],
  }),
  // A tracker writes in a person's name, and takes answers at an address made for the thread.
  ({ self, who }, chance) => ({
    hers: {
      from: self,
      to: [`"${who.name.replace(/[^ -~]/g, '')} (Tracker)" <reply+${chance.token(24, base32)}@reply.tracker.example>`],
      subject: 'Re: [northlight/atlas] Tab order in dialogs (#712)',
    },
    back: [],
  }),
  // A robot that answers within seconds, and says nowhere that it is one.
  ({ self }) => ({
    hers: { from: self, to: [kontierer.address], subject: 'Fwd: Ihre Fahrkarte' },
    back: [{ from: kontierer, subject: 'Re: Fwd: Ihre Fahrkarte', afterSeconds: 6, isAnswer: true }],
  }),
  (_, chance) => {
    const ticket = chance.whole(10_000, 99_999)
    return {
      hers: { from: herself, to: [hostwerk.mailbox], subject: 'A domain to be moved' },
      back: [
        {
          from: hostwerk,
          subject: `[Ticket #${ticket}] A domain to be moved`,
          afterSeconds: 9,
          isAnswer: true,
          lines: ['Auto-Submitted: auto-replied', `X-Ticket: ${ticket}`],
        },
        {
          from: hostwerk,
          subject: `Re: [Ticket #${ticket}] A domain to be moved`,
          afterSeconds: 14_000,
          isAnswer: true,
          lines: [`X-Ticket: ${ticket}`],
        },
      ],
    }
  },
  // The practice answers by its own program, to nothing in particular.
  () => ({
    hers: { from: herself, to: [praxis.address], subject: 'Termin verschieben' },
    back: [{ from: praxis, subject: 'Terminbestätigung', afterSeconds: 7200, isAnswer: false }],
  }),
  () => ({ hers: { from: herself, to: [shop.mailbox], subject: 'Lieferung beschädigt' }, back: [] }),
]
