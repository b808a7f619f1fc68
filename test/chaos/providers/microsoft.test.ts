/** The simulated Microsoft's part in the fault run, held against what it stands for. */
import { describe, expect, test } from 'vitest'
import { createMicrosoft } from '../../sandbox/microsoft/index.ts'
import { annAtWork, type GraphPage, linkOf } from '../../sandbox/microsoft/stage.ts'
import { giveConsent } from '../../sandbox/service/visitor.ts'
import { hex, mail, meeting, smallWorld, upTo } from '../../sandbox/small-world.ts'
import { microsoft } from './microsoft.ts'

const origin = 'https://microsoft.test'
const root = `${origin}/graph/v1.0/me`
const inbox = `${root}/mailFolders/inbox/messages/delta`
const client = { clientId: 'perennial', clientSecret: 's', redirectUris: ['https://perennial.test/callback'] }

const setWeather = async () => {
  const { world, mailbox } = smallWorld([annAtWork])
  const simulated = createMicrosoft(world, { origin, clients: [client] })
  const scope = 'User.Read Mail.ReadBasic Calendars.ReadBasic offline_access'
  const address = `${origin}/common/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUris[0] ?? '',
    response_type: 'code',
    scope,
  })}`
  const fetch = (request: Request) => simulated.fetch(request)
  const callback = await giveConsent(address, { fetch, account: annAtWork.address })
  const call = async (form: Record<string, string>) =>
    simulated.request(`${origin}/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, ...form }),
    })
  const tokens = await (
    await call({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: client.redirectUris[0] ?? '',
    })
  ).json<{ access_token: string; refresh_token: string }>()
  const request = (url: string, size = 50) =>
    new Request(url, {
      headers: {
        Authorization: `Bearer ${tokens.access_token}`,
        Prefer: `IdType="ImmutableId", odata.maxpagesize=${size}`,
      },
    })
  const send = async (sent: Request) => simulated.fetch(sent)
  const page = async (url: string, size?: number) => (await send(request(url, size))).json<GraphPage>()
  return { world, mailbox, tokens, call, request, send, page }
}

test.each([
  [`${origin}/common/oauth2/v2.0/token`, 'tokens'],
  [`${origin}/common/v2.0/.well-known/openid-configuration`, 'other'],
  [root, 'other'],
  [inbox, 'list'],
  [`${root}/mailfolders('inbox')/messages/delta?$skiptoken=x`, 'list'],
  [`${root}/mailFolders/delta()`, 'list'],
  [`${root}/messages?$top=5`, 'list'],
  [`${root}/calendarView?startDateTime=x`, 'list'],
  [`${root}/messages/AAk-x`, 'read'],
  [`${root}/events/AAk-x`, 'read'],
  [`${origin}/graph/v1.0/$batch`, 'read'],
])('%s is for the weather one of %s', (address, kind) => {
  expect(microsoft.kindOf(new URL(address))).toBe(kind)
})

describe('a walk', () => {
  test('has smaller pages, of which each leads to the next, and its pages in common', async () => {
    const { mailbox, request, send } = await setWeather()
    for (const number of upTo(9)) mailbox.stock(mail(number))
    const first = await (await send(microsoft.withSmallPages(request(inbox), 4))).json<GraphPage>()
    expect(first.value).toHaveLength(4)
    const next = new URL(linkOf(first))
    expect(microsoft.leadsTo(first, next)).toBe(true)
    expect(microsoft.leadsTo(first, new URL(inbox))).toBe(false)
    const second = await (await send(request(next.href))).json<GraphPage>()
    expect(microsoft.walkOf(new URL(linkOf(second)))).toBe(microsoft.walkOf(next))
    expect(microsoft.walkOf(new URL(`${root}/messages?$skip=5&$top=5`))).toBe(
      microsoft.walkOf(new URL(`${root}/messages?$skip=10&$top=5`)),
    )
    const asked = microsoft.withSmallPages(request(`${root}/messages?$top=100`), 3)
    expect((await (await send(asked)).json<GraphPage>()).value).toHaveLength(3)
  })

  test('may lapse in the middle, and only there', () => {
    expect(microsoft.lapsedPage(new URL(inbox))).toBeNull()
    expect(microsoft.lapsedPage(new URL(`${inbox}?$skiptoken=x`))?.status).toBe(410)
  })

  test('may tell its rows twice and in another order', () => {
    const body = { value: [1, 2], '@odata.deltaLink': 'x' }
    expect(microsoft.shaken(body, (rows) => [...rows, ...rows].toReversed())).toEqual({ ...body, value: [2, 1, 2, 1] })
    expect(microsoft.shaken('x', (rows) => rows)).toBe('x')
  })
})

test('every refusal is one', async () => {
  for (const refusal of Object.values(microsoft.refusals)) {
    expect(refusal(Date.UTC(2026, 10, 23)).status).toBeGreaterThanOrEqual(400)
  }
})

test('parts of a batch fail one by one', async () => {
  const { mailbox, tokens, send } = await setWeather()
  mailbox.stock(mail(1))
  const answer = await send(
    new Request(`${origin}/graph/v1.0/$batch`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${tokens.access_token}` },
      body: JSON.stringify({
        requests: upTo(4).map((number) => ({ id: String(number), method: 'GET', url: '/me/messages' })),
      }),
    }),
  )
  const faults = ['none', 'unauthorized', 'unavailable', 'throttled'] as const
  let part = -1
  const spoilt = microsoft.withBadParts(await answer.text(), () => {
    part += 1
    return faults[part] ?? 'none'
  })
  const { responses } = JSON.parse(spoilt ?? '{}')
  expect(responses.map(({ status }: { status: number }) => status)).toEqual([200, 401, 503, 429])
  expect(responses[3].headers['Retry-After']).toBe('10')
})

