/** The frame around every page. */
import { html } from 'hono/html'
import { frame } from '../../words/page.ts'

export type Html = ReturnType<typeof html>

export type Section = keyof typeof frame.sections

export interface PageView {
  readonly title: string
  /** The section the visitor is in; null for pages that need nobody signed in. */
  readonly section: Section | null
  readonly body: Html
  /** The address of the page's own small script. */
  readonly script?: string
}

export const layout = ({ title, section, body, script }: PageView): Html =>
  html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{frame.describeTitle(title)}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/app.css" />
        {script !== undefined && <script src={script} type="module" />}
      </head>
      <body>
        <a class="skip" href="#main">
          {frame.skip}
        </a>
        {section !== null && <Navigation current={section} />}
        <main id="main" class={section === null ? 'alone' : undefined}>
          {body}
        </main>
      </body>
    </html>
  )}`

const sections: readonly Section[] = ['people', 'reports', 'accounts', 'settings']

const Navigation = ({ current }: { readonly current: Section }) => (
  <header class="top">
    <nav aria-label={frame.navigation}>
      <a class="brand" href="/people">
        {frame.brand}
      </a>
      {sections.map((section) => (
        <a href={`/${section}`} aria-current={section === current ? 'page' : undefined}>
          {frame.sections[section]}
        </a>
      ))}
    </nav>
  </header>
)
