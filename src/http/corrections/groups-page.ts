/** Groups the user made, and groups that could be made: proposed, never imposed. */
import { html } from 'hono/html'
import type { GroupProposal } from '../../infer/groups.ts'
import type { ChosenRhythm } from '../../model/correction.ts'
import type { Person } from '../../model/person.ts'
import { numberInWords } from '../../words/numbers.ts'
import { rhythmInWords, spanInWords } from '../../words/spans.ts'
import { type Html, layout } from '../kit/layout.ts'
import { correctionButton } from './page.ts'
import { rhythmFields } from './rhythm-fields.ts'

type Group = readonly [name: string, people: readonly Person[]]

export const groupsPage = (view: {
  readonly groups: readonly Group[]
  /** What was said to be too long for a group, by its name. */
  readonly rhythms: ReadonlyMap<string, ChosenRhythm>
  readonly proposals: readonly GroupProposal[]
  readonly locale: string
  readonly note: Html
}): Html =>
  layout({
    title: 'Groups',
    section: 'people',
    body: html`<section class="card"><h1>Groups</h1>
${view.note}
${view.groups.length === 0 ? html`<p>You have made none yet. On a person’s page you can put them into one.</p>` : ''}
${view.groups.map((group, index) => groupHtml(group, { rhythm: view.rhythms.get(group[0]) ?? null, index, locale: view.locale }))}
</section>
<section class="card"><h2>Could be groups</h2>
${view.proposals.length === 0 ? html`<p class="muted">Nothing stands out.</p>` : ''}
${view.proposals.map(
  ({ name, why, people }) => html`<div class="each"><h2>${name}</h2>
<p>${why.kind === 'domain' ? `${describePeople(people.length, view.locale)} write from ${why.domain}` : `${describePeople(people.length, view.locale)} who are often on the same letters`}: ${people
    .slice(0, maxNamed)
    .map((person) => person.name)
    .join(
      ', ',
    )}${people.length > maxNamed ? ` and ${numberInWords(people.length - maxNamed, view.locale)} more` : ''}.</p>
<div class="actions">${correctionButton('Make it a group', { kind: 'group_of', group: name, addresses: people.flatMap(({ addresses }) => addresses.slice(0, 1)).join(' '), back: '/people/groups' })}</div></div>`,
)}
</section>`,
  })

/** What is too long for one is too long for all of them; whoever has a rhythm of their own keeps it. */
const groupHtml = (
  [name, people]: Group,
  { rhythm, index, locale }: { readonly rhythm: ChosenRhythm | null; readonly index: number; readonly locale: string },
): Html =>
  html`<div class="each"><h2><a href="/people?group=${encodeURIComponent(name)}">${name}</a></h2>
<p class="muted">${describePeople(people.length, locale)}. ${rhythm === null ? 'Each by the rhythm learned from what you do.' : `You chose for all of them: ideally ${rhythmInWords(rhythm.idealDays)}, too long after ${spanInWords(rhythm.tooLongDays)}.`}</p>
<form method="post" action="/people/said" class="inline"><input type="hidden" name="kind" value="group_rhythm"><input type="hidden" name="group" value="${name}"><input type="hidden" name="back" value="/people/groups">
${rhythmFields(rhythm ?? usualRhythm, `-${index}`)}</form></div>`

const usualRhythm = { idealDays: 30, tooLongDays: 61 }

const maxNamed = 6

const describePeople = (count: number, locale: string): string =>
  count === 1 ? '1 person' : `${numberInWords(count, locale)} people`
