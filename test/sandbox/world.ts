/**
 * The world the simulated providers show: mailboxes and calendars of people who do not exist (or of the person whose
 * files were given), a clock, and the weather. It knows nothing of any provider's wire format.
 *
 * Runs in Node and in workerd alike: no file, no socket, no clock of its own.
 */

export type Label = string

/** A letter as a mail server holds it. */
export interface Mail {
  /** 16 hexadecimal digits. */
  readonly id: string
  readonly threadId: string
  /** Milliseconds since 1970: when the server received it. */
  readonly at: number
  /** Unfolded header lines, `Name: value`, joined by "\n", in order, repeated ones repeated. Held as one string: a large mailbox has millions. */
  readonly headers: string
  /** Gmail's names: INBOX, SENT, DRAFT, TRASH, SPAM, UNREAD, CATEGORY_PROMOTIONS, …; an archived letter has none of the first. */
  readonly labels: readonly Label[]
  readonly size: number
  /** Only for letters that the sandbox itself saw sent: what its webmail shows. Never served to the product. */
  readonly body: MessageBody | null
}

export interface MessageBody {
  readonly text: string
  readonly html: string | null
}

export interface Invitee {
  readonly address: string
  readonly name: string
  readonly response: 'accepted' | 'declined' | 'tentative' | 'needsAction'
  readonly isResource?: boolean
  readonly isOptional?: boolean
}

export interface Meeting {
  readonly id: string
  /** Instances of one recurring meeting share it. */
  readonly seriesId: string | null
  /** Milliseconds since 1970. An all-day event starts and ends at midnight UTC; its end is exclusive. */
  readonly startsAt: number
  readonly endsAt: number
  readonly isAllDay: boolean
  /** IANA zone the organizer made it in. */
  readonly zone: string
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  readonly summary: string
  readonly organizer: { readonly address: string; readonly name: string }
  /** Everyone invited, the organizer and the owner of the calendar among them. Empty for an event of one's own. */
  readonly invitees: readonly Invitee[]
  /** Google's eventType: default, focusTime, outOfOffice, workingLocation, birthday, fromGmail. */
  readonly type: string
  readonly updatedAt: number
}

export interface Owner {
  /** The provider's stable id of the account. */
  readonly subject: string
  readonly address: string
  /** Other addresses the owner sends from. */
  readonly aliases: readonly string[]
  readonly name: string
  readonly givenName: string
  /** IANA zone of the calendar. */
  readonly zone: string
  /** How Microsoft knows the owner. Left out, the address tells: see `microsoft/account.ts`. */
  readonly microsoft?: MicrosoftAccount
  /** Through which providers the mailbox can be reached. Left out: any. */
  readonly reachedThrough?: readonly ProviderName[]
}

export type ProviderName = 'google' | 'microsoft'

export interface MicrosoftAccount {
  readonly kind: 'work' | 'personal'
  /** The directory, a GUID. All personal accounts share one. */
  readonly tenantId: string
  /** The person in the directory, a GUID. */
  readonly objectId: string
  /** What the person signs in with: like an address, and mostly the same as theirs. */
  readonly userPrincipalName: string
  /** Whether ID tokens tell the address. Of work accounts many do not. */
  readonly tellsAddress: boolean
  /** In which language the mailbox was set up: it names its folders in it. */
  readonly language: 'en' | 'de'
}

/** One entry of a mailbox's record of changes. Sequence numbers rise, with gaps, as real ones do. */
export interface MailChange {
  readonly sequence: number
  readonly kind: 'added' | 'removed' | 'labelled' | 'unlabelled'
  readonly mailId: string
  readonly threadId: string
  /** Those that changed; all of the letter's where it came or went. */
  readonly labels: readonly Label[]
  /** All that the letter carried before and after. Null: it was not in the mailbox. */
  readonly before: readonly Label[] | null
  readonly after: readonly Label[] | null
}

export interface CalendarChange {
  readonly sequence: number
  readonly meetingId: string
}

/** Where every mailbox begins to count: a cursor from below was never given out, or long ago. */
const firstSequence = 1000

/** One person's mail and calendar, and the record of what changed in them. */
export class Mailbox {
  readonly owner: Owner
  readonly mailChanges: MailChange[] = []
  readonly calendarChanges: CalendarChange[] = []
  readonly meetings = new Map<string, Meeting>()
  /** The highest sequence number given out: where a reader who has read everything stands. */
  sequence = firstSequence
  /** Cursors given out at this sequence number or a lower one are far too old. */
  forgottenUpTo = firstSequence - 1
  #letters = new Map<string, Mail>()
  #threads = new Map<string, string[]>()
  #newestFirst: Mail[] | null = null

  constructor(owner: Owner) {
    this.owner = owner
  }

  /** Lays a letter in without recording a change: for what was there before anyone looked. */
  stock(mail: Mail): void {
    this.#put(mail)
  }

  /** A letter arrives or is sent now. */
  deliver(mail: Mail): void {
    this.#put(mail)
    this.#record('added', mail, { labels: mail.labels, before: null, after: mail.labels })
  }

