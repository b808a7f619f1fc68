/** The frame around every page: the bar that says that this is the sandbox, and the headers that keep it to itself. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Owner } from '../world.ts'
import type { Setting } from './setting.ts'
import { isoTime, placeOf, shortTime } from './times.ts'

export type Html = ReturnType<typeof html>

export interface Frame {
  readonly title: string
  readonly setting: Setting
  readonly place: 'desk' | 'mail'
  /** In whose zone the clock is shown: the first one's where it is nobody's page. */
  readonly owner?: Owner | undefined
  /** What belongs into the head of this page alone. */
  readonly head?: Html
  readonly content: Html
}

export const show = (c: Context, page: Frame, status: 200 | 404 | 422 | 502 = 200): Response | Promise<Response> =>
  c.html(frame(page), status, {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    // Not `no-referrer`: with that a browser does not say where a form was, and the guard asks.
    'Referrer-Policy': 'same-origin',
  })

/** A sentence that something has been done; announced, because the page looks much as before. */
export const notice = (text: Html | string): Html => html`<p class="notice" role="status">${text}</p>`

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const frame = ({ title, setting, place, owner, head, content }: Frame): Html =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Sandbox</title>
<link rel="icon" href="/console/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/console/style.css">
${head ?? ''}
</head>
<body class="${place}">
<a class="skip" href="#main">Skip to the content</a>
${bar(setting, place, owner ?? setting.world.mailboxes[0]?.owner)}
<main id="main">
${content}
</main>
</body>
</html>`

const bar = ({ world, productUrl }: Setting, place: Frame['place'], owner: Owner | undefined): Html => {
  const now = world.clock.now()
  const zone = owner?.zone ?? 'UTC'
  const current = (own: Frame['place']) => (own === place ? html` aria-current="true"` : '')
  return html`<header class="bar">
<p><strong>Sandbox</strong> – simulated, nothing leaves this machine</p>
<p><span class="aside">It is </span><time datetime="${isoTime(now)}">${shortTime(now, zone)}</time> <span>in ${placeOf(zone)}</span></p>
<nav aria-label="Sandbox"><a href="/"${current('desk')}>Desk</a> <a href="/gmail/"${current('mail')}>Mail</a> <a href="${productUrl}/">Perennial</a></nav>
</header>`
}
