/** The first page: what this is, and the way in. */
import { html } from 'hono/html'
import type { Provider } from '../../providers/provider.ts'
import { landingWords } from '../../words/connect.ts'
import { frame } from '../../words/page.ts'
import { type Html, layout } from '../kit/layout.tsx'

export const landingPage = (providers: readonly Pick<Provider, 'name' | 'label'>[]): Html =>
  layout({
    title: landingWords.title,
    section: null,
    body: html`<div class="card">
<p class="muted">${frame.brand}</p>
<h1>${landingWords.heading}</h1>
<p>${landingWords.intro}</p>
<p class="actions">
${providers.map(({ name, label }) => html`<a class="button" href="/connect/${name}">${landingWords.describeContinue(label)}</a>`)}
</p>
<hr>
<h2>${landingWords.seesTitle}</h2>
<p class="small">${landingWords.sees}</p>
</div>`,
  })
