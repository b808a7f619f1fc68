/** What an installation needs to be told, as `npm run deploy` asks for it. `src/env.ts` says what each setting means. */
import { type Env, keyAddedAt, readConfig } from '../../src/env.ts'

export interface Question {
  readonly name: keyof Env & string
  readonly asks: string
  /** An empty answer leaves it unset. */
  readonly isOptional: boolean
  /** Asked only where this one was answered just now, or is set already. */
  readonly goesWith?: keyof Env & string
  /** Not asked where this one is known before anybody is asked: one of the two is enough. */
  readonly orElse?: keyof Env & string
}

export const questions: readonly Question[] = [
  {
    name: 'PUBLIC_URL',
    asks: 'Where will it be reached (https://perennial.YOUR-SUBDOMAIN.workers.dev, or a domain of yours)',
    isOptional: false,
  },
  {
    name: 'OWNER',
    asks: 'Your address: only it can claim the installation (empty: whoever signs in first)',
    isOptional: true,
  },
  {
    name: 'GOOGLE_CLIENT_ID',
    asks: 'Google’s client id (empty: no Google)',
    isOptional: true,
    orElse: 'MICROSOFT_CLIENT_ID',
  },
  { name: 'GOOGLE_CLIENT_SECRET', asks: 'Google’s client secret', isOptional: false, goesWith: 'GOOGLE_CLIENT_ID' },
  {
    name: 'MICROSOFT_CLIENT_ID',
    asks: 'Microsoft’s application (client) id (empty: no Microsoft)',
    isOptional: true,
    orElse: 'GOOGLE_CLIENT_ID',
  },
  {
    name: 'MICROSOFT_CLIENT_SECRET',
    asks: 'The VALUE of Microsoft’s client secret, not its id',
    isOptional: false,
    goesWith: 'MICROSOFT_CLIENT_ID',
  },
  { name: 'MAIL_FROM', asks: 'The sender of the weekly email (Perennial <weekly@example.org>)', isOptional: false },
  { name: 'RESEND_API_KEY', asks: 'Resend’s API key', isOptional: false, orElse: 'EMAIL' },
]

export type Settings = Readonly<Record<string, string>>

/** A fresh key of 32 bytes, as KEYS wants it. */
export const newKey = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')

/** Whether the Worker holds any key: the first, or one that was added since. */
export const hasKeys = (present: ReadonlySet<string>): boolean =>
  [...present].some((name) => name === 'KEYS' || keyAddedAt(name) !== null)

/**
 * Asks for whatever is neither set yet nor given, and never for what is set: `present` names what the Worker holds, secrets
 * whose values nobody can read back, and bindings.
 */
export const gather = async (
  present: ReadonlySet<string>,
  given: Readonly<Record<string, string | undefined>>,
  ask: (question: string) => Promise<string>,
): Promise<Settings> => {
  const settings: Record<string, string> = {}
  const isKnown = (name: string): boolean => present.has(name) || given[name] !== undefined
  for (const { name, asks, isOptional, goesWith, orElse } of questions) {
    if (goesWith !== undefined && settings[goesWith] === undefined && !present.has(goesWith)) continue
    const isSpared = orElse !== undefined && isKnown(orElse)
    const isAsked = !isKnown(name) && !isSpared
    const value = given[name] ?? (isAsked ? await ask(`${asks}: `) : '')
    if (value.trim() !== '') settings[name] = value.trim()
    else if (!isOptional && !isSpared && !present.has(name)) throw new Error(`${name} is needed: ${asks}.`)
  }
  if (!hasKeys(present)) settings.KEYS = given.KEYS ?? newKey()
  return settings
}

/**
 * What the Worker itself would say to these settings: a sentence, or null where it would start. Values that it holds
 * already cannot be read back, so a sound one stands in for each.
 */
export const objection = (present: ReadonlySet<string>, settings: Settings): string | null => {
  const isHeld = (name: string): boolean => (name === 'KEYS' ? hasKeys(present) : present.has(name))
  const held = Object.fromEntries(Object.entries(standIns).filter(([name]) => isHeld(name)))
  const config = readConfig({ ...held, ...settings } as unknown as Env)
  return config.ok ? null : config.error.sentence
}

const standIns: Settings = {
  PUBLIC_URL: 'https://perennial.example',
  MAIL_FROM: 'weekly@perennial.example',
  RESEND_API_KEY: 're_held',
  EMAIL: 'held',
  KEYS: newKey(),
  GOOGLE_CLIENT_ID: 'held',
  GOOGLE_CLIENT_SECRET: 'held',
  MICROSOFT_CLIENT_ID: 'held',
  MICROSOFT_CLIENT_SECRET: 'held',
}