  /** Gone for good, as after "delete forever". */
  remove(id: string): void {
    const mail = this.#letters.get(id)
    if (mail === undefined) return
    this.#letters.delete(id)
    this.#threads.set(
      mail.threadId,
      this.threadIds(mail.threadId).filter((other) => other !== id),
    )
    this.#newestFirst = null
    this.#record('removed', mail, { labels: mail.labels, before: mail.labels, after: null })
  }

  /** Adds and takes away labels: `TRASH` is how a letter is thrown away. */
  relabel(id: string, change: { readonly add?: readonly Label[]; readonly remove?: readonly Label[] }): void {
    const mail = this.#letters.get(id)
    if (mail === undefined) return
    const added = (change.add ?? []).filter((label) => !mail.labels.includes(label))
    const removed = (change.remove ?? []).filter((label) => mail.labels.includes(label))
    const labels = [...mail.labels.filter((label) => !removed.includes(label)), ...added]
    const between = [...mail.labels, ...added]
    this.#letters.set(id, { ...mail, labels })
    this.#newestFirst = null
    if (added.length > 0) this.#record('labelled', mail, { labels: added, before: mail.labels, after: between })
    if (removed.length > 0) this.#record('unlabelled', mail, { labels: removed, before: between, after: labels })
  }

  mail(id: string): Mail | undefined {
    return this.#letters.get(id)
  }

  threadIds(threadId: string): readonly string[] {
    return this.#threads.get(threadId) ?? []
  }

  /** The letters of a thread, oldest first. */
  thread(threadId: string): readonly Mail[] {
    return this.threadIds(threadId)
      .flatMap((id) => this.#letters.get(id) ?? [])
      .sort((a, b) => a.at - b.at)
  }

  get size(): number {
    return this.#letters.size
  }

  get threadCount(): number {
    return this.#threads.size
  }

  /** Every letter, newest first. */
  get newestFirst(): readonly Mail[] {
    this.#newestFirst ??= [...this.#letters.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    return this.#newestFirst
  }

  /** Lays a meeting in without recording a change. */
  stockMeeting(meeting: Meeting): void {
    this.meetings.set(meeting.id, meeting)
  }

  /** A meeting is made, moved, answered or cancelled now. */
  putMeeting(meeting: Meeting): void {
    this.meetings.set(meeting.id, meeting)
    this.calendarChanges.push({ sequence: this.#next(), meetingId: meeting.id })
  }

  #put(mail: Mail): void {
    if (!this.#letters.has(mail.id)) {
      const thread = this.#threads.get(mail.threadId)
      if (thread === undefined) this.#threads.set(mail.threadId, [mail.id])
      else thread.push(mail.id)
    }
    this.#letters.set(mail.id, mail)
    this.#newestFirst = null
  }

  /** Whoever reads on from a cursor given out so far has to begin anew; those given out from here on are good. */
  forgetCursors(): void {
    this.forgottenUpTo = this.sequence
    this.sequence += 1
  }

  #record(
    kind: MailChange['kind'],
    { id, threadId }: Mail,
    change: Pick<MailChange, 'labels' | 'before' | 'after'>,
  ): void {
    this.mailChanges.push({ sequence: this.#next(), kind, mailId: id, threadId, ...change })
  }

  #next(): number {
    this.sequence += 3
    return this.sequence
  }
}

/** What the simulated network and providers do to those who call. Everything off is a quiet day. */
export interface Weather {
  /** Refuse this many coming API calls (and batch parts) as over the rate limit. */
  throttle: number
  /** Declare every history id and sync token given out so far too old. */
  expireCursors: boolean
  /** The owner has withdrawn the grant: tokens are refused, refreshes answer invalid_grant. */
  revoked: boolean
  /** An administrator lets nobody of a work account use the application. Only Microsoft's are asked. */
  administratorBlocks: boolean
  /** The application's own secret has run out. Only Microsoft's do. */
  secretExpired: boolean
  /** Milliseconds added to every answer. */
  slow: number
  /** Break off this many coming answers in the middle. */
  breakOff: number
  /** Answer this many coming calls with something that is not what was asked for. */
  nonsense: number
  /** Answer this many coming calls with 503. */
  outage: number
}

export const quietWeather = (): Weather => ({
  throttle: 0,
  expireCursors: false,
  revoked: false,
  administratorBlocks: false,
  secretExpired: false,
  slow: 0,
  breakOff: 0,
  nonsense: 0,
  outage: 0,
})

/** A clock that stands still unless it is told to run, or that runs with an offset. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
}

export class World {
  readonly clock: Clock
  readonly mailboxes: readonly Mailbox[]
  readonly weather: Weather = quietWeather()

  constructor(clock: Clock, mailboxes: readonly Mailbox[]) {
    this.clock = clock
    this.mailboxes = mailboxes
  }

  /** The mailboxes that can be reached through a provider. */
  mailboxesAt(provider: ProviderName): readonly Mailbox[] {
    return this.mailboxes.filter(({ owner }) => owner.reachedThrough?.includes(provider) ?? true)
  }

  mailboxOf(address: string): Mailbox | undefined {
    return mailboxWith(this.mailboxes, address)
  }

  /** Declares every cursor given out so far, by any provider, far too old. */
  forgetCursors(): void {
    this.weather.expireCursors = false
    for (const mailbox of this.mailboxes) mailbox.forgetCursors()
  }

  mailboxBySubject(subject: string): Mailbox | undefined {
    return this.mailboxes.find(({ owner }) => owner.subject === subject)
  }
}

/** Whether it is one of the owner's addresses. */
export const isOwnAddress = ({ address, aliases }: Owner, other: string): boolean =>
  [address, ...aliases].some((own) => isSameAddress(own, other))

/** Whatever the case. */
export const isSameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** The mailbox that has `address` as its own or else as an alias. */
export const mailboxWith = (mailboxes: readonly Mailbox[], address: string): Mailbox | undefined =>
  mailboxes.find(({ owner }) => isSameAddress(owner.address, address)) ??
  mailboxes.find(({ owner }) => isOwnAddress(owner, address))
