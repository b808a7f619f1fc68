/** The `From ` line before a message of an mbox: what one looks like. Pure. */

export interface Postmark {
  readonly text: string
  /** Where the line after it begins. */
  readonly end: number
  /** Whether it carries a date, as all do but those of newer Thunderbirds. */
  readonly isDated: boolean
}

/** The postmark that begins at `start`, null where there is none, `unclear` where more bytes are needed to tell. */
export const postmarkAt = (data: Buffer, start: number, isLast: boolean): Postmark | null | 'unclear' => {
  if (data[start] !== capitalF && start < data.length) return null
  const seen = data.length - start
  const head = data.toString('latin1', start, start + from.length)
  if (head !== from) return from.startsWith(head) && !isLast ? 'unclear' : null
  const lineFeed = data.subarray(start, start + maxPostmark).indexOf('\n')
  if (lineFeed === -1) return seen < maxPostmark && !isLast ? 'unclear' : null
  const end = start + lineFeed + 1
  const text = data.toString('latin1', start, end).trimEnd()
  const isDated = dated.test(text)
  if (!isDated && !undated.test(text)) return null
  const following = data.subarray(end, end + nextLineBytes)
  if (following.length < nextLineBytes && !following.includes('\n') && !isLast) return 'unclear'
  const next = following.toString('latin1')
  if (next === '') return isDated ? { text, end, isDated } : null
  return (isDated ? anyHeader : mailHeader).test(next) ? { text, end, isDated } : null
}

/** Within so many bytes it can be told whether a file begins with a postmark. */
export const postmarkWindow = 8192

export const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a

/** Blanks, line ends, and the three bytes of a byte-order mark. */
export const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0xef || byte === 0xbb || byte === 0xbf

const from = 'From '
const capitalF = 0x46
const maxPostmark = 1024
const nextLineBytes = 256

/**
 * `From ann@x.example Thu Jun 11 00:38:38 2020`, with or without a zone before or after the year, with the date as mail
 * headers write it, or with an ISO one. The sender may be missing or, from some programs, hold blanks.
 */
const dated =
  /^From (?:\S+\s+){0,3}?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+(?:[A-Z][a-z]{2}\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2}\s+\d{2,4})\s+\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})/

/** `From`, `From -`, `From ann@x.example`: only before a header that mail really has. */
const undated = /^From(?:\s+(?:-|\S+@\S+|MAILER-DAEMON))?$/

const anyHeader = /^(?:[!-9;-~]+[ \t]*:|>From )/
const mailHeader =
  /^(?:x-[\w-]+|arc-[\w-]+|list-[\w-]+|content-type|return-path|received|delivered-to|dkim-signature|authentication-results|mime-version|message-id|date|from|sender|reply-to|to|cc|bcc|subject|in-reply-to|references|status)[ \t]*:/i
