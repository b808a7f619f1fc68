/**
 * The headers of one message, line by line: what a provider would serve of them to us and what the loader itself needs,
 * everything else forgotten at once. However large the block is, no more than a bounded part is held. postal-mime decodes words
 * and addresses here as everywhere; its header blocks serve no archive, as raw bytes that are not UTF-8 are lost in them, the
 * whole block is held, and each message costs a promise and four times the time. Pure.
 */

export interface Headers {
  /** Unfolded lines joined by "\n", as a `Letter` holds them; only what is on the list below. */
  readonly text: string
  /** Message-ID without its brackets, or null. */
  readonly messageId: string | null
  /** In-Reply-To and References, without brackets. */
  readonly references: readonly string[]
  /** The Date header, or null. */
  readonly date: string | null
  /** The newest stamps of mail servers, newest first. */
  readonly received: readonly string[]
  /** Headers that the mailbox itself added, by name in lower case. */
  readonly marks: ReadonlyMap<string, string>
  /** Whether something was too long to be kept whole. */
  readonly isCut: boolean
}

export class HeaderReader {
  #name = ''
  #lowerName = ''
  #value = ''
  #use: Use = null
  #room = 0
  #isCut = false
  #size = 0
  readonly #lines: string[] = []
  readonly #received: string[] = []
  readonly #marks = new Map<string, string>()
  #messageId: string | null = null
  #date: string | null = null
  #inReplyTo = ''
  #references = ''

