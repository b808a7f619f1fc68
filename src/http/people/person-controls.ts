/** What can be changed about a person: snooze, rhythm, group, a contact elsewhere; and what can be corrected. */
import { html } from 'hono/html'
import { domainOf } from '../../model/address.ts'
import { type ActiveCorrection, activeCorrections, addressesIn, personVoiceOf } from '../../model/correction.ts'
import type { Person } from '../../model/person.ts'
import { localDate } from '../../model/time.ts'
import { correctionWords } from '../../words/correction.ts'
import type { ReportDay } from '../../words/dates.ts'
import { describeLeaveOutDomain, describeRhythm, personWords } from '../../words/person.ts'
import { voiceWords } from '../../words/voice.ts'
import { correctionButton, groupForm, logForm, rhythmForm } from '../corrections/forms.tsx'
import { correctionsList, namesOf } from '../corrections/page.ts'
import { voiceForm } from '../corrections/voice-form.tsx'
import type { Html } from '../kit/layout.tsx'
import type { PersonView } from './person-view.ts'

export const adjustments = ({ candidate, groups, log }: PersonView, day: ReportDay, back: string): Html => {
  const { person, health } = candidate
  const { rhythm } = person.override
  const [address = ''] = person.addresses
  const usual = health.usualGapDays ?? 30
  const about = { address, back }
  return html`<h3>${personWords.snooze}</h3>
<div class="actions">${snoozeChoices.map(([label, days]) => correctionButton(label, { kind: 'snooze', days, ...about }))}${correctionButton(personWords.lessOften, { kind: 'less_often', ...about })}</div>
<h3>${personWords.rhythm}</h3>
<p class="small muted">${describeRhythm(rhythm)}</p>
${rhythmForm({ hidden: { kind: 'rhythm', ...about }, rhythm: rhythm ?? { idealDays: usual, tooLongDays: 2 * usual } })}
<h3>${voiceWords.describeTitle(person.givenName ?? person.name)}</h3>
${voiceForm({ action: '/people/corrections', hidden: { kind: 'voice', ...about }, voice: personVoiceOf(activeCorrections(log), person.addresses) })}
<h3>${personWords.group}</h3>
${groupForm({ hidden: { kind: 'group', ...about }, groups })}
<h3>${personWords.elsewhere}</h3>
${logForm({ hidden: { kind: 'log', ...about }, today: localDate(day.at, 'UTC') })}`
}

const snoozeChoices: readonly (readonly [label: string, days: number])[] = [
  [personWords.snoozeWeek, 7],
  [personWords.snoozeMonth, 30],
  [personWords.snoozeHalfYear, 182],
]

export const personCorrections = (view: PersonView, day: ReportDay, back: string): Html => {
  const { candidate, log } = view
  const { person } = candidate
  const [address = ''] = person.addresses
  const made = activeCorrections(log).filter((each) => isAbout(each, person))
  return html`<ul class="rows">${person.addresses.map((each) => addressRow(each, person, back))}</ul>
<div class="actions">${correctionButton(personWords.leaveOut, { kind: 'ignore', target: 'person', address, back: '/people' })}${domainButtons(view, day)}</div>
${mergeSearch(view, back)}
${made.length === 0 ? '' : html`<h3>${correctionWords.title}</h3>${correctionsList(made, { nameOf: namesOf([person]), day }, back)}`}`
}

const addressRow = (address: string, { addresses }: Person, back: string): Html => {
  const hasOthers = addresses.length > 1
  return html`<li><span>${address}</span><span class="actions">${hasOthers ? correctionButton(personWords.notTheirs, { kind: 'split', address, back }, 'link') : ''}${correctionButton(personWords.mine, { kind: 'own', address, back: '/people' }, 'link')}${hasOthers ? correctionButton(personWords.leaveOutAddress, { kind: 'ignore', target: 'address', address, back }, 'link') : ''}</span></li>`
}

/** For each domain from which others write as well. */
const domainButtons = (
  { candidate: { person }, neighbours }: PersonView,
  { locale = '' }: ReportDay,
): readonly Html[] =>
  [...new Set(person.addresses.map(domainOf))].flatMap((domain) => {
    const count = neighbours.get(domain) ?? 1
    if (count < 2) return []
    const label = describeLeaveOutDomain(domain, count, locale)
    return [correctionButton(label, { kind: 'ignore', target: 'domain', domain, back: '/people' })]
  })

const mergeSearch = ({ candidate: { person }, others }: PersonView, back: string): Html =>
  html`<form class="inline" method="get" action="${back}#merge" id="merge">
<label for="with">${personWords.sameAs}</label><input id="with" type="search" name="with" value="${others?.query ?? ''}" size="18"><button class="button plain small">${personWords.find}</button></form>
${others === null ? '' : html`<ul class="rows">${others.found.length === 0 ? html`<li>${personWords.noOtherFound}</li>` : ''}${others.found.map((other) => otherRow(person, other, back))}</ul>`}`

const otherRow = (person: Person, other: Person, back: string): Html => {
  const pair = { address: person.addresses[0] ?? '', other: other.addresses[0] ?? '', back }
  return html`<li><span>${other.name} <span class="muted">${other.address}</span></span>${correctionButton(personWords.isOne, { kind: 'merge', ...pair })}</li>`
}

const isAbout = ({ correction }: ActiveCorrection, { addresses }: Person): boolean =>
  addressesIn(correction).some((address) => addresses.includes(address))
