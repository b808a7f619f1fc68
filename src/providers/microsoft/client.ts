/**
 * Microsoft Graph by its SDK, over the `fetch` we are given: one request goes out as it is, with the token we hold; what
 * comes back is the answer. The SDK's own middleware, which waits, tries again, follows redirects and adds the token only
 * where it knows the host, stays out.
 */
import { Client, type Context } from '@microsoft/microsoft-graph-client'
import { type Fields, fieldsOf, listOf, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { type Instant, toMilliseconds } from '../../model/time.ts'
import type { Outside } from '../../outside.ts'
import type { Access, ProviderError } from '../provider.ts'
import { type Call, errorOfException, isNotFound, type Refusal, refusalOf, refusalOfPart } from './errors.ts'

export interface GraphClient {
  /** GETs a path below the version, one of ours or one that `pathOf` took from a link; null where nothing is there. */
  get(access: Access, path: string, ask: Ask): Promise<Result<Fields | null, ProviderError>>
  /**
   * Sends up to `partsPerBatch` GETs in one request (https://learn.microsoft.com/graph/json-batching); the parts come in
   * the order of the paths, and each answers for itself.
   */
  batch(access: Access, paths: readonly string[], ask: Ask): Promise<Result<readonly Part[], ProviderError>>
  /** The path of a link that Graph gave, kept as it is; null where the link leads elsewhere: the token goes nowhere else. */
  pathOf(link: unknown): string | null
}

export interface Ask {
  readonly now: Instant
  /** The scope without which it is refused. */
  readonly scope: string
  /** At most so many rows a page; the server may send fewer. */
  readonly pageSize?: number
}

/** The answer to one of the calls in a batch. */
export type Part = { readonly ok: true; readonly body: Fields } | { readonly ok: false; readonly refusal: Refusal }

export const partsPerBatch = 20

const version = 'v1.0'

export const createClient = (fetch: Outside['fetch'], graphRoot: URL): GraphClient => {
  const root = `${graphRoot.href.replace(/\/$/, '')}/`
  const graph = Client.initWithMiddleware({
    baseUrl: root,
    defaultVersion: version,
    middleware: {
      execute: async (context: Context) => {
        if (!String(context.request).startsWith(root)) throw new Error('a request to elsewhere')
        context.response = await fetch(context.request, { ...context.options, redirect: 'manual' })
      },
    },
  })
  const request = (access: Access, path: string, ask: Ask) =>
    graph.api(path).headers({ Authorization: `Bearer ${access.token}`, Prefer: preferences(ask) })
  return {
    async get(access, path, ask) {
      try {
        const fields = fieldsOf(await request(access, path, ask).get())
        return fields === null
          ? failure({ reason: 'malformed', detail: 'an answer that is no JSON object' })
          : success(fields)
      } catch (error) {
        const refusal = refusalOf(error)
        if (refusal !== null && isNotFound(refusal)) return success(null)
        return failure(errorOfException(error, callOf(access, ask)))
      }
    },

    async batch(access, paths, ask) {
      const requests = paths.map((url, index) => ({
        id: String(index),
        method: 'GET',
        url,
        headers: { Prefer: preferences(ask) },
      }))
      try {
        const parts = partsIn(await request(access, '/$batch', ask).post({ requests }), paths.length)
        return parts === null ? failure({ reason: 'malformed', detail: 'a batch without its parts' }) : success(parts)
      } catch (error) {
        return failure(errorOfException(error, callOf(access, ask)))
      }
    },

    pathOf(link) {
      const text = textOf(link)
      const prefix = `${root}${version}`
      if (text?.startsWith(`${prefix}/`) !== true) return null
      // The SDK takes what follows any `https://` in a path for another host, and would hand it the token.
      return text.slice(prefix.length).replaceAll(/https:\/\//gi, 'https%3A%2F%2F')
    },
  }
}

/** As Graph writes instants, so that two of them compare as texts. */
export const instantText = (at: Instant): string => `${new Date(toMilliseconds(at)).toISOString().slice(0, 19)}Z`

export const callOf = ({ scopes }: Access, { now, scope }: Ask): Call => ({ now, scope, granted: scopes })

/**
 * Ids that stay when an item is moved, and times in UTC. One value, on every call: neither a link nor a batch remembers
 * it for its parts.
 */
const preferences = ({ pageSize }: Ask): string =>
  [
    'IdType="ImmutableId"',
    'outlook.timezone="UTC"',
    ...(pageSize === undefined ? [] : [`odata.maxpagesize=${pageSize}`]),
  ].join(', ')

/** They come in any order. Null where one is missing. */
const partsIn = (answer: unknown, count: number): readonly Part[] | null => {
  const parts: (Part | null)[] = new Array(count).fill(null)
  for (const response of listOf(fieldsOf(answer)?.responses)) {
    const { id, status, headers, body } = fieldsOf(response) ?? {}
    const index = Number(id)
    if (typeof status !== 'number' || !(index in parts)) continue
    const fields = fieldsOf(body)
    const refused = (code: number): Part => ({ ok: false, refusal: refusalOfPart({ status: code, headers, body }) })
    // A success that holds nothing is an answer broken off on the way to the batch.
    parts[index] = status < 300 && fields !== null ? { ok: true, body: fields } : refused(status < 300 ? 502 : status)
  }
  return parts.every((part) => part !== null) ? parts : null
}
