/** A small mailbox for tests, told in lines: who wrote to whom, when. */
import { type Mail, Mailbox, type Meeting, type Owner } from './sandbox/world.ts'

export const start = Date.UTC(2026, 10, 18, 9, 0, 0)
const day = 86_400_000

export const ann: Owner = {
  subject: '100000000000000000001',
  address: 'ann@gmail.example',
  aliases: [],
  name: 'Ann Berg',
  givenName: 'Ann',
  zone: 'Europe/Berlin',
}

export interface Line {
  readonly from?: string
  readonly to?: string
  readonly cc?: string
  /** Days before `start`. */
  readonly daysAgo: number
  readonly labels?: readonly string[]
  readonly headers?: readonly string[]
  readonly thread?: string
  readonly id?: string
}

let numbered = 0

export const messageOf = (line: Line, owner = ann): Mail => {
  numbered += 1
  const id = line.id ?? numbered.toString(16).padStart(16, '0')
  const isSent = line.from === undefined
  const at = start - line.daysAgo * day
  return {
    id,
    threadId: line.thread ?? id,
    at,
    labels: line.labels ?? [isSent ? 'SENT' : 'INBOX'],
    size: 1000,
    body: null,
    headers: [
      `From: ${line.from ?? `${owner.name} <${owner.address}>`}`,
      `To: ${line.to ?? owner.address}`,
      ...(line.cc === undefined ? [] : [`Cc: ${line.cc}`]),
      `Date: ${new Date(at).toUTCString()}`,
      `Message-ID: <${id}@mail.example>`,
      'Subject: About things',
      ...(line.headers ?? []),
    ].join('\n'),
  }
}

export const mailboxOf = (lines: readonly Line[], meetings: readonly Meeting[] = [], owner = ann): Mailbox => {
  const mailbox = new Mailbox(owner)
  for (const line of lines) mailbox.stock(messageOf(line, owner))
  for (const meeting of meetings) mailbox.stockMeeting(meeting)
  return mailbox
}

export const meetingOf = (
  id: string,
  daysAgo: number,
  guests: readonly string[],
  change: Partial<Meeting> = {},
): Meeting => ({
  id,
  seriesId: null,
  startsAt: start - daysAgo * day,
  endsAt: start - daysAgo * day + 1_800_000,
  isAllDay: false,
  zone: 'Europe/Berlin',
  status: 'confirmed',
  summary: 'Plans',
  organizer: { address: ann.address, name: ann.name },
  invitees: [ann.address, ...guests].map((address) => ({ address, name: '', response: 'accepted' })),
  type: 'default',
  updatedAt: start - (daysAgo + 7) * day,
  ...change,
})

/** A letter each way every `gap` days for `length` days, the last `silence` days ago. */
export const rhythm = (who: string, gap: number, length: number, silence: number): readonly Line[] => {
  const lines: Line[] = []
  for (let daysAgo = silence; daysAgo <= silence + length; daysAgo += gap) {
    lines.push({ to: who, daysAgo }, { from: who, daysAgo: daysAgo + 0.5 })
  }
  return lines
}
