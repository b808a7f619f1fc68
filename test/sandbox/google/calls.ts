/** The methods this Google has: what each costs, needs and takes; and the gate every call of one passes. */
import type { Context, MiddlewareHandler } from 'hono'
import type { QuotaWindow } from '../service/quota.ts'
import type { Mailbox, World } from '../world.ts'
import {
  credentialsMissing,
  invalidArgument,
  jsonAnswer,
  quotaExceeded,
  type Service,
  scopeInsufficient,
  unauthenticated,
} from './errors.ts'
import { selectFields } from './fields.ts'
import { scopes } from './scopes.ts'
import type { AccessToken, Grants } from './tokens.ts'

export interface Method {
  readonly name: string
  /** Gmail's table for projects made since 2026-05-01; Calendar counts requests. */
  readonly units: number
  /** Any one of these allows it. */
  readonly scopes: readonly string[]
  /** Gmail refuses a parameter it does not know; null where unknown ones are ignored, as Calendar does. */
  readonly parameters: readonly string[] | null
}

export type ApiEnv = { Variables: { mailbox: Mailbox; scopes: ReadonlySet<string> } }

/** What a service's gate needs to know. */
export interface Gate {
  readonly world: World
  readonly grants: Grants
  readonly quotaWindow: QuotaWindow
  readonly service: Service
}

const mailScopes = [scopes.mailMetadata, scopes.mailRead]
const labelScopes = [...mailScopes, scopes.mailLabels]
const eventScopes = [scopes.events, scopes.ownedEvents, scopes.calendars]
const listing = ['labelIds', 'includeSpamTrash', 'maxResults', 'pageToken', 'q']
const reading = ['format', 'metadataHeaders']

export const methods = {
  getProfile: { name: 'getProfile', units: 1, scopes: mailScopes, parameters: [] },
  listLabels: { name: 'labels.list', units: 1, scopes: labelScopes, parameters: [] },
  getLabel: { name: 'labels.get', units: 1, scopes: labelScopes, parameters: [] },
  listHistory: {
    name: 'history.list',
    units: 2,
    scopes: mailScopes,
    parameters: ['startHistoryId', 'historyTypes', 'labelId', 'maxResults', 'pageToken'],
  },
  listMessages: { name: 'messages.list', units: 5, scopes: mailScopes, parameters: listing },
  getMessage: { name: 'messages.get', units: 20, scopes: mailScopes, parameters: reading },
  listThreads: { name: 'threads.list', units: 10, scopes: mailScopes, parameters: listing },
  getThread: { name: 'threads.get', units: 40, scopes: mailScopes, parameters: reading },
  listEvents: { name: 'events.list', units: 1, scopes: eventScopes, parameters: null },
  listCalendars: {
    name: 'calendarList.list',
    units: 1,
    scopes: [scopes.calendars, scopes.calendarList],
    parameters: null,
  },
} as const satisfies Record<string, Method>

/** Lets a call in that bears a live token with a fitting scope and whose mailbox can still pay for it. */
export const admit = (gate: Gate, method: Method): MiddlewareHandler<ApiEnv> =>
  async function admitCall(c, next) {
    const { world, grants, quotaWindow, service } = gate
    const authorization = c.req.header('Authorization')
    if (authorization === undefined) return credentialsMissing(service)
    const token = liveToken(world, grants, authorization)
    const mailbox = token === null ? undefined : world.mailboxBySubject(token.subject)
    if (token === null || mailbox === undefined) return unauthenticated(service)
    if (!method.scopes.some((scope) => token.scopes.includes(scope))) return scopeInsufficient(service, method.scopes)
    const unknown = unknownParameter(c, method)
    if (unknown !== null) return invalidArgument(service, unknown)
    if (!quotaWindow.pay(token.subject, method.name, method.units)) return quotaExceeded(service, quotaWindow.limit)
    c.set('mailbox', mailbox)
    c.set('scopes', new Set(token.scopes))
    return next()
  }

/** The token of an Authorization header, or null where it is dead or the owner has withdrawn the grant. */
export const liveToken = (world: World, grants: Grants, authorization: string): AccessToken | null => {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  return token === undefined || world.weather.revoked ? null : grants.accessToken(token)
}

/** A method's answer, or the part of it that `fields` selects. */
export const answer = (c: Context<ApiEnv>, service: Service, body: object): Response => {
  const selection = c.req.query('fields')
  if (selection === undefined) return jsonAnswer(body)
  const selected = selectFields(body, selection)
  if (selected === undefined)
    return invalidArgument(service, `Invalid field selection ${selection}`, 'invalidParameter')
  return jsonAnswer(selected)
}

/** The wanted page size, never over the method's; null where it is no number. */
export const pageSize = (raw: string | undefined, { usual, most }: { usual: number; most: number }): number | null => {
  const wanted = Number(raw ?? usual)
  return Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, most) : null
}

/** Parameters that every method of every service takes. */
const systemParameters = new Set(['alt', 'fields', 'key', 'prettyPrint', 'quotaUser', 'access_token', 'callback'])

const unknownParameter = (c: Context<ApiEnv>, { parameters }: Method): string | null => {
  if (parameters === null) return null
  const unknown = Object.keys(c.req.query()).find((name) => !systemParameters.has(name) && !parameters.includes(name))
  if (unknown === undefined) return null
  return `Invalid JSON payload received. Unknown name "${unknown}": Cannot bind query parameter. Field '${unknown}' could not be found in request message.`
}
