/** This week on the first page: whom to write to, who waits for a reply, and what worked. */
import type { Report, Suggestion } from '../../model/report.ts'
import type { HomeWeek } from '../../people/home.ts'
import type { Candidate } from '../../report/candidate.ts'
import type { ReportDay } from '../../words/dates.ts'
import { shortName } from '../../words/name.ts'
import { describeLeaveOut, describeMore, peopleWords } from '../../words/people.ts'
import { describeAction, describeReason, describeWaiting } from '../../words/reason.ts'
import { describeReconnection } from '../../words/week.ts'
import { Ask } from '../kit/ask.tsx'
import { More } from '../kit/fold.tsx'
import { LinkButton } from '../kit/forms.tsx'
import { Strip } from '../kit/strip.tsx'

interface WeekProps {
  readonly week: HomeWeek
  readonly candidateOf: (personId: number) => Candidate | undefined
  readonly day: ReportDay
}

export const ThisWeek = ({ week, candidateOf, day }: WeekProps) => (
  <>
    <section class="near" aria-labelledby="week">
      <h2 id="week" class="vh">
        {peopleWords.thisWeek}
      </h2>
      {week.report.suggestions.length === 0 ? (
        <p>{peopleWords.noneThisWeek}</p>
      ) : (
        <ul class="asks rows">
          {week.report.suggestions.map((suggestion) => (
            <SuggestionAsk
              suggestion={suggestion}
              candidate={candidateOf(suggestion.personId)}
              told={toldOn(week.report, day)}
              day={day}
            />
          ))}
        </ul>
      )}
    </section>
    <Pairs week={week} told={toldOn(week.report, day)} />
  </>
)

/** As of the report, in the habits the reader has now. */
const toldOn = ({ at, zone }: Report, { locale }: ReportDay): ReportDay => ({
  at,
  zone,
  ...(locale !== undefined && { locale }),
})

const SuggestionAsk = ({
  suggestion,
  candidate,
  told,
  day,
}: {
  readonly suggestion: Suggestion
  readonly candidate: Candidate | undefined
  /** The day of the report: what it says is of that day. */
  readonly told: ReportDay
  readonly day: ReportDay
}) => {
  const path = `/people/${suggestion.personId}`
  return (
    <Ask
      href={path}
      name={suggestion.name}
      why={describeReason(suggestion, told)}
      strip={candidate === undefined ? undefined : <Strip of={candidate} reason={suggestion.reason} day={day} />}
      act={{ href: `${path}/text`, label: describeAction(suggestion) }}
      more={<LesserActs suggestion={suggestion} path={path} />}
    />
  )
}

const LesserActs = ({ suggestion, path }: { readonly suggestion: Suggestion; readonly path: string }) => {
  const name = shortName(suggestion)
  return (
    <More label={describeMore(name)}>
      <button type="submit" formaction={`${path}/later`} name="days" value="14">
        {peopleWords.notNow}
      </button>
      <button type="submit" formaction={`${path}/done`}>
        {peopleWords.inTouch}
      </button>
      <button type="submit" formaction={`${path}/less`}>
        {peopleWords.lessOften}
      </button>
      <button type="submit" formaction={`${path}/not`}>
        {describeLeaveOut(name)}
      </button>
    </More>
  )
}

/** Side by side, each only where there is something to say. */
const Pairs = ({ week: { report, worked }, told }: Pick<WeekProps, 'week'> & { readonly told: ReportDay }) => {
  const waiting = report.waiting ?? []
  if (waiting.length + worked.length === 0) return null
  return (
    <section class="cols half">
      {waiting.length > 0 && (
        <div>
          <h2>{peopleWords.stillWaiting}</h2>
          <ul class="pairs rows">
            {waiting.map((suggestion) => (
              <li>
                <p>
                  <a href={`/people/${suggestion.personId}`}>{suggestion.name}</a>
                  <small>{describeWaiting(suggestion)}</small>
                </p>
                <LinkButton look="soft" href={`/people/${suggestion.personId}/text`}>
                  {describeAction(suggestion)}
                </LinkButton>
              </li>
            ))}
          </ul>
        </div>
      )}
      {worked.length > 0 && (
        <div>
          <h2>{peopleWords.itWorked}</h2>
          <ul class="pairs rows">
            {worked.map((each) => (
              <li>
                <p>{describeReconnection(each, told)}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
