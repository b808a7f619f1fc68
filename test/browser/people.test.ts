/** The pages about people in a real browser: what each is for, without a fault that axe finds, narrow, and without scripts. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOn, overflowOf } from './faults.ts'
import { chromiumPath, openChromium, type Running, startPerennial } from './perennial.ts'
import { owner, writeSmallMailbox } from './small-mailbox.ts'

describe.skipIf(chromiumPath === null && process.env.CI === undefined)('the pages about people', () => {
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
    await page.goto(home.product)
    await page.getByText('Continue with Google').click()
    await page.getByRole('button', { name: /Allow|Continue/ }).click()
    await page.waitForURL(/\/reading/)
    while (!(await isRead())) await page.waitForTimeout(1000)
  }, 400_000)

  afterAll(async () => {
    await browser?.close()
    await home?.stop()
  })

  const isRead = async (): Promise<boolean> =>
    (await (await tab.request.get(`${home.product}/reading/state`)).text()).includes('"isDone":true')

  const open = (path: string): Promise<unknown> => page.goto(`${home.product}${path}`)

  const pathOf = async (name: string): Promise<string> => {
    await open('/people?sort=name')
    return (await page.getByRole('rowheader', { name }).getByRole('link').getAttribute('href')) ?? ''
  }

  test('the first page says how things are, and its first button leads to a draft', async () => {
    await open('/people')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/could hear from you|no one needs/i)
    await page
      .getByRole('link', { name: /^(Write|Reply) to / })
      .first()
      .click()
    expect(await page.locator('#text').inputValue()).toMatch(/Lena/)
  })

  test('the picture has everybody it speaks of in the legend, and its counts add up', async () => {
    await open('/people')
    const legend = await page.locator('p.key a').allInnerTexts()
    const counted = legend.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)
    const [, all] = /of (\d+) people|^(\d+) people/m.exec(await page.locator('nav[aria-label=Pages]').innerText()) ?? []
    expect(counted).toBe(Number(all))
    expect(await page.locator('svg.fan a').count()).toBeGreaterThan(20)
  })

  test('the search finds while somebody types, without accents, and filters narrow it', async () => {
    await open('/people')
    await page.getByLabel('Find a name or address').pressSequentially('tomas')
    await expect.poll(() => page.locator('table.list tbody tr').count()).toBeLessThan(6)
    expect(await page.locator('table.list').innerText()).toContain('Tomás')
    await page.getByLabel('Find a name or address').fill('')
    await page.getByLabel('Rhythm', { exact: true }).selectOption({ index: 1 })
    await expect.poll(() => page.url()).toContain('band=thriving')
  })

  test('the menu of an ask puts somebody off, and takes it back', async () => {
    await open('/people')
    const [before] = await page.locator('.asks h3').allInnerTexts()
    await page.locator('.asks .more summary').first().click()
    await page.getByRole('button', { name: 'Not now' }).first().click()
    expect(await page.locator('main').innerText()).toContain('snoozed')
    await page.getByRole('button', { name: 'Undo' }).click()
    await open('/people')
    expect((await page.locator('.asks h3').allInnerTexts())[0]).toBe(before)
  })

  test('a person’s page shows the years and leads to a draft', async () => {
    await open(await pathOf('Ingrid Solheim'))
    expect(await page.locator('svg.time.wide').getAttribute('aria-label')).toContain('Emails and meetings with Ingrid')
    await page.getByText('Rhythm', { exact: true }).click()
    expect(await page.getByLabel('Ideally').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Write to Ingrid' }).click()
    expect(page.url()).toContain('/text')
  })

  test('triage is gone through by keyboard', async () => {
    await open('/people/triage')
    await page.locator('.triage fieldset input:checked').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('3')
    const chosen = page.locator('.triage fieldset').nth(1).locator('input[value=n]')
    expect(await chosen.isChecked()).toBe(true)
    await page.keyboard.press('u')
    expect(await chosen.isChecked()).toBe(false)
    await page.keyboard.press('3')
    await page.keyboard.press('Enter')
    await page.waitForURL(/correction=/)
    expect(await page.locator('main').innerText()).toContain('1 left out')
    await page.getByRole('button', { name: 'Undo' }).click()
  })

  describe('no page has a fault', () => {
    const looks = [
      { colorScheme: 'light', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'none' },
      { colorScheme: 'light', forcedColors: 'active' },
    ] as const

    test.each(looks)(
      'in $colorScheme, forced colours $forcedColors',
      async (look) => {
        const paths = ['/people', '/people?q=tomas', await pathOf('Ingrid Solheim'), '/people/triage', '/people/groups']
        await page.emulateMedia(look)
        const found: string[] = []
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
        await page.setViewportSize({ width, height: 900 })
        const found: string[] = []
        for (const path of [
          '/people',
          await pathOf('Ingrid Solheim'),
          '/people/triage',
          '/reports',
          '/accounts',
          '/settings',
        ]) {
          await open(path)
          const over = await overflowOf(page)
          if (over > 0) found.push(`${path} by ${over}`)
        }
        await page.setViewportSize({ width: 1280, height: 900 })
        expect(found).toEqual([])
      },
      60_000,
    )
  })

  test('the list and the triage work without scripts', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await tab.storageState() })
    const bare = await plain.newPage()
    await bare.goto(`${home.product}/people`)
    await bare.getByLabel('Find a name or address').fill('tomas')
    await bare.getByRole('button', { name: 'Show' }).click()
    expect(await bare.locator('table.list tbody tr').count()).toBeLessThan(6)
    await bare.goto(`${home.product}/people/triage`)
    await bare.getByRole('button', { name: 'Done' }).click()
    expect(await bare.locator('main').innerText()).toContain('nothing was wrong')
    await plain.close()
  })

  test('no page complained', () => {
    expect(complaints).toEqual([])
  })
})
