/** The first page: what this is, and the way in. */
import { html } from 'hono/html'
import type { Provider } from '../../providers/provider.ts'
import { type Html, layout } from '../kit/layout.ts'

export const landingPage = (providers: readonly Provider[]): Html =>
  layout({
    title: 'Keep in touch',
    section: null,
    body: html`<div class="card">
<p class="muted">Perennial</p>
<h1>Every Monday, one email tells you who could hear from you, with the check-in already drafted.</h1>
<p>Connect your inbox once. Perennial sees who you write with and whom you meet, learns the rhythm of each relationship, and notices when one breaks. There is nothing to fill in.</p>
<p class="actions">
${providers.map(({ name, label }) => html`<a class="button" href="/connect/${name}">Continue with ${label}</a>`)}
</p>
<hr>
<h2>What it may see</h2>
<p class="small">The headers of your mail: who wrote to whom, when, and the subject line. Whom you met, and when. It asks for no permission to read your letters, and could not if it wanted to; of a calendar it reads the times and the guests alone, and keeps no title. It cannot send anything: you do.</p>
</div>`,
  })
