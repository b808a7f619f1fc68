/** One of the week's people in the mail: who, why, the last subject, the rhythm as a strip, the button, the small links. Pure. */
import { html } from 'hono/html'
import type { Report, Suggestion } from '../../model/report.ts'
import { shortName } from '../../words/name.ts'
import { describeAction, describeReason, describeWaiting } from '../../words/reason.ts'
import { describeEvent, reportMailWords } from '../../words/report-mail.ts'
import { type ShownTopic, topicLabel } from '../../words/topic.ts'
import { unlinked } from './plain.ts'
import type { PersonLinks } from './report-links.ts'
import { stripHtml } from './strip.ts'
import { accent, card, dotted, type MailHtml, smallLink, typography, unbroken, unorphaned } from './style.ts'

/** What the mail shows of a person beside the suggestion. */
export interface PersonParts {
  readonly links: PersonLinks
  readonly topic: ShownTopic | undefined
}

export const askHtml = (
  suggestion: Suggestion,
  report: Report,
  { links, topic, hasNotNow }: PersonParts & { readonly hasNotNow: boolean },
): MailHtml => html`<h2 class="ink" style="${typography.name}">${suggestion.name}</h2>
<p class="ink" style="margin:2px 0 0;${typography.body}">${unorphaned(unlinked(describeReason(suggestion, report)))}</p>
${topic === undefined ? '' : html`<p class="muted" style="margin:2px 0 0;${typography.quiet}">${topicLabel(topic)}: ${saidHtml(topic)}</p>`}
${stripHtml(suggestion, report)}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:10px 0 0"><tr><td class="beside"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" bgcolor="${accent}" style="border-radius:8px;mso-padding-alt:12px 20px"><a class="label" href="${links.write}" style="display:inline-block;padding:12px 20px;color:${card};text-decoration:none;${typography.button}">${unbroken(describeAction(suggestion))}</a></td></tr></table></td><td class="muted beside" style="padding:4px 0 4px 18px;${typography.small}">${dotted(smallLinks(suggestion, links, hasNotNow))}</td></tr></table>`

/** Said to a screen reader with the name: five "Not now" in a row would mean nothing. A reply needs what it answers. */
const smallLinks = (suggestion: Suggestion, links: PersonLinks, hasNotNow: boolean): readonly MailHtml[] => {
  const name = shortName(suggestion)
  const isReply = suggestion.reason.kind === 'reply_owed' && links.conversation !== null
  return [
    isReply
      ? smallLink(links.conversation ?? links.page, reportMailWords.conversation, name)
      : smallLink(links.page, reportMailWords.page, name),
    ...(hasNotNow ? [smallLink(links.later, reportMailWords.later, name)] : []),
    smallLink(links.more, reportMailWords.more, name),
  ]
}

/** Somebody's own words. */
const saidHtml = ({ title }: ShownTopic): MailHtml => html`<i style="${typography.said}">“${title}”</i>`

/** Several met at one occasion: one card, a draft for each. */
export const eventHtml = (
  suggestions: readonly Suggestion[],
  report: Report,
  linksOf: (personId: number) => PersonLinks | undefined,
): MailHtml => {
  const [title, sentence] = describeEvent(suggestions, report)
  return html`<h2 class="ink" style="${typography.name}">${title}</h2>
<p class="ink" style="margin:2px 0 6px;${typography.body}">${sentence}</p>
${rowsHtml(suggestions.map((suggestion) => ({ suggestion, links: linksOf(suggestion.personId), about: '' })))}`
}

/** Whose messages wait for a reply, a line each. */
export const waitingHtml = (
  suggestions: readonly Suggestion[],
  partsOf: (personId: number) => PersonParts | undefined,
): MailHtml =>
  rowsHtml(
    suggestions.map((suggestion) => {
      const parts = partsOf(suggestion.personId)
      const said = parts?.topic === undefined ? '' : html` · ${saidHtml(parts.topic)}`
      return { suggestion, links: parts?.links, about: html`${describeWaiting(suggestion)}${said}` }
    }),
  )

const rowsHtml = (
  rows: readonly {
    readonly suggestion: Suggestion
    readonly links: PersonLinks | undefined
    readonly about: MailHtml | string
  }[],
): MailHtml =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.map(
    ({ suggestion, links, about }) =>
      html`<tr><td class="ink beside" style="padding:8px 12px 2px 0;${typography.body}"><b>${suggestion.name}</b>${about === '' ? '' : html`<br><span class="muted" style="${typography.small}">${about}</span>`}</td><td class="beside" align="right" style="padding:2px 0">${links === undefined ? '' : html`<a class="go" href="${links.write}" style="display:inline-block;padding:10px 0;${typography.link}">${unbroken(describeAction(suggestion))}</a>`}</td></tr>`,
  )}</table>`
