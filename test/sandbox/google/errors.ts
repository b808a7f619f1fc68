/**
 * How Google's APIs refuse: one body for Gmail, an older one without `status` for Calendar, the same facts in both.
 * Pure.
 */

export interface Service {
  readonly name: string
  readonly hasStatus: boolean
}

export const gmailService: Service = { name: 'gmail.googleapis.com', hasStatus: true }
/** Calendar's bodies traditionally lack `status`; newer ones may have it. */
export const calendarService: Service = { name: 'calendar-json.googleapis.com', hasStatus: false }

export interface Refusal {
  readonly code: number
  readonly status: string
  readonly message: string
  readonly reason: string
  readonly domain?: string
  /** Where the inner message differs from the outer one. */
  readonly innerMessage?: string
  readonly location?: { readonly type: 'header' | 'parameter'; readonly name: string }
  readonly details?: readonly object[]
  readonly headers?: Record<string, string>
}

export const jsonAnswer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=UTF-8', ...headers },
  })

export const refuse = (service: Service, refusal: Refusal): Response => {
  const { code, status, message, details, headers = {} } = refusal
  const errors = [innerError(refusal)]
  const body = service.hasStatus
    ? { code, message, errors, status, ...(details === undefined ? {} : { details }) }
    : { errors, code, message }
  return jsonAnswer({ error: body }, code, headers)
}

const innerError = ({ message, innerMessage, domain = 'global', reason, location }: Refusal): object => ({
  message: innerMessage ?? message,
  domain,
  reason,
  ...(location === undefined ? {} : { locationType: location.type, location: location.name }),
})

const expected = 'Expected OAuth 2 access token, login cookie or other valid authentication credential.'
const seeAlso = 'See https://developers.google.com/identity/sign-in/web/devconsole-project.'
const realm = 'Bearer realm="https://accounts.google.com/"'
const authorizationHeader = { type: 'header', name: 'Authorization' } as const

export const unauthenticated = (service: Service): Response =>
  refuse(service, {
    code: 401,
    status: 'UNAUTHENTICATED',
    message: service.hasStatus
      ? `Request had invalid authentication credentials. ${expected} ${seeAlso}`
      : 'Invalid Credentials',
    innerMessage: 'Invalid Credentials',
    reason: 'authError',
    location: authorizationHeader,
    headers: { 'WWW-Authenticate': `${realm}, error="invalid_token"` },
  })

export const credentialsMissing = (service: Service): Response =>
  refuse(service, {
    code: 401,
    status: 'UNAUTHENTICATED',
    message: `Request is missing required authentication credential. ${expected} ${seeAlso}`,
    innerMessage: 'Login Required.',
    reason: 'required',
    location: authorizationHeader,
    headers: { 'WWW-Authenticate': realm },
  })

export const scopeInsufficient = (service: Service, scopes: readonly string[]): Response =>
  refuse(service, {
    code: 403,
    status: 'PERMISSION_DENIED',
    message: 'Request had insufficient authentication scopes.',
    innerMessage: 'Insufficient Permission',
    reason: 'insufficientPermissions',
    details: [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service: service.name })],
    headers: { 'WWW-Authenticate': `${realm}, error="insufficient_scope", scope="${scopes.join(' ')}"` },
  })

export const forbidden = (service: Service, message: string): Response =>
  refuse(service, { code: 403, status: 'PERMISSION_DENIED', message, reason: 'forbidden' })

export const invalidArgument = (service: Service, message: string, reason = 'invalidArgument'): Response =>
  refuse(service, { code: 400, status: 'INVALID_ARGUMENT', message, reason })

export const failedPrecondition = (service: Service, message: string): Response =>
  refuse(service, { code: 400, status: 'FAILED_PRECONDITION', message, reason: 'failedPrecondition' })

export const notFound = (service: Service): Response =>
  refuse(service, {
    code: 404,
    status: 'NOT_FOUND',
    message: service.hasStatus ? 'Requested entity was not found.' : 'Not Found',
    reason: 'notFound',
  })

/** Over the quota as Google most often says it: 403, no word of how long. */
export const quotaExceeded = (service: Service, limit: number): Response =>
  refuse(service, {
    code: 403,
    status: 'PERMISSION_DENIED',
    message: `Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service '${service.name}' for consumer 'project_number:123456789012'.`,
    domain: 'usageLimits',
    reason: 'rateLimitExceeded',
    details: [
      errorInfo('RATE_LIMIT_EXCEEDED', {
        service: service.name,
        consumer: 'projects/123456789012',
        quota_limit: 'QueriesPerMinutePerUser',
        quota_limit_value: String(limit),
      }),
    ],
  })

/** The other way to say it: 429, with a time in the text and no Retry-After header. */
export const retryAfter = (service: Service, time: number): Response =>
  tooMany(service, `User-rate limit exceeded.  Retry after ${new Date(time).toISOString()}`)

export const tooManyAtOnce = (service: Service): Response => tooMany(service, 'Too many concurrent requests for user')

export const unavailable = (service: Service): Response =>
  refuse(service, {
    code: 503,
    status: 'UNAVAILABLE',
    message: 'The service is currently unavailable.',
    reason: 'backendError',
  })

const tooMany = (service: Service, message: string): Response =>
  refuse(service, {
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    message,
    domain: 'usageLimits',
    reason: 'rateLimitExceeded',
  })

const errorInfo = (reason: string, metadata: Record<string, string>): object => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata,
})
