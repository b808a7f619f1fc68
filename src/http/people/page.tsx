/** The first page: what is wrong with a source, this week, the picture, and everyone in a list. */
import { type Account, ownAddresses } from '../../model/account.ts'
import { stageOf } from '../../model/read.ts'
import { isMendable, type ReasonKind, type SourceNote } from '../../model/report.ts'
import { type Instant, localDate } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Home } from '../../people/home.ts'
import { type Candidate, candidateNumbered } from '../../report/candidate.ts'
import { type Circle, circleKey, circlesOf } from '../../report/circles.ts'
import { bandCounts } from '../../report/compose.ts'
import { meetingsKnownUntil, notesOn } from '../../report/notes.ts'
import { dayOf, weekdayInWords } from '../../words/dates.ts'
import { describeFreshness, describeSentReport, peopleWords } from '../../words/people.ts'
import { describeNote, headlineSentences } from '../../words/week.ts'
import { LinkButton } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { MarkShapes } from '../kit/marks.tsx'
import { Note } from '../kit/note.tsx'
import { EveryoneList } from './everyone.tsx'
import { type Filter, filtered, isFiltered } from './filter.ts'
import { Picture } from './picture.tsx'
import { ThisWeek } from './this-week.tsx'

export interface PeopleView extends Pick<Home, 'candidates' | 'week'> {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly filter: Filter
  readonly reasons: ReadonlyMap<number, ReasonKind>
  /** The correction just made. */
  readonly note: Html
  /** Whether our guesses of who is close and who is nobody wait to be gone through. */
  readonly isTriageDue: boolean
  readonly now: Instant
}

export const peoplePage = (view: PeopleView): Html => {
  const { user, accounts, candidates, filter, reasons, now } = view
  const circles = circlesOf(candidates, { name: user.name, addresses: [...ownAddresses(accounts)] })
  const circleOf = circleFinder(circles)
  const keyOf = (candidate: Candidate): string => {
    const circle = circleOf(candidate)
    return circle === undefined ? '' : circleKey(circle.of)
  }
  const reasonOf = ({ person: { contactIds } }: Candidate): ReasonKind | null =>
    contactIds.map((id) => reasons.get(id)).find((kind) => kind !== undefined) ?? null
  const found = filtered(candidates, filter, { circleOf: keyOf, reasonOf, now })
  return layout({
    title: peopleWords.title,
    section: 'people',
    script: '/people.js',
    body: (
      <>
        <MarkShapes />
        {view.note}
        {isFiltered(filter) ? <h1>{peopleWords.yourPeople}</h1> : <Overview view={view} circles={circles} />}
        <EveryoneList
          view={{
            candidates,
            found,
            filter,
            circles,
            circleOf,
            reasons: countReasons(reasons),
            day: dayOf(user, now),
            metUntil: meetingsKnownUntil(accounts, now),
          }}
        />
      </>
    ),
  })
}

const Overview = ({ view, circles }: { readonly view: PeopleView; readonly circles: readonly Circle[] }) => {
  const { user, accounts, candidates, week, now } = view
  const day = dayOf(user, now)
  const asked = [...week.report.suggestions, ...(week.report.waiting ?? [])]
  const bands = bandCounts(candidates)
  const told = [
    describeFreshness(readAtOf(accounts), day),
    week.isSent ? describeSentReport(week.report.at, day) : null,
  ].filter((said) => said !== null)
  const candidateOf = (id: number): Candidate | undefined => candidateNumbered(candidates, id)
  const named = new Set(asked.flatMap(({ personId }) => candidateOf(personId)?.person.id ?? []))
  return (
    <>
      <SourceNotes view={view} />
      {view.isTriageDue && (
        <Note
          act={
            <LinkButton look="plain" href="/people/triage">
              {peopleWords.triageAct}
            </LinkButton>
          }
        >
          {peopleWords.triageDue}
        </Note>
      )}
      <p class="eyebrow">
        <span>
          <time datetime={localDate(now, user.zone)}>{weekdayInWords(now, user.zone, user.locale)}</time>
          {told.map((said) => ` · ${said}`)}
        </span>
      </p>
      <h1>{headlineSentences({ ...week.report, bands }).join(' ')}</h1>
      {candidates.length === 0 ? (
        <p class="lead">{peopleWords.noneYet}</p>
      ) : (
        <>
          <ThisWeek week={week} candidateOf={candidateOf} day={day} />
          <Picture candidates={candidates} circles={circles} bands={bands} named={named} locale={user.locale} />
        </>
      )}
    </>
  )
}

/** A source that is wrong comes first, with what mends it; then how far a first reading is. */
const SourceNotes = ({ view: { user, accounts, now } }: { readonly view: PeopleView }) => {
  const day = dayOf(user, now)
  const isReading = accounts.some(
    ({ status, feeds }) => status.kind !== 'disconnected' && stageOf(feeds.mail) !== 'done',
  )
  return (
    <>
      {notesOn(accounts, now)
        .filter(({ kind }) => kind !== 'reading')
        .map((note) => (
          <Note kind={note.kind === 'gap' ? 'done' : 'careful'} act={noteAct(note, accounts)}>
            {describeNote(note, day)}
          </Note>
        ))}
      {isReading && (
        <Note
          act={
            <LinkButton look="plain" href="/reading">
              {peopleWords.seeReading}
            </LinkButton>
          }
        >
          {peopleWords.stillReading}
        </Note>
      )}
    </>
  )
}

const noteAct = (note: SourceNote, accounts: readonly Account[]) => {
  const account = accounts.find(({ address }) => address === note.address)
  if (!isMendable(note) || account === undefined) return null
  return (
    <LinkButton look="plain" href={`/connect/${account.provider}?account=${encodeURIComponent(account.address)}`}>
      {peopleWords.reconnect}
    </LinkButton>
  )
}

const circleFinder = (circles: readonly Circle[]): ((candidate: Candidate) => Circle | undefined) => {
  const found = new Map(circles.flatMap((circle) => circle.members.map((member) => [member, circle] as const)))
  return (candidate) => found.get(candidate)
}

const countReasons = (reasons: ReadonlyMap<number, ReasonKind>): ReadonlyMap<ReasonKind, number> => {
  const counts = new Map<ReasonKind, number>()
  for (const kind of reasons.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** When the mailbox was read that was read longest ago. */
const readAtOf = (accounts: readonly Account[]): Instant | null => {
  const times = accounts.flatMap(({ feeds }) => feeds.mail.readAt ?? [])
  return times.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null)
}
