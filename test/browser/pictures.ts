/**
 * `node test/browser/pictures.ts`: walks through the product and photographs every page, wide and narrow, light and dark,
 * into `test/browser/screenshots/` for people to look at; and takes the README's two pictures anew.
 */
import '../linked.ts'
import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { openChromium, startPerennial } from './perennial.ts'

const folder = new URL('screenshots/', import.meta.url).pathname
const readme = new URL('pictures/', import.meta.url).pathname
await Promise.all([folder, readme].map((path) => mkdir(path, { recursive: true })))

const home = await startPerennial()
const browser = await openChromium()
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
const page = await context.newPage()

const looks = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 375, scheme: 'light' },
  { width: 375, scheme: 'dark' },
] as const

/** As text: it runs in the page, whose globals are not this program's. */
const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

const photograph = async (name: string, of: Page = page): Promise<void> => {
  for (const { width, scheme } of looks) {
    await of.emulateMedia({ colorScheme: scheme })
    await of.setViewportSize({ width, height: 900 })
    await of.screenshot({ path: `${folder}${name}-${width}-${scheme}.png`, fullPage: true })
    const overflow = Number(await of.evaluate(tooWide))
    if (overflow > 0) console.log(`${name} is ${overflow} px too wide at ${width}`)
  }
  await of.emulateMedia({ colorScheme: 'light' })
  await of.setViewportSize({ width: 1280, height: 900 })
}

try {
  await page.goto(home.product)
  await photograph('landing')
  await page.getByText('Continue with Google').click()
  await photograph('consent')
  await page.getByRole('button', { name: /Allow|Continue/ }).click()
  await page.waitForTimeout(4000)
  await photograph('reading')
  for (let second = 0; second < 300; second += 2) {
    await page.goto(`${home.product}/reading`)
    if ((await page.locator('main').innerText()).includes('last five years is read')) break
    await page.waitForTimeout(2000)
  }
  await photograph('read')
  await page.goto(home.sandboxConsole)
  await photograph('desk')
  await page.getByRole('button', { name: 'Bring on Monday' }).click()
  await page.waitForURL(/done=monday/, { timeout: 60_000 })
  await photograph('inbox')
  await page
    .getByRole('link', { name: /could hear from you/ })
    .first()
    .click()
  await photograph('letter')
  const mail = await context.newPage()
  await mail.goto(`${page.url().split('?')[0]}/body`)
  for (const width of [600, 375, 320]) {
    for (const scheme of ['light', 'dark'] as const) {
      await mail.emulateMedia({ colorScheme: scheme })
      await mail.setViewportSize({ width, height: 900 })
      await mail.screenshot({ path: `${folder}email-${width}-${scheme}.png`, fullPage: true })
    }
  }
  await mail.emulateMedia({ colorScheme: 'light' })
  await mail.setViewportSize({ width: 640, height: 900 })
  await mail.screenshot({ path: `${readme}email.png` })
  const links = await mail.locator('a').evaluateAll((found) => found.map((each) => each.getAttribute('href') ?? ''))
  const own = [...new Set(links.filter((link) => link.startsWith(home.product)))].slice(0, 8)
  for (const [index, link] of own.entries()) {
    await mail.goto(link)
    await photograph(`email-link-${index}`, mail)
  }
  await page.goto(`${home.product}/people`)
  await page.screenshot({ path: `${readme}people.png` })
  const seen = new Set<string>()
  const waiting = ['/people', '/reports', '/accounts', '/settings']
  for (let path = waiting.shift(); path !== undefined && seen.size < 40; path = waiting.shift()) {
    const kind = path.replace(/\d+/g, 'N').replace(/\?.*/, '')
    if (seen.has(kind)) continue
    seen.add(kind)
    await page.goto(`${home.product}${path}`)
    await photograph(kind.slice(1).replaceAll('/', '-'))
    const further = await page
      .locator('main a')
      .evaluateAll((found) => found.map((each) => each.getAttribute('href') ?? ''))
    waiting.push(...further.filter((link) => link.startsWith('/')))
  }
  console.log(`Photographed: ${[...seen].join(', ')}`)
} finally {
  await browser.close()
  await home.stop()
}
