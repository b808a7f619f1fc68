/**
 * The owner's mailbox at her present employer: two years of what lies there. What her team and her clients write she has
 * forwarded to her own mailbox, where the very same letters are; what the rest of the company writes stays here, and so
 * do its meetings. Written from her own mailbox, which is not changed.
 */
import { type Mail, Mailbox, type Meeting } from '../world.ts'
import { Chance, hexadecimal } from './chance.ts'
import type { Circle } from './circles.ts'
import { correspond } from './correspondence.ts'
import type { Correspondent } from './correspondents.ts'
import { DAY, Days } from './days.ts'
import { series } from './meetings.ts'
import { employers, owner, ownerAtWork } from './owner.ts'
import { type Person, peopleOf } from './people.ts'
import { post } from './post-office.ts'
import { apart, type Setting } from './setting.ts'

/** The employer keeps mail no longer. */
const keptDays = 730

export const populateWork = (own: Mailbox, { seed, now }: { readonly seed: number; readonly now: number }): Mailbox => {
  const chance = new Chance(seed).fork('work')
  const setting = { now, days: new Days(now, owner.zone, keptDays + 60), chance }
  const colleagues = peopleOf(company, { from: -keptDays, taken: namesIn(own) }, chance.fork('colleagues'))
  const written = colleagues.map((person) =>
    correspond(person, { from: -keptDays, pace: 1, others: colleagues }, apart(setting, person.as.address)),
  )
  const mails = post(
    written.flatMap((one) => one.mails),
    apart(setting, 'post'),
  )
  const mailbox = new Mailbox(ownerAtWork)
  for (const mail of forwardedFrom(own, setting)) mailbox.stock(mail)
  for (const mail of mails) mailbox.stock(asExchangeHasIt(mail, chance))
  mailbox.stock(systemNotice(setting))
  const meetings = [...written.flatMap((one) => one.meetings), ...standing(colleagues, setting)]
  for (const meeting of meetings) mailbox.stockMeeting(atWorkOnly(meeting))
  return mailbox
}

/** Colleagues beyond her own team, whom her own mailbox does not know. */
const company: Circle = {
  name: 'team',
  size: 16,
  initiative: [0.2, 0.8],
  meets: [0.1, 0.3],
  mails: 2.4,
  latency: { owner: 4, other: 5, isOffice: true },
  domains: 'present employer',
  stretches: (from, chance) => {
    const began = chance.happens(0.5) ? from : chance.whole(from, -150)
    return [{ from: began, to: 0, gapDays: chance.between(9, 40), topic: 'work' }]
  },
}

/** Whoever is known in her own mailbox: nobody new may share a name or an address with them. */
const namesIn = (own: Mailbox): Set<string> => {
  const taken = new Set<string>([owner.name, ownerAtWork.address])
  for (const { headers } of own.newestFirst) {
    if (!headers.includes(domainAtWork)) continue
    const [, name = '', address = ''] = /^From: "?([^"<\n]*?)"? ?<?([^<>\s]+@[^<>\s]+)>?$/im.exec(headers) ?? []
    taken.add(name).add(address)
  }
  for (const { invitees } of own.meetings.values()) {
    for (const { address, name } of invitees) taken.add(address).add(name)
  }
  return taken
}

const domainAtWork = `@${employers.present.domain}`

/** The letters to and from her address at work, with ids and places of their own: the same letters all the same. */
const forwardedFrom = (own: Mailbox, { now, chance }: Setting): readonly Mail[] => {
  const ids = chance.fork('ids')
  const filing = chance.fork('filing')
  const threads = new Map<string, string>()
  return own.newestFirst
    .filter(({ at, headers }) => at > now - keptDays * DAY && headers.includes(ownerAtWork.address))
    .filter(({ headers }) => isHers.test(headers))
    .toReversed()
    .map((mail) => {
      let id = idAt(mail.at, ids)
      while (own.mail(id) !== undefined) id = idAt(mail.at, ids)
      const threadId = threads.get(mail.threadId) ?? id
      threads.set(mail.threadId, threadId)
      return asExchangeHasIt({ ...mail, id, threadId, labels: filed(mail, filing) }, filing)
    })
}

