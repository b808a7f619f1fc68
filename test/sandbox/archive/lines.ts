/** Unfolded lines from a stream of bytes (RFC 5545 §3.1): a line that begins with a blank goes on with the one before. */

export class LineReader {
  readonly #deliver: (line: string, offset: number) => void
  #rest: Buffer = Buffer.alloc(0)
  #restAt = 0
  /** Bytes of `#rest` that were let go from its middle. */
  #missing = 0
  #line: string | null = null
  #lineAt = 0

  /** Calls `deliver` with every line, one character a byte, and where it begins. */
  constructor(deliver: (line: string, offset: number) => void) {
    this.#deliver = deliver
  }

  push(piece: Buffer): void {
    const data = Buffer.concat([this.#rest, piece])
    let at = 0
    for (let end = data.indexOf('\n'); end !== -1; end = data.indexOf('\n', at)) {
      this.#take(data.toString('latin1', at, Math.min(end, at + maxLineLength)), this.#restAt + at)
      this.#restAt += this.#missing
      this.#missing = 0
      at = end + 1
    }
    this.#rest = data.subarray(at, at + maxLineLength)
    this.#restAt += at
    this.#missing += data.length - at - this.#rest.length
  }

  end(): void {
    if (this.#rest.length > 0) this.#take(this.#rest.toString('latin1'), this.#restAt)
    this.#rest = Buffer.alloc(0)
    this.#flush()
  }

  #take(bytes: string, offset: number): void {
    const line = bytes.replace(/\r+$/, '')
    if (this.#line !== null && (line.startsWith(' ') || line.startsWith('\t'))) {
      if (this.#line.length < maxLineLength) this.#line += line.slice(1)
      return
    }
    this.#flush()
    this.#line = line
    this.#lineAt = offset
  }

  #flush(): void {
    if (this.#line !== null && this.#line !== '') this.#deliver(this.#line, this.#lineAt)
    this.#line = null
  }
}

/** An attachment may be of any length; nothing that is read comes near this. */
const maxLineLength = 256 * 1024
