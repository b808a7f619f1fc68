/** The only doors to the network, to time and to chance. Everything else in the product is told what it needs. */
export interface Outside {
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** Milliseconds since 1970, as `Date.now()` counts. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
}

export const realOutside: Outside = {
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}

/**
 * The same, with an end to every answer: of one that is longer than `mostBytes` no more is read, and the fetch throws
 * `AnswerTooLong`. An answer that tells its length is left to HTTP, which ends it there; any other comes whole.
 */
export const bounded = (outside: Outside, maxBytes = maxAnswerBytes): Outside => ({
  ...outside,
  fetch: async (input, init) => {
    const response = await outside.fetch(input, init)
    if (response.body === null || emptyStatuses.has(response.status)) return response
    const { status, statusText } = response
    const headers = new Headers(response.headers)
    const told = headers.get('content-length')
    const isTold = told !== null && /^\d+$/.test(told)
    if (isTold && Number(told) > maxBytes) {
      await response.body.cancel()
      throw new AnswerTooLong(`${told} bytes`)
    }
    // Of what is packed, the length tells nothing of what comes out.
    if (isTold && !headers.has('content-encoding')) return response
    const bytes = await bytesOf(response.body, maxBytes)
    for (const name of ['content-encoding', 'content-length']) headers.delete(name)
    return new Response(bytes, { status, statusText, headers })
  },
})

/** No body comes with them (RFC 9110 §15), and none may be given to them. */
const emptyStatuses: ReadonlySet<number> = new Set([204, 205, 304])

/** An eighth of a Worker's memory: what is made of an answer takes several times its bytes. */
const maxAnswerBytes = 16 * 1024 * 1024

export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong'
}

/** Libraries hand on what a fetch throws as the cause of their own exception, or keep its name as a code. */
export const isTooLong = (error: unknown): boolean => {
  const { name, code, cause } = (typeof error === 'object' && error !== null ? error : {}) as Partial<
    Record<'name' | 'code' | 'cause', unknown>
  >
  return [name, code].includes('AnswerTooLong') || cause instanceof AnswerTooLong
}

const bytesOf = async (body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    // Leaving the loop cancels what would still come.
    if (length > maxBytes) throw new AnswerTooLong(`more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** What `promise` brings, or `otherwise` where it takes longer than that or fails. What it was doing goes on unheard. */
export const within = <T>(milliseconds: number, promise: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([
    promise.catch(() => otherwise),
    new Promise<T>((resolve) => {
      AbortSignal.timeout(milliseconds).addEventListener('abort', () => resolve(otherwise), { once: true })
    }),
  ])
