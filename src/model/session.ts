/** A signed-in browser, as its user sees it. Pure. */
import type { Instant } from './time.ts'

export interface Session {
  /** Names the session. Nobody signs in with it: the cookie holds what it is the digest of. */
  readonly digest: string
  readonly createdAt: Instant
  /** To the hour. */
  readonly lastSeenAt: Instant
  readonly browser: BrowserFamily
}

/** All we keep of what a browser says of itself: enough to tell a phone from a laptop's other browser. */
export type BrowserFamily = 'edge' | 'opera' | 'samsung' | 'firefox' | 'chrome' | 'safari' | 'other'

/** By the User-Agent header (RFC 9110 §10.1.5). Browsers name those they want to be taken for, so the order matters. */
export const browserFamilyOf = (userAgent: string): BrowserFamily =>
  families.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other'

/** As it lies in its column. */
export const knownBrowserFamily = (text: string): BrowserFamily =>
  families.find(([family]) => family === text)?.[0] ?? 'other'

const families: readonly (readonly [BrowserFamily, RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\b(?:OPR|Opera)\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|Chromium|CriOS)\//],
  ['safari', /\bVersion\/[\d.]+ (?:Mobile\/\S+ )?Safari\//],
]
