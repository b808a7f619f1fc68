import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { localeAsked } from '../../../src/http/kit/locale.ts'

const app = new Hono().get('/', (context) => context.text(localeAsked(context)))
const asked = async (header?: string): Promise<string> =>
  (await app.request('/', { headers: header === undefined ? {} : { 'accept-language': header } })).text()

test.each([
  ['en-US,en;q=0.9', 'en-US'],
  ['fr;q=0.5, de', 'de-DE'],
  ['xx-nonsense, sv;q=0.3', 'sv-SE'],
  ['de;q=0, en-IE;q=0.2', 'en-IE'],
  ['*', 'en-GB'],
])('%s is %s', async (header, locale) => {
  expect(await asked(header)).toBe(locale)
})

test('a browser that asks for nothing gets the usual one', async () => {
  expect(await asked()).toBe('en-GB')
})
