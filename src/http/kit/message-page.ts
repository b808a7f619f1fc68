/** A page that says one thing, and offers a way on; seldom a second one. */
import { html } from 'hono/html'
import { type Html, layout } from './layout.ts'

export interface Message {
  readonly title: string
  readonly text: string
  readonly action: Action
  /** What else there is to do, each after the other. */
  readonly others?: readonly Action[]
}

export interface Action {
  readonly href: string
  readonly label: string
}

export const messagePage = ({ title, text, action, others = [] }: Message): Html =>
  layout({
    title,
    section: null,
    body: html`<div class="card"><h1>${title}</h1><p>${text}</p>
<p class="actions"><a class="button" href="${action.href}">${action.label}</a>${others.map(({ href, label }) => html`<a class="button plain" href="${href}">${label}</a>`)}</p></div>`,
  })
