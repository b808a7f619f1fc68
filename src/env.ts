/**
 * Every binding, secret and variable, and the one place that reads them. A setting that is missing or malformed stops
 * the Worker with one sentence that names it.
 */
import type { SignUps } from './connect/admit.ts'
import { base64url } from './connect/keys.ts'
import type { Job } from './model/job.ts'
import { failure, type Result, success } from './model/result.ts'
import { beginningOfTime, type Instant, instantAt } from './model/time.ts'
import type { AiBinding, RewriterConfig } from './rewrite/rewriters.ts'

export interface Env {
  /** The first (and, until it is full, only) database. */
  readonly DB: D1Database
  readonly JOBS: Queue<Job>
  /** The static files, among them the words and sentences that travel beside the Worker. */
  readonly ASSETS?: Pick<Fetcher, 'fetch'>
  /** Cloudflare Email Service; or set RESEND_API_KEY. */
  readonly EMAIL?: SendEmail
  /** Brakes against abuse, by visitor, link or user; a missing one denies nothing. */
  readonly SIGN_IN_LIMIT?: RateLimit
  readonly LINK_LIMIT?: RateLimit
  readonly UNSUBSCRIBE_LIMIT?: RateLimit
  readonly SEND_LIMIT?: RateLimit
  /** Where this installation is reached: `https://perennial.example.org`. Plain http only on localhost. */
  readonly PUBLIC_URL?: string
  readonly GOOGLE_CLIENT_ID?: string
  readonly GOOGLE_CLIENT_SECRET?: string
  /** Its `/.well-known/openid-configuration` names the OAuth endpoints. Default: https://accounts.google.com */
  readonly GOOGLE_ISSUER?: string
  /** When set, `/gmail/v1`, `/batch/gmail/v1` and `/calendar/v3` live under it. Default: Google's own hosts. */
  readonly GOOGLE_API_ROOT?: string
  readonly MICROSOFT_CLIENT_ID?: string
  readonly MICROSOFT_CLIENT_SECRET?: string
  /** The tenants that may sign in: `common` for all. Default: https://login.microsoftonline.com/common/v2.0 */
  readonly MICROSOFT_ISSUER?: string
  /** `/v1.0` lives under it. Default: https://graph.microsoft.com */
  readonly MICROSOFT_GRAPH_ROOT?: string
  /** Where Gmail's compose links lead. Default: https://mail.google.com */
  readonly GMAIL_WEB_ROOT?: string
  /** Where Outlook's lead. Default: https://outlook.office.com for work and school, https://outlook.live.com for personal accounts. */
  readonly OUTLOOK_WEB_ROOT?: string
  /** The sender of reports: `Perennial <weekly@example.org>`. */
  readonly MAIL_FROM?: string
  readonly RESEND_API_KEY?: string
  /** Default: https://api.resend.com */
  readonly RESEND_API_ROOT?: string
  /** Signs what Resend tells of bounces and complaints at `/hooks/resend`; without it only its refusals are heeded. */
  readonly RESEND_WEBHOOK_SECRET?: string
  /** Workers AI; or set AI_API_ROOT. Without either, no language model is ever asked. */
  readonly AI?: AiBinding
  /** A server that speaks as OpenAI's does: `https://api.openai.com/v1`, or `http://localhost:11434/v1`. */
  readonly AI_API_ROOT?: string
  /** Empty for a server that wants none. */
  readonly AI_API_KEY?: string
  /** The model's name at the server. Workers AI has a default. */
  readonly AI_MODEL?: string
  /** The key ring that seals grants and signs links: base64url secrets of 32 bytes, newest first, separated by commas. */
  readonly KEYS?: string
  /**
   * Further keys, as `npm run keys:rotate` adds them: KEYS_SECONDS_ID, with the second from which on it seals, and what names it
   * in everything it sealed. Until then it only opens.
   */
  readonly [key: `KEYS_${string}`]: string | undefined
  /** The only address that may claim a new installation. Default: whoever comes first. */
  readonly OWNER?: string
  /** Where others may object to being on somebody's list, as the privacy page says. Default: OWNER. */
  readonly PRIVACY_CONTACT?: string
  /** `owner` (default), `open`, or a list of addresses and domains that may sign up. */
  readonly SIGNUPS?: string
  /** Cloudflare's plan: `free` (default), whose days have only so many rows, so that a large first read takes several; or `paid`. */
  readonly PLAN?: string
}

