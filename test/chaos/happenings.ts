/**
 * What happens in a small mailbox and calendar before and while it is watched: the same for the same seed, whatever the
 * weather. Written as functions of nothing but the seed and the owner, so that two runs see one world.
 */
import { Chance, hexadecimal } from '../sandbox/population/chance.ts'
import { type Mail, Mailbox, type Meeting, type Owner } from '../sandbox/world.ts'

export interface Story {
  readonly mailbox: Mailbox
  /** In the order of their time. */
  readonly happenings: readonly Happening[]
  readonly startsAt: number
  readonly endsAt: number
}

export interface Happening {
  readonly at: number
  readonly mailbox: Mailbox
  /** May be done before its time, when the provider is in the middle of an answer; null where others build on it. */
  readonly endsMessage: string | null
  readonly apply: () => void
}

const ann = { name: 'Ann Berg', givenName: 'Ann', zone: 'Europe/Berlin' } as const

/** One person with two mailboxes, each with another provider. */
export const owners = [
  {
    ...ann,
    subject: '100000000000000000007',
    address: 'ann@gmail.example',
    aliases: ['ann@studio.example'],
    reachedThrough: ['google'],
  },
  {
    ...ann,
    subject: '100000000000000000008',
    address: 'ann@contoso.example',
    aliases: ['berg@contoso.example'],
    reachedThrough: ['microsoft'],
  },
] as const satisfies readonly Owner[]

const day = 86_400_000
const hour = 3_600_000
/** A Wednesday morning: a Monday's report comes to pass. */
const startsAt = Date.UTC(2026, 10, 18, 9, 0, 0)
const days = 5.2
const pastDays = 900
const list = 'choir@lists.example'

export const story = (seed: number, owner: Owner): Story => {
  const chance = new Chance(seed).fork(`story of ${owner.address}`)
  const alias = owner.aliases[0] ?? owner.address
  const people = Array.from({ length: chance.whole(8, 20) }, (_, index) => ({
    address: `p${index}@home${index % 5}.example`,
    name: `Person ${String.fromCharCode(65 + index)} Number`,
  }))
  const mailbox = new Mailbox(owner)
  const messages: Mail[] = []
  const ids = new Set<string>()
  const newId = (): string => {
    const id = chance.token(16, hexadecimal)
    if (ids.has(id)) return newId()
    ids.add(id)
    return id
  }
  const write = (at: number, isPast: boolean): Mail => {
    const who = chance.pick(people)
    const others = chance.sample(
      people.filter((person) => person !== who),
      chance.happens(0.2) ? chance.whole(1, 5) : 0,
    )
    const kind = chance.fraction()
    const own = chance.happens(0.1) ? `Ann Berg <${alias}>` : `Ann Berg <${owner.address}>`
    const named = `${who.name} <${who.address}>`
    const copies = others.map(({ name, address }) => `${name} <${address}>`).join(', ')
    const id = newId()
    const earlier = messages.length > 0 && chance.happens(0.4) ? chance.pick(messages) : null
    const base = { id, threadId: earlier?.threadId ?? id, at, size: 1000, body: null }
    const message = (labels: readonly string[], lines: readonly string[]): Mail => ({
      ...base,
      labels,
      headers: [...lines, `Date: ${new Date(at).toUTCString()}`, `Message-ID: <${id}@mail.example>`].join('\n'),
    })
    const cc = copies === '' ? [] : [`Cc: ${copies}`]
    if (kind < 0.35) return message(['SENT'], [`From: ${own}`, `To: ${named}`, ...cc])
    if (kind < 0.75) return message(['INBOX'], [`From: ${named}`, `To: Ann Berg <${owner.address}>`, ...cc])
    if (kind < 0.87) {
      return message(
        ['INBOX'],
        ['From: News <news@shop.example>', `To: ${owner.address}`, 'List-Unsubscribe: <https://shop.example/u>'],
      )
    }
    if (kind < 0.93) {
      return message(
        ['INBOX'],
        [`From: ${named}`, `To: ${list}`, `List-Post: <mailto:${list}>`, 'List-Id: <choir.lists.example>'],
      )
    }
    if (kind < 0.97)
      return message(isPast && chance.happens(0.5) ? ['TRASH'] : ['INBOX'], [`From: ${named}`, `To: ${owner.address}`])
    return message(['DRAFT'], [`From: ${own}`, `To: ${named}`])
  }
  // The newest letter the owner sent bears the alias, so that both runs know it from the first page on.
  const first = newId()
  messages.push({
    id: first,
    threadId: first,
    at: startsAt - 60_000,
    size: 1000,
    body: null,
    labels: ['SENT'],
    headers: [
      `From: Ann Berg <${alias}>`,
      `To: ${people[0]?.address}`,
      `Date: ${new Date(startsAt - 60_000).toUTCString()}`,
    ].join('\n'),
  })
  const count = chance.whole(40, 160)
  for (let index = 0; index < count; index += 1) {
    messages.push(write(startsAt - Math.floor(chance.fraction() ** 2 * pastDays * day) - 120_000, true))
  }
  for (const message of messages) mailbox.stock(message)
  const meetings: Meeting[] = []
  const meet = (id: string, at: number): Meeting => ({
    id,
    seriesId: chance.happens(0.2) ? 'series' : null,
    startsAt: at,
    endsAt: at + hour,
    isAllDay: chance.happens(0.05),
    zone: owner.zone,
    status: 'confirmed',
    summary: 'Plans',
    organizer: { address: owner.address, name: owner.name },
    invitees: [
      { address: owner.address, name: owner.name, response: 'accepted' },
      ...chance.sample(people, chance.whole(1, 4)).map(({ address, name }) => ({
        address,
        name,
        response: chance.pick(['accepted', 'accepted', 'needsAction', 'declined'] as const),
      })),
    ],
    type: 'default',
    updatedAt: startsAt - day,
  })
  for (let index = 0; index < chance.whole(3, 30); index += 1) {
    meetings.push(meet(`meeting${index}`, startsAt + Math.floor(chance.between(-400, 60)) * day + 3 * hour))
  }
  for (const meeting of meetings) mailbox.stockMeeting(meeting)
  return {
    mailbox,
    happenings: happeningsIn({ mailbox, chance, messages, meetings, write, meet }),
    startsAt,
    endsAt: startsAt + days * day,
  }
}

