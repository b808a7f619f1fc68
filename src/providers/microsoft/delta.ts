/** One page of a delta: rows, and the link that leads on. https://learn.microsoft.com/graph/delta-query-overview */
import type { Fields } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Access, ProviderError } from '../provider.ts'
import { type Ask, callOf, type GraphClient, type Part } from './client.ts'
import { errorOfRefusal, isNotFound } from './errors.ts'

export interface DeltaPage {
  readonly rows: readonly unknown[]
  /** Where the next page is, or the next round begins, as a path. */
  readonly link: string
  /** It was the last page of its round. */
  readonly isLast: boolean
}

/** Null where what it is a delta of is no more. */
export type Asked = Result<DeltaPage | null, ProviderError>

export const askDelta = async (client: GraphClient, access: Access, path: string, ask: Ask): Promise<Asked> => {
  const body = await client.get(access, path, ask)
  if (!body.ok) return body
  return body.value === null ? success(null) : pageIn(client, body.value)
}

/** Several at once, each answering for itself; the answers come in the order of the paths. */
export const askDeltas = async (
  client: GraphClient,
  access: Access,
  paths: readonly string[],
  ask: Ask,
): Promise<Result<readonly Asked[], ProviderError>> => {
  const parts = await client.batch(access, paths, ask)
  if (!parts.ok) return parts
  const answerOf = (part: Part): Asked => {
    if (part.ok) return pageIn(client, part.body)
    if (isNotFound(part.refusal)) return success(null)
    return failure(errorOfRefusal(part.refusal, callOf(access, ask)))
  }
  return success(parts.value.map(answerOf))
}

const pageIn = (client: GraphClient, body: Fields): Result<DeltaPage, ProviderError> => {
  const delta = client.pathOf(body['@odata.deltaLink'])
  const link = delta ?? client.pathOf(body['@odata.nextLink'])
  if (!Array.isArray(body.value)) return failure({ reason: 'malformed', detail: 'a page without rows' })
  if (link === null) return failure({ reason: 'malformed', detail: 'a page that leads nowhere' })
  return success({ rows: body.value, link, isLast: delta !== null })
}
