/**
 * What can be wrong with an installation, each with its fix in one sentence. It sees an installation from outside: through
 * Cloudflare's tool, through the product's own pages, and through the consent page that the product sends people to.
 */
import type { Configuration } from './configuration.ts'
import { broken, type Finding, fine, unknown } from './finding.ts'
import { type InstallableProvider, providers } from './providers.ts'
import { hasKeys } from './settings.ts'
import { consumerAtWork, consumerFinding, cronFinding, silenceFinding } from './waking.ts'
import { jsonIn, namesIn, resources, type Wrangler } from './wrangler.ts'

export interface Surroundings {
  readonly wrangler: Wrangler
  readonly fetch: (request: Request) => Promise<Response>
  /** Where the installation is reached, or null where nobody said. */
  readonly publicUrl: string | null
  readonly configuration: Configuration
  readonly now: number
}

export const examine = async (surroundings: Surroundings): Promise<readonly Finding[]> => {
  const { configuration } = surroundings
  const cloudflare = await examineCloudflare(surroundings)
  const product = await examineProduct(surroundings)
  return [cronFinding(configuration), consumerFinding(configuration), ...cloudflare, ...product]
}

const examineCloudflare = async ({ wrangler, configuration, now }: Surroundings): Promise<readonly Finding[]> => {
  const who = await wrangler('whoami', '--json')
  if (!who.ok) return [broken('Cloudflare account', 'Nobody is signed in: run `npx wrangler login` first.')]
  const [databases, queue, secrets, migrations] = [
    await wrangler('d1', 'list', '--json'),
    await wrangler('queues', 'info', resources.queue),
    await wrangler('secret', 'list', '--format', 'json'),
    await wrangler('d1', 'migrations', 'list', 'DB', '--remote'),
  ]
  const hasDatabase = namesIn(databases.output).includes(resources.database)
  return [
    fine('Cloudflare account', 'Signed in.'),
    hasDatabase
      ? fine('Database', `D1 holds "${resources.database}".`)
      : broken('Database', `There is no D1 database "${resources.database}": run \`npm run deploy\`, which makes it.`),
    hasDatabase
      ? migrationsFinding(migrations.ok, migrations.output)
      : unknown('Migrations', 'There is no database yet.'),
    queue.ok
      ? fine('Queue', `"${resources.queue}" exists.`)
      : broken('Queue', `There is no queue "${resources.queue}": run \`npm run deploy\`, which makes it.`),
    ...consumerAtWork(queue, configuration),
    ...(secrets.ok
      ? secretFindings(namesIn(secrets.output), configuration.hasEmailBinding)
      : [broken('Worker', 'The Worker is not deployed yet: run `npm run deploy`.')]),
    ...(hasDatabase ? await accountFindings(wrangler, now) : []),
  ]
}

const migrationsFinding = (ok: boolean, output: string): Finding => {
  if (!ok) return unknown('Migrations', `The list could not be read: ${lastLine(output)}`)
  const waiting = [...output.matchAll(/\b\d{4}_\w+\.sql\b/g)].map(([name]) => name)
  return waiting.length === 0
    ? fine('Migrations', 'All are applied.')
    : broken('Migrations', `${waiting.join(', ')} wait: run \`npm run deploy\`, which applies them first.`)
}

const secretFindings = (present: readonly string[], hasEmailBinding: boolean): readonly Finding[] => {
  const needed = ['PUBLIC_URL', 'KEYS', 'MAIL_FROM'].map((name) =>
    present.includes(name) || (name === 'KEYS' && hasKeys(new Set(present)))
      ? fine(name, 'Set.')
      : broken(
          name,
          `It is not set: run \`npm run deploy\`, which asks for it, or \`npx wrangler secret put ${name}\`.`,
        ),
  )
  const configured = providers.filter(({ settings }) => settings.some((setting) => present.includes(setting)))
  const halves = configured.flatMap(({ settings }) => settings.filter((setting) => !present.includes(setting)))
  return [
    ...needed,
    carrierFinding(present.includes('RESEND_API_KEY'), hasEmailBinding),
    configured.length === 0
      ? broken('Sign-in', 'Neither Google nor Microsoft is set up: put in the client id and secret of at least one.')
      : fine('Sign-in', `Set up for ${configured.map(({ name }) => name).join(' and ')}.`),
    ...halves.map((setting) =>
      broken(setting, `Its other half is set, but it is not: \`npx wrangler secret put ${setting}\`.`),
    ),
    present.includes('OWNER')
      ? fine('OWNER', 'Only that address can claim a new installation.')
      : unknown('OWNER', 'It is not set: whoever signs in first owns the installation.'),
  ]
}

