/** The Worker as it is deployed, with the static files beside it and without them. */
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { expect, test } from 'vitest'
import { assetsFolder, bundle } from '../sandbox/bundle.ts'

const settings = {
  PUBLIC_URL: 'https://perennial.example.org',
  GOOGLE_CLIENT_ID: 'id',
  GOOGLE_CLIENT_SECRET: 'secret',
  MAIL_FROM: 'weekly@perennial.example.org',
  RESEND_API_KEY: 'key',
  KEYS: 'A'.repeat(43),
}

test('the Worker reads its words from the static files, and says what is missing where there are none', async () => {
  const worker = { modules: true, script: await bundle('src/worker.ts'), compatibilityDate: '2026-11-01' }
  const assets = { directory: assetsFolder, binding: 'ASSETS', routerConfig: { has_user_worker: true } }
  const whole = new Miniflare(convertV4MiniflareOptions({ ...worker, bindings: settings, d1Databases: ['DB'], assets }))
  const bare = new Miniflare(convertV4MiniflareOptions({ ...worker, bindings: settings, d1Databases: ['DB'] }))
  try {
    const answer = await whole.dispatchFetch('https://perennial.example.org/privacy')
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<html')])
    const refusal = await bare.dispatchFetch('https://perennial.example.org/privacy')
    expect([refusal.status, await refusal.text()]).toEqual([500, expect.stringContaining('vocabulary.txt')])
  } finally {
    await Promise.all([whole.dispose(), bare.dispose()])
  }
})
