import { describe, expect, test } from 'vitest'
import { createGoogle } from '../sandbox/google/index.ts'
import { createMicrosoft } from '../sandbox/microsoft/index.ts'
import { World } from '../sandbox/world.ts'
import { ann, mailboxOf, start } from '../story.ts'
import type { Configuration } from './configuration.ts'
import { examine } from './examine.ts'
import type { Finding } from './finding.ts'
import type { Ran, Wrangler } from './wrangler.ts'

const publicUrl = 'https://perennial.test'
const callback = `${publicUrl}/connect/google/callback`
const secrets = [
  'PUBLIC_URL',
  'KEYS',
  'MAIL_FROM',
  'RESEND_API_KEY',
  'GOOGLE_CLIENT_ID',
  'GOOGLE_CLIENT_SECRET',
  'OWNER',
]

/** As `wrangler queues info` prints it. */
const consumedBy = (...consumers: readonly string[]): Ran => ({
  ok: true,
  output: [
    'Queue Name: perennial-jobs',
    'Number of Producers: 1',
    'Producers: worker:perennial',
    `Number of Consumers: ${consumers.length}`,
    ...(consumers.length === 0 ? [] : [`Consumers: ${consumers.join(',')}`]),
    '',
  ].join('\n'),
})

const configuration: Configuration = {
  worker: 'perennial',
  hasEmailBinding: false,
  crons: ['*/15 * * * *'],
  consumedQueues: ['perennial-jobs'],
}

const answers = (changes: Readonly<Record<string, Ran>> = {}): Wrangler => {
  const usual: Readonly<Record<string, Ran>> = {
    whoami: { ok: true, output: '{}' },
    'd1 list': { ok: true, output: 'A warning\n[{"uuid":"1","name":"perennial"}]' },
    'queues info': consumedBy('worker:perennial'),
    'secret list': { ok: true, output: JSON.stringify(secrets.map((name) => ({ name, type: 'secret_text' }))) },
    'd1 migrations': { ok: true, output: 'No migrations to apply!' },
    'd1 execute': { ok: true, output: '[{"results":[],"success":true}]' },
    ...changes,
  }
  return async (...parameters) =>
    usual[parameters.slice(0, 2).join(' ')] ?? usual[parameters[0] ?? ''] ?? { ok: false, output: 'unknown command' }
}

/** The product's landing page and its way to the simulated Google's real consent page. */
const web = (registered = callback, front = new Response(`<a href="/connect/google">Continue</a>`)) => {
  const world = new World({ now: () => start }, [mailboxOf([], [], ann)])
  const google = createGoogle(world, {
    origin: 'https://google.test',
    clients: [{ clientId: 'perennial', clientSecret: 's', redirectUris: [registered] }],
  })
  const consent = new URL('https://google.test/o/oauth2/v2/auth')
  const parameters = {
    client_id: 'perennial',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid email',
    state: 's',
    nonce: 'n',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) consent.searchParams.set(name, value)
  return async (request: Request): Promise<Response> => {
    const { host, pathname } = new URL(request.url)
    if (host === 'google.test') return google.fetch(request)
    return pathname === '/connect/google'
      ? new Response(null, { status: 302, headers: { location: consent.href } })
      : front.clone()
  }
}

const look = (changes: Readonly<Record<string, Ran>> = {}, fetch = web(), changed: Partial<Configuration> = {}) =>
  examine({
    wrangler: answers(changes),
    fetch,
    publicUrl,
    configuration: { ...configuration, ...changed },
    now: start,
  })

const brokenOnes = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ state }) => state === 'broken').map(({ what }) => what)

