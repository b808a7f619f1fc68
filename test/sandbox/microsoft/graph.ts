/**
 * Graph's door: what every call has to pass, alone or within a batch. In this order: the mailbox has room for one more
 * call, the weather lets it through, the token is alive, the resource exists and a scope allows it, there is a mailbox,
 * and the mailbox's budget pays for it.
 */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { type Faults, passed } from '../service/faults.ts'
import type { QuotaWindow, Turnstile } from '../service/quota.ts'
import type { Mailbox, World } from '../world.ts'
import { isBlocked } from './account.ts'
import type { Call, Resource } from './calls.ts'
import {
  accessDenied,
  badRequest,
  graphAnswer,
  mailboxNotEnabled,
  methodNotAllowed,
  notSimulated,
  type Refusal,
  refuse,
  requestDenied,
  tokenExpired,
  tokenMalformed,
  tokenMissing,
  tokenRevoked,
  tooManyAtOnce,
  tooManyRequests,
} from './errors.ts'
import { keysIn, segmentsOf } from './path.ts'
import type { Penalties } from './penalties.ts'
import { readPreferences } from './prefer.ts'
import { readQuery } from './query.ts'
import type { Grants } from './tokens.ts'
import { graphWording, pauseSeconds } from './weather.ts'

export interface GraphGate {
  readonly world: World
  readonly grants: Grants
  readonly resources: readonly Resource[]
  readonly quotaWindow: QuotaWindow
  readonly turnstile: Turnstile
  readonly penalties: Penalties
  readonly faults: Faults
  /** Subjects of accounts that no mailbox of Exchange Online stands behind. */
  readonly withoutMail: readonly string[]
}

/** One call by itself; `path` begins after the version. */
export const answerAlone = async (gate: GraphGate, request: Request, path: string): Promise<Response> => {
  const { faults } = gate
  return atOnce(gate, { request, path }, async () => {
    await faults.arrive()
    return faults.deliver(answerCall(gate, request, path))
  })
}

/** One call of a batch, which arrived with it and is delivered with it. */
export const answerPart = async (gate: GraphGate, request: Request, path: string): Promise<Response> =>
  atOnce(gate, { request, path }, async () => answerCall(gate, request, path))

export interface Bearer {
  readonly mailbox: Mailbox
  readonly clientId: string
  readonly scopes: ReadonlySet<string>
}

/** Whose live token a request bears, or why it is refused. */
export const bearerOf = (
  { world, grants }: Pick<GraphGate, 'world' | 'grants'>,
  request: Request,
): Result<Bearer, Refusal> => {
  const token = tokenIn(request)
  if (token === null) return failure(tokenMissing)
  const found = grants.accessToken(token)
  const mailbox = found === null ? undefined : world.mailboxBySubject(found.subject)
  if (found === null || mailbox === undefined) return failure(tokenMalformed)
  if (found.isExpired) return failure(tokenExpired)
  if (world.weather.revoked || isBlocked(world, mailbox.owner)) return failure(tokenRevoked)
  return success({ mailbox, clientId: found.clientId, scopes: new Set(found.scopes) })
}

export const tokenIn = (request: Request): string | null =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? null

/** For so long at least a call is in flight, however quickly it is answered: others that come meanwhile are beside it. */
const minFlight = 0

/** Only Outlook counts what is in flight: the directory has room for anybody. */
const atOnce = async (
  gate: GraphGate,
  { request, path }: { readonly request: Request; readonly path: string },
  serve: () => Promise<Response>,
): Promise<Response> => {
  const { world, turnstile } = gate
  const bearer = bearerOf(gate, request)
  const found = resourceAt(gate.resources, segmentsOf(path) ?? [])
  if (!bearer.ok || found === null || !found.resource.isOutlook) return serve()
  const leave = turnstile.enter(bearer.value.mailbox.owner.subject)
  if (leave === null) return refuse(tooManyAtOnce(String(concurrencyPauseSeconds)), world.clock)
  try {
    await passed(minFlight)
    return await serve()
  } finally {
    leave()
  }
}

const concurrencyPauseSeconds = 10

const answerCall = (gate: GraphGate, request: Request, path: string): Response => {
  const { world, faults, penalties } = gate
  const struck = faults.refusal(graphWording(world.clock))
  const bearer = bearerOf(gate, request)
  if (struck !== null) {
    if (struck.status === 429 && bearer.ok) penalties.begin(bearer.value.mailbox.owner.subject, pauseSeconds)
    return struck
  }
  const answer = bearer.ok ? answerTo(gate, request, { path, bearer: bearer.value }) : bearer
  return answer.ok ? answer.value : refuse(answer.error, world.clock)
}

const answerTo = (
  gate: GraphGate,
  request: Request,
  { path, bearer }: { readonly path: string; readonly bearer: Bearer },
): Result<Response, Refusal> => {
  const segments = segmentsOf(path)
  if (segments === null) return failure(badRequest('The request URI is not valid.'))
  const found = resourceAt(gate.resources, segments)
  if (found === null) return failure(badRequest(`Resource not found for the segment '${segments.at(-1) ?? ''}'.`))
  if (request.method !== 'GET') return failure(methodNotAllowed)
  const { resource, keys } = found
  if (!resource.scopes.some((scope) => bearer.scopes.has(scope))) {
    return failure(resource.isOutlook ? accessDenied : requestDenied)
  }
  const limit = resource.isOutlook ? limitOf(gate, resource, bearer.mailbox) : null
  if (limit !== null) return failure(limit)
  const preferences = readPreferences(request.headers.get('Prefer'))
  if (!preferences.ok) return failure(notSimulated(preferences.error))
  const url = new URL(request.url)
  const query = readQuery(url.searchParams)
  if (!query.ok) return query
  const address = `${url.origin}${url.pathname}`
  const call: Call = { ...bearer, keys, query: query.value, preferences: preferences.value, address }
  const answer = resource.answer(call)
  if (!answer.ok) return answer
  const response = graphAnswer(answer.value)
  if (preferences.value.applied !== '') response.headers.set('Preference-Applied', preferences.value.applied)
  return success(response)
}

const resourceAt = (
  resources: readonly Resource[],
  segments: readonly string[],
): { readonly resource: Resource; readonly keys: readonly string[] } | null => {
  const found = resources.flatMap((resource) => {
    const keys = keysIn(segments, resource.path)
    return keys === null ? [] : [{ resource, keys }]
  })
  // A name is told before a key: "delta" is no id.
  return found.sort((a, b) => a.keys.length - b.keys.length)[0] ?? null
}

/** What Outlook refuses for the mailbox's sake, or null where it pays for the call. */
const limitOf = (
  { quotaWindow, penalties, withoutMail }: GraphGate,
  { name }: Resource,
  { owner }: Mailbox,
): Refusal | null => {
  const { subject } = owner
  if (withoutMail.includes(subject)) return mailboxNotEnabled
  // Whoever does not wait as long as told has to wait all of it again.
  if (penalties.isUnder(subject)) {
    penalties.begin(subject, pauseSeconds)
    return tooManyRequests(String(pauseSeconds))
  }
  if (quotaWindow.pay(subject, name, 1)) return null
  const seconds = Math.max(1, Math.ceil(quotaWindow.millisecondsUntilRoom(subject) / 1000))
  penalties.begin(subject, seconds)
  return tooManyRequests(String(seconds))
}
