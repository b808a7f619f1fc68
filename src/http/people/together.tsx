/** What happened between the two, by month; older years are folded, with their counts. */
import type { Exchange } from '../../model/interaction.ts'
import type { Person } from '../../model/person.ts'
import type { Instant } from '../../model/time.ts'
import { foldMonths, type Month, monthsOf } from '../../report/months.ts'
import { dayKey, type ReportDay } from '../../words/dates.ts'
import {
  describeCrowd,
  describeFoldedYear,
  describeLine,
  describeMonth,
  describeMonthCount,
  monthWords,
} from '../../words/months.ts'
import { Fold } from '../kit/fold.tsx'

interface TogetherProps {
  readonly person: Person
  /** What to call them in passing. */
  readonly name: string
  /** Newest first. */
  readonly history: readonly Exchange[]
  readonly day: ReportDay
}

export const HistoryByMonth = (of: TogetherProps) => {
  const { history, day } = of
  const months = monthsOf(history, (at: Instant) => dayKey(at, day.zone).slice(0, 7))
  const { open, folded } = foldMonths(months, mostOpen)
  return (
    <div>
      <h2 id="together">{monthWords.title}</h2>
      {open.length === 0 && <p class="muted">{monthWords.none}</p>}
      {open.map((month) => (
        <MonthPart month={month} of={of} />
      ))}
      <div class="rows after">
        {folded.map(({ year, months: inYear, isPart }) => (
          <Fold title={describeFoldedYear(year, isPart)} value={describeMonthCount(summed(inYear), day.locale)}>
            <ul class="log">
              {inYear.map((month) => (
                <li class="whole">
                  <span>{describeMonth(month, day)}</span>
                  <span class="small muted">{describeMonthCount(month, day.locale)}</span>
                </li>
              ))}
            </ul>
          </Fold>
        ))}
      </div>
    </div>
  )
}

const mostOpen = { months: 3, lines: 24 } as const

const summed = (months: readonly Month[]): Pick<Month, 'letters' | 'meetings'> => ({
  letters: months.reduce((sum, { letters }) => sum + letters, 0),
  meetings: months.reduce((sum, { meetings }) => sum + meetings, 0),
})

const MonthPart = ({ month, of: { person, name, day } }: { readonly month: Month; readonly of: TogetherProps }) => {
  const crowd = describeCrowd(month.crowd, day.locale)
  return (
    <>
      <div class="row month">
        <h3>{describeMonth(month, day)}</h3>
        <span class="small muted">{describeMonthCount(month, day.locale)}</span>
      </div>
      <ul class="log">
        {month.lines.map((line) => {
          const date = dayKey(line.at, day.zone)
          return (
            <li>
              <time class="muted" datetime={date}>
                {Number(date.slice(8))}
              </time>
              <p>{describeLine(line, { name, logged: person.override.logged, zone: day.zone })}</p>
            </li>
          )
        })}
        {crowd !== null && (
          <li>
            <span />
            <p class="muted">{crowd}</p>
          </li>
        )}
      </ul>
    </>
  )
}
