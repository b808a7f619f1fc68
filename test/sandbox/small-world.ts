/** What the tests of the sandbox share: two people, and letters and meetings of theirs in one line. */
import { type Mail, Mailbox, type Meeting, type Owner, World } from './world.ts'

export const ann: Owner = {
  subject: '100000000000000000001',
  address: 'ann@gmail.example',
  aliases: ['ann@work.example'],
  name: 'Ann Berg',
  givenName: 'Ann',
  zone: 'Europe/Stockholm',
}

export const bo: Owner = {
  ...ann,
  subject: '100000000000000000002',
  address: 'bo@gmail.example',
  aliases: [],
  name: 'Bo Ek',
  givenName: 'Bo',
}

/** Monday morning, and it stands still. */
export const start = Date.UTC(2026, 10, 23, 9, 0, 0)

/** A world of these people, its clock standing still until it is moved; the first one's mailbox comes with it. */
export const smallWorld = ([first, ...others]: readonly [Owner, ...Owner[]]) => {
  const clock = { time: start, now: () => clock.time }
  const mailbox = new Mailbox(first)
  return { clock, mailbox, world: new World(clock, [mailbox, ...others.map((owner) => new Mailbox(owner))]) }
}

/** Letter `1` has id `0…01`; every further number is a minute older. */
export const mail = (number: number, change: Partial<Mail> = {}): Mail => ({
  id: hex(number),
  threadId: change.threadId ?? hex(number),
  at: start - number * 60_000,
  headers: ['From: "Bo Ek" <bo@work.example>', 'To: ann@gmail.example', `Subject: Letter ${number}`].join('\n'),
  labels: ['INBOX'],
  size: 1000 + number,
  body: null,
  ...change,
})

export const hex = (number: number): string => number.toString(16).padStart(16, '0')

export const meeting = (id: string, change: Partial<Meeting> = {}): Meeting => ({
  id,
  seriesId: null,
  startsAt: start + 3_600_000,
  endsAt: start + 5_400_000,
  isAllDay: false,
  zone: 'Europe/Stockholm',
  status: 'confirmed',
  summary: 'Plans',
  organizer: { address: ann.address, name: ann.name },
  invitees: [],
  type: 'default',
  updatedAt: start - 86_400_000,
  ...change,
})

/** The numbers from 1. */
export const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1)
