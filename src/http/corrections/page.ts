/** What the user said: the line after saying it, with its undo, and the whole of it. */
import { html } from 'hono/html'
import type { CanonicalAddress } from '../../model/address.ts'
import { type ActiveCorrection, activeCorrections, type CorrectionEntry } from '../../model/correction.ts'
import type { Person } from '../../model/person.ts'
import { describeCorrection } from '../../words/correction.ts'
import { dayInWords, type ReportDay } from '../../words/dates.ts'
import { type Html, layout } from '../kit/layout.ts'

/** What to call whoever has an address. */
export const namesOf = (
  people: readonly Pick<Person, 'name' | 'addresses'>[],
): ((address: CanonicalAddress) => string) => {
  // Most pages never ask.
  let names: ReadonlyMap<CanonicalAddress, string> | null = null
  return (address) => {
    names ??= new Map(people.flatMap(({ name, addresses }) => addresses.map((each) => [each, name] as const)))
    return names.get(address) ?? address
  }
}

/** A button that says something: a form of hidden fields, so that it works without a script and changes nothing on a GET. */
export const correctionButton = (
  label: string,
  fields: Readonly<Record<string, string | number>>,
  lookup: 'plain' | 'small' | 'link' = 'small',
): Html =>
  html`<form method="post" action="/people/said" class="say">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="button plain${lookup === 'plain' ? '' : ` ${lookup}`}">${label}</button></form>`

/** What was just said, or taken back, with the way back; nothing where the number means nothing. */
export const correctionNote = (view: {
  readonly log: readonly CorrectionEntry[]
  readonly said: number | null
  readonly nameOf: (address: CanonicalAddress) => string
  readonly day: ReportDay
  readonly back: string
}): Html => {
  const { log, said, nameOf, day, back } = view
  const entry = log.find(({ id }) => id === said)
  if (entry === undefined) return html``
  const isUndo = entry.content.kind === 'undo'
  const of = entry.content.kind === 'undo' ? originOf(entry.content.of, log) : entry.content
  const words = of === null ? '' : describeCorrection(of, nameOf, day)
  return html`<div class="note said" role="status"><p>${isUndo ? `Taken back: ${words}` : words}</p>
${correctionButton(isUndo ? 'Say it again' : 'Undo', { kind: 'undo', of: entry.id, back }, 'link')}</div>`
}

/** What an undo, or an undo of an undo, is about in the end. */
const originOf = (
  id: number,
  log: readonly CorrectionEntry[],
): Exclude<CorrectionEntry['content'], { kind: 'undo' }> | null => {
  const content = log.find((entry) => entry.id === id)?.content
  if (content === undefined) return null
  return content.kind === 'undo' ? originOf(content.of, log) : content
}

/** Everything that holds, newest first. */
export const correctionsPage = (view: {
  readonly log: readonly CorrectionEntry[]
  readonly said: number | null
  readonly nameOf: (address: CanonicalAddress) => string
  readonly day: ReportDay
}): Html => {
  const active = activeCorrections(view.log)
  return layout({
    title: 'What you said',
    section: 'people',
    body: html`<section class="card"><h1>What you said</h1>
${correctionNote({ ...view, back: '/people/said' })}
<p class="muted">Each of these holds over everything that is read, also what was read before. Taking one back leaves no trace of it, whatever came after.</p>
${active.length === 0 ? html`<p>Nothing yet. On each person’s page you can put right what is wrong.</p>` : correctionsList(active, view, '/people/said')}
<h2>Leave out by address</h2>
<p class="small muted">A domain (shop.example, with everything below it), or a pattern with * for any letters (*-jobs@*).</p>
<form method="post" action="/people/said" class="inline"><input type="hidden" name="kind" value="ignore"><input type="hidden" name="target" value="domain"><input type="hidden" name="back" value="/people/said">
<label for="domain">Domain</label><input id="domain" type="text" name="domain" required maxlength="120"><button class="button plain small">Leave out</button></form>
<form method="post" action="/people/said" class="inline"><input type="hidden" name="kind" value="ignore"><input type="hidden" name="target" value="pattern"><input type="hidden" name="back" value="/people/said">
<label for="pattern">Pattern</label><input id="pattern" type="text" name="pattern" required maxlength="120"><button class="button plain small">Leave out</button></form>
<h2>Addresses of your own</h2>
<form method="post" action="/people/said" class="inline"><input type="hidden" name="kind" value="own"><input type="hidden" name="back" value="/people/said">
<label for="own">Address</label><input id="own" type="email" name="address" required maxlength="254"><button class="button plain small">It is mine</button></form>
</section>`,
  })
}

export const correctionsList = (
  active: readonly ActiveCorrection[],
  { nameOf, day }: { readonly nameOf: (address: CanonicalAddress) => string; readonly day: ReportDay },
  back: string,
): Html =>
  html`<ul class="rows">${[...active]
    .reverse()
    .map(
      ({ id, at, correction }) =>
        html`<li><span>${describeCorrection(correction, nameOf, day)} <span class="muted">${dayInWords(at, day)}</span></span>${correctionButton('Undo', { kind: 'undo', of: id, back })}</li>`,
    )}</ul>`
