/**
 * Microsoft Graph over the `fetch` we are given: one request goes out as it is, with the token we hold; what comes back is
 * the answer. Two calls are all we make, and the SDK around them would weigh more than its use: it waits, tries again,
 * follows redirects, and adds the token where a path names another host.
 */
import { type Fields, fieldsOf, listOf, parsedJson, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { type Instant, toMilliseconds } from '../../model/time.ts'
import type { Outside } from '../../outside.ts'
import { malformed } from '../kit/malformed.ts'
import { nextPage } from '../kit/next-page.ts'
import { type Settled, type SettledPart, settle } from '../kit/settle.ts'
import type { Access, ProviderError } from '../provider.ts'
import {
  errorOfGraphException,
  errorOfGraphRefusal,
  type GraphCall,
  type GraphRefusal,
  graphRefusalOf,
  graphRefusalOfPart,
  isNotFound,
} from './errors.ts'

export interface GraphClient {
  /** GETs a path below the version, one of ours or one that `pathOf` took from a link; null where nothing is there. */
  get(access: Access, path: string, ask: GraphAsk): Promise<Result<Fields | null, ProviderError>>
  /**
   * Sends up to `partsPerBatch` GETs in one request (https://learn.microsoft.com/graph/json-batching); the parts come in
   * the order of the paths, and each answers for itself.
   */
  batch(access: Access, paths: readonly string[], ask: GraphAsk): Promise<Result<readonly GraphPart[], ProviderError>>
  /** The path of a link that Graph gave, kept as it is; null where the link leads elsewhere: the token goes nowhere else. */
  pathOf(link: unknown): string | null
}

export interface GraphAsk {
  readonly now: Instant
  /** The scope without which it is refused. */
  readonly scope: string
  /** At most so many rows a page; the server may send fewer. */
  readonly pageSize?: number
}

/** The answer to one of the calls in a batch. */
export type GraphPart =
  | { readonly ok: true; readonly body: Fields }
  | { readonly ok: false; readonly refusal: GraphRefusal }

export const partsPerBatch = 20

const version = 'v1.0'

export const createGraphClient = (fetch: Outside['fetch'], graphRoot: URL): GraphClient => {
  const root = `${graphRoot.href.replace(/\/$/, '')}/`
  const send = async (access: Access, path: string, ask: GraphAsk, batch?: object): Promise<unknown> => {
    if (!path.startsWith('/')) throw new Error('a request to elsewhere')
    const response = await fetch(`${root}${version}${path}`, {
      ...(batch !== undefined && { method: 'POST', body: JSON.stringify(batch) }),
      headers: {
        authorization: `Bearer ${access.token}`,
        prefer: preferences(ask),
        ...(batch !== undefined && { 'content-type': 'application/json' }),
      },
      // No redirect is followed: the token goes where it was meant to go, and nowhere else.
      redirect: 'manual',
    })
    const text = await response.text()
    if (!response.ok) throw new GraphRefused(response, parsedJson(text))
    // A success broken off throws, as a line that broke does.
    return JSON.parse(text)
  }
  return {
    async get(access, path, ask) {
      try {
        const fields = fieldsOf(await send(access, path, ask))
        return fields === null ? malformed('an answer that is no JSON object') : success(fields)
      } catch (error) {
        const refusal = graphRefusalOf(error)
        if (refusal !== null && isNotFound(refusal)) return success(null)
        return failure(errorOfGraphException(error, callOf(access, ask)))
      }
    },

    async batch(access, paths, ask) {
      const headers = { Prefer: preferences(ask) }
      const requests = paths.map((url, index) => ({ id: String(index), method: 'GET', url, headers }))
      try {
        const parts = partsIn(await send(access, '/$batch', ask, { requests }), paths.length)
        return parts === null ? malformed('a batch without its parts') : success(parts)
      } catch (error) {
        return failure(errorOfGraphException(error, callOf(access, ask)))
      }
    },

    pathOf(link) {
      const text = textOf(link)
      const prefix = `${root}${version}`
      if (text?.startsWith(`${prefix}/`) !== true) return null
      return text.slice(prefix.length)
    },
  }
}

/** An HTTP answer that was no success, for `graphRefusalOf`. */
class GraphRefused extends Error {
  readonly statusCode: number
  readonly code: string | null
  readonly headers: Headers
  constructor({ status, headers }: Response, body: unknown) {
    super(`Graph answered ${status}`)
    this.statusCode = status
    this.code = textOf(fieldsOf(fieldsOf(body)?.error)?.code)
    this.headers = headers
  }
}

/** A client with a token to ask by. */
export interface GraphSession {
  readonly client: GraphClient
  readonly access: Access
}

export interface GraphQuestions<Question> {
  readonly questions: readonly Question[]
  readonly pathOf: (question: Question) => string
  /** Refusals that are an answer: "it is not there". */
  readonly isAnswer: (refusal: GraphRefusal) => boolean
  /** Whether a success is about what was asked. What is not, is an answer broken on its way. */
  readonly isAbout: (question: Question, body: Fields) => boolean
}

export interface GraphAnswers<Question> extends Settled<Question, GraphPart> {
  readonly calls: number
}

/** Asks many things, twenty to a call, one call after another. Refused too is what a wait, or enough calls, left unasked. */
export const askEach = async <Question>(
  { client, access }: GraphSession,
  ask: GraphAsk,
  { questions, pathOf, isAnswer, isAbout }: GraphQuestions<Question>,
): Promise<Result<GraphAnswers<Question>, ProviderError>> => {
  const outcomeOf = (question: Question, part: GraphPart): Result<GraphPart, ProviderError> => {
    if (part.ok ? isAbout(question, part.body) : isAnswer(part.refusal)) return success(part)
    if (part.ok) return failure({ reason: 'unavailable', status: 200 })
    return failure(errorOfGraphRefusal(part.refusal, callOf(access, ask)))
  }
  const settled: SettledPart<Question, GraphPart>[] = []
  let calls = 0
  // Whoever goes on asking while told to wait is made to wait longer.
  while (settled.length < questions.length && calls < maxCalls && !settled.some(isThrottled)) {
    const batch = questions.slice(settled.length, settled.length + partsPerBatch)
    const parts = await client.batch(access, batch.map(pathOf), ask)
    if (!parts.ok) return parts
    calls += 1
    for (const [index, question] of batch.entries()) {
      const part = parts.value[index] ?? noPart
      settled.push({ question, outcome: outcomeOf(question, part) })
    }
  }
  const outcome = settle(settled)
  if (!outcome.ok) return outcome
  const refused = [...outcome.value.refused, ...questions.slice(settled.length)]
  return success({ ...outcome.value, refused, calls })
}

/** With what else an invocation asks, far below the free plan's fifty requests. A full page of ours needs fewer. */
const maxCalls = 20

const isThrottled = ({ outcome }: SettledPart<unknown, unknown>): boolean =>
  !outcome.ok && outcome.error.reason === 'rate_limited'

/** One page of a delta: https://learn.microsoft.com/graph/delta-query-overview */
export interface DeltaPage {
  readonly rows: readonly unknown[]
  /** Where the next page is, or the next round begins, as a path. */
  readonly link: string
  /** It was the last page of its round. */
  readonly isLast: boolean
}

/** Null where what it is a delta of is no more. */
export const askDelta = async (
  { client, access }: GraphSession,
  path: string,
  ask: GraphAsk,
): Promise<Result<DeltaPage | null, ProviderError>> => {
  const body = await client.get(access, path, ask)
  if (!body.ok) return body
  return body.value === null ? success(null) : deltaPageIn(client, body.value, path)
}

/** `path` is where the page was asked for. */
export const deltaPageIn = (client: GraphClient, body: Fields, path: string): Result<DeltaPage, ProviderError> => {
  const rows = rowsIn(body)
  if (!rows.ok) return rows
  const delta = client.pathOf(body['@odata.deltaLink'])
  if (delta !== null) return success({ rows: rows.value, link: delta, isLast: true })
  const next = nextPage({ next: client.pathOf(body['@odata.nextLink']), asked: path })
  if (!next.ok) return next
  return next.value === null
    ? malformed('a page that leads nowhere')
    : success({ rows: rows.value, link: next.value, isLast: false })
}

export const rowsIn = (body: Fields | null): Result<readonly unknown[], ProviderError> => {
  if (!Array.isArray(body?.value)) return malformed('a page without rows')
  const rows = listOf(body.value)
  return rows.length > maxRows ? malformed('a page of any length') : success(rows)
}

/** Graph sends as many as it likes, asked for fewer; but nothing of its own brings more in a whole round. */
const maxRows = 5000

/** As Graph writes instants, so that two of them compare as texts. */
export const instantText = (at: Instant): string => `${new Date(toMilliseconds(at)).toISOString().slice(0, 19)}Z`

const callOf = ({ scopes }: Access, { now, scope }: GraphAsk): GraphCall => ({ now, scope, granted: scopes })

/**
 * Ids that stay when an item is moved, and times in UTC. One value, on every call: neither a link nor a batch remembers
 * it for its parts.
 */
const preferences = ({ pageSize }: GraphAsk): string =>
  [
    'IdType="ImmutableId"',
    'outlook.timezone="UTC"',
    ...(pageSize === undefined ? [] : [`odata.maxpagesize=${pageSize}`]),
  ].join(', ')

/** They come in any order. Null where one is missing. */
const partsIn = (answer: unknown, count: number): readonly GraphPart[] | null => {
  const parts: (GraphPart | null)[] = new Array(count).fill(null)
  for (const response of listOf(fieldsOf(answer)?.responses)) {
    const { id, status, headers, body } = fieldsOf(response) ?? {}
    const index = Number(id)
    if (typeof status !== 'number' || !(index in parts)) continue
    const fields = fieldsOf(body)
    // A success that holds nothing is an answer broken off on the way to the batch.
    const code = status < 300 && fields === null ? 502 : status
    const refusal = graphRefusalOfPart({ status: code, headers, body })
    parts[index] = code < 300 && fields !== null ? { ok: true, body: fields } : { ok: false, refusal }
  }
  return parts.every((part) => part !== null) ? parts : null
}

const noPart: GraphPart = { ok: false, refusal: { status: 500, code: '', retryAfter: null, challenge: null } }
