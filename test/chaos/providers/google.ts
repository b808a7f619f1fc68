/** The simulated Google's part in the fault run. */
import { sequenceOf } from '../../sandbox/google/calendar-lists.ts'
import {
  gmailService,
  invalidArgument,
  quotaExceeded,
  refuse,
  retryAfter,
  tooManyAtOnce,
  unauthenticated,
  unavailable,
} from '../../sandbox/google/errors.ts'
import type { ProviderInWeather } from './provider.ts'

const origin = 'https://google.test'

export const google: ProviderInWeather = {
  name: 'google',
  host: 'google.test',

  kindOf({ pathname }) {
    if (pathname === '/token') return 'tokens'
    if (pathname.startsWith('/api/batch/')) return 'read'
    if (/\/(messages|threads|history|events)$/.test(pathname)) return 'list'
    return 'other'
  },

  refusals: {
    '401': () => unauthenticated(gmailService),
    '403 over the rate': () => quotaExceeded(gmailService, 6000),
    '403 over the user rate': () =>
      refuse(gmailService, {
        code: 403,
        status: 'PERMISSION_DENIED',
        message: 'User Rate Limit Exceeded',
        domain: 'usageLimits',
        reason: 'userRateLimitExceeded',
      }),
    '429 with a time': (now) => retryAfter(gmailService, now + 40_000),
    '429 without a time': () => tooManyAtOnce(gmailService),
    '503': () => unavailable(gmailService),
    '500 as a page': () => new Response('<html><title>Error 500</title></html>', { status: 500 }),
    '502 empty': () => new Response(null, { status: 502 }),
  },

  lapsedPage: (url) => (url.searchParams.has('pageToken') ? invalidArgument(gmailService, 'Invalid pageToken') : null),

  leadsTo: (body, url) =>
    typeof body === 'object' &&
    body !== null &&
    'nextPageToken' in body &&
    body.nextPageToken === url.searchParams.get('pageToken'),

  expireCursors: (world) => {
    world.weather.expireCursors = true
  },

  walkOf({ pathname, searchParams }) {
    const walk = [...searchParams].filter(([name]) => !/pageToken|maxResults/.test(name)).map(String)
    return `${pathname} ${walk.sort().join(' ')}`
  },

  withSmallPages(request, size) {
    const small = new URL(request.url)
    if (small.searchParams.has('maxResults')) small.searchParams.set('maxResults', String(size))
    return new Request(small, request)
  },

  shaken(body, shake) {
    if (typeof body !== 'object' || body === null) return body
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        rowsIn.has(name) && Array.isArray(value) ? shake(value) : value,
      ]),
    )
  },

  withBadParts: (text, fails) =>
    text.replace(/HTTP\/1\.1 200 OK[\s\S]*?(?=\r\n--batch_)/g, (answer) => badPart(fails()) ?? answer),

  revocation: (token) => new Request(`${origin}/revoke`, { method: 'POST', body: new URLSearchParams({ token }) }),

  mailboxOf: (world, subject) => world.mailboxBySubject(subject),

  standing(feed, cursor, mailbox) {
    if (cursor === null) return 'nowhere'
    const { state } = JSON.parse(cursor)
    if (feed === 'calendar') {
      const sequence = sequenceOf(state.windows.current.syncToken ?? '')
      return `${state.windows.current.pageToken === null ? '' : 'within a list, '}${isCurrent(sequence, mailbox.calendarChanges)}`
    }
    return `${state.backfill.stage}, ${state.changes === null ? '' : 'within changes, '}${isCurrent(Number(state.historyId), mailbox.mailChanges)}`
  },
}

const rowsIn = new Set(['history', 'items', 'messages', 'threads'])

const badPart = (fault: 'none' | 'unauthorized' | 'unavailable' | 'throttled'): string | null => {
  const part = (status: string, reason: string, code: number): string =>
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ error: { code, message: reason, errors: [{ reason, domain: 'global' }] } })}`
  switch (fault) {
    case 'none':
      return null
    case 'unauthorized':
      return part('401 Unauthorized', 'authError', 401)
    case 'unavailable':
      return part('503 Service Unavailable', 'backendError', 503)
    case 'throttled':
      return part('429 Too Many Requests', 'rateLimitExceeded', 429)
  }
}

const isCurrent = (sequence: number | null, changes: readonly { readonly sequence: number }[]): string => {
  const last = changes.at(-1)?.sequence ?? 0
  return sequence !== null && sequence >= last ? 'everything read' : `at ${sequence} of ${last}`
}
