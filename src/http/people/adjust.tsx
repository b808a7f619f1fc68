/** What can be changed about a person, folded: each fold shows what holds now. */

import { domainOf } from '../../model/address.ts'
import { activeCorrections, personVoiceOf } from '../../model/correction.ts'
import type { Person } from '../../model/person.ts'
import { localDate } from '../../model/time.ts'
import { correctionWords } from '../../words/correction.ts'
import type { ReportDay } from '../../words/dates.ts'
import { describeLeaveOut } from '../../words/people.ts'
import {
  describeAddressCount,
  describeLeaveOutDomain,
  describeLeavingOut,
  describeRhythm,
  describeRhythmShort,
  describeSnoozeShort,
  personWords,
} from '../../words/person.ts'
import { voiceWords } from '../../words/voice.ts'
import { correctionButton, groupForm, logForm, rhythmForm } from '../corrections/forms.tsx'
import { correctionsList, namesOf } from '../corrections/page.ts'
import { voiceForm } from '../corrections/voice-form.tsx'
import { Fold } from '../kit/fold.tsx'
import { Button, InputField } from '../kit/forms.tsx'
import { isAbout } from './person-corrections.ts'
import { WorkedOut } from './person-facts.tsx'
import type { PersonView } from './person-view.ts'

interface AdjustProps {
  readonly view: PersonView
  readonly day: ReportDay
  readonly path: string
}

export const Adjust = (of: AdjustProps) => {
  const { view, day, path } = of
  const { person, health } = view.candidate
  const { rhythm, groups, snoozedUntil } = person.override
  const [address = ''] = person.addresses
  const about = { address, back: path }
  const usual = health.usualGapDays ?? 30
  return (
    <aside id="adjust" aria-labelledby="adj">
      <h2 id="adj">{personWords.adjust}</h2>
      <div class="rows">
        <Fold title={personWords.elsewhere}>
          {logForm({ hidden: { kind: 'log', ...about }, today: localDate(day.at, 'UTC') })}
        </Fold>
        <Fold title={personWords.snooze} value={describeSnoozeShort(snoozedUntil, day)}>
          <div class="row">
            {snoozeChoices.map(([label, days]) => correctionButton(label, { kind: 'snooze', days, ...about }))}
            {correctionButton(personWords.lessOften, { kind: 'less_often', ...about })}
          </div>
        </Fold>
        <Fold title={personWords.rhythm} value={describeRhythmShort(rhythm, health.usualGapDays)}>
          <p class="small muted">{describeRhythm(rhythm)}</p>
          {rhythmForm({
            hidden: { kind: 'rhythm', ...about },
            rhythm: rhythm ?? { idealDays: usual, tooLongDays: 2 * usual },
          })}
        </Fold>
        <Fold title={voiceWords.describeTitle(person.givenName ?? person.name)}>
          {voiceForm({
            action: '/people/corrections',
            hidden: { kind: 'voice', ...about },
            voice: personVoiceOf(activeCorrections(view.log), person.addresses),
          })}
        </Fold>
        <Fold title={personWords.group} value={groups.length === 0 ? personWords.noGroup : groups.join(', ')}>
          {groupForm({ hidden: { kind: 'group', ...about }, groups: view.groups })}
        </Fold>
        <Fold title={personWords.addresses} value={describeAddressCount(person.addresses.length)}>
          <Addresses person={person} back={path} />
        </Fold>
        <Fold title={personWords.mergeWith} isOpen={view.others !== null} id="merge">
          <MergeSearch view={view} path={path} />
        </Fold>
        <Fold title={personWords.leaveOutTitle}>
          <LeaveOut {...of} />
        </Fold>
        <Made {...of} />
        <Fold title={personWords.facts}>
          <WorkedOut view={view} day={day} />
        </Fold>
      </div>
    </aside>
  )
}

const snoozeChoices: readonly (readonly [label: string, days: number])[] = [
  [personWords.snoozeWeek, 7],
  [personWords.snoozeFortnight, 14],
  [personWords.snoozeMonth, 30],
  [personWords.snoozeHalfYear, 182],
]

const Addresses = ({ person, back }: { readonly person: Person; readonly back: string }) => {
  const { addresses } = person
  const hasOthers = addresses.length > 1
  return (
    <ul class="rows">
      {addresses.map((address) => (
        <li>
          <span>{address}</span>
          <span class="row">
            {hasOthers && correctionButton(personWords.notTheirs, { kind: 'split', address, back }, 'link')}
            {correctionButton(personWords.mine, { kind: 'own', address, back: '/people' }, 'link')}
            {hasOthers &&
              correctionButton(
                personWords.leaveOutAddress,
                { kind: 'ignore', target: 'address', address, back },
                'link',
              )}
          </span>
        </li>
      ))}
    </ul>
  )
}

const LeaveOut = ({ view: { candidate, neighbours }, day }: AdjustProps) => {
  const { person } = candidate
  const [address = ''] = person.addresses
  const name = person.givenName ?? person.name
  const domains = [...new Set(person.addresses.map(domainOf))].filter((domain) => (neighbours.get(domain) ?? 1) > 1)
  return (
    <div class="stack">
      <p>{describeLeavingOut(name)}</p>
      {correctionButton(describeLeaveOut(name), { kind: 'ignore', target: 'person', address, back: '/people' })}
      {domains.map((domain) =>
        correctionButton(describeLeaveOutDomain(domain, neighbours.get(domain) ?? 1, day.locale ?? ''), {
          kind: 'ignore',
          target: 'domain',
          domain,
          back: '/people',
        }),
      )}
    </div>
  )
}

const MergeSearch = ({ view: { candidate, others }, path }: Pick<AdjustProps, 'view' | 'path'>) => (
  <>
    <form class="stack" method="get" action={`${path}#merge`}>
      <InputField id="with" type="search" name="with" label={personWords.sameAs} value={others?.query ?? ''} />
      <Button look="plain">{personWords.find}</Button>
    </form>
    {others !== null && (
      <ul class="rows">
        {others.found.length === 0 && <li>{personWords.noOtherFound}</li>}
        {others.found.map((other) => (
          <li>
            <span>
              {other.name}
              <small>{other.address}</small>
            </span>
            {correctionButton(personWords.isOne, {
              kind: 'merge',
              address: candidate.person.addresses[0] ?? '',
              other: other.addresses[0] ?? '',
              back: path,
            })}
          </li>
        ))}
      </ul>
    )}
  </>
)

/** What the user said about them so far, each with its undo. */
const Made = ({ view: { candidate, log }, day, path }: AdjustProps) => {
  const { person } = candidate
  const made = activeCorrections(log).filter((each) => isAbout(each, person))
  return made.length === 0 ? null : (
    <Fold title={correctionWords.title} value={String(made.length)}>
      {correctionsList(made, { nameOf: namesOf([person]), day }, path)}
    </Fold>
  )
}
