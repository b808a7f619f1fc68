import { expect, test } from 'vitest'
import { ann, hex, mail } from '../small-world.ts'
import { accessToken, gmailMetadata, origin, setStage, signIn } from './stage.ts'

interface Asked {
  readonly path: string
  readonly contentId?: string
  readonly headers?: string
}

const setBatch = async (options: Parameters<typeof setStage>[0] = {}) => {
  const stage = setStage(options)
  for (const number of [1, 2, 3]) stage.mailbox.stock(mail(number))
  const token = await accessToken(stage.google, gmailMetadata)
  const send = async (parts: readonly Asked[]) =>
    stage.google.request(`${origin}/api/batch/gmail/v1`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'multipart/mixed; boundary="b=1"' },
      body: `${parts.map(written).join('')}--b=1--`,
    })
  return { ...stage, token, send }
}

const written = ({ path, contentId, headers = '' }: Asked): string =>
  `--b=1\r\nContent-Type: application/http\r\n${contentId === undefined ? '' : `Content-ID: ${contentId}\r\n`}\r\nGET ${path} HTTP/1.1\r\n${headers}\r\n\r\n`

/** Split by hand, as a reader of multipart would. */
const partsOf = async (response: Response) => {
  const [, boundary = ''] = /boundary=(.*)$/.exec(response.headers.get('Content-Type') ?? '') ?? []
  const text = await response.text()
  expect(text.endsWith(`--${boundary}--\r\n`)).toBe(true)
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [outer = '', inner = '', body = ''] = part.trim().split('\r\n\r\n')
      const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(inner) ?? []
      const [, contentId = null] = /^Content-ID: (.*)$/im.exec(outer) ?? []
      return { status: Number(status), contentId, headers: inner, body: JSON.parse(body) as Record<string, unknown> }
    })
}

const minimal = (number: number) => `/gmail/v1/users/me/messages/${hex(number)}?format=minimal`

test('answers every part on its own, in order, under its Content-ID', async () => {
  const { send } = await setBatch()
  const parts = await partsOf(
    await send([
      { path: minimal(1), contentId: '<a+1>' },
      { path: minimal(9), contentId: '<a+2>' },
      { path: `/gmail/v1/users/me/threads/${hex(2)}?format=metadata&metadataHeaders=To` },
    ]),
  )
  expect(parts.map(({ status, contentId }) => [status, contentId])).toEqual([
    [200, '<response-a+1>'],
    [404, '<response-a+2>'],
    [200, null],
  ])
  expect(parts[0]?.body).toMatchObject({ id: hex(1) })
  expect(parts[0]?.headers.toLowerCase()).toContain('content-type: application/json; charset=utf-8')
  expect(parts[2]?.body).toMatchObject({
    messages: [{ payload: { headers: [{ name: 'To', value: 'ann@gmail.example' }] } }],
  })
})

test('bills every part, and refuses those there is no quota for', async () => {
  const { send, google } = await setBatch({ quota: 50 })
  const parts = await partsOf(await send([{ path: minimal(1) }, { path: minimal(2) }, { path: minimal(3) }]))
  expect(parts.map(({ status }) => status)).toEqual([200, 200, 403])
  expect(parts[2]?.body).toMatchObject({ error: { errors: [{ reason: 'rateLimitExceeded' }] } })
  expect(google.quotaSpent(ann.subject)).toBe(40)
  expect(google.usage()).toMatchObject({ requests: 1, gmail: { units: 40, methods: { 'messages.get': { calls: 2 } } } })
})

test('takes a hundred parts and no more', async () => {
  const { send } = await setBatch()
  const parts = (count: number) => Array.from({ length: count }, () => ({ path: minimal(1) }))
  expect(await partsOf(await send(parts(100)))).toHaveLength(100)
  expect((await send(parts(101))).status).toBe(400)
})

test('takes a part’s own authorization before the batch’s', async () => {
  const { send, google } = await setBatch()
  const { access_token } = await signIn(google, { scope: 'openid' })
  const parts = await partsOf(
    await send([{ path: minimal(1), headers: `Authorization: Bearer ${access_token}` }, { path: minimal(1) }]),
  )
  expect(parts.map(({ status }) => status)).toEqual([403, 200])
})

test('takes whole addresses as well as paths', async () => {
  const { send } = await setBatch()
  const [part] = await partsOf(await send([{ path: `${origin}/api${minimal(1)}` }]))
  expect(part?.status).toBe(200)
})

test('refuses what is no multipart body', async () => {
  const { google, token } = await setBatch()
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'multipart/mixed; boundary=b' }
  const response = await google.request(`${origin}/api/batch/gmail/v1`, { method: 'POST', headers, body: '{}' })
  expect(response.status).toBe(400)
})

test('throttling meets parts, each on its own', async () => {
  const { send, world } = await setBatch()
  world.weather.throttle = 2
  const parts = await partsOf(await send([{ path: minimal(1) }, { path: minimal(2) }, { path: minimal(3) }]))
  expect(parts.map(({ status }) => status)).toEqual([403, 429, 200])
  expect(world.weather.throttle).toBe(0)
})

test('an outage strikes a batch as a whole, then in a part', async () => {
  const { send, world } = await setBatch()
  world.weather.outage = 2
  expect((await send([{ path: minimal(1) }])).status).toBe(503)
  const parts = await partsOf(await send([{ path: minimal(1) }, { path: minimal(2) }]))
  expect(parts.map(({ status }) => status)).toEqual([503, 200])
})
