/** A page that says one thing, and offers one way on. */
import { html } from 'hono/html'
import { type Html, layout } from '../layout.ts'

export interface Message {
  readonly title: string
  readonly text: string
  readonly action: { readonly href: string; readonly label: string }
}

export const messagePage = ({ title, text, action }: Message): Html =>
  layout({
    title,
    section: null,
    body: html`<div class="card"><h1>${title}</h1><p>${text}</p>
<p class="actions"><a class="button" href="${action.href}">${action.label}</a></p></div>`,
  })
