/** Where a link of Graph's may lead: the token goes to Graph, whatever the link says. */
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/model/time.ts'
import { createGraphClient } from '../../../src/providers/microsoft/client.ts'

const root = 'https://graph.microsoft.com'
const ask = { now: 1_790_000_000 as Instant, scope: 'Mail.ReadBasic' }
const access = { token: 'secret', scopes: [] }

const open = () => {
  const asked: Request[] = []
  const client = createGraphClient(async (input, init) => {
    asked.push(new Request(input, init))
    return Response.json({ value: [] })
  }, new URL(root))
  return { client, asked }
}

describe('a link', () => {
  test.each([
    'https://elsewhere.example/v1.0/me/messages',
    'https://graph.microsoft.com@elsewhere.example/v1.0/me',
    'https://graph.microsoft.com.elsewhere.example/v1.0/me',
    'https://graph.microsoft.com/beta/me/messages',
    'http://graph.microsoft.com/v1.0/me/messages',
    '//elsewhere.example/v1.0/me',
    '/v1.0/me',
    17,
    null,
  ])('that leads elsewhere is none: %s', (link) => {
    expect(open().client.pathOf(link)).toBeNull()
  })

  test.each([
    '/me/messages/delta?$skiptoken=https://elsewhere.example/v1.0/me',
    '/me/messages/delta?$skiptoken=HTTPS://elsewhere.example/v1.0/me',
    '/me/messages/https://elsewhere.example/v1.0/me',
    '/../../https://elsewhere.example/v1.0/me',
    '//elsewhere.example/me',
    '/\\elsewhere.example/me',
    '/@elsewhere.example/me',
  ])('that has another address within it leads to Graph all the same: %s', async (path) => {
    const { client, asked } = open()
    const kept = client.pathOf(`${root}/v1.0${path}`)
    await client.get(access, kept ?? '', ask)
    expect(asked.map(({ url }) => new URL(url).origin)).toEqual([root])
  })

  test('is asked for as it is where nothing is wrong with it', async () => {
    const { client, asked } = open()
    const link = `${root}/v1.0/me/mailFolders/AQMk=/messages/delta?$deltatoken=a%2Fb+c==&$select=from`
    await client.get(access, client.pathOf(link) ?? '', ask)
    expect(asked[0]?.url).toContain('$deltatoken=a%2Fb+c==')
  })

  test('not even a path leads elsewhere', async () => {
    const { client, asked } = open()
    const answer = await client.get(access, 'https://elsewhere.example/v1.0/me', ask)
    expect(answer.ok).toBe(false)
    expect(asked).toEqual([])
  })
})
