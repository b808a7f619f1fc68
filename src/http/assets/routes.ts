/** The stylesheet, the icon and the few lines of script. Served by the Worker, so that pages load nothing from elsewhere. */
import { Hono } from 'hono'
import { checkInScript, readingScript } from './scripts.ts'
import { stylesheet } from './stylesheet.ts'

/** Short, so that a new version is seen soon; browsers revalidate for nothing but a few hundred bytes. */
const cached = 'public, max-age=300'

export const assetRoutes = new Hono()
  .get('/app.css', (context) =>
    context.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': cached }),
  )
  .get('/favicon.svg', (context) =>
    context.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': cached }),
  )
  .get('/reading.js', (context) => context.body(readingScript, 200, script))
  .get('/check-in.js', (context) => context.body(checkInScript, 200, script))
  .get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /\n'))

const script = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': cached }

/** A leaf that stays green. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f6b4a"/><path d="M8 23c0-8 5-14 16-15-1 11-7 16-15 16l6-8" fill="none" stroke="#fffdf9" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`
