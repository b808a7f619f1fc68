import { openChromium } from './test/browser/perennial.ts'
const product = 'http://localhost:9480'
const c = process.argv[2] ?? ''
const browser = await openChromium()
for (const [w, scheme] of [[1280, 'light'], [375, 'light'], [1280, 'dark'], [375, 'dark']] as const) {
  const out = await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme })
  const page = await out.newPage()
  await page.goto(c)
  await page.screenshot({ path: `/tmp/voice-c-${w}-${scheme}.png`, fullPage: true })
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  if (wide) console.log('overflow', w, scheme)
  await out.close()
  const own = await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme, storageState: '/tmp/voice-state.json' })
  const p = await own.newPage()
  await p.goto(`${product}/settings`)
  await p.locator('#check-ins').screenshot({ path: `/tmp/voice-s-${w}-${scheme}.png` })
  await own.close()
}
await browser.close()
