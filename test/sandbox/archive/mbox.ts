/**
 * Where the messages of an mbox file begin, told from a stream of bytes. Nothing is held but the message at hand, and of
 * that only its headers. No I/O.
 *
 * Terms:
 * - Postmark: the `From ` line before a message. In an mboxo or mboxrd file the lines of a body that look like one are
 *   quoted (`>From `); in an mboxcl file they may not be, and `Content-Length` says where the body ends.
 * - Boundary: a postmark that begins a message. A line is one if it looks like a postmark, a blank line is before it and
 *   a header line after it, and it does not lie within a body whose stated length proves right.
 */
import { HeaderReader, type Headers } from './headers.ts'
import { isBlank, isLineEnd, type Postmark, postmarkAt, postmarkWindow } from './postmark.ts'

export interface RawMessage {
  /** 1 is the first of the file. */
  readonly number: number
  /** Where its postmark begins, in bytes from the start of the unpacked file. */
  readonly offset: number
  readonly postmark: string
  readonly headers: Headers
  /** Bytes of headers and body. */
  readonly size: number
}

export class MboxReader {
  readonly #deliver: (message: RawMessage) => void
  /** One piece of memory for all bytes: gigabytes pass through it. */
  #room: Buffer = Buffer.alloc(0)
  /** What could not be judged yet, with a few bytes before it; it lies in `#room`. */
  #rest: Buffer = Buffer.alloc(0)
  /** Where `#rest` begins in the file. */
  #restAt = 0
  /** How far into `#rest` everything has been judged. */
  #judged = 0
  #state: 'start' | 'headers' | 'body' = 'start'
  #skipsLine = false
  #open: OpenMessage | null = null
  #claim: Claim | null = null
  #delivered = 0

  /** Calls `deliver` for every message, in order. */
  constructor(deliver: (message: RawMessage) => void) {
    this.#deliver = deliver
  }

  push(piece: Buffer): void {
    this.#read(this.#joined(piece), false)
  }

  /** Tells that there are no more bytes. */
  end(): void {
    this.#read(this.#rest, true)
    this.#close(this.#restAt + this.#rest.length)
    this.#giveUpClaim()
  }

  /** Whether the file begins as an mbox does; null while too little was seen. */
  get isMbox(): boolean | null {
    if (this.#state !== 'start') return true
    return this.#rest.length > postmarkWindow ? false : null
  }

  #joined(piece: Buffer): Buffer {
    const length = this.#rest.length + piece.length
    // The rest overlaps where it is copied to only within one buffer, which `set` allows for.
    const room = length <= this.#room.length ? this.#room : Buffer.allocUnsafeSlow(2 * length)
    room.set(this.#rest)
    room.set(piece, this.#rest.length)
    this.#room = room
    return room.subarray(0, length)
  }

  #read(data: Buffer, isLast: boolean): void {
    let at = this.#judged
    while (at < data.length) {
      const next = this.#step(data, at, isLast)
      if (next === at) break
      at = next
    }
    const kept = Math.max(0, at - lookBehind)
    this.#rest = data.subarray(kept)
    this.#restAt += kept
    this.#judged = at - kept
  }

  /** Judges a stretch from `at` on and says where it ends: at `at` itself where more bytes are needed. */
  #step(data: Buffer, at: number, isLast: boolean): number {
    switch (this.#state) {
      case 'start':
        return this.#findFirst(data, at, isLast)
      case 'headers':
        return this.#readHeaderLine(data, at, isLast)
      case 'body':
        return this.#findNext(data, at, isLast)
    }
  }

