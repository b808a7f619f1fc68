/** How the reading comes along. Moves by itself with its script, and by reloading without. */
import { html } from 'hono/html'
import { type Html, layout } from '../kit/layout.ts'

export interface ReadingState {
  /** The page's sentences and numbers, by the id of the element that shows them. */
  readonly lines: Readonly<Record<string, string>>
  /** 0–1 over all accounts, or null. */
  readonly share: number | null
  readonly isDone: boolean
}

export const readingPage = ({ lines, share, isDone }: ReadingState): Html =>
  layout({
    title: 'Reading',
    section: 'accounts',
    script: '/reading.js',
    body: html`<section class="card narrow" aria-live="polite">
${isDone ? '' : html`<noscript><meta http-equiv="refresh" content="3"></noscript>`}
<h1>${isDone ? 'Your people are gathered' : 'Gathering your people'}</h1>
<p id="now">${lines.now}</p>
<p id="next" class="muted">${lines.next}</p>
<p><progress id="bar" max="1"${share === null ? '' : html` value="${share}"`} aria-label="Share of your mail that has been read"></progress></p>
<dl class="facts">
<dt>People found</dt><dd id="people">${lines.people}</dd>
<dt>Letters read</dt><dd id="messages">${lines.messages}</dd>
<dt>Meetings read</dt><dd id="events">${lines.events}</dd>
</dl>
<details><summary>What it cost</summary><dl class="facts">
<dt>Pages asked for</dt><dd id="pages">${lines.pages}</dd>
<dt>Of your provider’s allowance</dt><dd><span id="units">${lines.units}</span> units</dd>
</dl></details>
<p class="actions"><a class="button" href="/people">See your people</a></p>
${isDone ? '' : html`<p class="muted">You can close this page: reading goes on by itself, as fast as your provider allows.</p>`}
</section>`,
  })
