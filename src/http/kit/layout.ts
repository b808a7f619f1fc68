/** The frame around every page. */
import { html } from 'hono/html'

export type Html = ReturnType<typeof html>

export type Section = 'people' | 'reports' | 'accounts' | 'settings'

export interface Page {
  readonly title: string
  /** The section the visitor is in; null for pages that need nobody signed in. */
  readonly section: Section | null
  readonly body: Html
  /** A page that has its own small script. */
  readonly script?: string
}

export const layout = ({ title, section, body, script }: Page): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Perennial</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/app.css">
${script === undefined ? '' : html`<script src="${script}" defer></script>`}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${section === null ? '' : navigation(section)}
<main id="main"${section === null ? html` class="alone"` : ''}>${body}</main>
</body>
</html>`

const sections: readonly { readonly section: Section; readonly label: string }[] = [
  { section: 'people', label: 'People' },
  { section: 'reports', label: 'Reports' },
  { section: 'accounts', label: 'Accounts' },
  { section: 'settings', label: 'Settings' },
]

const navigation = (current: Section): Html => html`<header class="top"><nav aria-label="Main">
<a class="brand" href="/people">Perennial</a>
${sections.map(
  ({ section, label }) =>
    html`<a href="/${section}"${section === current ? html` aria-current="page"` : ''}>${label}</a>`,
)}
</nav></header>`
