import { openChromium } from './test/browser/perennial.ts'
const product = 'http://localhost:9480', con = 'http://localhost:9481'
const browser = await openChromium()
const tab = await browser.newContext({ viewport: { width: 1280, height: 900 } })
const page = await tab.newPage()
page.setDefaultTimeout(60000)
if (process.argv[2] === 'in') {
  await page.goto(product)
  await page.getByText('Continue with Google').first().click()
  await page.getByRole('button', { name: /Allow|Continue/ }).click()
  await page.waitForURL(/\/reading/)
  const end = Date.now() + 240000
  let n = 0
  while (Date.now() < end) { await page.goto(`${product}/people`); n = Number(/(\d+) people/.exec(await page.locator('main').innerText())?.[1] ?? 0); if (n > 120) break; await page.waitForTimeout(3000) }
  console.log('people', n)
  await tab.storageState({ path: '/tmp/voice-state.json' })
  await page.goto(con)
  await page.getByRole('button', { name: 'Bring on Monday' }).click()
  await page.waitForURL(/done=monday/, { timeout: 120000 })
  await page.getByRole('link', { name: /could hear from you/ }).first().click()
  const mail = page.frameLocator('iframe[title="The mail"]')
  const hrefs = await mail.locator('a').evaluateAll((as) => as.map((a) => a.getAttribute('href')))
  console.log(JSON.stringify(hrefs.filter((h) => h?.includes('/text'))))
}
await browser.close()
