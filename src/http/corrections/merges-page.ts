/** People who may be one: each pair with its evidence, and two buttons. */
import { html } from 'hono/html'
import type { MergeProposal } from '../../infer/proposals.ts'
import type { Person } from '../../model/person.ts'
import { describeEvidence } from '../../words/correction.ts'
import type { ReportDay } from '../../words/dates.ts'
import { type Html, layout } from '../kit/layout.ts'
import { correctionButton } from './page.ts'

export const mergesPage = (view: {
  readonly proposals: readonly MergeProposal[]
  readonly note: Html
  readonly day: ReportDay
}): Html =>
  layout({
    title: 'One person or two',
    section: 'people',
    body: html`<section class="card"><h1>One person or two?</h1>
${view.note}
<p class="muted">A name alone is never enough to ask. Whatever you answer can be taken back.</p>
${view.proposals.length === 0 ? html`<p>There is nobody to ask about.</p>` : view.proposals.slice(0, maxShown).map((proposal) => proposalHtml(proposal, view.day))}
</section>`,
  })

const maxShown = 50

export const proposalHtml = ({ people, evidence }: MergeProposal, day: ReportDay, back = '/people/merges'): Html => {
  const [one, other] = people
  const [address] = one.addresses
  const [otherAddress] = other.addresses
  if (address === undefined || otherAddress === undefined) return html``
  const said = evidence.map((each) => describeEvidence(each, day)).join('; ')
  return html`<div class="each"><h2>${one.name === other.name ? one.name : `${one.name} and ${other.name}`}</h2>
<p>${linkTo(one)} and ${linkTo(other)}</p>
<p class="small">${said.charAt(0).toUpperCase()}${said.slice(1)}.</p>
<div class="actions">${correctionButton('They are one person', { kind: 'merge', address, other: otherAddress, back })}${correctionButton('They are two', { kind: 'apart', address, other: otherAddress, back })}</div></div>`
}

const linkTo = ({ id, address }: Person): Html => html`<a href="/people/${id}">${address}</a>`