describe('the doctor', () => {
  test('finds nothing broken in a sound installation', async () => {
    const findings = await look()
    expect(brokenOnes(findings)).toEqual([])
    expect(findings.find(({ what }) => what === 'Google sign-in')?.state).toBe('fine')
  })

  test('reports need a carrier: a key of Resend’s, or the binding to Cloudflare’s Email Service', async () => {
    const held = secrets.filter((name) => name !== 'RESEND_API_KEY').map((name) => ({ name }))
    const without = { 'secret list': { ok: true, output: JSON.stringify(held) } }
    expect(brokenOnes(await look(without))).toEqual(['Mail carrier'])
    expect(brokenOnes(await look(without, web(), { hasEmailBinding: true }))).toEqual([])
  })

  test('never calls the publishing status fine, for it cannot be seen', async () => {
    const finding = (await look()).find(({ what }) => what === 'Google publishing status')
    expect(finding?.state).toBe('unknown')
  })

  test.each<[string, Record<string, Ran>, string]>([
    ['nobody is signed in', { whoami: { ok: false, output: '' } }, 'Cloudflare account'],
    ['the database is missing', { 'd1 list': { ok: true, output: '[]' } }, 'Database'],
    ['the queue is missing', { 'queues info': { ok: false, output: '' } }, 'Queue'],
    ['a migration waits', { 'd1 migrations': { ok: true, output: '│ 0000_first_tables.sql │' } }, 'Migrations'],
    ['the Worker is not deployed', { 'secret list': { ok: false, output: '' } }, 'Worker'],
    ['a secret is missing', { 'secret list': { ok: true, output: '[{"name":"GOOGLE_CLIENT_ID"}]' } }, 'KEYS'],
  ])('says so when %s', async (_, changes, what) => {
    expect(brokenOnes(await look(changes))).toContain(what)
  })

  test('half a pair of client settings is broken', async () => {
    const output = JSON.stringify(secrets.filter((name) => name !== 'GOOGLE_CLIENT_SECRET').map((name) => ({ name })))
    expect(brokenOnes(await look({ 'secret list': { ok: true, output } }))).toEqual(['GOOGLE_CLIENT_SECRET'])
  })

  test('a redirect address that Google does not know comes with the address to add', async () => {
    const finding = (await look({}, web('https://elsewhere.test/'))).find(({ what }) => what === 'Google sign-in')
    expect(finding).toMatchObject({ state: 'broken', says: expect.stringContaining(callback) })
  })

  test('a setting that stops the Worker is told in the Worker’s own sentence', async () => {
    const stopped = new Response('Perennial is not set up yet. The setting KEYS is missing.\n', { status: 500 })
    const finding = (await look({}, web(callback, stopped))).find(({ what }) => what === 'Pages')
    expect(finding).toMatchObject({ state: 'broken', says: expect.stringContaining('KEYS is missing') })
  })

  test('grants that end after seven days give the Testing state away', async () => {
    const created = start / 1000 - 20 * 86_400
    const row = { provider: 'google', kind: 'reconnect', reason: 'grant_revoked', created, since: created + 7 * 86_400 }
    const output = JSON.stringify([{ results: [row] }])
    expect(brokenOnes(await look({ 'd1 execute': { ok: true, output } }))).toEqual(['Google’s consent screen'])
  })

  test('an operator’s expired secret is the operator’s to renew', async () => {
    const row = { provider: 'google', kind: 'blocked', reason: 'operator', created: 1, since: 2 }
    const output = JSON.stringify([{ results: [row] }])
    expect(brokenOnes(await look({ 'd1 execute': { ok: true, output } }))).toEqual(['Accounts'])
  })
})

describe('what wakes the Worker', () => {
  const row = { provider: 'google', kind: 'active', reason: null, since: null, created: 1 }
  const readAgo = (...seconds: readonly number[]): Record<string, Ran> => {
    const results = seconds.map((ago) => ({ ...row, read: start / 1000 - ago }))
    return { 'd1 execute': { ok: true, output: JSON.stringify([{ results }]) } }
  }

  test.each([[[]], [['0 * * * *']], [['*/30 * * * *']], [['*/15 8 * * *']]])('%j does not do', async (crons) => {
    const findings = await look({}, web(), { crons })
    expect(brokenOnes(findings)).toEqual(['Cron trigger'])
    expect(findings.find(({ what }) => what === 'Cron trigger')?.says).toContain('"*/15 * * * *"')
  })

  test.each([[['* * * * *']], [['*/5 * * * *', '0 3 * * *']]])('%j does', async (crons) => {
    expect(brokenOnes(await look({}, web(), { crons }))).toEqual([])
  })

  test('what the file says is seen without anybody being signed in', async () => {
    const findings = await look({ whoami: { ok: false, output: '' } }, web(), { crons: [], consumedQueues: ['other'] })
    expect(brokenOnes(findings)).toEqual(['Cron trigger', 'Queue consumer', 'Cloudflare account'])
  })

  test('a queue that nobody reads, or another Worker', async () => {
    const what = 'Queue consumer at work'
    expect(brokenOnes(await look({ 'queues info': consumedBy() }))).toEqual([what])
    expect(brokenOnes(await look({ 'queues info': consumedBy('worker:elsewhere') }))).toEqual([what])
    expect(brokenOnes(await look({ 'queues info': consumedBy('http_pull:x', 'worker:perennial') }))).toEqual([])
    const told = await look({ 'queues info': { ok: true, output: 'something new' } })
    expect(told.find((finding) => finding.what === what)?.state).toBe('unknown')
  })

  test('accounts that nobody has looked at for hours give a silent cron away', async () => {
    expect(brokenOnes(await look(readAgo(3 * 3600, 30 * 3600)))).toEqual(['News'])
    expect(brokenOnes(await look(readAgo(600, 30 * 3600)))).toEqual([])
  })
})

