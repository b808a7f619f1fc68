/**
 * Resend's `POST /emails` over the world: what it accepts arrives in the recipient's mailbox there.
 *
 * Simulated: API keys, validation, idempotency keys (24 hours), the error bodies, and weather of its own. Not simulated:
 * everything else Resend has (batches, attachments, templates, schedules, domains, webhooks, its own rate limit).
 */
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Mail, World } from './world.ts'

export interface ResendOptions {
  readonly apiKeys: readonly string[]
  /** Root of its addresses, as the product is told it; Resend's own by default. */
  readonly origin?: string
  /** Told of every mail once, when it is accepted. */
  readonly onMail?: (mail: SentMail) => void
}

export interface SentMail {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string | null
  /** All of them, as the recipient's server gets them. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly idempotencyKey: string | null
}

export interface ResendWeather {
  /** Answer this many coming requests with 500 and accept nothing. */
  refuse: number
  /** Accept this many coming mails, and answer 504 as if they were lost. */
  acceptThenHang: number
  /** Refuse this many coming requests as over the rate limit. */
  throttle: number
}

export type Resend = Hono & {
  /** Everything accepted, whether or not anyone in the world has the address. */
  readonly sent: readonly SentMail[]
  readonly weather: ResendWeather
}

export const createResend = (world: World, { apiKeys, origin, onMail }: ResendOptions): Resend => {
  const sent: SentMail[] = []
  const weather: ResendWeather = { refuse: 0, acceptThenHang: 0, throttle: 0 }
  const seen = new Map<string, Accepted>()
  const app = new Hono().basePath(new URL(origin ?? 'https://api.resend.com').pathname)

  app.post('/emails', async (c) => {
    const apiKey = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    if (apiKey === undefined) return refuse(missingApiKey)
    if (!apiKeys.includes(apiKey)) return refuse(invalidApiKey)
    if (takes(weather, 'refuse')) return refuse(brokenServer)
    if (takes(weather, 'throttle')) return refuse(rateLimited, rateHeaders)
    const idempotencyKey = c.req.header('Idempotency-Key') ?? null
    if (idempotencyKey !== null && (idempotencyKey === '' || idempotencyKey.length > maxKeyLength))
      return refuse(badKey)
    const payload = await c.req.text()
    const now = world.clock.now()
    const key = `${apiKey} ${idempotencyKey}`
    const earlier = idempotencyKey === null ? undefined : seen.get(key)
    if (earlier !== undefined && now - earlier.at < keyLife) {
      return earlier.payload === payload ? accepted(earlier.id) : refuse(otherPayload)
    }
    const parsed = parseMail(payload)
    if (!parsed.ok) return refuse(parsed.error)
    const mail = compose(parsed.mail, { at: now, idempotencyKey })
    sent.push(mail)
    if (idempotencyKey !== null) seen.set(key, { id: mail.id, payload, at: now })
    deliver(world, mail)
    onMail?.(mail)
    return takes(weather, 'acceptThenHang') ? refuse(gatewayTimeout) : accepted(mail.id)
  })

  return Object.assign(app, { sent, weather })
}

interface Accepted {
  readonly id: string
  readonly payload: string
  readonly at: number
}

interface ResendError {
  readonly statusCode: number
  readonly name: string
  readonly message: string
}

const maxKeyLength = 256
const keyLife = 24 * 3600 * 1000

