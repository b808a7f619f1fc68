/** The pages of the small links: what a button will do, and what it did, with the way back. */
import { html } from 'hono/html'
import type { Correction } from '../../model/correction.ts'
import { DAY, type Instant, later, localDate } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { describeCorrection } from '../../words/correction.ts'
import { type Html, layout, type Section } from '../kit/layout.ts'
import { type ActName, acts, snoozeDays } from './acts.ts'

export const actPage = (view: {
  readonly name: ActName
  readonly who: string
  readonly path: string
  readonly section: Section | null
  readonly now: Instant
}): Html => {
  const { name, who, path, section, now } = view
  const { title, does, button } = acts[name]
  const action = `${path}/${name}`
  return layout({
    title: title(who),
    section,
    body: html`<section class="card narrow"><h1>${title(who)}</h1>
<p>${does(who)}</p>
${name === 'later' ? snoozeForms(action, now) : html`<form method="post" action="${action}" class="actions"><button class="button">${button}</button></form>`}
<p class="muted">Nothing has been changed by opening this page. <a href="${path}/text">Rather write to ${who}</a></p></section>`,
  })
}

const snoozeForms = (
  action: string,
  now: Instant,
): Html => html`<form method="post" action="${action}" class="actions">${snoozeDays.map(
  ([label, days]) => html`<button class="button" name="days" value="${days}">${label}</button>`,
)}</form>
<form method="post" action="${action}" class="inline"><label for="until">Until</label><input id="until" type="date" name="until" required min="${localDate(later(now, DAY), 'UTC')}">
<button class="button plain small">${acts.later.button}</button></form>`

export const donePage = (view: {
  readonly correction: Correction
  readonly who: string
  readonly user: User
  readonly path: string
  readonly section: Section | null
  /** What the undo button sends. */
  readonly seal: string
  readonly now: Instant
}): Html => {
  const { correction, who, user, path, section, seal, now } = view
  const day = { at: now, zone: user.zone, locale: user.locale }
  const said = describeCorrection(correction, () => who, day)
  return layout({
    title: 'Noted',
    section,
    body: html`<section class="card narrow"><h1>Noted</h1>
<p role="status">${said}</p>
<form method="post" action="${path}/undo" class="actions"><input type="hidden" name="seal" value="${seal}"><button class="button plain">Undo</button></form>
<p class="muted"><a href="/people/said">Everything you said</a> is listed with your people, and each of it can be taken back.</p></section>`,
  })
}
