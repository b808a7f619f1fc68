/**
 * `node test/browser/icons.ts`: draws the icons that cannot be an SVG from the one that is, into `src/http/assets/`: for a home
 * screen, where the system rounds the corners itself, and for browsers that ask for `/favicon.ico`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { openChromium } from './perennial.ts'

const folder = new URL('../../src/http/assets/', import.meta.url).pathname
const drawing = await readFile(`${folder}favicon.svg`, 'utf8')
const square = drawing.replace(/ rx="\d+"/, '')

const browser = await openChromium()

const drawn = async (svg: string, size: number): Promise<Buffer> => {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(
    `<body style="margin:0"><img src="${image}" width="${size}" height="${size}" style="display:block">`,
  )
  const picture = await page.screenshot({ omitBackground: true })
  await page.close()
  return picture
}

/** An .ico with one picture: six bytes that say so, sixteen that describe it, and a PNG. */
const icoOf = (png: Buffer, size: number): Buffer => {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}

try {
  for (const size of [180, 192, 512]) await writeFile(`${folder}icon-${size}.png`, await drawn(square, size))
  await writeFile(`${folder}favicon.ico`, icoOf(await drawn(drawing, 32), 32))
} finally {
  await browser.close()
}
