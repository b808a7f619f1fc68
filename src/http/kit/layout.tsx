/** The frame around every page: the brand, the way around, the content, and what the product promises at its foot. */
import { html } from 'hono/html'
import { frame } from '../../words/page.ts'

export type Html = ReturnType<typeof html>

export type Section = keyof typeof frame.sections

export interface PageView {
  readonly title: string
  /** The section the visitor is in; null for pages that need nobody signed in. */
  readonly section: Section | null
  readonly body: Html
  /** Where `section` is null: somebody is signed in all the same, and wants to find back. */
  readonly isSignedIn?: boolean
  /** The address of the page's own small script. */
  readonly script?: string
  /** For a visitor who is not signed in: the words and the place of the way in, and what stands at the foot. */
  readonly visitor?: { readonly signIn: string; readonly href?: string; readonly foot: string }
}

export const layout = ({ title, section, isSignedIn = section !== null, body, script, visitor }: PageView): Html =>
  html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{frame.describeTitle(title)}</title>
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="stylesheet" href="/app.css" />
        {script !== undefined && <script src={script} type="module" />}
      </head>
      <body>
        <a class="skip" href="#main">
          {frame.skip}
        </a>
        <Top current={section} isSignedIn={isSignedIn} visitor={visitor} />
        <main id="main" class="page">
          {body}
        </main>
        <Foot isSignedIn={isSignedIn} sentence={visitor?.foot ?? frame.promise} />
      </body>
    </html>
  )}`

const sections: readonly Section[] = ['people', 'reports', 'settings']

interface TopProps {
  readonly current: Section | null
  readonly isSignedIn: boolean
  readonly visitor: PageView['visitor']
}

const Top = ({ current, isSignedIn, visitor }: TopProps) => (
  <header class="page top">
    <a class="brand" href={isSignedIn ? '/people' : '/'}>
      <Sprig />
      {frame.brand}
    </a>
    {isSignedIn && (
      <nav aria-label={frame.navigation}>
        {sections.map((section) => (
          <a href={`/${section}`} aria-current={section === current ? 'page' : undefined}>
            {frame.sections[section]}
          </a>
        ))}
      </nav>
    )}
    {!isSignedIn && visitor !== undefined && (
      <a class="button plain" href={visitor.href ?? '/'}>
        {visitor.signIn}
      </a>
    )}
  </header>
)

/** The only ornament. */
const Sprig = () => (
  <svg width="24" height="24" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
    <path d="M11.2 14C5 14 2 10.8 2 5c5.8 0 9.2 3.2 9.2 9zM12.8 10c0-5 3.2-8 9.2-8 0 5.8-3.2 8-9.2 8z" />
    <path d="M12 22V9" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
  </svg>
)

const Foot = ({ isSignedIn, sentence }: { readonly isSignedIn: boolean; readonly sentence: string }) => (
  <footer class="page foot">
    <span>{sentence}</span>
    <a href="/privacy">{frame.privacy}</a>
    {isSignedIn && <a href="/your-data">{frame.export}</a>}
    {isSignedIn && (
      <form method="post" action="/sign-out">
        <button type="submit" class="linky">
          {frame.signOut}
        </button>
      </form>
    )}
  </footer>
)
