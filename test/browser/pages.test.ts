/** The pages around the people in a real browser: each with its main act, without a fault that axe finds, and narrow. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOn, overflowOf } from './faults.ts'
import { chromiumPath, openChromium, type Running, startPerennial } from './perennial.ts'
import { owner, writeSmallMailbox } from './small-mailbox.ts'

describe.skipIf(chromiumPath === null && process.env.CI === undefined)('the pages around the people', () => {
  let home: Running
  let browser: Browser
  let tab: BrowserContext
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    const file = await writeSmallMailbox()
    home = await startPerennial(['--mbox', file, '--me', owner.address])
    browser = await openChromium()
    tab = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    tab.on('weberror', (error) => complaints.push(error.error().message))
    page = await tab.newPage()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await home?.stop()
  })

  const open = (path: string): Promise<unknown> => page.goto(`${home.product}${path}`)

  const readToTheEnd = async (): Promise<void> => {
    const state = `${home.product}/reading/state`
    while (!(await (await tab.request.get(state)).text()).includes('"isDone":true')) await page.waitForTimeout(1000)
  }

  test('the first page shows a Monday email, and leads through sign-in to the page that was asked for', async () => {
    await open('/reports')
    expect(await page.getByRole('figure', { name: 'What a Monday email looks like' }).innerText()).toContain(
      'Seven could hear from you.',
    )
    await page.getByRole('link', { name: 'Continue with Google' }).click()
    await page.getByRole('button', { name: /Allow|Continue/ }).click()
    await page.waitForURL(/\/reports$/)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Reports')
    await readToTheEnd()
  }, 300_000)

  test('icons are where browsers look for them', async () => {
    for (const path of ['/favicon.ico', '/favicon.svg', '/icon-180.png', '/icon-512.png', '/google.svg']) {
      const response = await tab.request.get(`${home.product}${path}`)
      expect(response.headers()['content-type'], path).toMatch(/^image\//)
    }
    const manifest = await (await tab.request.get(`${home.product}/manifest.webmanifest`)).json()
    for (const { src } of manifest.icons)
      expect((await tab.request.get(`${home.product}${src}`)).status(), src).toBe(200)
  })

  test('a page that is not there has the way around', async () => {
    const stray = await tab.newPage()
    const response = await stray.goto(`${home.product}/nowhere`)
    expect(response?.status()).toBe(404)
    complaints.splice(0)
    await stray.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
    expect(stray.url()).toBe(`${home.product}/settings`)
    await stray.close()
  })

  test('settings keep what was typed, say beside the field what is wrong, and work once it is put right', async () => {
    await open('/settings')
    await page.getByLabel('Time zone').fill('Europe/Berln')
    await page.getByLabel('Away from').fill('2099-12-21')
    const email = page.locator('#email')
    await email.getByRole('button', { name: 'Save' }).click()
    complaints.splice(0)
    expect(await page.getByRole('alert').innerText()).toContain('Not saved yet. Time zone, Away until need fixing')
    expect(await page.getByLabel('Time zone').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#zone-error').innerText()).toContain('Did you mean Europe/Berlin?')
    await page.getByLabel('Time zone').fill('Europe/Berlin')
    await page.getByLabel('Away until').fill('2099-12-28')
    await email.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByRole('status').innerText()).toContain('Saved.')
    expect(await page.getByLabel('Away until').inputValue()).toBe('2099-12-28')
    await page.getByLabel('Away from').fill('')
    await page.getByLabel('Away until').fill('')
    await email.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByLabel('Away until').inputValue()).toBe('')
  })

  test('whoever is missing is found under what left them out, and is back by the button beside it', async () => {
    await open('/people?q=tomas%20nwosu')
    await page.getByRole('rowheader', { name: 'Tomás Nwosu' }).getByRole('link').click()
    const theirs = page.url()
    await page.getByText('Leave out', { exact: true }).click()
    await page.getByRole('button', { name: 'Leave Tomás out' }).click()
    await page.goto(theirs)
    expect(await page.locator('.lead').innerText()).toContain('You left them out on')
    await open('/people/excluded')
    await page.getByRole('link', { name: 'You left them out' }).click()
    expect(await page.locator('main').innerText()).toContain('Tomás Nwosu')
    await open('/people/excluded')
    await page.getByLabel('A name, an address or a domain').fill('tomas nwosu')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await page.locator('main').innerText()).toContain('is among your people')
    await page.goto(theirs)
    expect(await page.getByRole('link', { name: 'Write to Tomás' }).isVisible()).toBe(true)
  })

  test('a link to the deleting opens what it is folded in', async () => {
    await open('/settings#delete')
    expect(await page.getByLabel('I’m sure').isVisible()).toBe(true)
  })

  test('on paper, there are people, on white, and nothing to press', async () => {
    await open('/people?sort=name')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await page.locator('nav, .button, .linky').filter({ visible: true }).count()).toBe(0)
    expect(await page.locator('table.list tbody tr').filter({ visible: true }).count()).toBeGreaterThan(10)
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  })

  describe('no page has a fault', () => {
    const paths = ['/settings', '/reports', '/people/excluded', '/accounts', '/your-data', '/privacy']
    const looks = [
      { colorScheme: 'light', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'none' },
      { colorScheme: 'light', forcedColors: 'active' },
    ] as const

    test.each(looks)(
      'in $colorScheme, forced colours $forcedColors',
      async (look) => {
        const stranger = await (await browser.newContext(look)).newPage()
        await stranger.goto(home.product)
        const found = (await faultsOn(stranger)).map((fault) => `/: ${fault}`)
        await stranger.context().close()
        await page.emulateMedia(look)
        for (const path of paths) {
          await open(path)
          for (const fault of await faultsOn(page)) found.push(`${path}: ${fault}`)
        }
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
        expect(found).toEqual([])
      },
      120_000,
    )

    test.each([320, 375, 640, 768, 1280])(
      'or is wider than %i pixels',
      async (width) => {
        const found: string[] = []
        const look = async (of: Page, path: string): Promise<void> => {
          await of.setViewportSize({ width, height: 900 })
          await of.goto(`${home.product}${path}`)
          const over = await overflowOf(of)
          if (over > 0) found.push(`${path} by ${over}`)
        }
        const stranger = await (await browser.newContext()).newPage()
        await look(stranger, '/')
        await stranger.context().close()
        for (const path of paths) await look(page, path)
        await page.setViewportSize({ width: 1280, height: 900 })
        expect(found).toEqual([])
      },
      60_000,
    )
  })

  test('no page complained', () => {
    expect(complaints).toEqual([])
  })
})
