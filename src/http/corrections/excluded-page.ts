/** "Why is this person missing?": the rule that leaves an address out, and how much mail it rests on. */

import { html } from 'hono/html'
import type { Exclusion, ExclusionRule } from '../../infer/exclusion-rule.ts'
import type { AutomationCode, LeftOutCode } from '../../model/automation.ts'
import type { InteractionKind } from '../../model/interaction.ts'
import type { Person } from '../../model/person.ts'
import type { ReportDay } from '../../words/dates.ts'
import {
  describeAmongPeople,
  describeCounts,
  describeExclusion,
  describeIgnoredSender,
  describeIgnoredSenders,
  describeMoreFound,
  describeNothingFound,
  exclusionLabels,
  exclusionWords,
} from '../../words/exclusion.ts'
import { describeLeftOut } from '../../words/left-out.ts'
import { numberInWords } from '../../words/numbers.ts'
import { capital } from '../../words/spans.ts'
import { type Html, layout } from '../kit/layout.tsx'
import { correctionButton } from './forms.tsx'

type ExclusionFound = Exclusion & { readonly counts: Readonly<Partial<Record<InteractionKind, number>>> }

export interface ExcludedView {
  readonly query: string
  /** Addresses and names that match and are left out; the first few. */
  readonly found: readonly ExclusionFound[]
  readonly foundInAll: number
  /** People who match: they are here. */
  readonly here: readonly Person[]
  /** Senders that match, whose messages are ignored, each with the reason; and of an overview, how many there are in all. */
  readonly automatedSenders: readonly { readonly address: string; readonly code: AutomationCode }[]
  readonly automatedSenderCount: number
  readonly note: Html
  /** How many addresses each rule leaves out, for the whole of the mailbox. */
  readonly rules: readonly (readonly [kind: ExclusionRule['kind'], count: number])[]
  /** How many messages and events were ignored, by the reason; the most first. */
  readonly leftOut: readonly (readonly [code: LeftOutCode, count: number])[]
  readonly day: ReportDay
}

export const excludedPage = (view: ExcludedView): Html =>
  layout({
    title: exclusionWords.title,
    section: 'people',
    body: html`<section class="card"><h1>${exclusionWords.title}</h1>
${view.note}
<form class="field" role="search" method="get" action="/people/excluded"><label for="q">${exclusionWords.search}</label><input id="q" type="search" name="q" value="${view.query}"></form>
${view.query === '' ? overview(view) : findings(view)}</section>`,
  })

const overview = ({
  rules,
  leftOut,
  automatedSenderCount,
  day,
}: ExcludedView): Html => html`<h2>${exclusionWords.rules}</h2>
${countRows(
  rules.map(([kind, count]) => [exclusionLabels[kind], count]),
  day,
)}
${
  leftOut.length === 0
    ? ''
    : html`<h2>${exclusionWords.ignoredMail}</h2>
<p class="small muted">${exclusionWords.ignoredMailHint} ${describeIgnoredSenders(automatedSenderCount, day)}</p>
${countRows(
  leftOut.map(([code, count]) => [describeLeftOut(code), count]),
  day,
)}`
}`

const countRows = (rows: readonly (readonly [label: string, count: number])[], { locale }: ReportDay): Html =>
  html`<ul class="rows">${rows.map(([label, count]) => html`<li><span>${capital(label)}</span><span>${numberInWords(count, locale)}</span></li>`)}</ul>`

const findings = (view: ExcludedView): Html => {
  const { query, found, foundInAll, here, automatedSenders, day } = view
  const back = `/people/excluded?q=${encodeURIComponent(query)}`
  return html`${here.map(({ id, name, address }) => html`<div class="each"><h2><a href="/people/${id}">${name}</a></h2><p>${describeAmongPeople(address)}</p></div>`)}
${found.map((each) => exclusionHtml(each, day, back))}
${automatedSenders.map((sender) => senderHtml(sender, view, back))}
${found.length < foundInAll ? html`<p class="muted">${describeMoreFound(foundInAll - found.length, day)}</p>` : ''}
${
  here.length + foundInAll + automatedSenders.length === 0
    ? html`<p>${describeNothingFound(query)}</p>
${query.includes('@') ? html`<div class="actions">${personButton(query, back)}</div>` : ''}`
    : ''
}`
}

const personButton = (address: string, back: string): Html =>
  correctionButton(exclusionWords.isPerson, { kind: 'person', address, back })

const exclusionHtml = ({ contact, rule, counts }: ExclusionFound, day: ReportDay, back: string): Html => {
  const { name, spelling } = contact.label
  return html`<div class="each"><h2>${name === '' ? spelling : name}</h2>
<p class="muted">${spelling}</p>
<p>${describeExclusion(rule, day)} ${describeCounts(counts, day)}</p>
<div class="actions">${rule.kind === 'ignored' ? correctionButton(exclusionWords.undo, { kind: 'undo', of: rule.by.id, back }) : personButton(contact.address, back)}</div></div>`
}

const senderHtml = (
  { address, code }: ExcludedView['automatedSenders'][number],
  { leftOut, day }: Pick<ExcludedView, 'leftOut' | 'day'>,
  back: string,
): Html => {
  const count = leftOut.find(([each]) => each === code)?.[1] ?? 0
  return html`<div class="each"><h2>${address}</h2>
<p>${describeIgnoredSender(code, count, day)}</p>
<div class="actions">${address.startsWith('*') ? '' : personButton(address, back)}</div></div>`
}