  /** Takes a line without its end, one character a byte. */
  line(line: string): void {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (this.#use !== null) this.#append(` ${line.trimStart()}`)
      return
    }
    this.#store()
    const colon = line.indexOf(':')
    const name = colon === -1 ? '' : line.slice(0, colon).trimEnd()
    this.#lowerName = name.toLowerCase()
    this.#use = fieldName.test(name) ? useOf(this.#lowerName) : null
    if (this.#use === null) return
    this.#name = name
    this.#value = ''
    this.#room = addressHeaders.has(this.#lowerName) ? maxAddressListLength : maxValueLength
    this.#append(line.slice(colon + 1).trim())
  }

  /** What the message says of its body's length, or null. */
  get contentLength(): number | null {
    this.#store()
    const said = this.#marks.get('content-length') ?? ''
    return /^\d{1,12}$/.test(said) ? Number(said) : null
  }

  finish(): Headers {
    this.#store()
    return {
      text: this.#lines.join('\n'),
      messageId: this.#messageId,
      references: [...new Set([...idsIn(this.#references), ...idsIn(this.#inReplyTo)])],
      date: this.#date,
      received: this.#received,
      marks: this.#marks,
      isCut: this.#isCut,
    }
  }

  #append(text: string): void {
    if (text.length <= this.#room) {
      this.#value += text
      this.#room -= text.length
      return
    }
    this.#isCut = true
    const cut = this.#value + text.slice(0, this.#room)
    // Half an address would be another one.
    const comma = cut.lastIndexOf(',')
    this.#value = addressHeaders.has(this.#lowerName) && comma !== -1 ? cut.slice(0, comma) : cut
    this.#room = 0
  }

  #store(): void {
    const use = this.#use
    this.#use = null
    if (use === null) return
    const value = decoded(this.#value)
    if (use === 'read') {
      if (this.#lowerName === 'received') this.#keepReceived(value)
      else if (!this.#marks.has(this.#lowerName)) this.#marks.set(this.#lowerName, value)
      return
    }
    this.#note(value)
    const kept = shortened(this.#lowerName, value)
    this.#size += this.#name.length + kept.length
    if (this.#size > maxBlock) this.#isCut = true
    else this.#lines.push(`${this.#name}: ${kept}`)
  }

  #keepReceived(value: string): void {
    if (this.#received.length < keptReceived) this.#received.push(value)
  }

  #note(value: string): void {
    if (this.#lowerName === 'message-id') this.#messageId ??= idsIn(value)[0] ?? null
    else if (this.#lowerName === 'date') this.#date ??= value
    else if (this.#lowerName === 'in-reply-to') this.#inReplyTo ||= value
    else if (this.#lowerName === 'references') this.#references ||= value
  }
}

/** The value of the first header of that name (in lower case) in a letter's headers, or null. */
export const headerIn = (headers: string, name: string): string | null => headersIn(headers, name)[0] ?? null

export const headersIn = (headers: string, name: string): readonly string[] => {
  const values: string[] = []
  for (let at = 0; at < headers.length; ) {
    const lineFeed = headers.indexOf('\n', at)
    const end = lineFeed === -1 ? headers.length : lineFeed
    const colon = at + name.length
    if (headers[colon] === ':' && headers.slice(at, colon).toLowerCase() === name)
      values.push(headers.slice(colon + 2, end))
    at = end + 1
  }
  return values
}

type Use = 'keep' | 'read' | null

/** RFC 5322 §3.6.8: visible ASCII. */
const fieldName = /^[!-9;-~]+$/

/** Longer than any list of people one keeps up with, and no more than a mail server would take. */
const maxAddressListLength = 32 * 1024
const maxValueLength = 4 * 1024
const maxBlock = 64 * 1024
const keptReceived = 3
const keptReferences = 5

const addressHeaders = new Set(['from', 'to', 'cc', 'bcc', 'reply-to', 'sender'])

/** Headers the mailbox added for itself, or that only the loader needs: never part of a letter. */
const readHeaders = new Set([
  'received',
  'content-length',
  'x-gm-thrid',
  'x-gmail-labels',
  'status',
  'x-status',
  'x-mozilla-status',
  'x-identity-key',
  'x-mozilla-draft-info',
  'fcc',
])

/** What tells who wrote to whom and whether a machine did: a generous list, for the product decides later what it asks for. */
const keptHeaders = new RegExp(
  `^(?:${[
    'from|sender|reply-to|to|cc|bcc|date|subject|message-id|in-reply-to|references|mail-followup-to|resent-.*',
    'return-path|delivered-to|envelope-to|x-original-to|x-failed-recipients|errors-to|x-original-(?:from|sender)',
    'list-.*|x-list.*|mailing-list|x-mailing-list|x-beenthere|x-mailman.*|x-google-group-id|x-loop|precedence|x-precedence',
    'auto-submitted|x-auto.*|x-vacation.*|x-cron.*|x-report-abuse.*|feedback-id|x-feedback.*|x-notification.*|x-newsletter.*',
    'content-type|content-class|x-mailer|user-agent|organi[sz]ation|importance|priority|x-priority',
    'x-(?:.*-)?campaign.*|x-(?:mailgun|sg|sendgrid|ses|mc|mandrill|pm|postmark|mailin|sib|mailjet|mj|sparkpost|klaviyo|hs|hubspot|sfdc|sfmc|salesforce|marketo|cmail|mailchimp|beehiiv|emarsys|iterable|customeriosent|bulkmail)(?:-.*)?',
    'x-(?:github|gitlab|jira|bugzilla|linkedin|facebook|twitter|meetup|discourse|zendesk|intercom|calendly)(?:-.*)?',
    'x-ms-exchange-(?:generated-message-source|calendar.*|parent-message-id)|x-google-appengine-app-id|x-account.*type|x-bulk.*|x-spam-(?:flag|status)',
  ].join('|')})$`,
)

/** Files name a few hundred headers millions of times. */
const uses = new Map<string, Use>()
const maxRemembered = 5000

const useOf = (name: string): Use => {
  const known = uses.get(name)
  if (known !== undefined) return known
  const use = readHeaders.has(name) ? 'read' : keptHeaders.test(name) ? 'keep' : null
  if (uses.size < maxRemembered) uses.set(name, use)
  return use
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const westEuropean = new TextDecoder('windows-1252')

/** Bytes above ASCII are UTF-8 (RFC 6532) or, in older mail, most often Western European. Controls are nobody's. */
const decoded = (bytes: string): string => {
  const plain = bytes.replace(controls, '')
  return aboveAscii.test(plain) ? decodedBytes(Buffer.from(plain, 'latin1')) : plain
}

export const decodedBytes = (bytes: Buffer): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    return westEuropean.decode(bytes)
  }
}

const aboveAscii = /[\u0080-\u00ff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]+/g

/** `<id>`s; where nothing is in brackets, the words: some programs forget them. */
const idsIn = (value: string): readonly string[] => {
  const bracketed = value.match(/<[^<>\s]+>/g)
  if (bracketed !== null) return bracketed.map((id) => id.slice(1, -1))
  return value.split(/\s+/).filter((word) => word.includes('@'))
}

/** Without what is long and tells nothing about who wrote to whom. */
const shortened = (name: string, value: string): string => {
  if (name === 'references') return lastReferences(value)
  return name === 'content-type' ? value.replace(/;\s*boundary=(?:"[^"]*"|[^\s;]*)/i, '') : value
}

const lastReferences = (value: string): string => {
  const ids = idsIn(value)
  if (ids.length <= keptReferences) return value
  return ids
    .slice(-keptReferences)
    .map((id) => `<${id}>`)
    .join(' ')
}
