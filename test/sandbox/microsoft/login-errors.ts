/** How the identity platform refuses: on its own pages, in the address it leads back to, and at the token endpoint. */
import type { Clock } from '../world.ts'

export interface LoginError {
  /** AADSTS number. */
  readonly code: number
  readonly error: string
  readonly message: string
  /** Of the token endpoint. */
  readonly status?: 400 | 401 | 503
  readonly suberror?: string
}

export const loginErrors = {
  // The authorization endpoint.
  unknownClient: {
    code: 700016,
    error: 'unauthorized_client',
    message: 'Application with this identifier was not found in the directory.',
  },
  redirectMismatch: {
    code: 50011,
    error: 'invalid_request',
    message:
      'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  },
  unknownTenant: { code: 90002, error: 'invalid_request', message: 'Tenant not found.' },
  responseType: {
    code: 700054,
    error: 'unsupported_response_type',
    message: "response_type is not enabled for the application: only 'code' is.",
  },
  responseMode: { code: 901002, error: 'invalid_request', message: "The 'response_mode' parameter is not supported." },
  challengeMethod: {
    code: 501491,
    error: 'invalid_request',
    message: 'Invalid size or method of Code_Challenge parameter.',
  },
  declined: { code: 65004, error: 'access_denied', message: 'User declined to consent to access the app.' },
  administratorNeeded: {
    code: 90094,
    error: 'access_denied',
    message:
      'The application needs permission to access resources in your organization that only an admin can grant. Ask an admin to grant permission to this app before you can use it.',
  },
  signInNeeded: {
    code: 50058,
    error: 'login_required',
    message: 'Session information is not sufficient for single-sign-on.',
  },
  consentNeeded: {
    code: 65001,
    error: 'consent_required',
    message:
      'The user or administrator has not consented to use the application. Send an interactive authorization request.',
  },
  // Both endpoints.
  scopeOfAnother: {
    code: 70011,
    error: 'invalid_scope',
    message: 'The provided value for the input parameter scope is not valid.',
  },
  scopeUnknown: {
    code: 650053,
    error: 'invalid_scope',
    message:
      "The application asked for a scope that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.",
  },
  // The token endpoint.
  missingField: {
    code: 900144,
    error: 'invalid_request',
    message: 'The request body must contain the following parameter:',
  },
  grantType: { code: 70003, error: 'unsupported_grant_type', message: 'The app requested an unsupported grant type.' },
  secretMissing: {
    code: 7000218,
    error: 'invalid_client',
    message: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    status: 401,
  },
  secretWrong: {
    code: 7000215,
    error: 'invalid_client',
    message:
      'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
    status: 401,
  },
  secretExpired: {
    code: 7000222,
    error: 'invalid_client',
    message: 'The provided client secret keys are expired. Create new keys for your app.',
    status: 401,
  },
  malformedGrant: {
    code: 70000,
    error: 'invalid_grant',
    message: 'The provided value for the grant is not valid.',
    suberror: 'bad_token',
  },
  codeExpired: {
    code: 70008,
    error: 'invalid_grant',
    message: 'The provided authorization code or refresh token has expired due to inactivity.',
    suberror: 'token_expired',
  },
  codeUsed: {
    code: 54005,
    error: 'invalid_grant',
    message: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code.',
  },
  replyMismatch: {
    code: 500112,
    error: 'invalid_grant',
    message: 'The reply address does not match the reply address provided when requesting Authorization code.',
  },
  verifierMismatch: {
    code: 501481,
    error: 'invalid_grant',
    message: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  inactive: {
    code: 700082,
    error: 'invalid_grant',
    message: 'The refresh token has expired due to inactivity. It was inactive for 90.00:00:00.',
    suberror: 'bad_token',
  },
  revoked: {
    code: 50173,
    error: 'invalid_grant',
    message: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    suberror: 'bad_token',
  },
  withdrawn: {
    code: 65001,
    error: 'invalid_grant',
    message: 'The user or administrator has not consented to use the application.',
    suberror: 'consent_required',
  },
  blocked: {
    code: 53003,
    error: 'invalid_grant',
    message: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    suberror: 'message_only',
  },
  unavailable: {
    code: 90033,
    error: 'temporarily_unavailable',
    message: 'A transient error has occurred. Please try again.',
    status: 503,
  },
} as const satisfies Record<string, LoginError>

/** What follows the number and the sentence in every description. */
export const descriptionOf = ({ code, message }: LoginError, clock: Clock, detail = ''): string =>
  `AADSTS${code}: ${message}${detail} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp(clock)}`

/** The token endpoint's refusal: facts as JSON, and the sentence for people. */
export const tokenRefusal = (refused: LoginError, clock: Clock, detail = ''): Response =>
  loginAnswer(
    {
      error: refused.error,
      error_description: descriptionOf(refused, clock, detail),
      error_codes: [refused.code],
      timestamp: timestamp(clock),
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${refused.code}`,
      ...(refused.suberror === undefined ? {} : { suberror: refused.suberror }),
    },
    refused.status ?? 400,
  )

export const loginAnswer = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store, no-cache',
      Pragma: 'no-cache',
    },
  })

const traceId = '1f3c0a5e-5d0b-4f53-9c56-0d6f3a1b2c00'
const correlationId = '7b1f6c9d-3f5e-4a3c-8a77-2f0a9d4e1b33'

/** `2026-11-23 09:00:00Z`. */
const timestamp = (clock: Clock): string => `${new Date(clock.now()).toISOString().slice(0, 19).replace('T', ' ')}Z`
