import { expect, test } from 'vitest'
import { browserFamilyOf, knownBrowserFamily } from '../../src/model/session.ts'

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1'
const chromium = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'

test.each([
  ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'],
  [
    'firefox',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 FxiOS/133.0 Mobile/15E148 Safari/605.1.15',
  ],
  ['chrome', chromium],
  [
    'chrome',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/131.0 Mobile/15E148 Safari/604.1',
  ],
  ['edge', `${chromium} Edg/131.0.0.0`],
  ['edge', `${chromium.replace('Safari', 'Mobile Safari')} EdgA/131.0.0.0`],
  ['opera', `${chromium} OPR/115.0.0.0`],
  [
    'samsung',
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
  ],
  ['safari', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15`],
  ['safari', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${safari} Mobile/15E148 Safari/604.1`],
  ['other', 'curl/8.11.0'],
  ['other', ''],
])('%s is told by the header %s', (family, userAgent) => {
  expect(browserFamilyOf(userAgent)).toBe(family)
})

test('a family that nobody knows any more is another browser', () => {
  expect([knownBrowserFamily('firefox'), knownBrowserFamily('netscape')]).toEqual(['firefox', 'other'])
})
