/** Groups the user made, and groups that could be made: proposed, never imposed. */
import { html } from 'hono/html'
import type { GroupProposal } from '../../infer/groups.ts'
import type { Person } from '../../model/person.ts'
import { type Html, layout } from '../layout.ts'
import { sayNumber } from '../say-account.ts'
import { sayButton } from './said.ts'

export const groupsPage = (view: {
  readonly groups: readonly (readonly [name: string, people: readonly Person[]])[]
  readonly proposals: readonly GroupProposal[]
  readonly note: Html
}): Html =>
  layout({
    title: 'Groups',
    section: 'people',
    body: html`<section class="card"><h1>Groups</h1>
${view.note}
${view.groups.length === 0 ? html`<p>You have made none yet. On a person’s page you can put them into one.</p>` : html`<ul class="rows">${view.groups.map(([name, people]) => html`<li><a href="/people?group=${encodeURIComponent(name)}">${name}</a><span>${sayPeople(people.length)}</span></li>`)}</ul>`}
</section>
<section class="card"><h2>Could be groups</h2>
${view.proposals.length === 0 ? html`<p class="muted">Nothing stands out.</p>` : ''}
${view.proposals.map(
  ({ name, why, people }) => html`<div class="each"><h2>${name}</h2>
<p>${why.kind === 'domain' ? `${sayPeople(people.length)} write from ${why.domain}` : `${sayPeople(people.length)} who are often on the same letters`}: ${people
    .slice(0, mostNamed)
    .map((person) => person.name)
    .join(', ')}${people.length > mostNamed ? ` and ${sayNumber(people.length - mostNamed)} more` : ''}.</p>
<div class="actions">${sayButton('Make it a group', { kind: 'group_of', group: name, addresses: people.flatMap(({ addresses }) => addresses.slice(0, 1)).join(' '), back: '/people/groups' })}</div></div>`,
)}
</section>`,
  })

const mostNamed = 6

const sayPeople = (count: number): string => (count === 1 ? '1 person' : `${sayNumber(count)} people`)
