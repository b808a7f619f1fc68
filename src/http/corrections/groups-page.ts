/** Groups the user made, and groups that could be made: proposed, never imposed. */
import { html } from 'hono/html'
import type { GroupProposal } from '../../infer/groups.ts'
import type { ChosenRhythm } from '../../model/correction.ts'
import type { Person } from '../../model/person.ts'
import { describeGroup, describeGroupProposal, groupWords } from '../../words/group.ts'
import { type Html, layout } from '../kit/layout.tsx'
import { correctionButton, rhythmForm } from './forms.tsx'

type Group = readonly [name: string, people: readonly Person[]]

const back = '/people/groups'

export const groupsPage = (view: {
  readonly groups: readonly Group[]
  /** The rhythm chosen for a group, by the group's name. */
  readonly rhythms: ReadonlyMap<string, ChosenRhythm>
  readonly proposals: readonly GroupProposal[]
  readonly locale: string
  readonly note: Html
}): Html => {
  const { groups, rhythms, proposals, locale, note } = view
  return layout({
    title: groupWords.title,
    section: 'people',
    body: html`<section class="card"><h1>${groupWords.title}</h1>
${note}
${groups.length === 0 ? html`<p>${groupWords.none}</p>` : ''}
${groups.map((group, index) => groupHtml(group, { rhythm: rhythms.get(group[0]) ?? null, index, locale }))}
</section>
<section class="card"><h2>${groupWords.proposed}</h2>
${proposals.length === 0 ? html`<p class="muted">${groupWords.noneProposed}</p>` : ''}
${proposals.map((proposal) => proposedGroup(proposal, locale))}
</section>`,
  })
}

const groupHtml = (
  [name, people]: Group,
  { rhythm, index, locale }: { readonly rhythm: ChosenRhythm | null; readonly index: number; readonly locale: string },
): Html =>
  html`<div class="each"><h2><a href="/people?group=${encodeURIComponent(name)}">${name}</a></h2>
<p class="muted">${describeGroup(people.length, rhythm, locale)}</p>
${rhythmForm({ hidden: { kind: 'group_rhythm', group: name, back }, rhythm: rhythm ?? usualRhythm, suffix: `-${index}` })}</div>`

const usualRhythm = { idealDays: 30, tooLongDays: 61 }

const proposedGroup = (proposal: GroupProposal, locale: string): Html => {
  const addresses = proposal.people.flatMap((person) => person.addresses.slice(0, 1)).join(' ')
  return html`<div class="each"><h2>${proposal.name}</h2>
<p>${describeGroupProposal(proposal, locale)}</p>
<div class="actions">${correctionButton(groupWords.make, { kind: 'group_of', group: proposal.name, addresses, back })}</div></div>`
}