test('a person can withdraw what was granted, with a token that was seen on its way', async () => {
  const { tokens, call, send } = await setWeather()
  await send(microsoft.revocation(tokens.access_token))
  const refreshed = await call({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token })
  expect(await refreshed.json()).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required' })
})

describe('where a cursor stands', () => {
  const stand = async () => {
    const stage = await setWeather()
    for (const number of upTo(6)) stage.mailbox.stock(mail(number))
    stage.mailbox.stockMeeting(meeting('m1'))
    const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-01T00:00:00Z'
    const links = [
      linkOf(await stage.page(inbox)),
      linkOf(await stage.page(`${root}/mailFolders/sentitems/messages/delta`)),
      linkOf(await stage.page(`${root}/calendarView/delta?${window}`)),
    ]
    const path = links[1]?.replace(`${origin}/graph/v1.0`, '')
    const cursor = JSON.stringify({ version: 1, folders: { a: links[0], b: { link: path } }, events: links[2] })
    return { ...stage, standing: () => microsoft.standing('mail', cursor, stage.mailbox) }
  }

  test('is told of every link in it, whatever else it holds', async () => {
    const { standing, mailbox } = await stand()
    expect(standing()).toBe('calendar: everything read; inbox: everything read; sentitems: everything read')
    mailbox.relabel(hex(1), { add: ['STARRED'] })
    expect(standing()).toBe('calendar: everything read; inbox: behind; sentitems: everything read')
    mailbox.putMeeting(meeting('m1', { summary: 'Other plans' }))
    expect(standing()).toContain('calendar: behind')
  })

  test('may be within a list, or nowhere', async () => {
    const { page, mailbox } = await stand()
    const next = linkOf(await page(inbox, 2))
    expect(microsoft.standing('mail', JSON.stringify({ next }), mailbox)).toBe('inbox: within a list')
    expect(microsoft.standing('mail', null, mailbox)).toBe('nowhere')
  })

  test('is told of the mailbox whose person the product’s subject names', async () => {
    const { world, mailbox } = await setWeather()
    const { tenantId, objectId } = annAtWork.microsoft ?? { tenantId: '', objectId: 'nobody' }
    for (const subject of [`${tenantId}.${objectId}`, `${tenantId}/${objectId}`, objectId]) {
      expect(microsoft.mailboxOf(world, subject)).toBe(mailbox)
    }
  })
})
