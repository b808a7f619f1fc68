/** One of the week's people in the mail: who, why, the rhythm as a strip, the button, and the small links. Pure. */
import { html } from 'hono/html'
import { type Report, type Suggestion, stripWeeks } from '../../model/report.ts'
import { shortName } from '../../words/name.ts'
import { describeAction, describeReason } from '../../words/reason.ts'
import { reportMailWords } from '../../words/report-mail.ts'
import { describeLastTopic } from '../../words/topic.ts'
import type { PersonParts } from './report-links.ts'
import {
  accent,
  barOf,
  bodyType,
  buttonType,
  card,
  type MailHtml,
  muted,
  nameType,
  smallType,
  stripColours,
  unbroken,
} from './style.ts'

export const personHtml = (suggestion: Suggestion, report: Report, { links, topic }: PersonParts): MailHtml => {
  const { name, strip } = suggestion
  const short = shortName(suggestion)
  const own = [
    ...(links.conversation === null ? [] : [small(links.conversation, reportMailWords.conversation, short)]),
    small(links.page, reportMailWords.page, short),
    small(links.done, reportMailWords.done, short),
    small(links.later, reportMailWords.later, short),
    small(links.less, reportMailWords.less, short),
    small(links.not, reportMailWords.not, short),
  ]
  return html`<h2 class="ink" style="${nameType}">${name}</h2>
<p class="ink" style="margin:4px 0 ${topic === undefined ? 12 : 2}px;${bodyType}">${describeReason(suggestion, report)}</p>
${topic === undefined ? '' : html`<p class="muted" style="margin:0 0 12px;${bodyType}">${describeLastTopic(topic, report)}</p>`}
${strip.length > 1 ? stripHtml(strip) : ''}
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" bgcolor="${accent}" style="border-radius:8px;mso-padding-alt:11px 20px"><a class="label" href="${links.write}" style="display:inline-block;padding:11px 20px;color:${card};text-decoration:none;${buttonType}">${describeAction(suggestion)}</a></td></tr></table>
<p class="muted" style="margin:10px 0 0;${smallType}">${own.map((link, index) => html`${index === 0 ? '' : html` &nbsp;·&nbsp; `}${link}`)}</p>`
}

/** Said to a screen reader with the name: five "Later" in a row would mean nothing. */
const small = (href: string, label: string, name: string): MailHtml =>
  html`<a class="muted" href="${href}" aria-label="${label}: ${name}" style="color:${muted}">${unbroken(label)}</a>`

/** The last year, a cell for each run of weeks. */
const stripHtml = (strip: readonly number[]): MailHtml => {
  const newest = Math.min(...strip)
  const hits = new Set(strip)
  const kinds = Array.from({ length: stripWeeks }, (_, index): keyof typeof stripColours => {
    const weeksAgo = stripWeeks - 1 - index
    return hits.has(weeksAgo) ? 'hit' : weeksAgo < newest ? 'gap' : 'track'
  })
  const runs: { readonly className: string; readonly colour: string; readonly share: number }[] = []
  for (let start = 0; start < kinds.length; ) {
    const kind = kinds[start] ?? 'track'
    let end = start
    while (kinds[end] === kind) end += 1
    runs.push({ className: kind, colour: stripColours[kind], share: (end - start) / stripWeeks })
    start = end
  }
  return barOf(runs, { height: 6, below: 14 })
}
