/** One person: how it stands in three sentences, the act, the years, what happened, and what can be changed, tucked away. */
import type { Exchange } from '../../model/interaction.ts'
import { isMeetingAt, lastMeetingOf, type Person } from '../../model/person.ts'
import { nextMeetingAt } from '../../model/relationship.ts'
import { DAY, type Instant, later } from '../../model/time.ts'
import { balanceOf } from '../../score/signals/balance.ts'
import { replyHabitBy } from '../../score/signals/reply-habit.ts'
import { dayOf, type ReportDay } from '../../words/dates.ts'
import { explain } from '../../words/health.ts'
import { describeBalance, describeOpenMessage } from '../../words/history.ts'
import { describeBand } from '../../words/people.ts'
import {
  describeBounced,
  describeNextMeeting,
  describeSnoozed,
  describeWrite,
  formerAddress,
  personWords,
} from '../../words/person.ts'
import { capital } from '../../words/spans.ts'
import { describeBreaks, describeLasts, describeYears, type PastBreak } from '../../words/years.ts'
import { correctionButton } from '../corrections/forms.tsx'
import { proposalHtml } from '../corrections/merges-page.ts'
import { correctionNote, namesOf } from '../corrections/page.ts'
import { LinkButton } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { Mark, MarkShapes } from '../kit/marks.tsx'
import { Note } from '../kit/note.tsx'
import { Adjust } from './adjust.tsx'
import { filterHref, noFilter } from './filter.ts'
import type { PersonView } from './person-view.ts'
import { HistoryByMonth } from './together.tsx'
import { Years } from './years.tsx'
import { gapsOf, isBreak } from './years-layout.ts'

export const personPage = (view: PersonView): Html => {
  const { user, candidate, history, now, proposals } = view
  const { person } = candidate
  const day = dayOf(user, now)
  const path = `/people/${person.id}`
  return layout({
    title: person.name,
    section: 'people',
    body: (
      <>
        <MarkShapes />
        {correctionNote({ log: view.log, made: view.made, nameOf: namesOf([person]), day, back: path })}
        <StandingNotes view={view} day={day} />
        <Heading view={view} />
        <h1>{person.name}</h1>
        <p class="lead">{sentencesAbout(view, day).join(' ')}</p>
        <Acts person={person} path={path} />
        <YearsPart view={view} day={day} />
        {proposals.length > 0 && (
          <section>
            <h2>{personWords.merges}</h2>
            {proposals.map((proposal) => proposalHtml(proposal, day, path))}
          </section>
        )}
        <section class="cols">
          <HistoryByMonth person={person} name={nameOf(person)} history={history} day={day} />
          <Adjust view={view} day={day} path={path} />
        </section>
      </>
    ),
  })
}

const nameOf = ({ givenName, name }: Person): string => givenName ?? name

const Heading = ({ view: { candidate } }: { readonly view: PersonView }) => {
  const { person, health } = candidate
  return (
    <p class="eyebrow">
      <Mark band={health.band} />
      <span>
        {capital(describeBand(health.band))}
        {person.override.groups.map((group) => (
          <>
            {' · '}
            <a href={filterHref(noFilter, { group })}>{group}</a>
          </>
        ))}
        {` · ${person.address}`}
      </span>
    </p>
  )
}

const Acts = ({ person, path }: { readonly person: Person; readonly path: string }) => {
  const [address = ''] = person.addresses
  return (
    <div class="row after">
      <LinkButton href={`${path}/text`}>{describeWrite(nameOf(person))}</LinkButton>
      <LinkButton look="plain" href={`${path}/later`}>
        {personWords.notNow}
      </LinkButton>
      {correctionButton(personWords.logCoffee, { kind: 'log', how: 'coffee', address, back: path }, 'link')}
      {correctionButton(personWords.logCall, { kind: 'log', how: 'call', address, back: path }, 'link')}
    </div>
  )
}

/** How it stands, when it last was, and what either waits for; else how it went before, or who begins. */
const sentencesAbout = ({ candidate, history, now, metUntil }: PersonView, day: ReportDay): readonly string[] => {
  const { person, health } = candidate
  const { relationship } = person
  const name = nameOf(person)
  const habits = { user: replyHabitBy('user', history), them: replyHabitBy('them', history) }
  const third =
    describeOpenMessage(history, { name, now, ...habits }) ??
    describeBreaks(breaksIn(history, health.usualGapDays, now), name) ??
    describeBalance(balanceOf(history, { since: later(now, -balanceDays * DAY), now }), name)
  const lasts = {
    name,
    metAt: lastMeetingOf(person, now, metUntil),
    sentAt: relationship.lastSentAt,
    receivedAt: relationship.lastReceivedAt,
  }
  const booked = nextMeetingAt(relationship, now)
  return [
    explain(health),
    describeLasts(lasts, day),
    third,
    booked === null ? null : describeNextMeeting(booked, day),
  ].flatMap((sentence) => sentence ?? [])
}

/** Who begins, of late: two years ago it may have been the other way round. */
const balanceDays = 730

const directIn = (history: readonly Exchange[], now: Instant): readonly Exchange[] =>
  history.filter(({ kind, at }) => kind !== 'seen' && at <= now)

/** Silences that were long for the two and ended, the oldest first. */
const breaksIn = (history: readonly Exchange[], usualGapDays: number | null, now: Instant): readonly PastBreak[] => {
  if (usualGapDays === null) return []
  const direct = directIn(history, now)
  const endedBy = new Map(direct.map(({ at, kind }) => [at, kind]))
  return gapsOf(
    direct.map(({ at }) => at),
    now,
  )
    .filter((gap) => !gap.isOpen && isBreak(gap, usualGapDays))
    .flatMap(({ days, to }) => {
      const kind = endedBy.get(to)
      return kind === undefined || kind === 'seen' ? [] : [{ days, endedAt: to, endedBy: kind }]
    })
}

const YearsPart = ({ view, day }: { readonly view: PersonView; readonly day: ReportDay }) => {
  const { candidate, history, now } = view
  const { person, health } = candidate
  const contacts = directIn(history, now).filter(({ kind, at }) => kind !== 'met' || isMeetingAt(person, at))
  const since = contacts.at(-1)?.at
  if (since === undefined) return null
  const { usualGapDays, silenceDays, band } = health
  const breaks = breaksIn(history, usualGapDays, now).toSorted((a, b) => b.days - a.days)
  const name = nameOf(person)
  const label = describeYears({ name, since, usualGapDays, breaks: breaks.slice(0, maxToldBreaks), silenceDays }, day)
  return (
    <section>
      <Years view={{ contacts, usualGapDays, band, name, label, day }} />
    </section>
  )
}

/** More would be a list, not a sentence. */
const maxToldBreaks = 4

const StandingNotes = ({ view: { candidate }, day }: { readonly view: PersonView; readonly day: ReportDay }) => {
  const { person, former } = candidate
  const { snoozedUntil } = person.override
  return (
    <>
      {snoozedUntil !== null && snoozedUntil > day.at && <Note>{describeSnoozed(snoozedUntil, day)}</Note>}
      {person.bouncedAt !== null && (
        <Note kind="careful">{describeBounced(person.address, person.bouncedAt, day)}</Note>
      )}
      {former !== null && (
        <Note kind="careful">
          {formerAddress.before} <a href={`/people/${former.personId}`}>{formerAddress.link}</a> {formerAddress.after}
        </Note>
      )}
    </>
  )
}