/** As Gmail makes them: when it was stored, and a number. */
const idAt = (at: number, chance: Chance): string => at.toString(16).padStart(11, '0') + chance.token(5, hexadecimal)

const isHers = /^(?:from|to|cc):.*\blena\.marquardt@northlight\.example/im

/** What clients wrote she puts into a folder for each, once it is dealt with. */
const filed = ({ headers, labels }: Mail, chance: Chance): readonly string[] => {
  if (labels.includes('INBOX') || labels.includes('SENT') || labels.includes('TRASH')) return labels
  const [, firm = ''] = /^from:.*@([\w-]+)\.example/im.exec(headers) ?? []
  const folder = folders[firm]
  return folder === undefined || chance.happens(0.1) ? labels : [...labels, folder]
}

const folders: Readonly<Record<string, string>> = {
  'nordwind-reisen': 'Kunden/Nordwind',
  casamar: 'Kunden/Casamar',
  openfields: 'Kunden/Openfields',
  'fennec-health': 'Kunden/Fennec',
  tracker: 'Tickets',
}

/** Now and then a colleague is told by a name of the directory in place of an address. */
const asExchangeHasIt = (mail: Mail, chance: Chance): Mail => {
  const headers = mail.headers.replace(`Delivered-To: ${owner.address}`, `Delivered-To: ${ownerAtWork.address}`)
  if (mail.labels.includes('SENT') || !chance.happens(isDirectoryName)) return { ...mail, headers }
  return {
    ...mail,
    headers: headers.replace(
      /^(From: [^<\n]*<)([^@<>\n]+)@northlight\.example>/im,
      (_line, before: string, local: string) => `${before}${directory}${local.toUpperCase()}>`,
    ),
  }
}

const isDirectoryName = 0.01
const directory = '/O=EXCHANGELABS/OU=EXCHANGE ADMINISTRATIVE GROUP (FYDIBOHF23SPDLT)/CN=RECIPIENTS/CN='

/** What the mail system writes by itself is from nobody. */
const systemNotice = ({ now, chance }: Setting): Mail => {
  const at = now - 9 * DAY
  const id = idAt(at, chance)
  const headers = `To: ${ownerAtWork.address}\nSubject: Your mailbox is almost full\nMessage-ID: <${id}@northlight.example>`
  return { id, threadId: id, at, headers, labels: ['INBOX', 'UNREAD'], size: 2000, body: null }
}

const standing = (colleagues: readonly Person[], setting: Setting): readonly Meeting[] => {
  const { days } = setting
  const [lead, ...others] = colleagues.map(({ as }) => as)
  const plan = { from: -keptDays, to: 28, organizer: lead ?? ('owner' as const) }
  const on = (weekday: number, weeks: number) => (day: number) =>
    days.weekday(day) === weekday && Math.floor(days.midnight(day) / DAY - 4) % (7 * weeks) < 7
  return [
    {
      ...plan,
      summary: 'Design guild',
      others: withLead(lead, others.slice(0, 6)),
      fallsOn: on(3, 2),
      hour: 15,
      minutes: 60,
    },
    {
      ...plan,
      summary: 'Research review',
      others: withLead(lead, others.slice(6, 10)),
      fallsOn: on(2, 4),
      hour: 11,
      minutes: 45,
    },
    {
      ...plan,
      summary: 'Mentoring',
      organizer: 'owner' as const,
      others: others.slice(10, 11),
      fallsOn: on(4, 3),
      hour: 9.5,
      minutes: 30,
    },
  ].flatMap((one, index) => series(one, apart(setting, `series ${index}`)))
}

const withLead = (lead: Correspondent | undefined, others: readonly Correspondent[]): readonly Correspondent[] =>
  lead === undefined ? others : [lead, ...others]

/** There she is known by her address at work. */
const atWorkOnly = (meeting: Meeting): Meeting => ({
  ...meeting,
  organizer:
    meeting.organizer.address === owner.address
      ? { ...meeting.organizer, address: ownerAtWork.address }
      : meeting.organizer,
  invitees: meeting.invitees.map((invitee) =>
    invitee.address === owner.address ? { ...invitee, address: ownerAtWork.address } : invitee,
  ),
})
