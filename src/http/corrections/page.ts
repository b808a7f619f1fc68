/** Corrections: the note after making one, with its undo, and the list of all. */
import { html } from 'hono/html'
import type { CanonicalAddress } from '../../model/address.ts'
import { type ActiveCorrection, activeCorrections, type CorrectionEntry } from '../../model/correction.ts'
import type { Person } from '../../model/person.ts'
import { correctionWords, describeCorrection, describeUndone } from '../../words/correction.ts'
import { dayInWords, type ReportDay } from '../../words/dates.ts'
import { type Html, layout } from '../kit/layout.tsx'
import { correctionButton, leaveOutForm, ownAddressForm } from './forms.tsx'

/** What to call the person behind an address. */
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

/** What was just corrected or undone, with the way back; nothing where the number means nothing. */
export const correctionNote = (view: {
  readonly log: readonly CorrectionEntry[]
  /** The number of the entry just made, or null. */
  readonly made: number | null
  readonly nameOf: (address: CanonicalAddress) => string
  readonly day: ReportDay
  readonly back: string
}): Html => {
  const { log, made, nameOf, day, back } = view
  const entry = log.find(({ id }) => id === made)
  if (entry === undefined) return html``
  const isUndo = entry.content.kind === 'undo'
  const of = entry.content.kind === 'undo' ? originOf(entry.content.of, log) : entry.content
  const sentence = of === null ? '' : describeCorrection(of, nameOf, day)
  return html`<div class="note" role="status"><p>${isUndo ? describeUndone(sentence) : sentence}</p>
${correctionButton(isUndo ? correctionWords.redo : correctionWords.undo, { kind: 'undo', of: entry.id, back }, 'link')}</div>`
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

const path = '/people/corrections'

/** Everything that holds, newest first. */
export const correctionsPage = (view: {
  readonly log: readonly CorrectionEntry[]
  readonly made: number | null
  readonly nameOf: (address: CanonicalAddress) => string
  readonly day: ReportDay
}): Html => {
  const active = activeCorrections(view.log)
  return layout({
    title: correctionWords.title,
    section: 'people',
    body: html`<section class="card"><h1>${correctionWords.title}</h1>
${correctionNote({ ...view, back: path })}
<p class="muted">${correctionWords.intro}</p>
${active.length === 0 ? html`<p>${correctionWords.none}</p>` : correctionsList(active, view, path)}
<h2>${correctionWords.leaveOutByAddress}</h2>
<p class="small muted">${correctionWords.leaveOutHint}</p>
${(['domain', 'pattern'] as const).map((target) => leaveOutForm({ target, hidden: { kind: 'ignore', target, back: path } }))}
<h2>${correctionWords.ownAddresses}</h2>
${ownAddressForm({ hidden: { kind: 'own', back: path } })}
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
        html`<li><span>${describeCorrection(correction, nameOf, day)} <span class="muted">${dayInWords(at, day)}</span></span>${correctionButton(correctionWords.undo, { kind: 'undo', of: id, back })}</li>`,
    )}</ul>`
