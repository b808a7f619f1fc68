/** The first page: what a Monday email looks like, what is read and what cannot be, and the way in. */
import type { Provider } from '../../providers/provider.ts'
import { type Fate, fateWords, partWords, landingWords as words } from '../../words/connect.ts'
import { dayInWords, weekdayInWords } from '../../words/dates.ts'
import { shortName } from '../../words/name.ts'
import { countInWords } from '../../words/numbers.ts'
import { frame } from '../../words/page.ts'
import { describeAction, describeReason } from '../../words/reason.ts'
import { topicLabel } from '../../words/topic.ts'
import { headlineSentences } from '../../words/week.ts'
import { Bar } from '../kit/bar.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { StripLine } from '../kit/strip.tsx'
import type { Specimen } from './specimen.ts'

export interface LandingView {
  readonly providers: readonly Pick<Provider, 'name' | 'label'>[]
  readonly specimen: Specimen
  /** The page that somebody asked for, and that signing in leads to; null for none. */
  readonly back: string | null
}

export const landingPage = (view: LandingView): Html =>
  layout({
    title: words.title,
    section: null,
    visitor: { signIn: words.signIn, href: '#start', foot: frame.promise },
    body: (
      <>
        <div class="hero cols">
          <Start view={view} />
          <MondayEmail specimen={view.specimen} />
        </div>
        <section>
          <h2 class="says">{words.howTitle}</h2>
          <ol class="three near">
            {words.how.map(({ title, text }) => (
              <li>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
        <Reads specimen={view.specimen} />
        <section>
          <h2 class="says">{words.selfTitle}</h2>
          <p class="lead">{words.self}</p>
          <p class="row after">
            <code>{words.commands}</code>
          </p>
        </section>
      </>
    ),
  })

interface SpecimenProps {
  readonly specimen: Specimen
}

const Start = ({ view: { providers, back } }: { readonly view: LandingView }) => (
  <div id="start" class="stack">
    <h1>{words.heading}</h1>
    <p class="lead">{words.lead}</p>
    {back !== null && <p role="status">{words.goesBack}</p>}
    <p class="row">
      {providers.map(({ name, label }) => (
        <a
          class="button plain big"
          href={`/connect/${name}${back === null ? '' : `?${new URLSearchParams({ back })}`}`}
        >
          <img src={`/${name}.svg`} width="20" height="20" alt="" />
          {words.describeContinue(label)}
        </a>
      ))}
    </p>
    <p class="small muted">{words.promise}</p>
  </div>
)

const MondayEmail = ({ specimen: { day, week, shown, topic, strip } }: SpecimenProps) => (
  <figure class="sheet mail" aria-label={words.example}>
    <p class="row small muted">
      <span>{frame.brand}</span>
      <span>{weekdayInWords(day.at, day.zone, day.locale)}</span>
    </p>
    <p class="says">{headlineSentences(week).join(' ')}</p>
    <Bar bands={week.bands} locale={day.locale ?? ''} />
    {week.suggestions.slice(0, shown).map((suggestion, index) => (
      <div>
        <h2>{suggestion.name}</h2>
        <p>{describeReason(suggestion, day)}</p>
        {index === 0 && (
          <>
            <p class="muted">
              {topicLabel(topic)}: <span class="said">“{topic.title}”</span>
            </p>
            <StripLine of={strip} reason={suggestion.reason} day={day} />
            <span class="button">{describeAction(suggestion)}</span>
          </>
        )}
      </div>
    ))}
    <p class="small muted">{words.describeMore(countInWords(week.suggestions.length - shown))}</p>
  </figure>
)

const Reads = ({ specimen: { day, week, topic, metAt } }: SpecimenProps) => {
  const [first] = week.suggestions
  const name = first === undefined ? '' : first.name
  return (
    <section id="reads" class="reads">
      <h2 class="says">{words.readsTitle}</h2>
      <div class="cols half near">
        <PartsTable
          title={words.message}
          parts={[
            ['from', name, 'kept'],
            ['to', words.you, 'kept'],
            ['date', dayInWords(topic.at, day), 'kept'],
            ['subject', topic.title, 'shown'],
            ['text', null, 'unreadable'],
            ['files', null, 'unreadable'],
          ]}
        />
        <PartsTable
          title={words.meeting}
          parts={[
            ['when', dayInWords(metAt, day), 'kept'],
            ['guests', `${words.you}, ${first === undefined ? '' : shortName(first)}`, 'kept'],
            ['title', 'Coffee', 'shown'],
            ['notes', null, 'unfetched'],
            ['place', null, 'unfetched'],
          ]}
          note={words.lookedUp}
        />
      </div>
      <ul class="three near">
        {words.promises.map((promise) => (
          <li>
            <p>{promise}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface PartsProps {
  readonly title: string
  /** What nobody can show is null. */
  readonly parts: readonly (readonly [part: keyof typeof partWords, value: string | null, fate: Fate])[]
  readonly note?: string
}

const PartsTable = ({ title, parts, note }: PartsProps) => (
  <div class="sheet">
    <h3 id={title}>{title}</h3>
    <table aria-labelledby={title}>
      {parts.map(([part, value, fate]) => (
        <tr class={fateClasses[fate]}>
          <th scope="row">{partWords[part]}</th>
          <td>{value ?? <span class="bars" aria-hidden="true" />}</td>
          <td>{fateWords[fate]}</td>
        </tr>
      ))}
    </table>
    {note !== undefined && <p class="small muted after">{note}</p>}
  </div>
)

const fateClasses: Readonly<Record<Fate, string>> = {
  kept: 'kept',
  shown: 'shown',
  unreadable: 'never',
  unfetched: 'never',
}
