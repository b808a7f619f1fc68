/** What the page of a person says of how it stands must be one verdict; namesakes in the list can be told apart. */
import { expect, test } from 'vitest'
import { openRead } from '../../fixture.ts'
import { mailboxOf, rhythm } from '../../story.ts'

const browserOver = async (...lines: Parameters<typeof mailboxOf>[0][]) =>
  (await openRead([mailboxOf(lines.flat())])).browser

test('a little longer than usual is no break of a tie that thrives', async () => {
  const browser = await browserOver(rhythm('Bo Ek <bo@example.com>', 14, 500, 23))
  const page = await browser.read('/people/0')
  expect(page).toContain('Thriving')
  expect(page).toContain('<p class="lead">You usually talk')
  expect(page).toContain('longer than usual')
  expect(page).not.toContain('fell out of step')
})

test('a tie that fades tells when it broke', async () => {
  const browser = await browserOver(rhythm('Bo Ek <bo@example.com>', 14, 500, 200))
  const page = await browser.read('/people/0')
  expect(page).toContain('Fading')
  expect(page).toContain('You fell out of step around')
})

test('two of one name are listed with their addresses, everybody else without', async () => {
  const browser = await browserOver(
    rhythm('Bo Ek <bo@example.com>', 14, 200, 5),
    rhythm('Bo Ek <b.ek@other.example>', 20, 200, 5),
    rhythm('Cy Berg <cy@example.com>', 20, 200, 5),
  )
  const list = (await browser.read('/people')).split('id="everyone"')[1] ?? ''
  for (const address of ['bo@example.com', 'b.ek@other.example']) expect(list).toContain(address)
  expect(list).not.toContain('cy@example.com')
})
