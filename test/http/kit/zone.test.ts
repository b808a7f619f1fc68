/** Where a visitor's clock stands, as far as the edge says. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { zoneOfVisitor } from '../../../src/http/kit/zone.ts'

/** As the edge hands it on: `cf` is the request's own, and nobody sets it. */
const requestFrom = (cf: object | undefined): Request =>
  Object.defineProperty(new Request('https://perennial.test/'), 'cf', { value: cf })

const zoneTold = async (cf: object | undefined): Promise<unknown> => {
  const app = new Hono().get('/', (context) => context.json(zoneOfVisitor(context)))
  return (await app.fetch(requestFrom(cf))).json()
}

test('a zone that exists holds; anything else says nothing', async () => {
  expect(await zoneTold({ timezone: 'America/New_York' })).toBe('America/New_York')
  expect(await zoneTold({ timezone: 'Europe/Atlantis' })).toBeNull()
  expect(await zoneTold({})).toBeNull()
  expect(await zoneTold(undefined)).toBeNull()
})
