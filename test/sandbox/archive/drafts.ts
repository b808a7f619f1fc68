/**
 * Reads mbox files into drafts: letters that still lack what only the whole mailbox tells, whose it is, and so which
 * letters without labels were sent, and what the ids are.
 */
import type { Label } from '../world.ts'
import { fingerprint } from './fingerprint.ts'
import { gmailLabels, sharedLabels } from './labels.ts'
import { isPlausible, parseMailDate } from './mail-date.ts'
import { MboxReader, type RawMessage } from './mbox.ts'
import { ArchiveError, foreignKind, readBytes, type Source, sourceOf } from './source.ts'
import { MailCount } from './summary.ts'
import { Threads } from './threads.ts'

export interface Draft {
  readonly headers: string
  /** When it was received, in milliseconds. */
  readonly at: number
  readonly size: number
  /** The same in every copy of a message. */
  readonly key: number
  /** What the mailbox says of the letter; null where it has no labels at all. */
  labels: readonly Label[] | null
  /** Flags of mailboxes without labels: UNREAD, TRASH, DRAFT. */
  readonly flags: readonly Label[]
  /** Whether it bears what only its sender's own copy has. */
  readonly isOwnCopy: boolean
}

export interface MailArchive {
  readonly drafts: readonly Draft[]
  readonly threads: Threads
  readonly count: MailCount
  /** How many letters each address had delivered to it, by the envelope as mail servers noted it. */
  readonly deliveredTo: ReadonlyMap<string, number>
}

/** Reads every file, one after the other, in a single pass each. */
export const readMail = async (paths: readonly string[], now: number): Promise<MailArchive> => {
  const reading = new Reading(now)
  for (const path of paths) await reading.file(sourceOf(path))
  const { drafts, threads, count, deliveredTo } = reading
  threads.settle()
  return { drafts, threads, count, deliveredTo }
}

class Reading implements MailArchive {
  readonly drafts: Draft[] = []
  readonly threads = new Threads()
  readonly count = new MailCount()
  readonly deliveredTo = new Map<string, number>()
  readonly #now: number
  readonly #byKey = new Map<number, number>()

  constructor(now: number) {
    this.#now = now
  }

  async file(source: Source): Promise<void> {
    const reader = new MboxReader((message) => this.#take(message, source))
    let head: Buffer = Buffer.alloc(0)
    const { isWhole } = await readBytes(source.path, (piece) => {
      if (reader.isMbox !== true && head.length < headEnough)
        head = Buffer.concat([head, piece]).subarray(0, headEnough)
      reader.push(piece)
      if (reader.isMbox === false) throw notMbox(source, head)
    })
    reader.end()
    if (reader.isMbox !== true && !isEmpty(head)) throw notMbox(source, head)
    if (reader.isMbox !== true) this.count.notes.push(`${source.path} is empty.`)
    if (!isWhole) this.count.notes.push(`${source.path} breaks off or is damaged: what comes before that was read.`)
  }

  #take(message: RawMessage, source: Source): void {
    this.count.read += 1
    const at = receiptTime(message, this.#now)
    const reason = reasonToSkip(message.headers) ?? (at === null ? reasonOfDate(message.headers) : null)
    if (at === null || reason !== null) {
      const { number, offset } = message
      this.count.skipped.add({ file: source.path, number, offset, reason: reason ?? '' })
      return
    }
    if (message.headers.isCut) this.count.cut += 1
    this.#keep(message, at)
  }

  #keep({ headers, size }: RawMessage, at: number): void {
    const { marks } = headers
    const gmail = marks.get('x-gmail-labels')
    const labels = gmail === undefined ? null : gmailLabels(gmail)
    const key = fingerprint(identityOf(headers, at))
    const known = this.#byKey.get(key)
    const copy = known === undefined ? undefined : this.drafts[known]
    if (copy !== undefined) {
      this.count.duplicates += 1
      copy.labels = joined(copy.labels, labels)
      return
    }
    this.#byKey.set(key, this.drafts.length)
    this.drafts.push({
      headers: headers.text,
      at,
      size,
      key,
      labels,
      flags: flagsOf(marks),
      isOwnCopy: ownMarks.some((mark) => marks.has(mark)),
    })
    this.threads.add({
      messageId: headers.messageId,
      references: headers.references,
      thread: marks.get('x-gm-thrid') ?? null,
    })
    this.#noteDelivery(headers)
  }