/** The settings, read and found to be sound. */
export interface Config {
  readonly publicUrl: URL
  /** At least one of the two is there. */
  readonly google: GoogleConfig | null
  readonly microsoft: MicrosoftConfig | null
  readonly gmailWebRoot: URL
  /** Null for the real hosts. */
  readonly outlookWebRoot: URL | null
  readonly mail: MailConfig
  /** The language model that may be asked for other texts; null where there is none. */
  readonly rewriter: RewriterConfig | null
  /** Decoded secrets, newest first; at least one. */
  readonly keys: readonly Uint8Array<ArrayBuffer>[]
  /** From when on each of them seals. */
  readonly keysSealFrom: readonly Instant[]
  readonly owner: string | null
  /** Where others may object; null where nothing is set. */
  readonly contact: string | null
  readonly signups: SignUps
  readonly plan: 'free' | 'paid'
}

export interface GoogleConfig {
  readonly clientId: string
  readonly clientSecret: string
  readonly issuer: URL
  /** Null for Google's own hosts. */
  readonly apiRoot: URL | null
}

export interface MicrosoftConfig {
  readonly clientId: string
  readonly clientSecret: string
  readonly issuer: URL
  readonly graphRoot: URL
}

export interface MailConfig {
  readonly from: { readonly name: string; readonly address: string }
  readonly via:
    | { readonly kind: 'binding'; readonly binding: SendEmail }
    | {
        readonly kind: 'resend'
        readonly apiKey: string
        readonly root: URL
        /** Null where nothing is told of mails afterwards. */
        readonly webhookSecret: string | null
      }
}

export interface ConfigError {
  readonly setting: string
  /** One sentence that names the setting and says what to do. */
  readonly sentence: string
}

/** Of a deployment that was put together by hand: the build writes the file, and `npm run deploy` sends it along. */
export const missingVocabulary: ConfigError = {
  setting: 'ASSETS',
  sentence: 'The file vocabulary.txt is not among the static assets: deploy again with npm run deploy.',
}

/** Fails with the first setting that is missing or malformed. */
export const readConfig = (env: Env): Result<Config, ConfigError> => {
  try {
    return success({
      publicUrl: webRoot('PUBLIC_URL', required('PUBLIC_URL', env.PUBLIC_URL)),
      ...providerConfigs(env),
      gmailWebRoot: webRoot('GMAIL_WEB_ROOT', env.GMAIL_WEB_ROOT ?? 'https://mail.google.com'),
      outlookWebRoot: env.OUTLOOK_WEB_ROOT === undefined ? null : webRoot('OUTLOOK_WEB_ROOT', env.OUTLOOK_WEB_ROOT),
      mail: mailConfig(env),
      rewriter: rewriterConfig(env),
      ...keyConfig(env),
      owner: env.OWNER === undefined || env.OWNER === '' ? null : address('OWNER', env.OWNER),
      contact:
        env.PRIVACY_CONTACT === undefined || env.PRIVACY_CONTACT === ''
          ? null
          : address('PRIVACY_CONTACT', env.PRIVACY_CONTACT),
      signups: signups(env.SIGNUPS ?? 'owner'),
      plan: plan(env.PLAN ?? 'free'),
    })
  } catch (error) {
    if (error instanceof SettingError) return failure({ setting: error.setting, sentence: error.message })
    throw error
  }
}

/** The servers that the settings name, for signing in and for reading: nobody else is ever asked about anybody. */
export const providerHostsOf = ({ google, microsoft }: Pick<Config, 'google' | 'microsoft'>): readonly string[] => [
  ...new Set([
    ...(google === null
      ? []
      : [google.issuer.host, ...(google.apiRoot === null ? googleHosts : [google.apiRoot.host])]),
    ...(microsoft === null ? [] : [microsoft.issuer.host, microsoft.graphRoot.host]),
  ]),
]

