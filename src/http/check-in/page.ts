/** A check-in to read, change, copy or open in one's own mail, in three tones; and what else can be said of the person. */
import { html } from 'hono/html'
import { mayAnswer } from '../../draft/reply-subject.ts'
import { type MailClient, tones } from '../../model/check-in.ts'
import type { Instant } from '../../model/time.ts'
import { dayInWords, type ReportDay } from '../../words/dates.ts'
import { shortName } from '../../words/name.ts'
import { describeReason } from '../../words/reason.ts'
import { type Html, layout, type Section } from '../kit/layout.ts'
import type { Way, Writing } from './compose.ts'

export interface WritingView {
  readonly writing: Writing
  readonly path: string
  readonly section: Section | null
  readonly day: ReportDay
  /** When they were in touch since it was suggested, or null. */
  readonly since: Instant | null
  /** "Re: …", where the last letter's subject was looked up: '' where none was found; null where nobody has looked. */
  readonly reply: string | null
  /** A browser with a script opens the mail program at once. */
  readonly opensItself: boolean
}

export const writingPage = (view: WritingView): Html => {
  const { writing, path, section, day, since, reply, opensItself } = view
  const { suggestion, checkIn, ways } = writing
  const who = shortName(suggestion)
  return layout({
    title: `To ${suggestion.name}`,
    section,
    script: '/check-in.js',
    body: html`<section class="card narrow" id="check-in" data-path="${path}"${opensItself ? html` data-opens-itself` : ''}>
<h1>To ${suggestion.name}</h1>
<p class="muted">${suggestion.address}</p>
${since === null ? html`<p>${describeReason(suggestion, day)}</p>` : html`<p class="note" role="status">You and ${who} have been in touch since this was suggested, on ${dayInWords(since, day)}. There is nothing left to do.</p>`}
<nav class="tabs" aria-label="Tone">${tones.map(
      (tone) =>
        html`<a href="${path}/text?tone=${tone}"${tone === checkIn.tone ? html` aria-current="true"` : ''}>${tone}</a>`,
    )}</nav>
<div class="field"><label for="subject">Subject</label><input id="subject" type="text" value="${reply === null || reply === '' ? checkIn.subject : reply}" data-fresh="${checkIn.subject}">
<p class="small" id="subjects" hidden></p>
${reply === null && mayAnswer(suggestion.reason.kind) ? html`<form method="post" action="${path}/subject?tone=${checkIn.tone}" id="look"><button class="button plain small">Answer your last conversation instead</button></form>` : ''}
${reply === '' ? html`<p class="small muted">The subject of your last conversation could not be found just now. A fresh one does as well.</p>` : ''}
${reply !== null && reply !== '' ? html`<p class="small muted">Found a moment ago in your own mail, and kept nowhere. <a href="${path}/text?tone=${checkIn.tone}">A fresh subject instead</a></p>` : ''}
<label for="text">Text</label><textarea id="text" rows="14">${checkIn.text}</textarea></div>
<p class="actions">${ways.map((way, index) => wayLink(way, index === 0))}
<button class="button plain" id="copy" type="button" hidden>Copy the text</button></p>
<p class="small muted" id="too-long" role="status" hidden>A link can hold only the beginning of so long a text. Copy it instead.</p>
<p class="muted">Nothing is sent from here. You send it, from your own mail.</p>
<p class="links small"><a href="${path}/done">Done elsewhere</a><a href="${path}/later">Later</a><a href="${path}/less">Less often</a><a href="${path}/not">Leave out</a></p>
</section>`,
  })
}

/** How each client names the subject, and how it breaks lines. */
const spelling: Readonly<Record<MailClient, string>> = {
  gmail: 'su',
  outlook_work: 'subject',
  outlook_personal: 'subject',
  mailto: 'subject crlf',
}

const wayLink = ({ client, link, label }: Way, isFirst: boolean): Html =>
  html`<a class="button${isFirst ? '' : ' plain'}" href="${link}" rel="noreferrer" data-way="${spelling[client]}">${label}</a>
`
