/**
 * `node test/browser/mails.ts`: photographs the mail as a full week, a quiet one and a first one make it, at three widths,
 * light and dark, and once zoomed to twice its size, into `test/browser/screenshots/` for people to look at.
 */
import '../linked.ts'
import { mkdir } from 'node:fs/promises'
import { firstWeek, fullWeek, quietWeek, render } from '../deliver/render/specimen.ts'
import { openChromium } from './perennial.ts'

const folder = new URL('screenshots/', import.meta.url).pathname
await mkdir(folder, { recursive: true })
const browser = await openChromium()
try {
  for (const [name, week] of [
    ['full', fullWeek],
    ['quiet', quietWeek],
    ['first', firstWeek],
  ] as const) {
    const { html, subject } = await render({}, week)
    console.log(`${name}: ${subject} (${Buffer.byteLength(html)} bytes)`)
    for (const [width, scale] of [
      [600, 1],
      [375, 1],
      [320, 1],
      [600, 2],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        // Zooming to 200 % halves the width in CSS pixels, and that is what a reader's zoom does.
        const page = await browser.newPage({
          viewport: { width: width / scale, height: 900 },
          colorScheme,
          deviceScaleFactor: scale,
        })
        await page.setContent(html)
        const zoom = scale === 1 ? '' : '-zoomed'
        await page.screenshot({ path: `${folder}mail-${name}-${width}${zoom}-${colorScheme}.png`, fullPage: true })
        const overflow = Number(
          await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        )
        if (overflow > 0) console.log(`${name} is ${overflow} px too wide at ${width}${zoom}`)
        await page.close()
      }
    }
  }
} finally {
  await browser.close()
}
