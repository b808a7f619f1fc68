/** How Microsoft words what the weather does to a call. */
import { portalPage, type Wording } from '../service/faults.ts'
import type { Clock } from '../world.ts'
import { graphAnswer, refuse, tooManyAtOnce, tooManyRequests } from './errors.ts'
import { loginAnswer, loginErrors, tokenRefusal } from './login-errors.ts'

/** How long a told pause is. */
export const pauseSeconds = 20

/** A pause is told in seconds or as a date, and an outage with one or without. */
export const graphWording = (clock: Clock): Wording => {
  const date = (): string => new Date(clock.now() + pauseSeconds * 1000).toUTCString()
  return {
    throttled: [
      () => refuse(tooManyAtOnce(String(pauseSeconds)), clock),
      () => refuse(tooManyRequests(date()), clock),
      () => refuse({ ...tooManyRequests(String(pauseSeconds)), code: 'activityLimitReached' }, clock),
    ],
    unavailable: [
      () => refuse(unavailable, clock),
      () => refuse({ ...unavailable, headers: { 'Retry-After': String(pauseSeconds) } }, clock),
      () => new Response('<html><head><title>502 Bad Gateway</title></head></html>', { status: 502 }),
      () => refuse({ status: 504, code: 'UnknownError', message: '' }, clock),
    ],
    nonsense: [portalPage, () => graphAnswer(wrongShape)],
  }
}

/** What the identity platform says. */
export const loginWording = (clock: Clock): Omit<Wording, 'throttled'> => ({
  unavailable: [
    () => tokenRefusal(loginErrors.unavailable, clock),
    () => new Response('The service is unavailable.', { status: 503, headers: { 'Content-Type': 'text/html' } }),
  ],
  nonsense: [portalPage, () => loginAnswer(wrongTokens)],
})

const unavailable = { status: 503, code: 'serviceNotAvailable', message: 'The service is temporarily unavailable.' }

/** Every field the product could want, and none with the type it has. */
const wrongShape = {
  value: 17,
  responses: 'none',
  id: [],
  mail: {},
  userPrincipalName: 0,
  '@odata.nextLink': 5,
  '@odata.deltaLink': {},
  '@odata.count': 'many',
}

const wrongTokens = { token_type: 5, access_token: [], refresh_token: {}, expires_in: 'soon', scope: 1 }
