/** A provider of ours over its simulator and a world, and a person of that world who signs in: what the contract is tried on. */
import { renewGrant } from '../../src/connect/access.ts'
import { beginConnect } from '../../src/connect/begin.ts'
import { finishConnect } from '../../src/connect/finish.ts'
import type { Grant } from '../../src/connect/grant.ts'
import { openKeyRing } from '../../src/connect/keys.ts'
import { oauthClients } from '../../src/connect/oauth-client.ts'
import { type Instant, instantFromMilliseconds } from '../../src/model/time.ts'
import type { Outside } from '../../src/outside.ts'
import { createProviders, type ProviderSettings } from '../../src/providers/index.ts'
import type { Provider } from '../../src/providers/provider.ts'
import { createGoogle } from '../sandbox/google/index.ts'
import { createMicrosoft } from '../sandbox/microsoft/index.ts'
import { giveConsent } from '../sandbox/service/visitor.ts'
import { type Mailbox, World } from '../sandbox/world.ts'

/** Builds a simulator over a world; answers with our provider over it. */
export type Simulated = (world: World) => {
  readonly settings: ProviderSettings
  readonly fetch: (request: Request) => Response | Promise<Response>
}

const redirectUri = 'https://perennial.test/callback'
const client = { clientId: 'perennial', clientSecret: 'a secret' }
const clients = [{ ...client, redirectUris: [redirectUri] }]

/** Its quota is another test's business. */
export const simulatedGoogle: Simulated = (world) => {
  const origin = 'https://google.test'
  const google = createGoogle(world, { origin, clients, quota: 1e9, calendarQuota: 1e9 })
  const settings = { ...client, issuer: new URL(origin), apiRoot: new URL(`${origin}/api`) }
  return { settings: { google: settings, microsoft: null }, fetch: (request) => google.fetch(request) }
}

export const simulatedMicrosoft: Simulated = (world) => {
  const origin = 'https://microsoft.test'
  const microsoft = createMicrosoft(world, { origin, clients, budget: 1e9 })
  const settings = { ...client, issuer: new URL(`${origin}/common/v2.0`), graphRoot: new URL(`${origin}/graph`) }
  return { settings: { google: null, microsoft: settings }, fetch: (request) => microsoft.fetch(request) }
}

export type Stage = ReturnType<typeof setStage>

export const setStage = (simulated: Simulated, mailbox: Mailbox, startsAt: number) => {
  const clock = { time: startsAt, now: () => clock.time }
  const world = new World(clock, [mailbox])
  const { settings, fetch } = simulated(world)
  const counted = { requests: 0, underWay: 0, maxAtOnce: 0 }
  const outside: Outside = {
    now: clock.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    fetch: async (input, init) => {
      counted.requests += 1
      counted.underWay += 1
      counted.maxAtOnce = Math.max(counted.maxAtOnce, counted.underWay)
      try {
        return await fetch(new Request(input, init))
      } finally {
        counted.underWay -= 1
      }
    },
  }
  const [provider] = createProviders(settings, outside.fetch)
  if (provider === undefined) throw new Error('no provider is set up')
  const keys = openKeyRing([new Uint8Array(32).fill(7)], outside.randomBytes)
  const connecting = { openClient: oauthClients(outside), keys, randomBytes: outside.randomBytes }
  const now = (): Instant => instantFromMilliseconds(clock.time)

  /** A person at the consent page, and back; asked for less where `scopes` says so. */
  const signIn = async (ask: { readonly without?: readonly string[]; readonly scopes?: readonly string[] } = {}) => {
    const asking = ask.scopes === undefined ? provider : asked(provider, ask.scopes)
    const begun = await beginConnect(connecting, {
      provider: asking,
      redirectUri,
      loginHint: null,
      begunBy: null,
      now: now(),
    })
    if (!begun.ok) throw new Error(`no way to the consent page: ${begun.error.reason}`)
    const { without = [] } = ask
    const callback = await giveConsent(begun.value.url, { fetch, account: mailbox.owner.address, without })
    const parameters = callback.searchParams
    return finishConnect(connecting, {
      provider: asking,
      redirectUri,
      parameters,
      state: begun.value.state,
      signedIn: null,
      now: now(),
    })
  }

  const renew = (grant: Grant) => renewGrant(connecting.openClient, provider, grant, now())

  return { world, mailbox, clock, provider, counted, now, signIn, renew }
}

const asked = (provider: Provider, scopes: readonly string[]): Provider => ({
  ...provider,
  oauth: {
    ...provider.oauth,
    scopes: provider.oauth.scopes.filter(({ scope }) => scopes.includes(scope)),
  },
})
