/** A check-in to read, change, copy or open in one's own mail, in three tones. */
import { html } from 'hono/html'
import { tones } from '../../model/check-in.ts'
import { type Html, layout, type Section } from '../layout.ts'
import type { CheckInText } from '../text.ts'

export const textPage = (page: CheckInText & { readonly path: string; readonly section: Section | null }): Html => {
  const { suggestion, checkIn, link, linkLabel, path, section } = page
  return layout({
    title: `To ${suggestion.name}`,
    section,
    script: '/check-in.js',
    body: html`<section class="card narrow">
<h1>To ${suggestion.name}</h1>
<p class="muted">${suggestion.address}</p>
<nav class="tabs" aria-label="Tone">${tones.map(
      (tone) =>
        html`<a href="${path}?tone=${tone}"${tone === checkIn.tone ? html` aria-current="true"` : ''}>${tone}</a>`,
    )}</nav>
<div class="field"><label for="subject">Subject</label><input id="subject" type="text" value="${checkIn.subject}">
<label for="text">Text</label><textarea id="text" rows="14">${checkIn.text}</textarea></div>
<p class="actions"><a class="button" id="open" href="${link}" rel="noreferrer">${linkLabel}</a>
<button class="button plain" id="copy" type="button" hidden>Copy the text</button></p>
<p class="muted">Nothing is sent from here. You send it, from your own mail.</p>
</section>`,
  })
}