describe('the doctor on Microsoft', () => {
  const microsoftCallback = `${publicUrl}/connect/microsoft/callback`
  const settings = [
    'PUBLIC_URL',
    'KEYS',
    'MAIL_FROM',
    'RESEND_API_KEY',
    'MICROSOFT_CLIENT_ID',
    'MICROSOFT_CLIENT_SECRET',
    'OWNER',
  ]
  const list: Ran = { ok: true, output: JSON.stringify(settings.map((name) => ({ name }))) }

  /** The product's landing page and its way to the simulated Microsoft's real sign-in page. */
  const microsoftWeb = ({
    registered = microsoftCallback,
    clientId = 'perennial',
    scope = 'openid Mail.ReadBasic',
  } = {}) => {
    const world = new World({ now: () => start }, [mailboxOf([], [], ann)])
    const microsoft = createMicrosoft(world, {
      origin: 'https://microsoft.test',
      clients: [{ clientId: 'perennial', clientSecret: 's', redirectUris: [registered] }],
    })
    const consent = new URL('https://microsoft.test/common/oauth2/v2.0/authorize')
    consent.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: microsoftCallback,
      response_type: 'code',
      scope,
      state: 's',
    }).toString()
    return async (request: Request): Promise<Response> => {
      const { host, pathname } = new URL(request.url)
      if (host === 'microsoft.test') return microsoft.fetch(request)
      return pathname === '/connect/microsoft'
        ? new Response(null, { status: 302, headers: { location: consent.href } })
        : new Response('<a href="/connect/microsoft">Continue</a>')
    }
  }
  const signIn = async (change: Parameters<typeof microsoftWeb>[0] = {}) =>
    (await look({ 'secret list': list }, microsoftWeb(change))).find(({ what }) => what === 'Microsoft sign-in')

  test('finds nothing broken in a sound installation that has no Google', async () => {
    const findings = await look({ 'secret list': list }, microsoftWeb())
    expect(brokenOnes(findings)).toEqual([])
    expect(findings.find(({ what }) => what === 'Microsoft sign-in')?.state).toBe('fine')
    expect(findings.find(({ what }) => what === 'Microsoft redirect address')?.says).toBe(microsoftCallback)
    expect(findings.find(({ what }) => what === 'Microsoft scopes')?.says).toContain('Mail.ReadBasic')
  })

  test('never calls the client secret fine: when it ends, cannot be seen', async () => {
    const finding = (await look({ 'secret list': list }, microsoftWeb())).find(
      ({ what }) => what === 'Microsoft client secret',
    )
    expect(finding).toMatchObject({ state: 'unknown', says: expect.stringContaining('two years') })
  })

  test('a redirect address that is not registered comes with the address to add', async () => {
    expect(await signIn({ registered: 'https://elsewhere.test/' })).toMatchObject({
      state: 'broken',
      says: expect.stringContaining(microsoftCallback),
    })
  })

  test('a client id that is not known there is said to be', async () => {
    expect(await signIn({ clientId: 'another' })).toMatchObject({
      state: 'broken',
      says: expect.stringContaining('client id is not known'),
    })
  })

  test('half a pair of client settings is broken', async () => {
    const output = JSON.stringify(
      settings.filter((name) => name !== 'MICROSOFT_CLIENT_SECRET').map((name) => ({ name })),
    )
    const findings = await look({ 'secret list': { ok: true, output } }, microsoftWeb())
    expect(brokenOnes(findings)).toEqual(['MICROSOFT_CLIENT_SECRET'])
  })
})