const missingApiKey = { statusCode: 401, name: 'missing_api_key', message: 'Missing API Key' }
const invalidApiKey = { statusCode: 403, name: 'invalid_api_key', message: 'API key is invalid' }
const badKey = {
  statusCode: 400,
  name: 'invalid_idempotency_key',
  message: 'The key must be between 1-256 chars.',
}
const otherPayload = {
  statusCode: 409,
  name: 'invalid_idempotent_request',
  message: 'Same idempotency key used with a different request payload.',
}
const rateLimited = {
  statusCode: 429,
  name: 'rate_limit_exceeded',
  message: 'Too many requests. You can only make 2 requests per second.',
}
const rateHeaders = { 'retry-after': '1', 'ratelimit-limit': '2', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' }
const brokenServer = { statusCode: 500, name: 'internal_server_error', message: 'An unexpected error occurred.' }
const gatewayTimeout = { statusCode: 504, name: 'application_error', message: 'The request timed out.' }

const accepted = (id: string): Response => Response.json({ id })

const refuse = (error: ResendError, headers: Record<string, string> = {}): Response =>
  Response.json(error, { status: error.statusCode, headers })

const takes = (weather: ResendWeather, fault: keyof ResendWeather): boolean => {
  if (weather[fault] <= 0) return false
  weather[fault] -= 1
  return true
}

type Parsed = { readonly ok: true; readonly mail: Payload } | { readonly ok: false; readonly error: ResendError }

/** What stands in a request, or what is wrong with it: the first thing Resend would name. */
const parseMail = (payload: string): Parsed => {
  const parsed = v.safeParse(payloadSchema, payload)
  if (parsed.success) return { ok: true, mail: parsed.output }
  const [first] = parsed.issues
  const field = v.getDotPath(first)?.split('.')[0]
  const isMissing = field !== undefined && first.input === undefined
  return {
    ok: false,
    error: {
      statusCode: 422,
      name: isMissing ? 'missing_required_field' : 'validation_error',
      message: isMissing ? `Missing \`${field}\` field.` : first.message.replace('FIELD', field ?? 'body'),
    },
  }
}

/** The address of `a@b.example` or of `Name <a@b.example>`. */
const addressIn = (spelling: string): string | null => {
  const [, bracketed, bare] = /^(?:[^<>]*<([^<>\s@]+@[^<>\s@]+)>|([^<>\s@]+@[^<>\s@]+))$/.exec(spelling.trim()) ?? []
  return bracketed ?? bare ?? null
}

const maxRecipients = 50

const badAddress =
  'Invalid `FIELD` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.'
const address = v.pipe(
  v.string(badAddress),
  v.check((spelling) => addressIn(spelling) !== null, badAddress),
)
/** One address, or a list of them. */
const addresses = v.pipe(
  v.unknown(),
  v.transform((value): unknown => (Array.isArray(value) ? value : [value])),
  v.array(address),
  v.maxLength(maxRecipients, `The \`FIELD\` field must have at most ${maxRecipients} recipients.`),
)
const text = v.optional(v.nullable(v.string('The `FIELD` field must be a `string`.')), null)

const payloadSchema = v.pipe(
  v.string(),
  v.parseJson(undefined, 'The request body must be JSON.'),
  v.object({
    from: address,
    to: v.pipe(addresses, v.minLength(1, badAddress)),
    cc: v.optional(addresses, []),
    bcc: v.optional(addresses, []),
    reply_to: v.optional(addresses, []),
    subject: v.string('The `FIELD` field must be a `string`.'),
    html: text,
    text,
    headers: v.optional(v.record(v.pipe(v.string(), v.regex(/^[\w-]+$/)), v.string()), {}),
  }),
  v.check(({ html, text }) => html !== null || text !== null, 'Missing `html` or `text` field.'),
)

type Payload = v.InferOutput<typeof payloadSchema>

/** The mail as the recipient's server gets it. */
const compose = (payload: Payload, { at, idempotencyKey }: Pick<SentMail, 'at' | 'idempotencyKey'>): SentMail => {
  const { from, to, cc, bcc, subject, html, reply_to: replyTo } = payload
  const id = newId()
  const headers: SentMail['headers'] = [
    ['From', from],
    ['To', to.join(', ')],
    ...listHeader('Cc', cc),
    ...listHeader('Reply-To', replyTo),
    ['Subject', subject],
    ['Date', new Date(at).toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<${id}@resend.example>`],
    ['MIME-Version', '1.0'],
    ...Object.entries(payload.headers),
    ['Content-Type', contentType(payload)],
  ]
  return {
    ...{ id, at, from, to, cc, bcc, subject, html, idempotencyKey },
    text: payload.text ?? '',
    headers: headers.map(([name, value]) => [name, oneLine(value)]),
  }
}

const listHeader = (name: string, list: readonly string[]): SentMail['headers'] =>
  list.length === 0 ? [] : [[name, list.join(', ')]]

const contentType = ({ text, html }: Pick<Payload, 'text' | 'html'>): string => {
  if (html === null) return 'text/plain; charset=utf-8'
  // Without a text Resend makes one from the HTML; an empty one says there shall be none.
  return text === '' ? 'text/html; charset=utf-8' : 'multipart/alternative; boundary="alternatives"'
}

/** A header is one line, whatever was given. */
const oneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ')

const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Each recipient who lives in the world finds the letter in the inbox, once. */
const deliver = (world: World, mail: SentMail): void => {
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc]
  const mailboxes = new Set(recipients.flatMap((spelling) => world.mailboxOf(addressIn(spelling) ?? '') ?? []))
  for (const mailbox of mailboxes) mailbox.deliver(mailOf(mail))
}

const mailOf = ({ id, at, headers, text, html }: SentMail): Mail => {
  const mailId = id.replaceAll('-', '').slice(0, 16)
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\n')
  return {
    id: mailId,
    threadId: mailId,
    at,
    headers: lines,
    labels: ['INBOX', 'UNREAD'],
    size: lines.length + text.length + (html?.length ?? 0),
    body: { text, html },
  }
}