const happeningsIn = (from: {
  readonly mailbox: Mailbox
  readonly chance: Chance
  readonly messages: readonly Mail[]
  readonly meetings: readonly Meeting[]
  readonly write: (at: number, isPast: boolean) => Mail
  readonly meet: (id: string, at: number) => Meeting
}): readonly Happening[] => {
  const { mailbox, chance, messages, meetings, write, meet } = from
  const happenings: Happening[] = []
  const moment = (after = startsAt): number => Math.floor(chance.between(after + 1000, startsAt + days * day - hour))
  const happen = (at: number, apply: Happening['apply'], endsMessage: string | null = null): void => {
    happenings.push({ at, mailbox, endsMessage, apply })
  }
  const endings = (message: Mail, after: number): void => {
    const fate = chance.fraction()
    const at = moment(after)
    const { id } = message
    if (fate < 0.12) happen(at, () => mailbox.remove(id), id)
    else if (fate < 0.2) happen(at, () => mailbox.relabel(id, { add: ['TRASH'], remove: ['INBOX'] }))
    // Fetched out of the bin are only young letters: what a lapsed position makes us read again reaches back a week.
    else if (fate < 0.26 && after > startsAt) {
      happen(at, () => mailbox.relabel(id, { add: ['TRASH'], remove: ['INBOX'] }))
      happen(moment(at), () => mailbox.relabel(id, { add: ['INBOX'], remove: ['TRASH'] }))
    } else if (fate < 0.3) {
      happen(at, () => mailbox.relabel(id, { add: ['SPAM'], remove: ['INBOX'] }))
      happen(moment(at), () => mailbox.remove(id))
    } else if (fate < 0.36) happen(at, () => mailbox.relabel(id, { remove: ['INBOX'] }))
  }
  // The first carries the alias: it stays.
  for (const message of messages.slice(1)) if (chance.happens(0.4)) endings(message, startsAt)
  for (let index = 0; index < chance.whole(10, 40); index += 1) {
    const at = moment()
    const message = write(at, false)
    happen(at, () => mailbox.deliver(message))
    endings(message, at)
  }
  for (const meeting of chance.sample(meetings, chance.whole(0, 8))) {
    const isCancelled = chance.happens(0.4)
    const moved = { ...meet(meeting.id, meeting.startsAt + chance.whole(-5, 5) * day), seriesId: meeting.seriesId }
    happen(moment(), () => mailbox.putMeeting(isCancelled ? { ...meeting, status: 'cancelled' } : moved))
  }
  for (let index = 0; index < chance.whole(1, 6); index += 1) {
    const made = meet(`later${index}`, startsAt + chance.whole(-20, 60) * day + 5 * hour)
    const at = moment()
    happen(at, () => mailbox.putMeeting(made))
    if (chance.happens(0.3)) happen(moment(at), () => mailbox.putMeeting({ ...made, status: 'cancelled' }))
  }
  return happenings.sort((a, b) => a.at - b.at)
}
