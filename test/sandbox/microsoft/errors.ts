/** How Graph refuses: a code, a sentence, and an inner error that tells support which call it was. Pure. */
import type { Clock } from '../world.ts'

export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

export const contentType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

export const graphAnswer = (body: object): Response =>
  new Response(JSON.stringify(body), {
    headers: { 'Content-Type': contentType, 'Cache-Control': 'private', 'OData-Version': '4.0' },
  })

/** Everything but what only the call knows, which `signed` adds to every answer. */
export const refuse = ({ status, code, message, headers = {} }: Refusal, clock: Clock): Response =>
  new Response(
    JSON.stringify({
      error: {
        code,
        message,
        innerError: { date: new Date(clock.now()).toISOString().slice(0, 19), 'request-id': requestId },
      },
    }),
    { status, headers: { 'Content-Type': 'application/json', ...headers } },
  )

/** The ids that stand on every answer: support asks for them. */
export const signed = (answer: Response, request: Request): Response => {
  answer.headers.set('request-id', requestId)
  answer.headers.set('client-request-id', request.headers.get('client-request-id') ?? requestId)
  return answer
}

const requestId = 'b0c5d1a2-3f64-4d7e-9c1b-6a0f2e8d7c35'

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"'

const unauthenticated = (message: string): Refusal => ({
  status: 401,
  code: 'InvalidAuthenticationToken',
  message,
  headers: { 'WWW-Authenticate': challenge },
})

export const tokenMissing = unauthenticated('Access token is empty.')
export const tokenMalformed = unauthenticated('CompactToken parsing failed with error code: 80049217')
export const tokenExpired = unauthenticated('Lifetime validation failed, the token is expired.')
export const tokenRevoked = unauthenticated('Access token has expired or is not yet valid.')

/** The token lacks a scope for Outlook, or asks for more than its scope shows. */
export const accessDenied: Refusal = {
  status: 403,
  code: 'ErrorAccessDenied',
  message: 'Access is denied. Check credentials and try again.',
}

/** The token lacks a scope for the directory. */
export const requestDenied: Refusal = {
  status: 403,
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
}

export const badRequest = (message: string, code = 'BadRequest'): Refusal => ({ status: 400, code, message })

/** The URL as such makes no sense: a property, an option or a number that there is not. */
export const unparsable = (message: string): Refusal => badRequest(message, 'RequestBroker--ParseUri')

export const invalidQuery = (message: string): Refusal => badRequest(message, 'ErrorInvalidUrlQuery')

export const notSimulated = (what: string): Refusal =>
  badRequest(`The simulated Graph does not know ${what}`, 'NotSimulated')

export const malformedId: Refusal = badRequest('Id is malformed.', 'ErrorInvalidIdMalformed')

export const notFound: Refusal = {
  status: 404,
  code: 'ErrorItemNotFound',
  message: 'The specified object was not found in the store.',
}

export const methodNotAllowed: Refusal = {
  status: 405,
  code: 'Request_BadRequest',
  message: 'Specified HTTP method is not allowed for the request target.',
}

/** No Exchange Online stands behind the account. */
export const mailboxNotEnabled: Refusal = {
  status: 404,
  code: 'MailboxNotEnabledForRESTAPI',
  message: 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
}

export const tooManyAtOnce = (retryAfter: string): Refusal => ({
  status: 429,
  code: 'ApplicationThrottled',
  message: 'Application is over its MailboxConcurrency limit.',
  headers: { 'Retry-After': retryAfter },
})

export const tooManyRequests = (retryAfter: string): Refusal => ({
  status: 429,
  code: 'TooManyRequests',
  message: 'Too many requests. Please retry after some time.',
  headers: { 'Retry-After': retryAfter },
})

/** Delta tokens have no fixed life. How Graph says that one is over differs from time to time. */
export const lapsed = (revision: number, freshAddress: string): Refusal => {
  switch (revision % 3) {
    case 0:
      return {
        status: 410,
        code: 'SyncStateNotFound',
        message: 'The sync state generation is not found; the request must be retried without a token.',
      }
    case 1:
      return { status: 400, code: 'syncStateNotFound', message: 'The sync state was not found.' }
    default:
      return {
        status: 410,
        code: 'resyncRequired',
        message: 'Resync required. Replace any local items with the ones that the service tells.',
        headers: { Location: freshAddress },
      }
  }
}

export const malformedToken: Refusal = badRequest('Badly formed token.', 'ErrorInvalidUrlQuery')