const carrierFinding = (hasKey: boolean, hasEmailBinding: boolean): Finding => {
  if (hasKey) return fine('Mail carrier', 'Resend.')
  return hasEmailBinding
    ? fine('Mail carrier', 'Cloudflare’s Email Service, by the EMAIL binding.')
    : broken(
        'Mail carrier',
        'Reports cannot be sent: `npx wrangler secret put RESEND_API_KEY`, or add the EMAIL binding to `wrangler.toml` and deploy.',
      )
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? ''

const weekDays = 7
const daySeconds = 86_400

/** Accounts that cannot be read, by whose move it is; and the mark that Google's Testing state leaves. */
const accountFindings = async (wrangler: Wrangler, now: number): Promise<readonly Finding[]> => {
  const query =
    'select provider, status_kind as kind, status_reason as reason, status_since as since, created_at as created, mail_read_at as read from accounts'
  const answer = await wrangler('d1', 'execute', 'DB', '--remote', '--json', '--command', query)
  const rows = rowsIn(jsonIn(answer.output))
  if (!answer.ok || rows === null) return [unknown('Accounts', `They could not be read: ${lastLine(answer.output)}`)]
  const blocked = rows.filter(({ reason }) => reason === 'operator')
  const died = rows.filter(
    ({ provider, reason, since, created }) =>
      provider === 'google' &&
      reason === 'grant_revoked' &&
      Math.abs(Number(since) - Number(created) - weekDays * daySeconds) < daySeconds,
  )
  const waiting = rows.filter(({ kind, since }) => kind === 'waiting' && now / 1000 - Number(since) > daySeconds)
  return [
    blocked.length > 0
      ? broken(
          'Accounts',
          `${blocked.length} of ${rows.length} are blocked by this installation's own client id or secret: renew it and run \`npx wrangler secret put\` for it.`,
        )
      : fine('Accounts', `${rows.length} connected, none blocked by a setting of yours.`),
    ...silenceFinding(rows, now / 1000),
    ...(waiting.length > 0
      ? [broken('Reading', `${waiting.length} accounts have had no answer for over a day: see \`npx wrangler tail\`.`)]
      : []),
    ...(died.length > 0
      ? [
          broken(
            'Google’s consent screen',
            'Grants end after seven days, as they do in Testing: set the publishing status to In production in the Google Auth Platform, then connect again.',
          ),
        ]
      : []),
  ]
}

const rowsIn = (answer: unknown): readonly Record<string, unknown>[] | null => {
  const first: unknown = Array.isArray(answer) ? answer[0] : null
  if (typeof first !== 'object' || first === null || !('results' in first)) return null
  return Array.isArray(first.results) ? first.results : null
}

const examineProduct = async (surroundings: Surroundings): Promise<readonly Finding[]> => {
  const { publicUrl, fetch } = surroundings
  if (publicUrl === null) {
    return [unknown('Pages', 'Say where the installation is: `npm run doctor -- --url https://…`.')]
  }
  const page = await answerOf(fetch, publicUrl)
  if (typeof page === 'string')
    return [broken('Pages', `${publicUrl} does not answer (${page}): deploy, or mend the address.`)]
  const body = await page.text()
  if (!page.ok) return [broken('Pages', body.trim().split('\n')[0] ?? `${publicUrl} answers ${page.status}.`)]
  const signIns: Finding[] = []
  for (const provider of providers) {
    if (body.includes(`/connect/${provider.path}`))
      signIns.push(...(await examineSignIn(surroundings, provider, publicUrl)))
  }
  return [fine('Pages', `${publicUrl} answers, and no setting is missing or malformed.`), ...signIns]
}

const answerOf = async (fetch: Surroundings['fetch'], url: string): Promise<Response | string> => {
  try {
    return await fetch(new Request(url, { redirect: 'manual' }))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

interface ConsentError {
  readonly pattern: RegExp
  readonly fix: (redirectUri: string) => string
}

/** What the consent pages of Google and of Microsoft say when the application is registered wrongly. */
const consentErrors: readonly ConsentError[] = [
  {
    pattern: /redirect_uri_mismatch|AADSTS50011|AADSTS500113/,
    fix: (redirectUri) =>
      `Its redirect address is not registered: add ${redirectUri} to the client's redirect addresses.`,
  },
  {
    pattern: /invalid_client|deleted_client|AADSTS700016|AADSTS7000215/,
    fix: () => 'Its client id is not known there: copy it again from the provider’s console and deploy.',
  },
  {
    pattern: /org_internal/,
    fix: () =>
      'Its consent screen is for one organization only: set the audience to External, or sign in with an account of it.',
  },
  {
    pattern: /invalid_scope|AADSTS70011|AADSTS650053/,
    fix: () =>
      'It does not offer the scopes that are asked for: enable the Gmail and Calendar APIs (Microsoft: Graph) and add the scopes.',
  },
  {
    pattern: /AADSTS50194|AADSTS50020/,
    fix: () =>
      'Its registration is for one organization only: set the supported account types to any organization and personal Microsoft accounts.',
  },
  {
    pattern: /AADSTS900232[67]/,
    fix: (redirectUri) =>
      `Its redirect address is registered for a single-page application: register ${redirectUri} under the platform Web instead.`,
  },
  {
    pattern: /access_denied/,
    fix: () => 'It is open to test users only: add yourself as one, or set the publishing status to In production.',
  },
]

const maxRedirects = 5

/** Goes where the sign-in button goes, up to the provider's consent page, and reads whether it would be shown. */
const examineSignIn = async (
  { fetch }: Surroundings,
  { name, path, unseen }: InstallableProvider,
  publicUrl: string,
): Promise<readonly Finding[]> => {
  const what = `${name} sign-in`
  const begun = await answerOf(fetch, new URL(`/connect/${path}`, publicUrl).href)
  const location = typeof begun === 'string' ? null : begun.headers.get('location')
  if (location === null || !URL.canParse(location)) {
    return [broken(what, `The way to the consent page failed: ${name}'s discovery document may be out of reach.`)]
  }
  const consent = new URL(location)
  const redirectUri = consent.searchParams.get('redirect_uri') ?? ''
  const expected = new URL(`/connect/${path}/callback`, publicUrl).href
  const redirect =
    redirectUri === expected
      ? fine(`${name} redirect address`, redirectUri)
      : broken(
          `${name} redirect address`,
          `PUBLIC_URL leads to ${redirectUri}, not to ${expected}: set PUBLIC_URL to ${publicUrl}.`,
        )
  const trail = await follow(fetch, consent)
  if (trail === null) return [redirect, unknown(what, `${consent.host} did not answer.`)]
  const error = consentErrors.find(({ pattern }) => pattern.test(trail))
  return [
    redirect,
    fine(`${name} scopes`, consent.searchParams.get('scope') ?? ''),
    error === undefined ? fine(what, 'The consent page opens.') : broken(what, error.fix(redirectUri)),
    unknown(unseen.what, unseen.says),
  ]
}

/** Every address on the way, what is encoded in them, and the last page. Null where nobody answers. */
const follow = async (fetch: Surroundings['fetch'], start: URL): Promise<string | null> => {
  let [url, trail] = [start, '']
  for (let hop = 0; hop < maxRedirects; hop += 1) {
    const answer = await answerOf(fetch, url.href)
    if (typeof answer === 'string') return null
    const location = answer.headers.get('location')
    if (location === null) return trail + (await answer.text())
    url = new URL(location, url)
    const encoded = [...url.searchParams.values()].map((value) => Buffer.from(value, 'base64url').toString('latin1'))
    trail += [url.href, ...encoded, ''].join('\n')
  }
  return trail
}
