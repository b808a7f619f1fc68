/**
 * Google's APIs over the `fetch` we are given: the five calls we make, in the SDK's own words and types, and for many at once
 * Gmail's batch endpoint. The SDK itself would be a fifth of the Worker and of its start. Nothing here retries or waits.
 */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js'
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import { fieldsOf, parsedJson, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Instant } from '../../model/time.ts'
import type { Outside } from '../../outside.ts'
import { malformed } from '../kit/malformed.ts'
import { nextPage } from '../kit/next-page.ts'
import type { Access, ProviderError } from '../provider.ts'
import { errorOfGoogleException, errorOfGoogleRefusal, googleRefusalOf } from './errors.ts'

export interface GoogleClient {
  readonly gmail: {
    readonly users: {
      readonly getProfile: Call<gmail_v1.Params$Resource$Users$Getprofile, gmail_v1.Schema$Profile>
      readonly messages: {
        readonly list: Call<gmail_v1.Params$Resource$Users$Messages$List, gmail_v1.Schema$ListMessagesResponse>
      }
      readonly threads: {
        readonly list: Call<gmail_v1.Params$Resource$Users$Threads$List, gmail_v1.Schema$ListThreadsResponse>
      }
      readonly history: {
        readonly list: Call<gmail_v1.Params$Resource$Users$History$List, gmail_v1.Schema$ListHistoryResponse>
      }
    }
  }
  readonly calendar: {
    readonly events: { readonly list: Call<calendar_v3.Params$Resource$Events$List, calendar_v3.Schema$Events> }
  }
  /** Options every call takes: where to, and as whom. */
  options(access: Access, api: 'gmail' | 'calendar'): CallOptions
  /** Reads many messages or threads by their paths, `/gmail/v1/users/me/…`; the parts come in the order of the paths. */
  readBatch(
    access: Access,
    paths: readonly string[],
    now: Instant,
  ): Promise<Result<readonly BatchPart[], ProviderError>>
}

export interface CallOptions {
  readonly root: string
  readonly authorization: string
}

/** What Google answers is none of its types until a parser has looked at it; they say what may be there. */
type Call<Parameters, Answer> = (parameters: Parameters, options: CallOptions) => Promise<{ readonly data: Answer }>

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
  const get = async <T>(path: string, parameters: object, { root, authorization }: CallOptions) => {
    const query = queryOf(parameters)
    // No redirect is followed: the token goes where it was meant to go, and nowhere else.
    const response = await fetch(`${root}${path}${query}`, { headers: { authorization }, redirect: 'manual' })
    const data = parsedJson(await response.text())
    if (!response.ok) throw new GoogleRefused(response.status, data)
    return { data: data as T }
  }
  return {
    gmail: {
      users: {
        getProfile: ({ userId, ...parameters }, options) =>
          get(`gmail/v1/users/${userId}/profile`, parameters, options),
        messages: {
          list: ({ userId, ...parameters }, options) => get(`gmail/v1/users/${userId}/messages`, parameters, options),
        },
        threads: {
          list: ({ userId, ...parameters }, options) => get(`gmail/v1/users/${userId}/threads`, parameters, options),
        },
        history: {
          list: ({ userId, ...parameters }, options) => get(`gmail/v1/users/${userId}/history`, parameters, options),
        },
      },
    },
    calendar: {
      events: {
        list: ({ calendarId, ...parameters }, options) =>
          get(`calendar/v3/calendars/${encodeURIComponent(calendarId ?? '')}/events`, parameters, options),
      },
    },

    options: (access, api) => ({ root: rootOf(api), authorization: `Bearer ${access.token}` }),

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

/** A list is told by its name again and again; what is undefined is not asked. */
const queryOf = (parameters: object): string => {
  const pairs = Object.entries(parameters).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      each === undefined || each === null ? [] : [`${name}=${encodeURIComponent(String(each))}`],
    ),
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** An HTTP answer that was no success, for `googleRefusalOf`. */
class GoogleRefused extends Error {
  readonly response: { readonly status: number; readonly data: unknown }
  constructor(status: number, data: unknown) {
    super(`Google answered ${status}`)
    this.response = { status, data }
  }
}

/** Runs one call. `expect` turns a status that is an ordinary outcome of this call into its error. */
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