  #noteDelivery({ received, text }: RawMessage['headers']): void {
    const named = [...text.matchAll(/^(?:delivered-to|x-original-to|envelope-to): *<?([^\s<>]+@[^\s<>]+)>?$/gim)]
    const stamped = received.flatMap((stamp) => /\bfor <([^\s<>]+@[^\s<>]+)>/.exec(stamp)?.[1] ?? [])
    for (const address of new Set(
      [...named.flatMap((match) => match[1] ?? []), ...stamped].map((one) => one.toLowerCase()),
    )) {
      this.deliveredTo.set(address, (this.deliveredTo.get(address) ?? 0) + 1)
    }
  }
}

const reasonToSkip = ({ text, marks }: RawMessage['headers']): string | null => {
  if (text === '') return 'it has no headers'
  return isExpunged(marks) ? 'it had been deleted and only waited for its mailbox to be compacted' : null
}

const reasonOfDate = ({ date }: RawMessage['headers']): string =>
  date === null ? 'it has no date' : 'its date is not plausible'

/** The server's own time before the postmark's, and both before the sender's: only plausible ones count. */
const receiptTime = ({ headers, postmark }: RawMessage, now: number): number | null => {
  const stamps = headers.received.map((stamp) => stamp.slice(stamp.lastIndexOf(';') + 1))
  for (const text of [...stamps, postmark, headers.date ?? '']) {
    const date = parseMailDate(text)
    if (date !== null && isPlausible(date.at, now)) return date.at
  }
  return null
}

/** A Message-ID can be used twice, a Message-ID and a date hardly; without one, who wrote what when has to do. */
const identityOf = ({ messageId, date, text }: RawMessage['headers'], at: number): string => {
  const sentAt = date === null ? at : (parseMailDate(date)?.at ?? date)
  if (messageId !== null) return `${messageId}\n${sentAt}`
  const [from = '', subject = ''] = [/^from: .*$/im, /^subject: .*$/im].map((line) => line.exec(text)?.[0])
  return `${from}\n${subject}\n${sentAt}`
}

const joined = (a: readonly Label[] | null, b: readonly Label[] | null): readonly Label[] | null => {
  if (a === null || b === null) return a ?? b
  return sharedLabels([...new Set([...a, ...b])].sort())
}

/** Only programs that send keep these, in the sender's copy. Not so Bcc: some servers deliver it. */
const ownMarks = ['x-identity-key', 'x-mozilla-draft-info', 'fcc']

type Marks = ReadonlyMap<string, string>

/** X-Mozilla-Status: 0x0008 is "expunged", 0x0001 "read". */
const isExpunged = (marks: Marks): boolean => (mozillaStatus(marks) & 0x0008) !== 0

const mozillaStatus = (marks: Marks): number => Number.parseInt(marks.get('x-mozilla-status') ?? '0', 16) || 0

/** Status and X-Status as mutt, pine and Dovecot write them: R is read, D deleted, T a draft. */
const flagsOf = (marks: Marks): readonly Label[] => {
  const status = marks.get('status')
  const extra = marks.get('x-status') ?? ''
  const flags: Label[] = []
  if (status !== undefined && !status.includes('R')) flags.push('UNREAD')
  if (marks.has('x-mozilla-status') && (mozillaStatus(marks) & 0x0001) === 0) flags.push('UNREAD')
  if (extra.includes('D')) flags.push('TRASH')
  if (extra.includes('T')) flags.push('DRAFT')
  return sharedLabels([...new Set(flags)])
}

/** Enough for what the file is instead of an mbox. */
const headEnough = 4096

const isEmpty = (head: Buffer): boolean => head.toString('latin1').trim() === ''

const notMbox = ({ path }: Source, head: Buffer): ArchiveError => {
  const text = head.toString('latin1')
  if (/^\W*BEGIN:VCALENDAR/i.test(text)) return new ArchiveError(`${path} is a calendar: pass it with --ics.`)
  const kind = foreignKind(head)
  if (kind !== null) return new ArchiveError(`${path} ${kind}.`)
  return new ArchiveError(
    `${path} is not an mbox file: it does not begin with a line such as "From ann@mail.example Mon Nov  2 10:11:12 2026". ` +
      'Google Takeout gives one ("Mail", inside the archive it sends); most mail programs can export one.',
  )
}