  #findFirst(data: Buffer, at: number, isLast: boolean): number {
    let start = at
    while (start < data.length && isBlank(data[start])) start += 1
    const postmark = postmarkAt(data, start, isLast)
    return postmark === null || postmark === 'unclear' ? at : this.#begin(start, postmark)
  }

  #readHeaderLine(data: Buffer, at: number, isLast: boolean): number {
    const lineFeed = data.indexOf('\n', at)
    const end = lineFeed === -1 ? data.length : lineFeed
    const next = lineFeed === -1 ? end : lineFeed + 1
    if (this.#skipsLine) {
      this.#skipsLine = lineFeed === -1
      return next
    }
    if (lineFeed === -1 && !isLast && end - at < maxLineLength) return at
    const postmark = postmarkAt(data, at, isLast)
    if (postmark === 'unclear') return at
    // No header begins like that: the message before was cut off among its headers.
    if (postmark?.isDated) return this.#begin(at, postmark)
    const line = data.toString('latin1', at, Math.min(end, at + maxLineLength)).replace(/\r+$/, '')
    if (line === '') this.#endHeaders(this.#restAt + next)
    else this.#open?.headers.line(line)
    this.#skipsLine = lineFeed === -1
    return next
  }

  #endHeaders(bodyAt: number): void {
    this.#state = 'body'
    const length = this.#open?.headers.contentLength ?? null
    if (this.#open !== null && length !== null) this.#open.bodyEndsAt = bodyAt + length
  }

  #findNext(data: Buffer, at: number, isLast: boolean): number {
    for (let from = Math.max(0, at - lookBehind); ; ) {
      const lineFeed = data.indexOf(boundary, from)
      if (lineFeed === -1) return isLast ? data.length : Math.max(at, data.length - boundary.length)
      const start = lineFeed + 1
      if (start >= at && this.#mayBegin(data, start)) {
        const postmark = postmarkAt(data, start, isLast)
        if (postmark === 'unclear') return start
        if (postmark !== null) return this.#begin(start, postmark)
      }
      from = start
    }
  }

  /** A blank line is before it, or it stands where a body was said to end. */
  #mayBegin(data: Buffer, start: number): boolean {
    const before = data[start - 2] === carriageReturn ? data[start - 3] : data[start - 2]
    if (isLineEnd(before)) return true
    const said = this.#claim?.endsAt ?? this.#open?.bodyEndsAt ?? null
    return said !== null && isAtEnd(this.#restAt + start, said)
  }

  #begin(start: number, postmark: Postmark): number {
    const offset = this.#restAt + start
    this.#close(offset)
    this.#open = { offset, postmark: postmark.text, headers: new HeaderReader(), bodyEndsAt: null, endsAt: offset }
    this.#state = 'headers'
    this.#skipsLine = false
    return postmark.end
  }

  /**
   * The message at hand ends at `offset`. If its body was said to be longer, what is read from here on is kept back:
   * should a message begin where the body was said to end, all of it was that body; if not, the length was wrong, as
   * it is in most files that are not mboxcl.
   */
  #close(offset: number): void {
    const open = this.#open
    if (open === null) return
    this.#open = null
    open.endsAt = offset
    const claim = this.#claim
    if (claim === null) {
      if (open.bodyEndsAt === null || offset >= open.bodyEndsAt) this.#hand(open)
      else this.#claim = { by: open, endsAt: open.bodyEndsAt, within: [] }
      return
    }
    claim.within.push(open)
    if (isAtEnd(offset, claim.endsAt)) {
      this.#claim = null
      this.#hand({ ...claim.by, endsAt: offset })
    } else if (offset > claim.endsAt || claim.within.length > maxKeptBack) this.#giveUpClaim()
  }

  #giveUpClaim(): void {
    const claim = this.#claim
    this.#claim = null
    if (claim !== null) for (const message of [claim.by, ...claim.within]) this.#hand(message)
  }

  #hand({ offset, postmark, headers, endsAt }: OpenMessage): void {
    this.#delivered += 1
    this.#deliver({ number: this.#delivered, offset, postmark, headers: headers.finish(), size: endsAt - offset })
  }
}

interface OpenMessage {
  readonly offset: number
  readonly postmark: string
  readonly headers: HeaderReader
  /** Where its Content-Length says its body ends, or null where it says nothing. */
  bodyEndsAt: number | null
  endsAt: number
}

interface Claim {
  readonly by: OpenMessage
  readonly endsAt: number
  /** What looked like messages before that. */
  readonly within: OpenMessage[]
}

/** Enough to see the blank line before a postmark: two line ends. */
const lookBehind = 4
const boundary = Buffer.from('\nFrom ')
const carriageReturn = 0x0d

/** RFC 5322 allows 998; what is longer than this is cut. */
const maxLineLength = 64 * 1024

/** A body that seems to hold more messages than this does not: its length is wrong. */
const maxKeptBack = 1000

/** A stated length leaves out the line ends before the next postmark: one or two, of one or two bytes. */
const isAtEnd = (offset: number, end: number): boolean => offset >= end && offset <= end + 4
