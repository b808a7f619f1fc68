/** One page of a delta: rows, and the link that leads on. https://learn.microsoft.com/graph/delta-query-overview */
import type { Fields } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Access, ProviderError } from '../provider.ts'
import type { Ask, GraphClient } from './client.ts'

export interface DeltaPage {
  readonly rows: readonly unknown[]
  /** Where the next page is, or the next round begins, as a path. */
  readonly link: string
  /** It was the last page of its round. */
  readonly isLast: boolean
}

/** Null where what it is a delta of is no more. */
export const askDelta = async (
  client: GraphClient,
  access: Access,
  path: string,
  ask: Ask,
): Promise<Result<DeltaPage | null, ProviderError>> => {
  const body = await client.get(access, path, ask)
  if (!body.ok) return body
  return body.value === null ? success(null) : pageIn(client, body.value, path)
}

/** `path` is where the page was asked for: one that leads back there would be asked for until somebody notices. */
export const pageIn = (client: GraphClient, body: Fields, path: string): Result<DeltaPage, ProviderError> => {
  const delta = client.pathOf(body['@odata.deltaLink'])
  const link = delta ?? client.pathOf(body['@odata.nextLink'])
  if (!Array.isArray(body.value)) return failure({ reason: 'malformed', detail: 'a page without rows' })
  if (link === null) return failure({ reason: 'malformed', detail: 'a page that leads nowhere' })
  if (delta === null && link === path)
    return failure({ reason: 'malformed', detail: 'a page that leads back to itself' })
  if (body.value.length > maxRows) return failure({ reason: 'malformed', detail: 'a page of any length' })
  return success({ rows: body.value, link, isLast: delta !== null })
}

/** Graph sends as many as it likes, asked for fewer; but nothing of its own brings more in a whole round. */
export const maxRows = 5000
