/** People who may be one: each pair with its evidence, and two buttons. */
import { html } from 'hono/html'
import type { MergeProposal } from '../../infer/proposals.ts'
import type { Person } from '../../model/person.ts'
import type { ReportDay } from '../../words/dates.ts'
import { describeEvidence, mergeWords } from '../../words/merge.ts'
import { capital } from '../../words/spans.ts'
import { type Html, layout } from '../kit/layout.tsx'
import { correctionButton } from './forms.tsx'

export const mergesPage = (view: {
  readonly proposals: readonly MergeProposal[]
  readonly note: Html
  readonly day: ReportDay
}): Html =>
  layout({
    title: mergeWords.title,
    section: 'people',
    body: html`<section class="card"><h1>${mergeWords.title}</h1>
${view.note}
<p class="muted">${mergeWords.intro}</p>
${view.proposals.length === 0 ? html`<p>${mergeWords.none}</p>` : view.proposals.slice(0, maxShown).map((proposal) => proposalHtml(proposal, view.day))}
</section>`,
  })

const maxShown = 50

export const proposalHtml = (proposal: MergeProposal, day: ReportDay, back = '/people/merges'): Html => {
  const { people, evidence, isUnanswered = false } = proposal
  const [one, other] = people
  const [address] = one.addresses
  const [otherAddress] = other.addresses
  if (address === undefined || otherAddress === undefined) return html``
  const why = evidence.map((each) => describeEvidence(each, day)).join('; ')
  const pair = { address, other: otherAddress, back }
  return html`<div class="each"><h2>${mergeWords.describeNames(one.name, other.name)}</h2>
<p>${linkTo(one)} ${mergeWords.and} ${isUnanswered ? other.address : linkTo(other)}</p>
<p class="small">${capital(why)}.${isUnanswered ? html` ${mergeWords.unanswered}` : ''}</p>
<div class="actions">${correctionButton(mergeWords.isOne, { kind: 'merge', ...pair })}${correctionButton(mergeWords.areTwo, { kind: 'apart', ...pair })}</div></div>`
}

const linkTo = ({ id, address }: Person): Html => html`<a href="/people/${id}">${address}</a>`
