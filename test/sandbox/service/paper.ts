/** What the pages of all simulated providers look like: the paper they are written on, and choosing an account. */
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { Owner } from '../world.ts'

export type Page = ReturnType<typeof html>

/** The same request again for each account: `address` is where it is made. */
export interface Choice {
  readonly owner: Owner
  readonly address: string
  /** What kind of account it is, where there are several. */
  readonly kind?: string
}

export const accountPage = (provider: string, choices: readonly Choice[]): Page =>
  providerPage(
    provider,
    'Choose an account',
    html`<h1>Choose an account</h1>
      <ul class="accounts">
        ${choices.map(
          ({ owner, address, kind }) =>
            html`<li>
              <a href="${address}">
                <strong>${owner.name}</strong><br /><small>${owner.address}</small>
                ${kind === undefined ? '' : html`<br /><small>${kind}</small>`}
              </a>
            </li>`,
        )}
      </ul>`,
  )

/** What goes back with the answer, so that nothing has to be remembered meanwhile. */
export const hiddenFields = (fields: readonly (readonly [name: string, value: string])[]): readonly Page[] =>
  fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)

export const showPage = (c: Context, page: Page, status: 200 | 400 | 401 = 200): Response | Promise<Response> =>
  c.html(page, status, {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  })

/** The ground on which every page of the sandbox is written. */
export const paper = `
:root {
  --page: #f6f4ef; --card: #fffdf9; --ink: #22302a; --muted: #5f6b64; --rule: #8a938d; --accent: #1f6b4a; --on-accent: #fffdf9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141a17; --card: #1b231f; --ink: #e6ece8; --muted: #9fb0a6; --rule: #65746b; --accent: #8fd0ad; --on-accent: #141a17;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
h1 { margin: 0 0 16px; font: 24px/1.25 Georgia, serif; }
h1, strong, small, li, p { overflow-wrap: anywhere; }
small, code { color: var(--muted); font-size: 13px; }
button { padding: 10px 20px; border: 1px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; cursor: pointer; }
button.plain { background: none; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`

/** A page of a provider's own: its name stands above it and in the title. */
export const providerPage = (provider: string, title: string, content: Page): Page =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Simulated ${provider}</title>
        <style>
          ${raw(paper)}
          body { padding: 24px 16px; }
          main { max-width: 34rem; margin: 0 auto; padding: 24px; background: var(--card); border-radius: 14px; }
          header { max-width: 34rem; margin: 0 auto 16px; color: var(--muted); font-size: 14px; }
          code { display: block; overflow-wrap: anywhere; }
          ul { padding-left: 20px; }
          li { margin: 8px 0; }
          .accounts { padding: 0; list-style: none; }
          .accounts a { display: block; padding: 12px 16px; border: 1px solid var(--rule); border-radius: 8px; color: inherit; text-decoration: none; }
          fieldset { margin: 16px 0; padding: 8px 16px; border: 1px solid var(--rule); border-radius: 8px; min-width: 0; }
          label { display: flex; gap: 12px; padding: 8px 0; }
          input[type='checkbox'] { flex: none; width: 20px; height: 20px; margin: 2px 0; accent-color: var(--accent); }
          .buttons { display: flex; flex-wrap: wrap; gap: 12px; margin: 24px 0 0; }
        </style>
      </head>
      <body>
        <header>Simulated ${provider} – nothing here leaves this machine.</header>
        <main>${content}</main>
      </body>
    </html>`
