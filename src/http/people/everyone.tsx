/** Everyone in a list: a search, filters and an order as one form, a table, and its pages. */

import { lastMeetingOf } from '../../model/person.ts'
import type { ReasonKind } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'
import type { Candidate } from '../../report/candidate.ts'
import { type Circle, circleKey } from '../../report/circles.ts'
import { bandCounts } from '../../report/compose.ts'
import { dayInWords, type ReportDay } from '../../words/dates.ts'
import {
  describeBand,
  describeChoice,
  describeListOrder,
  describeNoMatch,
  describeShown,
  peopleWords,
  sortWords,
} from '../../words/people.ts'
import { describeCircle } from '../../words/picture.ts'
import { reasonKinds } from '../../words/reason.ts'
import { agoInWords, capital, spanInWords } from '../../words/spans.ts'
import { Button, type Choice, InputField, LinkButton, SelectField } from '../kit/forms.tsx'
import { bandsInOrder, Mark } from '../kit/marks.tsx'
import { type Filter, type Found, filterHref, isFiltered, pageSize, sortOrders } from './filter.ts'

export interface EveryoneView {
  readonly candidates: readonly Candidate[]
  readonly found: Found
  readonly filter: Filter
  readonly circles: readonly Circle[]
  readonly circleOf: (candidate: Candidate) => Circle | undefined
  /** How many have each reason to be written to. */
  readonly reasons: ReadonlyMap<ReasonKind, number>
  readonly day: ReportDay
  /** Until when calendars have been read. */
  readonly metUntil: Instant
}

export const EveryoneList = ({ view }: { readonly view: EveryoneView }) => {
  const { found, filter } = view
  const isNarrowed = isFiltered({ ...filter, page: 1 })
  return (
    <section aria-labelledby="everyone" id="list">
      <h2 id="everyone">{peopleWords.everyone}</h2>
      <FilterForm view={view} />
      {found.all === 0 ? (
        <p class="after">{view.candidates.length === 0 ? peopleWords.emptyList : describeNoMatch(filter.query)}</p>
      ) : (
        <List view={view} />
      )}
      <div class="row after">
        <Pages view={view} />
        {isNarrowed && <a href="/people#everyone">{peopleWords.showAll}</a>}
      </div>
      <p class="links small">
        <a href={`/people/excluded${filter.query === '' ? '' : `?q=${encodeURIComponent(filter.query)}`}`}>
          {peopleWords.missing}
        </a>
        <a href="/people/groups">{peopleWords.groups}</a>
        <a href="/people/merges">{peopleWords.merges}</a>
        <a href="/people/triage">{peopleWords.triage}</a>
        <a href="/people/corrections">{peopleWords.corrections}</a>
      </p>
    </section>
  )
}

const FilterForm = ({ view }: { readonly view: EveryoneView }) => {
  const { filter, day, reasons } = view
  const { locale = '' } = day
  const counts = bandCounts(view.candidates)
  const any: Choice = { value: '', label: peopleWords.any }
  const bands = bandsInOrder.map((band) => ({
    value: band,
    label: describeChoice(capital(describeBand(band)), counts[band], locale),
  }))
  const groups = view.circles.map(({ of, members }) => ({
    value: circleKey(of),
    label: describeChoice(describeCircle(of), members.length, locale),
  }))
  const why = [...reasons].map(([kind, count]) => ({
    value: kind,
    label: describeChoice(capital(reasonKinds[kind]), count, locale),
  }))
  return (
    <search>
      <form class="filters" method="get" action="/people#everyone">
        <InputField id="q" type="search" name="q" label={peopleWords.search} value={filter.query} />
        <SelectField
          id="band"
          name="band"
          label={peopleWords.band}
          value={filter.band ?? ''}
          choices={[any, ...bands]}
        />
        <SelectField id="in" name="group" label={peopleWords.group} value={filter.group} choices={[any, ...groups]} />
        {why.length > 0 && (
          <SelectField
            id="reason"
            name="reason"
            label={peopleWords.reason}
            value={filter.reason ?? ''}
            choices={[any, ...why]}
          />
        )}
        <SelectField
          id="sort"
          name="sort"
          label={peopleWords.sort}
          value={filter.sort}
          choices={sortOrders.map((value) => ({ value, label: sortWords[value] }))}
        />
        <div class="submit">
          <Button look="plain">{peopleWords.show}</Button>
        </div>
      </form>
    </search>
  )
}

const List = ({ view: { found, filter, circleOf, day, metUntil } }: { readonly view: EveryoneView }) => {
  const { columns } = peopleWords
  const bearers = Map.groupBy(found.shown, ({ person }) => person.name)
  return (
    <table class="list">
      <caption class="vh">{describeListOrder(filter.sort)}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.band}</th>
          <th scope="col" class="wide">
            {columns.gap}
          </th>
          <th scope="col">{columns.last}</th>
          <th scope="col" class="wide">
            {columns.met}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.shown.map((candidate) => (
          <Row
            candidate={candidate}
            note={noteOn(candidate, circleOf(candidate), (bearers.get(candidate.person.name)?.length ?? 0) > 1)}
            day={day}
            metUntil={metUntil}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Under the name: the address where two bear it, and the group. */
const noteOn = ({ person }: Candidate, circle: Circle | undefined, isNamesake: boolean): string => {
  const group = circle === undefined || circle.of.kind === 'others' ? [] : [describeCircle(circle.of)]
  return [...group, ...(isNamesake ? [person.address] : [])].join(' · ')
}

const Row = ({
  candidate: { person, health },
  note,
  day,
  metUntil,
}: {
  readonly candidate: Candidate
  readonly note: string
  readonly day: ReportDay
  readonly metUntil: Instant
}) => {
  const met = lastMeetingOf(person, day.at, metUntil)
  const { nothing, noGap } = peopleWords
  return (
    <tr>
      <th scope="row">
        <a href={`/people/${person.id}`}>{person.name}</a>
        {note !== '' && <small>{note}</small>}
      </th>
      <td class="is">
        <Mark band={health.band} />
        {describeBand(health.band)}
      </td>
      <td class="wide">{health.usualGapDays === null ? noGap : spanInWords(health.usualGapDays)}</td>
      <td>{health.silenceDays === null ? nothing : agoInWords(health.silenceDays)}</td>
      <td class="wide">{met === null ? nothing : dayInWords(met, day)}</td>
    </tr>
  )
}

const Pages = ({ view: { found, filter, day } }: { readonly view: EveryoneView }) => {
  const { page, pages, all, shown } = found
  const from = (page - 1) * pageSize + 1
  return (
    <nav class="row" aria-label={peopleWords.pages}>
      {page > 1 && (
        <LinkButton look="plain" href={filterHref(filter, { page: page - 1 })}>
          {peopleWords.previous}
        </LinkButton>
      )}
      {page < pages && (
        <LinkButton look="plain" href={filterHref(filter, { page: page + 1 })}>
          {peopleWords.next}
        </LinkButton>
      )}
      <span class="muted">{describeShown({ from, to: from + shown.length - 1, all }, day.locale ?? '')}</span>
    </nav>
  )
}
