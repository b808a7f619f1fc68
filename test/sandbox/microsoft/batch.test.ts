import { describe, expect, test } from 'vitest'
import { upTo } from '../small-world.ts'
import { graphRoot, immutable, type Row, refusalOf, setMail } from './stage.ts'

interface BatchAnswer {
  readonly id: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Record<string, unknown>
}

const setBatch = async (numbers: readonly number[] = upTo(3), options: Parameters<typeof setMail>[1] = {}) => {
  const stage = await setMail(numbers, options)
  const post = async (body: unknown) =>
    stage.microsoft.request(`${graphRoot}/$batch`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${stage.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const responses = async (requests: readonly object[]) =>
    (await (await post({ requests })).json<{ responses: readonly BatchAnswer[] }>()).responses
  return { ...stage, post, responses }
}

const get = (id: number | string, url: string, more: object = {}) => ({ id: String(id), method: 'GET', url, ...more })

describe('a batch', () => {
  test('is answered in another order, part by part, each with its own headers', async () => {
    const { page, responses } = await setBatch()
    const { value } = await page('/messages?$select=id')
    const answers = await responses([
      ...value.map(({ id }, index) =>
        get(index + 1, `/me/messages/${id}?$select=subject`, { headers: { Prefer: immutable } }),
      ),
      get('lost', '/me/messages/x'),
    ])
    expect(answers.map(({ id }) => id)).not.toEqual(['1', '2', '3', 'lost'])
    const byId = new Map(answers.map((answer) => [answer.id, answer]))
    for (const number of upTo(3)) {
      expect(byId.get(String(number))).toMatchObject({
        status: 200,
        headers: { 'Preference-Applied': immutable },
        body: { id: value[number - 1]?.id, subject: `Letter ${number}` },
      })
    }
    expect(byId.get('lost')).toMatchObject({ status: 400, body: { error: { code: 'ErrorInvalidIdMalformed' } } })
  })

  test('asks for ids of its parts part by part', async () => {
    const { responses } = await setBatch([1])
    const answers = await responses([
      get('with', 'me/messages', { headers: { prefer: immutable } }),
      get('without', 'me/messages'),
    ])
    const rowsIn = (id: string) => answers.flatMap((answer) => (answer.id === id ? (answer.body.value as Row[]) : []))
    const idIn = (id: string) => rowsIn(id)[0]?.id
    expect(idIn('with')).toMatch(/^AAkA/)
    expect(idIn('without')).toMatch(/^AAMk/)
  })

  test('has parts refused for the rate one by one, with a time among their headers', async () => {
    const { responses, world } = await setBatch([1])
    world.weather.throttle = 1
    const answers = await responses(upTo(4).map((number) => get(number, '/me/messages?$select=id')))
    const refused = answers.filter(({ status }) => status === 429)
    // The first is over the limit, and the rest came before its time was over.
    expect(refused).toHaveLength(4)
    for (const { headers } of refused) expect(headers['Retry-After']).toBe('20')
  })

  test('goes four at a time, so that a call beside it finds no room', async () => {
    const { post, read } = await setBatch([1])
    const [batch, beside] = await Promise.all([
      post({ requests: upTo(8).map((number) => get(number, '/me/messages?$select=id')) }),
      new Promise((resolve) => setTimeout(resolve)).then(() => read('/messages')),
    ])
    const statuses = (await batch.json<{ responses: BatchAnswer[] }>()).responses.map(({ status }) => status)
    expect([...statuses, beside.status]).toContain(429)
    const alone = await (await post({ requests: upTo(20).map((number) => get(number, '/me/messages')) })).json<{
      responses: BatchAnswer[]
    }>()
    expect(alone.responses.every(({ status }) => status === 200)).toBe(true)
  })

  test('keeps an order that its parts depend on, and fails what depends on a failure', async () => {
    const { responses } = await setBatch([1])
    const answers = await responses([
      get(1, '/me/messages/x'),
      get(2, '/me/messages', { dependsOn: ['1'] }),
      get(3, '/me/messages', { dependsOn: ['2'] }),
      get(4, '/me/messages'),
    ])
    const statuses = Object.fromEntries(answers.map(({ id, status }) => [id, status]))
    expect(statuses).toEqual({ 1: 400, 2: 424, 3: 424, 4: 200 })
  })

  test.each([
    ['more than twenty parts', upTo(21).map((number) => get(number, '/me/messages'))],
    ['an id twice', [get('a', '/me'), get('A', '/me')]],
    ['a part without an id', [{ method: 'GET', url: '/me' }]],
    ['a whole address', [get(1, 'https://graph.microsoft.com/v1.0/me')]],
    ['a part that depends on none', [get(1, '/me', { dependsOn: ['9'] })]],
    ['parts that wait for each other', [get(1, '/me', { dependsOn: ['2'] }), get(2, '/me', { dependsOn: ['1'] })]],
  ])('is refused as a whole for %s', async (_what, requests) => {
    const { post } = await setBatch()
    expect(await refusalOf(await post({ requests }))).toEqual([400, 'BadRequest'])
  })

  test('is no batch without requests, and nobody’s without a token', async () => {
    const { post, microsoft } = await setBatch()
    expect((await post({})).status).toBe(400)
    expect((await post('x')).status).toBe(400)
    expect((await microsoft.request(`${graphRoot}/$batch`, { method: 'POST', body: '{"requests":[]}' })).status).toBe(
      401,
    )
  })

  test('costs what its parts cost, and refuses writing', async () => {
    const { responses, microsoft } = await setBatch([1])
    const answers = await responses([
      get(1, '/me/messages'),
      get(2, '/me'),
      { id: '3', method: 'DELETE', url: '/me/messages/x' },
    ])
    expect(answers.find(({ id }) => id === '3')?.status).toBe(405)
    expect(microsoft.usage()).toMatchObject({ requests: 1, outlook: { units: 1 } })
  })

  test('is struck as a whole and in its parts by turns', async () => {
    const { post, world } = await setBatch([1])
    world.weather.outage = 2
    const requests = [get(1, '/me/messages'), get(2, '/me/messages')]
    expect((await post({ requests })).status).toBe(503)
    const second = await (await post({ requests })).json<{ responses: BatchAnswer[] }>()
    expect(second.responses.map(({ status }) => status).sort()).toEqual([200, 503])
  })
})
