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

/** What `promise` brings, or `otherwise` where it takes longer than that or fails. What it was doing goes on unheard. */
export const within = <T>(milliseconds: number, promise: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([
    promise.catch(() => otherwise),
    new Promise<T>((resolve) => {
      AbortSignal.timeout(milliseconds).addEventListener('abort', () => resolve(otherwise), { once: true })
    }),
  ])