const googleHosts = ['oauth2.googleapis.com', 'gmail.googleapis.com', 'www.googleapis.com']

/** Only ever thrown and caught in this file: a dozen settings read better as a list than as a chain of results. */
class SettingError extends Error {
  readonly setting: string
  constructor(setting: string, sentence: string) {
    super(sentence)
    this.setting = setting
  }
}

const required = (setting: string, value: string | undefined): string => {
  if (value === undefined || value.trim() === '') throw new SettingError(setting, `The setting ${setting} is missing.`)
  return value.trim()
}

const isLocal = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'

/** An absolute web address without a trailing slash's ambiguity: paths are resolved under it. */
const webRoot = (setting: string, value: string): URL => {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal(url)))) {
    throw new SettingError(setting, `The setting ${setting} must be an https:// address (http:// only on localhost).`)
  }
  return url
}

const providerConfigs = (env: Env): Pick<Config, 'google' | 'microsoft'> => {
  const configs = { google: googleConfig(env), microsoft: microsoftConfig(env) }
  if (configs.google !== null || configs.microsoft !== null) return configs
  throw new SettingError(
    'GOOGLE_CLIENT_ID',
    'Nobody can sign in: set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET, or MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET.',
  )
}

const googleConfig = (env: Env): GoogleConfig | null => {
  if (env.GOOGLE_CLIENT_ID === undefined && env.GOOGLE_CLIENT_SECRET === undefined) return null
  return {
    clientId: required('GOOGLE_CLIENT_ID', env.GOOGLE_CLIENT_ID),
    clientSecret: required('GOOGLE_CLIENT_SECRET', env.GOOGLE_CLIENT_SECRET),
    issuer: webRoot('GOOGLE_ISSUER', env.GOOGLE_ISSUER ?? 'https://accounts.google.com'),
    apiRoot: env.GOOGLE_API_ROOT === undefined ? null : webRoot('GOOGLE_API_ROOT', env.GOOGLE_API_ROOT),
  }
}

const microsoftConfig = (env: Env): MicrosoftConfig | null => {
  if (env.MICROSOFT_CLIENT_ID === undefined && env.MICROSOFT_CLIENT_SECRET === undefined) return null
  return {
    clientId: required('MICROSOFT_CLIENT_ID', env.MICROSOFT_CLIENT_ID),
    clientSecret: required('MICROSOFT_CLIENT_SECRET', env.MICROSOFT_CLIENT_SECRET),
    issuer: webRoot('MICROSOFT_ISSUER', env.MICROSOFT_ISSUER ?? 'https://login.microsoftonline.com/common/v2.0'),
    graphRoot: webRoot('MICROSOFT_GRAPH_ROOT', env.MICROSOFT_GRAPH_ROOT ?? 'https://graph.microsoft.com'),
  }
}

const mailConfig = (env: Env): MailConfig => {
  const from = sender(required('MAIL_FROM', env.MAIL_FROM))
  if (env.RESEND_API_KEY !== undefined) {
    const root = webRoot('RESEND_API_ROOT', env.RESEND_API_ROOT ?? 'https://api.resend.com')
    const apiKey = required('RESEND_API_KEY', env.RESEND_API_KEY)
    return { from, via: { kind: 'resend', apiKey, root, webhookSecret: webhookSecret(env.RESEND_WEBHOOK_SECRET) } }
  }
  if (env.EMAIL !== undefined) return { from, via: { kind: 'binding', binding: env.EMAIL } }
  throw new SettingError('RESEND_API_KEY', 'Reports cannot be sent: add the EMAIL binding or set RESEND_API_KEY.')
}

/** Cloudflare's own small one. */
const usualModel = '@cf/meta/llama-3.1-8b-instruct'

const rewriterConfig = ({ AI, AI_API_ROOT, AI_API_KEY = '', AI_MODEL }: Env): RewriterConfig | null => {
  if (AI_API_ROOT !== undefined && AI_API_ROOT !== '') {
    const root = webRoot('AI_API_ROOT', AI_API_ROOT)
    return { kind: 'server', root, apiKey: AI_API_KEY.trim(), model: required('AI_MODEL', AI_MODEL) }
  }
  return AI === undefined ? null : { kind: 'binding', binding: AI, model: AI_MODEL ?? usualModel }
}

