/** The simulated Microsoft's part in the fault run. */
import { accountOf } from '../../sandbox/microsoft/account.ts'
import {
  lapsed,
  type Refusal,
  refuse,
  tokenExpired,
  tooManyAtOnce,
  tooManyRequests,
} from '../../sandbox/microsoft/errors.ts'
import { folderNamed } from '../../sandbox/microsoft/folders.ts'
import { sequenceOfLink } from '../../sandbox/microsoft/links.ts'
import { changesIn } from '../../sandbox/microsoft/whereabouts.ts'
import type { Mailbox } from '../../sandbox/world.ts'
import type { ProviderInWeather } from './provider.ts'

const origin = 'https://microsoft.test'

export const microsoft: ProviderInWeather = {
  name: 'microsoft',
  host: 'microsoft.test',

  kindOf(url) {
    const path = pathIn(url)
    if (path.endsWith('/oauth2/v2.0/token')) return 'tokens'
    if (path.endsWith('/$batch') || /\/(messages|events)\/(?!delta)[^/]+$/.test(path)) return 'read'
    return /\/(delta(\(\))?|messages|calendarview|mailfolders|childfolders)$/.test(path) ? 'list' : 'other'
  },

  refusals: {
    '401': (now) => refused(tokenExpired, now),
    '429 with seconds': (now) => refused(tooManyAtOnce('40'), now),
    '429 with a date': (now) => refused(tooManyRequests(new Date(now + 40_000).toUTCString()), now),
    '429 without a time': (now) => refused({ ...tooManyAtOnce('0'), headers: {} }, now),
    '503': (now) => refused(unavailable, now),
    '503 with a time': (now) => refused({ ...unavailable, headers: { 'Retry-After': '30' } }, now),
    '504': (now) => refused({ status: 504, code: 'UnknownError', message: '' }, now),
    '500 as a page': () => new Response('<html><title>Error 500</title></html>', { status: 500 }),
    '502 empty': () => new Response(null, { status: 502 }),
  },

  lapsedPage: (url) => (url.searchParams.has('$skiptoken') ? refused(lapsed(0, url.href), 0) : null),

  leadsTo: (body, url) => fieldsOf(body)?.['@odata.nextLink'] === url.href,

  expireCursors: (world) => {
    world.weather.expireCursors = true
  },

  walkOf(url) {
    const walk = [...url.searchParams].filter(([name]) => !/^\$(skiptoken|skip|top)$/.test(name)).map(String)
    return `${pathIn(url)} ${walk.sort().join(' ')}`
  },

  withSmallPages(request, size) {
    const small = new URL(request.url)
    if (small.searchParams.has('$top')) small.searchParams.set('$top', String(size))
    const smaller = new Request(small, request)
    const prefer = request.headers.get('Prefer')
    if (prefer !== null) smaller.headers.set('Prefer', prefer.replace(/(maxpagesize=)\d+/i, `$1${size}`))
    return smaller
  },

  shaken(body, shake) {
    const fields = fieldsOf(body)
    return fields !== null && Array.isArray(fields.value) ? { ...fields, value: shake(fields.value) } : body
  },

  withBadParts(text, fails) {
    const { responses } = JSON.parse(text)
    if (!Array.isArray(responses)) return null
    return JSON.stringify({ responses: responses.map((part) => ({ ...part, ...badPart(fails()) })) })
  },

  // Nothing that an application could call: the person goes to where they see what they allowed.
  revocation: (token) =>
    new Request(`${origin}/applications`, { method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual' }),

  mailboxOf: (world, subject) => world.mailboxes.find(({ owner }) => subject.includes(accountOf(owner).objectId)),

  standing(_feed, cursor, mailbox) {
    if (cursor === null) return 'nowhere'
    const stands = linksIn(cursor).map((link) => standingOf(link, mailbox))
    return stands.length === 0 ? 'without a link' : stands.sort().join('; ')
  },
}

const unavailable: Refusal = { status: 503, code: 'serviceNotAvailable', message: 'The service is unavailable.' }

const refused = (refusal: Refusal, now: number): Response => refuse(refusal, { now: () => now })

/** In lower case and with its brackets as they are: Graph spells its own links otherwise than its documents do. */
const pathIn = ({ pathname }: URL): string => pathname.replaceAll('%24', '$').toLowerCase()

const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> | null =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : null

const badPart = (fault: 'none' | 'unauthorized' | 'unavailable' | 'throttled'): object => {
  const part = (refusal: Refusal): object => ({
    status: refusal.status,
    headers: { 'Content-Type': 'application/json', ...refusal.headers },
    body: { error: { code: refusal.code, message: refusal.message } },
  })
  switch (fault) {
    case 'none':
      return {}
    case 'unauthorized':
      return part(tokenExpired)
    case 'unavailable':
      return part(unavailable)
    case 'throttled':
      return part(tooManyAtOnce('10'))
  }
}

/** Every state link in a cursor, whole or as a path, however its maker keeps them. */
const linksIn = (cursor: string): readonly string[] =>
  [...cursor.matchAll(/"([^"]*\$(?:delta|skip)token=[^"]*)"/g)]
    .map(([, link = '']) => new URL(link, origin).href)
    .filter((link) => sequenceOfLink(link) !== null)

const standingOf = (link: string, mailbox: Mailbox): string => {
  const sequence = sequenceOfLink(link) ?? 0
  if (/mailfolders\/delta/i.test(link)) return 'folders'
  const [, name] = /mailfolders(?:\('|\/)([^'/]+)/i.exec(link) ?? []
  const folder = name === undefined ? null : folderNamed(mailbox, decodeURIComponent(name))
  const missed =
    folder === null
      ? mailbox.calendarChanges.filter((change) => change.sequence > sequence)
      : changesIn(mailbox, folder, sequence)
  const where = link.includes('$skiptoken') ? 'within a list' : missed.length === 0 ? 'everything read' : 'behind'
  return `${folder ?? 'calendar'}: ${where}`
}
