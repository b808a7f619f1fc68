/** What is wrong with a page, as a browser sees it. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** A line for each fault that axe finds. */
export const faultsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  return page.evaluate<readonly string[]>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  )
}

/** By how many pixels a page is wider than its window. */
export const overflowOf = async (page: Page): Promise<number> => Number(await page.evaluate(tooWide))

/** As text: it runs in the page, whose globals are not this program's. */
const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