const webhookSecret = (value: string | undefined): string | null => {
  if (value === undefined || value.trim() === '') return null
  const secret = value.trim()
  if (!/^whsec_[A-Za-z0-9+/]{16,}={0,2}$/.test(secret)) {
    throw new SettingError('RESEND_WEBHOOK_SECRET', 'The setting RESEND_WEBHOOK_SECRET must begin with "whsec_".')
  }
  return secret
}

const senderPattern = /^(?:([^<>"\r\n]*?)\s*<([^<>\s@]+@[^<>\s@]+)>|([^<>\s@]+@[^<>\s@]+))$/

const sender = (value: string): MailConfig['from'] => {
  const match = senderPattern.exec(value)
  if (match === null) {
    throw new SettingError('MAIL_FROM', 'The setting MAIL_FROM must read like "Perennial <weekly@example.org>".')
  }
  return { name: match[1] || 'Perennial', address: match[2] ?? match[3] ?? '' }
}

/** All keys, the one that seals last first; those of `KEYS` have always sealed. */
const keyConfig = (env: Env): Pick<Config, 'keys' | 'keysSealFrom'> => {
  const added = Object.keys(env)
    .flatMap((name) => {
      const sealsFrom = keyAddedAt(name)
      return sealsFrom === null ? [] : keyRing(String(Reflect.get(env, name))).map((key) => ({ key, sealsFrom }))
    })
    .sort((a, b) => b.sealsFrom - a.sealsFrom)
  const isGiven = env.KEYS !== undefined && env.KEYS.trim() !== ''
  const first = added.length > 0 && !isGiven ? [] : keyRing(required('KEYS', env.KEYS))
  return {
    keys: [...added.map(({ key }) => key), ...first],
    keysSealFrom: [...added.map(({ sealsFrom }) => sealsFrom), ...first.map(() => beginningOfTime)],
  }
}

/** From when on the key in a setting of this name seals; null where no key is in it. */
export const keyAddedAt = (setting: string): Instant | null => {
  const [, seconds] = /^KEYS_(\d{1,12})_[0-9A-F]{8}$/.exec(setting) ?? []
  return seconds === undefined ? null : instantAt(Number(seconds))
}

const minKeyBytes = 32

const keyRing = (value: string): Config['keys'] => {
  const keys = value
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(decodeKey)
  if (keys.length === 0 || keys.some((key) => key === null || key.length < minKeyBytes)) {
    throw new SettingError('KEYS', 'The setting KEYS must hold base64url secrets of at least 32 bytes, newest first.')
  }
  return keys.filter((key) => key !== null)
}

const decodeKey = (entry: string): Uint8Array<ArrayBuffer> | null => {
  try {
    return new Uint8Array(base64url.decode(entry))
  } catch {
    return null
  }
}

const address = (setting: string, value: string): string => {
  const trimmed = value.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(trimmed)) {
    throw new SettingError(setting, `The setting ${setting} must be one mail address.`)
  }
  return trimmed
}

const plan = (value: string): Config['plan'] => {
  const name = value.trim().toLowerCase()
  if (name === 'free' || name === 'paid') return name
  throw new SettingError('PLAN', 'The setting PLAN must be "free" or "paid".')
}

const signups = (value: string): SignUps => {
  const text = value.trim().toLowerCase()
  if (text === 'owner' || text === '') return { kind: 'owner' }
  if (text === 'open') return { kind: 'open' }
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '')
  if (entries.some((entry) => !/^(@?[a-z0-9.-]+\.[a-z0-9-]+|[^\s@]+@[a-z0-9.-]+\.[a-z0-9-]+)$/.test(entry))) {
    throw new SettingError(
      'SIGNUPS',
      'The setting SIGNUPS must be "owner", "open", or a list of addresses and domains.',
    )
  }
  return { kind: 'list', entries }
}
