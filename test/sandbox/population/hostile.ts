/**
 * A stranger who wants the owner's people to be somebody else: look-alike domains, forged senders and bounces, lists that claim a
 * friend, services that speak for one. Nothing of it is hers or theirs, so a reader must come to the same people without it.
 */
import type { Correspondence } from './correspondence.ts'
import { type Correspondent, correspondent, mailbox } from './correspondents.ts'
import { type MailPlan, planMail, type Writing } from './letter-plan.ts'
import { automatedSender, mailClients } from './mail-clients.ts'
import { herself } from './owner.ts'
import type { Setting } from './setting.ts'
import { stories } from './stories.ts'

/** Whom the stranger pretends to be or to know. */
const { inRhythm: friend, owedReply: colleague, quietMentor: mentor } = stories

/** Addresses that only the stranger's messages tell of, but for the crowd in one Cc. */
export const hostileAddresses = {
  lookAlike: lookAlikeOf(friend.address),
  mixedScript: friend.address.replace('@', '@xn--80ak6aa92e-').replace(/\.example$/, '.test'),
  sharing: 'share-noreply@documents.test',
  onBehalf: 'office@assistants.test',
  postmaster: 'mailer-daemon@elsewhere.test',
  list: 'news@offers.test',
  stranger: 'rich.quick@offers.test',
}

/** How many strangers stand in one Cc. */
const crowd = 300

/** Every message of the stranger's, newest a week old. `known` holds the messages of others, which it answers. */
export const tellHostile = (known: readonly MailPlan[], setting: Setting): Correspondence => {
  const mails = [
    ...redirected(setting),
    ...inHerThread(known, setting),
    ...forgedBounces(setting),
    ...claimingList(setting),
    ...speakingFor(setting),
    ...forged(setting),
    ...renaming(setting),
  ]
  return { mails, meetings: [] }
}

const stranger = correspondent({
  name: 'Rich Quick',
  address: hostileAddresses.stranger,
  client: mailClients.webMail,
})

const named = (name: string, address: string): Correspondent =>
  correspondent({ name, address, client: mailClients.webMail })

type Posting = Omit<Writing, 'at' | 'to'> & {
  readonly day: number
  readonly hour: number
  readonly to?: readonly string[]
}

const posted = ({ day, hour, ...writing }: Posting, { days, chance }: Setting): MailPlan =>
  planMail({ to: [herself.mailbox], ...writing, at: days.at(day, hour) }, chance)

/** The name and the local part of a friend at another firm, so that the friend seems to have moved. */
const redirected = (setting: Setting): readonly MailPlan[] =>
  [
    { address: hostileAddresses.lookAlike, day: -33, subject: 'My new address' },
    { address: hostileAddresses.lookAlike, day: -26, subject: 'Did you get my last mail?' },
    { address: hostileAddresses.mixedScript, day: -19, subject: 'One more address of mine' },
  ].map(({ address, day, subject }) => posted({ from: named(friend.name, address), day, hour: 9.3, subject }, setting))

/** A namesake answers in the thread of a message of hers. */
const inHerThread = (known: readonly MailPlan[], setting: Setting): readonly MailPlan[] => {
  const hers = known.findLast((mail) => mail.way === 'sent' && mail.to.some((one) => one.includes(colleague.address)))
  const from = named(colleague.name, `${colleague.address.split('@')[0]}@answers.test`)
  return hers === undefined
    ? []
    : [posted({ from, day: -21, hour: 10.1, answers: hers, subject: `Re: ${hers.subject}` }, setting)]
}

/** Reports of failures of messages she never sent. */
const forgedBounces = (setting: Setting): readonly MailPlan[] =>
  [friend, mentor].map(({ address }, index) =>
    posted(
      {
        from: correspondent({
          name: 'Mail Delivery Subsystem',
          address: hostileAddresses.postmaster,
          client: automatedSender,
        }),
        day: -15 - index,
        hour: 4.2,
        subject: 'Undelivered Mail Returned to Sender',
        returnPath: '',
        contentType: 'multipart/report; report-type=delivery-status; boundary="0"',
        lines: ['Auto-Submitted: auto-replied', `X-Failed-Recipients: ${address}`],
      },
      setting,
    ),
  )

/** A list that says its address is a friend's, once in the inbox and once in spam. */
const claimingList = (setting: Setting): readonly MailPlan[] =>
  [['INBOX', 'CATEGORY_PROMOTIONS'], ['SPAM']].map((labels, index) =>
    posted(
      {
        from: named('Offers', hostileAddresses.list),
        day: -13 - index,
        hour: 6.5,
        subject: 'This week only',
        cc: [mailbox(friend.name, friend.address, mailClients.webMail.encoding)],
        labels,
        lines: [
          `List-Id: <${friend.address.replace('@', '.')}>`,
          `List-Post: <mailto:${friend.address}>`,
          `X-BeenThere: ${friend.address}`,
        ],
      },
      setting,
    ),
  )

/** Services that put a friend's name before their own address. */
const speakingFor = (setting: Setting): readonly MailPlan[] => [
  posted(
    {
      from: named(`${friend.name} (via Documents)`, hostileAddresses.sharing),
      day: -11,
      hour: 13.4,
      subject: 'A document was shared with you',
      lines: [`X-Original-From: ${friend.name} <${friend.address}>`],
    },
    setting,
  ),
  posted(
    {
      from: named(`${friend.name} on behalf of ${colleague.name}`, hostileAddresses.onBehalf),
      day: -10,
      hour: 14.2,
      subject: 'About your meeting',
      lines: [`Reply-To: ${colleague.name} <${colleague.address}>`],
    },
    setting,
  ),
]

/** The friend's own address as the sender, which no check of the receiving server bears out. */
const forged = (setting: Setting): readonly MailPlan[] => [
  posted(
    { from: named(friend.name, friend.address), day: -9, hour: 3.2, subject: 'Quick favour', isForged: true },
    setting,
  ),
]

/** A friend under a wrong name and spelling, and then among hundreds of strangers. */
const renaming = (setting: Setting): readonly MailPlan[] => [
  posted(
    { from: stranger, day: -8, hour: 8.1, subject: 'Partners', cc: [`"AAA Winner" <${friend.address.toUpperCase()}>`] },
    setting,
  ),
  posted(
    {
      from: stranger,
      day: -7,
      hour: 8.2,
      subject: 'To all of you',
      cc: Array.from({ length: crowd }, (_, index) => `"Stranger ${index}" <stranger${index}@crowd.test>`),
    },
    setting,
  ),
]

/** One letter looks like another: `brightwater` as `brightvvater`, else with a hyphen. */
function lookAlikeOf(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  const alike = domain.replace('w', 'vv').replace('l', '1')
  return `${local}@${alike === domain ? `my-${domain}` : alike}`
}
