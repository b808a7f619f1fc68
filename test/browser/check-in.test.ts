/** A check-in as it is really sent: Monday, its link, the compose window, the send button, and what the next Monday says of it. */
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, openChromium, type Running, startPerennial } from './perennial.ts'
import { owner, writeSmallMailbox } from './small-mailbox.ts'

describe.skipIf(chromiumPath === null && process.env.CI === undefined)('a check-in', () => {
  let home: Running
  let browser: Browser
  let tab: BrowserContext
  let page: Page

  beforeAll(async () => {
    const file = await writeSmallMailbox([4, 5, 7])
    home = await startPerennial(['--mbox', file, '--me', owner.address])
    browser = await openChromium()
    tab = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    page = await tab.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(home.product)
    await page.getByText('Continue with Google').first().click()
    await page.getByRole('button', { name: /Allow|Continue/ }).click()
    await page.waitForURL(/\/reading/)
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await home?.stop()
  })

  /** What went well is told only once all of the past is read. */
  test('can say what came of it once everything is read', async () => {
    await expect.poll(headline, { timeout: 600_000, interval: 3000 }).toContain('We’ve gathered your people')
  }, 620_000)

  const headline = async (): Promise<string> => {
    await page.goto(`${home.product}/reading`)
    return page.getByRole('heading', { level: 1 }).innerText()
  }

  const bringOnMonday = async (): Promise<FrameLocator> => {
    await page.goto(home.sandboxConsole)
    await page.getByRole('button', { name: 'Bring on Monday' }).click()
    await page.waitForURL(/done=monday/, { timeout: 180_000 })
    // Whatever its subject is: only a mail of today has an hour.
    await page
      .getByRole('link', { name: /Perennial/ })
      .filter({ hasText: /\d\d:\d\d/ })
      .first()
      .click()
    const mail = page.frameLocator('iframe[title="The mail"]')
    await mail.getByRole('heading', { level: 2 }).first().waitFor()
    return mail
  }

  /** Nobody may wait for a reply on the first, and a provider that answers late costs the week its subjects. */
  const mondayWithReply = async (): Promise<FrameLocator> => {
    for (let week = 1; week < maxWeeks; week += 1) {
      const mail = await bringOnMonday()
      const replies = await mail.getByRole('link', { name: /^Reply to / }).count()
      if (replies > 0 && /Last (?:email|meeting):?\s+“/.test(await mail.locator('body').innerText())) return mail
    }
    return bringOnMonday()
  }
  const maxWeeks = 5

  test('that answers somebody goes out under their subject, and the next Monday tells it', async () => {
    const mail = await mondayWithReply()
    const button = mail.getByRole('link', { name: /^Reply to / }).first()
    const name = (await button.innerText()).replaceAll('\u00a0', ' ').replace('Reply to ', '')
    const [compose] = await Promise.all([tab.waitForEvent('page'), button.click()])
    await compose.waitForLoadState()
    const subject = await compose.locator('[name=subject]').inputValue()
    expect(subject).toMatch(/^Re: \S+/)
    expect(await mail.locator('body').innerText()).toContain(subject.replace('Re: ', ''))
    expect(await compose.locator('[name=text]').inputValue()).toContain(name)
    await compose.getByRole('button', { name: 'Send', exact: true }).click()
    await compose.waitForLoadState()
    await compose.close()
    const next = await bringOnMonday()
    expect((await next.locator('body').innerText()).replaceAll('\u00a0', ' ')).toContain(`You replied to ${name} on `)
  }, 600_000)

  test('is edited and opened on its page without a script, by a stranger to the app', async () => {
    const links = page.frameLocator('iframe[title="The mail"]').getByRole('link')
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const path = hrefs.find((href) => href.endsWith('/text')) ?? ''
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })
    const sheet = await plain.newPage()
    await sheet.goto(path)
    await sheet.getByRole('button', { name: 'Formal' }).click()
    await sheet.getByRole('button', { name: 'Deutsch' }).click()
    expect(await sheet.locator('[aria-current]').allInnerTexts()).toEqual(['Formal', 'Deutsch'])
    await sheet.locator('#text').fill('Mine & nobody else’s,\n\n1 + 1.')
    await sheet.getByRole('button', { name: 'Brief' }).click()
    expect(await sheet.getByRole('status').innerText()).toContain('so it’s still yours')
    await sheet.getByRole('button', { name: 'Open in Gmail' }).click()
    await sheet.waitForURL(/\/gmail\/mail\//)
    expect(await sheet.locator('[name=text]').inputValue()).toBe('Mine & nobody else’s,\n\n1 + 1.')
    await plain.close()
  }, 300_000)

  test('sounds as it was settled for the person, and the note takes it back', async () => {
    await page.goto(`${home.product}/people`)
    await page
      .getByRole('link', { name: /^(Write|Reply) to / })
      .first()
      .click()
    await page.getByText(/^How you write to/).click()
    await page.getByLabel('Call them').fill('Captain')
    await page.getByRole('button', { name: 'Remember this' }).click()
    expect(await page.getByRole('status').first().innerText()).toContain('you call them Captain')
    expect(await page.locator('#text').inputValue()).toContain('Captain,')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await page.locator('#text').inputValue()).not.toContain('Captain')
  }, 300_000)
})
