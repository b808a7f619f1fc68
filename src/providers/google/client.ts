/**
 * Google's APIs over the `fetch` we are given: its SDK for single calls, and for many at once Gmail's batch endpoint,
 * which the SDK does not speak and which costs a twentieth of the CPU. Nothing here retries or waits.
 */
import { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js'
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import { fieldsOf, parsedJson, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Instant } from '../../model/time.ts'
import type { Outside } from '../../outside.ts'
import { malformed } from '../kit/malformed.ts'
import { nextPage } from '../kit/next-page.ts'
import type { Access, ProviderError } from '../provider.ts'
import { errorOfGoogleException, errorOfGoogleRefusal, googleRefusalOf } from './errors.ts'

export interface GoogleClient {
  readonly gmail: gmail_v1.Gmail
  readonly calendar: calendar_v3.Calendar
  /** Options every SDK call takes: where to, as whom, and no retries. */
  options(access: Access, api: 'gmail' | 'calendar'): CallOptions
  /** Reads many messages or threads by their paths, `/gmail/v1/users/me/…`; the parts come in the order of the paths. */
  readBatch(
    access: Access,
    paths: readonly string[],
    now: Instant,
  ): Promise<Result<readonly BatchPart[], ProviderError>>
}

export interface CallOptions {
  readonly rootUrl: string
  readonly headers: { readonly authorization: string }
  readonly retry: false
  readonly fetchImplementation: typeof fetch
  readonly responseType: 'json'
}

/** The answer to one of the calls in a batch. */
export interface BatchPart {
  readonly status: number
  /** Parsed JSON, or null where the part held none. */
  readonly body: unknown
}

const realRoots = { gmail: 'https://gmail.googleapis.com/', calendar: 'https://www.googleapis.com/' } as const

export const createGoogleClient = (fetch: Outside['fetch'], apiRoot: URL | null): GoogleClient => {
  const rootOf = (api: 'gmail' | 'calendar'): string =>
    apiRoot === null ? realRoots[api] : `${apiRoot.href.replace(/\/$/, '')}/`
  return {
    gmail: new gmail_v1.Gmail({}),
    calendar: new calendar_v3.Calendar({}),

    options: (access, api) => ({
      rootUrl: rootOf(api),
      headers: { authorization: `Bearer ${access.token}` },
      retry: false,
      // No redirect is followed: the token goes where it was meant to go, and nowhere else.
      fetchImplementation: (input, init) =>
        fetch(input instanceof Request ? input : String(input), { ...init, redirect: 'manual' }),
      responseType: 'json',
    }),

    async readBatch(access, paths, now) {
      const { body, contentType } = batchRequest(paths)
      try {
        const response = await fetch(`${rootOf('gmail')}batch/gmail/v1`, {
          method: 'POST',
          headers: { authorization: `Bearer ${access.token}`, 'content-type': contentType },
          body,
          redirect: 'manual',
        })
        // Not `text()`: workerd warns of one on a body that is not declared as text, and this is multipart.
        const text = new TextDecoder().decode(await response.arrayBuffer())
        if (!response.ok) return failure(errorOfGoogleRefusal({ status: response.status, body: parsedJson(text) }, now))
        const parts = parseBatchResponse(text, response.headers.get('content-type'), paths.length)
        return parts === null ? malformed('a batch without its parts') : success(parts)
      } catch (error) {
        return failure(errorOfGoogleException(error, now))
      }
    },
  }
}

/** Runs one SDK call. `expect` turns a status that is an ordinary outcome of this call into its error. */
export const callGoogle = async <T>(
  send: () => Promise<{ readonly data: T }>,
  context: {
    readonly now: Instant
    readonly expect?: Readonly<Record<number, ProviderError>>
    /** Of a call for the next page of a list: which one. */
    readonly pageToken?: string | null
  },
): Promise<Result<T, ProviderError>> => {
  try {
    const { data } = await send()
    const fields = fieldsOf(data)
    if (fields === null) return malformed('an answer that is no JSON')
    const next = nextPage({ next: textOf(fields.nextPageToken), asked: context.pageToken ?? null })
    return next.ok ? success(data) : next
  } catch (error) {
    const status = googleRefusalOf(error)?.status
    const expected = status === undefined ? undefined : context.expect?.[status]
    return failure(expected ?? errorOfGoogleException(error, context.now))
  }
}

/** A page token does not live for ever: refused, it is a position that was forgotten, and no riddle. */
export const lapsing = (
  pageToken: string | null,
  others: Readonly<Record<number, ProviderError>> = {},
): { readonly pageToken: string | null; readonly expect: Readonly<Record<number, ProviderError>> } => ({
  pageToken,
  expect: pageToken === null ? others : { 400: { reason: 'cursor_expired' }, ...others },
})

/**
 * Many GETs in one multipart/mixed request (https://developers.google.com/workspace/gmail/api/guides/batch). It saves
 * requests and CPU, not quota: every part is billed, and refused, by itself.
 */
const batchRequest = (paths: readonly string[]): { readonly body: string; readonly contentType: string } => {
  const parts = paths.map(
    (path, index) =>
      `--${boundary}\r\nContent-Type: application/http\r\nContent-ID: <${index}>\r\n\r\nGET ${path} HTTP/1.1\r\n\r\n`,
  )
  return { body: `${parts.join('')}--${boundary}--\r\n`, contentType: `multipart/mixed; boundary=${boundary}` }
}

const boundary = 'perennial-batch'

/** The parts by the order of the calls, or null where the answer is not one to `count` calls. */
const parseBatchResponse = (text: string, contentType: string | null, count: number): readonly BatchPart[] | null => {
  const separator = /boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1]
  if (separator === undefined) return null
  const parts: (BatchPart | null)[] = new Array(count).fill(null)
  for (const [order, section] of text.split(`--${separator}`).slice(1).entries()) {
    if (section.startsWith('--')) break
    const answerAt = section.indexOf('HTTP/1.')
    if (answerAt < 0) continue
    const id = /content-id:\s*<?response-<?(\d+)/i.exec(section.slice(0, answerAt))?.[1]
    const index = id === undefined ? order : Number(id)
    if (index < count) parts[index] = parsePart(section.slice(answerAt))
  }
  return parts.every((part) => part !== null) ? parts : null
}

const parsePart = (answer: string): BatchPart | null => {
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1])
  const bodyAt = /\r?\n\r?\n/.exec(answer)
  if (Number.isNaN(status) || bodyAt === null) return null
  return { status, body: parsedJson(answer.slice(bodyAt.index)) }
}
