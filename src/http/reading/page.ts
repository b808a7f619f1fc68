/** How the reading is going. The page moves by its script, and by reloading without it. */
import { html } from 'hono/html'
import { readingWords } from '../../words/reading.ts'
import { type Html, layout } from '../kit/layout.tsx'

export interface ReadingState {
  /** The page's sentences and numbers, by the id of the element that shows them. */
  readonly lines: Readonly<Record<string, string>>
  /** 0–1 over all accounts, or null. */
  readonly share: number | null
  readonly isDone: boolean
}

export const readingPage = ({ lines, share, isDone }: ReadingState): Html =>
  layout({
    title: readingWords.title,
    section: 'settings',
    script: '/reading.js',
    body: html`<section class="card narrow" aria-live="polite">
${isDone ? '' : html`<noscript><meta http-equiv="refresh" content="3"></noscript>`}
<h1>${isDone ? readingWords.gathered : readingWords.gathering}</h1>
<p id="now">${lines.now}</p>
<p id="next" class="muted">${lines.next}</p>
<p><progress id="bar" max="1"${share === null ? '' : html` value="${share}"`} aria-label="${readingWords.share}"></progress></p>
<dl class="facts">
<dt>${readingWords.people}</dt><dd id="people">${lines.people}</dd>
<dt>${readingWords.messages}</dt><dd id="messages">${lines.messages}</dd>
<dt>${readingWords.events}</dt><dd id="events">${lines.events}</dd>
</dl>
<details><summary>${readingWords.cost}</summary><dl class="facts">
<dt>${readingWords.pages}</dt><dd id="pages">${lines.pages}</dd>
<dt>${readingWords.allowance}</dt><dd><span id="units">${lines.units}</span> ${readingWords.units}</dd>
</dl></details>
<p class="actions"><a class="button" href="/people">${readingWords.seePeople}</a></p>
${isDone ? '' : html`<p class="muted">${readingWords.mayClose}</p>`}
</section>`,
  })
