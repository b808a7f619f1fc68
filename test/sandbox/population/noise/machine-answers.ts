/** What machines answer to the owner's own letters: vacation notices and delivery failures (RFC 3834, RFC 3464). */
import { type Chance, hexadecimal } from '../chance.ts'
import { type Correspondent, correspondent } from '../correspondents.ts'
import { type MailPlan, planMail } from '../letter-plan.ts'
import { automatedSender } from '../mail-clients.ts'
import { herself, isAway } from '../owner.ts'
import type { Setting } from '../setting.ts'
import { type NoiseOrder, scatteredMoments } from './moments.ts'

/** Vacation notices to some of the letters she sent to one of `people`. */
export const vacationNotices = (
  mails: readonly MailPlan[],
  people: readonly Correspondent[],
  { now, chance }: Setting,
): readonly MailPlan[] => {
  const known = new Map(people.map((who) => [who.mailbox, who]))
  return mails.flatMap((mail) => {
    const [recipient = ''] = mail.to
    const who = mail.way === 'sent' && mail.to.length === 1 ? known.get(recipient) : undefined
    if (who === undefined || mail.at > now - answersWithin || !chance.happens(isOnVacation)) return []
    return vacationNotice(mail, who, chance)
  })
}

const isOnVacation = 0.015
const answersWithin = 20_000

const vacationNotice = (answers: MailPlan, who: Correspondent, chance: Chance): MailPlan =>
  planMail(
    {
      at: answers.at + chance.whole(2000, answersWithin),
      from: who,
      to: [herself.mailbox],
      answers,
      subject: `${chance.pick(['Automatic reply', 'Abwesend', 'Out of office', 'Automatische Antwort'])}: ${answers.subject}`,
      returnPath: '',
      contentType: 'text/plain; charset=utf-8',
      lines: ['Auto-Submitted: auto-replied', ...chance.pick(vacationLines)],
    },
    chance,
  )

const vacationLines = [['X-Auto-Response-Suppress: All'], ['Precedence: auto_reply', 'X-Autoreply: yes'], []]

/** The delivery failure of a letter to `address`. */
export const bounceOf = (answers: MailPlan, address: string, chance: Chance): MailPlan =>
  planMail(
    {
      at: answers.at + chance.whole(1500, 9000),
      from: postmaster,
      to: [herself.address],
      answers,
      subject: chance.pick(['Delivery Status Notification (Failure)', 'Undelivered Mail Returned to Sender']),
      labels: ['INBOX', 'CATEGORY_UPDATES'],
      returnPath: '',
      contentType: `multipart/report; report-type=delivery-status; boundary="${chance.token(24, hexadecimal)}"`,
      lines: ['Auto-Submitted: auto-replied', `X-Failed-Recipients: ${address}`],
    },
    chance,
  )

const postmaster = correspondent({
  name: 'Mail Delivery Subsystem',
  address: `mailer-daemon@${herself.address.split('@')[1]}`,
  client: automatedSender,
})

/** Letters to addresses that were mistyped, each with its failure: `order.count` letters, in twos. */
export const misaddressed = (order: NoiseOrder, setting: Setting): readonly MailPlan[] => {
  const { days, chance } = setting
  const inTwos = { ...order, count: Math.floor(order.count / 2) }
  return scatteredMoments(inTwos, { earliest: 9, latest: 20 }, setting)
    .filter((at) => !isAway(days.dayOf(at), days))
    .flatMap((at) => {
      const host = chance.pick(['typo', 'gone', 'closed-shop'])
      const address = `${chance.pick(['kontakt', 'jobs', 'anna', 'presse'])}@${host}.example`
      const mail = planMail(
        { at: at - answersWithin, way: 'sent', from: herself, to: [address], subject: 'About your opening hours' },
        chance,
      )
      return [mail, bounceOf(mail, address, chance)]
    })
}
