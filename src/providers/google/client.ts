/**
 * Google's APIs over the `fetch` we are given: its SDK for single calls, and for many at once Gmail's batch endpoint,
 * which the SDK does not speak and which costs a twentieth of the CPU. Nothing here retries or waits.
 */
import { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js'
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import { parsedJson } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Instant } from '../../model/time.ts'
import type { Outside } from '../../outside.ts'
import type { Access, ProviderError } from '../provider.ts'
import { batchRequest, type Part, parseBatchResponse } from './batch.ts'
import { errorOfException, errorOfRefusal, refusalOf } from './errors.ts'

export interface GoogleClient {
  readonly gmail: gmail_v1.Gmail
  readonly calendar: calendar_v3.Calendar
  /** Options every SDK call takes: where to, as whom, and no retries. */
  options(access: Access, api: 'gmail' | 'calendar'): CallOptions
  /** Reads many messages or threads by their paths, `/gmail/v1/users/me/…`; the parts come in the order of the paths. */
  readBatch(access: Access, paths: readonly string[], now: Instant): Promise<Result<readonly Part[], ProviderError>>
}

export interface CallOptions {
  readonly rootUrl: string
  readonly headers: { readonly authorization: string }
  readonly retry: false
  readonly fetchImplementation: typeof fetch
  readonly responseType: 'json'
}

const realRoots = { gmail: 'https://gmail.googleapis.com/', calendar: 'https://www.googleapis.com/' } as const

export const createClient = (fetch: Outside['fetch'], apiRoot: URL | null): GoogleClient => {
  const gmail = new gmail_v1.Gmail({})
  const calendar = new calendar_v3.Calendar({})
  const rootOf = (api: 'gmail' | 'calendar'): string =>
    apiRoot === null ? realRoots[api] : `${apiRoot.href.replace(/\/$/, '')}/`
  return {
    gmail,
    calendar,

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
        if (!response.ok) return failure(errorOfRefusal({ status: response.status, body: parsedJson(text) }, now))
        const parts = parseBatchResponse(text, response.headers.get('content-type'), paths.length)
        return parts === null ? failure({ reason: 'malformed', detail: 'a batch without its parts' }) : success(parts)
      } catch (error) {
        return failure(errorOfException(error, now))
      }
    },
  }
}

/** Runs one SDK call. `expect` turns a status that is an ordinary outcome of this call into its error. */
export const call = async <T>(
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
    if (typeof data !== 'object' || data === null)
      return failure({ reason: 'malformed', detail: 'an answer that is no JSON' })
    const { nextPageToken } = data as { readonly nextPageToken?: unknown }
    // Followed, it would be asked for until somebody notices.
    if (typeof nextPageToken === 'string' && nextPageToken === context.pageToken)
      return failure({ reason: 'malformed', detail: 'a page that leads back to itself' })
    return success(data)
  } catch (error) {
    const status = refusalOf(error)?.status
    const expected = status === undefined ? undefined : context.expect?.[status]
    return failure(expected ?? errorOfException(error, context.now))
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
