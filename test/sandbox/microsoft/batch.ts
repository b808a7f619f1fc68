/**
 * JSON batching: up to twenty calls in one, four of them at a time. Each is answered, limited and refused by itself, and
 * the answers come in the order in which they were ready, or in any other.
 * https://learn.microsoft.com/en-us/graph/json-batching
 */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { contentType } from './errors.ts'

/** One call within a batch. */
interface Part {
  readonly id: string
  readonly method: string
  /** Relative to the version. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly dependsOn: readonly string[]
}

interface Answered {
  readonly id: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

const maxParts = 20
const partsAtOnce = 4

/** The body of the answer, or why the batch as a whole is none. `call` answers a part as if it had come alone. */
export const answerBatch = async (
  text: string,
  call: (part: { readonly method: string; readonly url: string; readonly headers: Headers }) => Promise<Response>,
): Promise<Result<object, string>> => {
  const parts = readParts(text)
  if (!parts.ok) return parts
  const answers = new Map<string, Answered>()
  const waiting = [...parts.value]
  const work = async (): Promise<void> => {
    for (let part = nextReady(waiting, answers); part !== null; part = nextReady(waiting, answers)) {
      answers.set(part.id, await answerOf(part, answers, call))
    }
  }
  // Whoever waits for another one's answer is taken up in the next turn.
  while (waiting.length > 0) await Promise.all(Array.from({ length: partsAtOnce }, work))
  return success({ responses: shuffled([...answers.values()]) })
}

const readParts = (text: string): Result<readonly Part[], string> => {
  const requests = parsed(text)
  if (!Array.isArray(requests)) return failure('Invalid batch payload format.')
  if (requests.length > maxParts)
    return failure(`Number of batch request steps exceeds the maximum value of ${maxParts}.`)
  const parts: Part[] = []
  for (const request of requests) {
    const part = readPart(request)
    if (part === null) return failure('Invalid batch payload format.')
    if (parts.some(({ id }) => id.toLowerCase() === part.id.toLowerCase())) {
      return failure('Request Id values must be unique.')
    }
    parts.push(part)
  }
  const isKnown = (id: string): boolean => parts.some((part) => part.id === id)
  if (!parts.every(({ dependsOn }) => dependsOn.every(isKnown)))
    return failure('A request depends on one that is not there.')
  if (!isAcyclic(parts)) return failure('Requests depend on each other in a circle.')
  return success(parts)
}

const parsed = (text: string): unknown => {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && 'requests' in body ? body.requests : null
  } catch {
    return null
  }
}

const readPart = (request: unknown): Part | null => {
  if (typeof request !== 'object' || request === null) return null
  const { id, method, url, headers = {}, dependsOn = [] } = request as Record<string, unknown>
  if (typeof id !== 'string' || id === '' || typeof method !== 'string' || typeof url !== 'string') return null
  if (/^\w+:/.test(url) || typeof headers !== 'object' || headers === null || !Array.isArray(dependsOn)) return null
  return {
    id,
    method: method.toUpperCase(),
    url,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    dependsOn: dependsOn.map(String),
  }
}

const isAcyclic = (parts: readonly Part[]): boolean => {
  const done = new Set<string>()
  let left = [...parts]
  while (left.length > 0) {
    const ready = left.filter(({ dependsOn }) => dependsOn.every((id) => done.has(id)))
    if (ready.length === 0) return false
    for (const { id } of ready) done.add(id)
    left = left.filter(({ id }) => !done.has(id))
  }
  return true
}

/** Takes the first part off the list whose answers are all there that it depends on. */
const nextReady = (waiting: Part[], answers: ReadonlyMap<string, Answered>): Part | null => {
  const index = waiting.findIndex(({ dependsOn }) => dependsOn.every((id) => answers.has(id)))
  return index < 0 ? null : (waiting.splice(index, 1)[0] ?? null)
}

const answerOf = async (
  { id, method, url, headers, dependsOn }: Part,
  answers: ReadonlyMap<string, Answered>,
  call: Parameters<typeof answerBatch>[1],
): Promise<Answered> => {
  if (dependsOn.some((other) => (answers.get(other)?.status ?? 0) >= 400)) {
    return { id, status: 424, headers: {}, body: { error: { code: 'FailedDependency', message: 'Failed Dependency' } } }
  }
  const response = await call({ method, url: url.startsWith('/') ? url : `/${url}`, headers: new Headers(headers) })
  const text = await response.text()
  return {
    id,
    status: response.status,
    headers: shownHeaders(response.headers),
    body: jsonIn(text),
  }
}

/** Names are spelled here as Graph spells them: within JSON no library makes them alike. */
const shownHeaders = (headers: Headers): Readonly<Record<string, string>> => {
  const shown: Record<string, string> = {}
  for (const [name, spelling] of spellings) {
    const value = headers.get(name)
    if (value !== null) shown[spelling] = value
  }
  return { 'Content-Type': contentType, ...shown }
}

const spellings = [
  ['cache-control', 'Cache-Control'],
  ['content-type', 'Content-Type'],
  ['odata-version', 'OData-Version'],
  ['preference-applied', 'Preference-Applied'],
  ['retry-after', 'Retry-After'],
  ['www-authenticate', 'WWW-Authenticate'],
] as const

/** What is no JSON comes as base64. */
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  }
}

/** Any order may come; this one is never the order of the requests where there is more than one. */
const shuffled = <T>(answers: readonly T[]): readonly T[] => [
  ...answers.filter((_, index) => index % 2 === 1),
  ...answers.filter((_, index) => index % 2 === 0),
]
