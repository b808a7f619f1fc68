/**
 * What a person sees of the sandbox in a browser: the desk, from which the world is moved, and the webmail of the people
 * who live in it.
 *
 * - `/` the desk: whose mailbox it is, the clock, Monday, the next sync, the weather
 * - `/gmail/` the webmail of everybody, whichever provider they are read through
 * - its compose window, where the product's links lead: as Gmail's at `/gmail/mail/?view=cm&…`, as Outlook's at
 *   `/outlook/mail/deeplink/compose?…` (work) and `/outlook/mail/0/deeplink/compose?…` (personal)
 *
 * Simulated: folders, reading, throwing away, writing, and answers to what was written. Not simulated: search, drafts,
 * attachments, and mail between two people of the same world. Runs in Node and in workerd; no page needs a script.
 */
import { Hono } from 'hono'
import type { World } from '../world.ts'
import { createFront } from './front.ts'
import { guard } from './guard.ts'
import { createOutlook } from './outlook.ts'
import type { ConsoleControls, Setting } from './setting.ts'
import { createWebmail } from './webmail.ts'

export type { ConsoleControls } from './setting.ts'

export interface ConsoleOptions {
  /** Root of its addresses: `http://localhost:8788`. */
  readonly origin: string
  /** Where the product is: `http://localhost:8787`. */
  readonly productUrl: string
  readonly controls: ConsoleControls
}

export const createConsole = (world: World, { origin, productUrl, controls }: ConsoleOptions): Hono => {
  const setting: Setting = { world, productUrl, controls }
  const app = new Hono()
  // Path by path, because the desk shares its root with the simulated providers.
  for (const path of ['/', '/console/*', '/gmail/*', '/outlook/*']) app.use(path, guard(origin))
  app.route('/', createFront(setting))
  app.route('/', createWebmail(setting))
  app.route('/', createOutlook(setting))
  return app
}
