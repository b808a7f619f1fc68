/** "Why is this person not here?": the rule that keeps an address out, and how much it rests on. */

import { html } from 'hono/html'
import type { Exclusion, ExclusionRule } from '../../infer/exclusion-rule.ts'
import type { AutomationCode, LeftOutCode } from '../../model/automation.ts'
import type { InteractionKind } from '../../model/interaction.ts'
import type { Person } from '../../model/person.ts'
import { describeExclusion } from '../../words/correction.ts'
import type { ReportDay } from '../../words/dates.ts'
import { describeLeftOut } from '../../words/left-out.ts'
import { numberInWords } from '../../words/numbers.ts'
import { capital } from '../../words/spans.ts'
import { type Html, layout } from '../kit/layout.ts'
import { correctionButton } from './page.ts'

export interface ExcludedView {
  readonly query: string
  /** Addresses and names that match, who are no people; the first few. */
  readonly found: readonly (Exclusion & { readonly counts: Readonly<Partial<Record<InteractionKind, number>>> })[]
  readonly foundInAll: number
  /** People who match: they are here. */
  readonly here: readonly Person[]
  /** Senders that match, whose letters are left out, each with the sign; and of an overview, how many there are in all. */
  readonly automatedSenders: readonly { readonly address: string; readonly code: AutomationCode }[]
  readonly automatedSenderCount: number
  readonly note: Html
  /** How many addresses each rule keeps out, for the whole of the mailbox. */
  readonly rules: readonly (readonly [kind: ExclusionRule['kind'], count: number])[]
  /** How many letters and events were left out before anybody became a person, by the reason; the most first. */
  readonly leftOut: readonly (readonly [code: LeftOutCode, count: number])[]
  readonly day: ReportDay
}

export const excludedPage = (view: ExcludedView): Html =>
  layout({
    title: 'Who is not here',
    section: 'people',
    body: html`<section class="card"><h1>Why is somebody not here?</h1>
${view.note}
<form class="field" role="search" method="get" action="/people/absent"><label for="q">A name, an address or a domain</label><input id="q" type="search" name="q" value="${view.query}"></form>
${view.query === '' ? overview(view) : answers(view)}</section>`,
  })

const overview = ({
  rules,
  leftOut,
  automatedSenderCount,
  day: { locale },
}: ExcludedView): Html => html`<h2>What keeps addresses out</h2>
<ul class="rows">${rules.map(([kind, count]) => html`<li><span>${rulesInWords[kind]}</span><span>${numberInWords(count, locale)}</span></li>`)}</ul>
${
  leftOut.length === 0
    ? ''
    : html`<h2>What never came so far</h2>
<p class="small muted">Letters and events that make nobody a person, by the strongest sign in them. ${automatedSenderCount === 0 ? '' : `The letters come from ${numberInWords(automatedSenderCount, locale)} ${automatedSenderCount === 1 ? 'address' : 'addresses'}: look for any of them above.`}</p>
<ul class="rows">${leftOut.map(([code, count]) => html`<li><span>${capital(describeLeftOut(code))}</span><span>${numberInWords(count, locale)}</span></li>`)}</ul>`
}`

const rulesInWords: Readonly<Record<ExclusionRule['kind'], string>> = {
  own: 'Addresses of your own',
  list: 'Mailing lists',
  relay: 'Addresses that services made for one exchange',
  role_account: 'Desks and machines that you wrote to, and that never wrote as people do',
  automated: 'Their letters look like a machine’s, and none answers you',
  only_heard_from: 'They wrote, you never did, and you never met',
  only_seen: 'Only ever on the same letters, or in large meetings',
  bounced: 'What you wrote came back',
  never_spoke: 'Nameless, and never answered in many weeks',
  ignored: 'Left out because you said so',
}

const answers = (view: ExcludedView): Html => {
  const { query, found, foundInAll, here, automatedSenders, day } = view
  const back = `/people/absent?q=${encodeURIComponent(query)}`
  return html`${here.map(({ id, name, address }) => html`<div class="each"><h2><a href="/people/${id}">${name}</a></h2><p>${address} is here, among your people.</p></div>`)}
${found.map(
  ({
    contact,
    rule,
    counts,
  }) => html`<div class="each"><h2>${contact.label.name === '' ? contact.label.spelling : contact.label.name}</h2>
<p class="muted">${contact.label.spelling}</p>
<p>${describeExclusion(rule, day)} ${describeCounts(counts, day)}</p>
<div class="actions">${rule.kind === 'ignored' ? correctionButton('Undo', { kind: 'undo', of: rule.by.id, back }) : correctionButton('This is a person', { kind: 'person', address: contact.address, back })}</div></div>`,
)}
${automatedSenders.map(
  ({ address, code }) => html`<div class="each"><h2>${address}</h2>
<p>Its letters are left out: ${describeLeftOut(code)}. ${describeShared(code, view)}</p>
<div class="actions">${address.startsWith('*') ? '' : correctionButton('This is a person', { kind: 'person', address, back })}</div></div>`,
)}
${found.length < foundInAll ? html`<p class="muted">And ${numberInWords(foundInAll - found.length, day.locale)} more: say more of the name.</p>` : ''}
${
  here.length + foundInAll + automatedSenders.length === 0
    ? html`<p>No letter from a person and no meeting with “${query}” has been read. What machines and lists send is left out before anybody becomes a person.</p>
${query.includes('@') ? html`<div class="actions">${correctionButton('This is a person', { kind: 'person', address: query, back })}</div>` : ''}`
    : ''
}`
}

/** How many letters share a sign. */
const describeShared = (of: AutomationCode, { leftOut, day }: Pick<ExcludedView, 'leftOut' | 'day'>): string => {
  const count = leftOut.find(([code]) => code === of)?.[1] ?? 0
  if (count === 0) return ''
  return count === 1
    ? 'It is the only letter left out for that.'
    : `So are ${numberInWords(count, day.locale)} letters in all, for that.`
}

const describeCounts = (counts: ExcludedView['found'][number]['counts'], { locale }: ReportDay): string => {
  const parts = countedKinds.flatMap(([kind, one, many]) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [`${numberInWords(count, locale)} ${count === 1 ? one : many}`]
  })
  return parts.length === 0 ? '' : `Read: ${parts.join(', ')}.`
}

const countedKinds: readonly (readonly [InteractionKind, string, string])[] = [
  ['received', 'letter from them', 'letters from them'],
  ['sent', 'letter of yours', 'letters of yours'],
  ['met', 'meeting', 'meetings'],
  ['seen', 'time together on one letter or in a crowd', 'times together on one letter or in a crowd'],
]
