/** Who is left out: every rule with its count, the list behind each count, and a search that says why somebody is missing. */
import type { ExclusionRule } from '../../infer/exclusion-rule.ts'
import type { AutomationCode, LeftOutCode } from '../../model/automation.ts'
import { type CountedExclusion, type ExcludedFound, excludedPageSize } from '../../people/excluded.ts'
import type { AutomatedSender } from '../../store/automated-senders.ts'
import type { ReportDay } from '../../words/dates.ts'
import {
  describeAmongPeople,
  describeExcludedShown,
  describeExclusion,
  describeIgnoredSender,
  describeIgnoredSenders,
  describeMoreFound,
  describeNothingFound,
  exclusionLabels,
  exclusionWords as words,
} from '../../words/exclusion.ts'
import { describeLeftOut } from '../../words/left-out.ts'
import { numberInWords } from '../../words/numbers.ts'
import { capital } from '../../words/spans.ts'
import { Button, InputField, LinkButton } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { ExclusionItem, personButton } from './exclusion-item.tsx'

export interface LeftOutView {
  readonly shown: LeftOutOverview | LeftOutSearch | LeftOutByRule | LeftOutByCode
  readonly note: Html
  readonly day: ReportDay
}

/** The whole of the mailbox, the most first. */
export interface LeftOutOverview {
  readonly kind: 'overview'
  /** How many addresses each rule leaves out. */
  readonly rules: readonly (readonly [kind: ExclusionRule['kind'], count: number])[]
  /** How many messages and events were ignored, by the reason. */
  readonly leftOut: readonly (readonly [code: LeftOutCode, count: number])[]
  /** How many addresses are behind them, where they are kept. */
  readonly senders: ReadonlyMap<AutomationCode, number>
}

export interface LeftOutSearch extends ExcludedFound {
  readonly kind: 'search'
  readonly query: string
  readonly leftOut: LeftOutOverview['leftOut']
}

interface Paged {
  /** Counted from 1. */
  readonly page: number
  readonly all: number
}

export interface LeftOutByRule extends Paged {
  readonly kind: 'rule'
  readonly rule: ExclusionRule['kind']
  readonly found: readonly CountedExclusion[]
}

export interface LeftOutByCode extends Paged {
  readonly kind: 'code'
  readonly code: AutomationCode
  readonly found: readonly AutomatedSender[]
}

export const leftOutPath = '/people/excluded'

export const leftOutPage = (view: LeftOutView): Html => {
  const { shown } = view
  const isList = shown.kind === 'rule' || shown.kind === 'code'
  return layout({
    title: words.title,
    section: 'people',
    body: (
      <>
        {view.note}
        {isList ? (
          <p class="eyebrow">
            <a href={leftOutPath}>{words.all}</a>
          </p>
        ) : null}
        <h1>{isList ? headingOf(shown) : words.title}</h1>
        {isList ? (
          <List shown={shown} day={view.day} />
        ) : (
          <SearchForm query={shown.kind === 'search' ? shown.query : ''} />
        )}
        {shown.kind === 'overview' && <Overview shown={shown} day={view.day} />}
        {shown.kind === 'search' && <Findings shown={shown} day={view.day} />}
      </>
    ),
  })
}

const headingOf = (shown: LeftOutByRule | LeftOutByCode): string =>
  shown.kind === 'rule' ? exclusionLabels[shown.rule] : capital(describeLeftOut(shown.code))

const SearchForm = ({ query }: { readonly query: string }) => (
  <>
    <p class="lead">{words.lead}</p>
    <search class="near">
      <form method="get" action={leftOutPath} class="inline">
        <InputField id="q" type="search" name="q" label={words.search} value={query} />
        <Button look="plain">{words.find}</Button>
      </form>
    </search>
  </>
)

const Overview = ({ shown, day }: { readonly shown: LeftOutOverview; readonly day: ReportDay }) => {
  const { rules, leftOut, senders } = shown
  const addresses = [...senders.values()].reduce((sum, count) => sum + count, 0)
  return (
    <div class="halves near">
      <section>
        <h2>{words.rules}</h2>
        <p class="small muted">{rules.length === 0 ? words.noRules : words.rulesHint}</p>
        <Counts
          rows={rules.map(([kind, count]) => ({
            label: exclusionLabels[kind],
            count,
            href: `${leftOutPath}?rule=${kind}`,
          }))}
          day={day}
        />
      </section>
      {leftOut.length > 0 && (
        <section>
          <h2>{words.ignoredMail}</h2>
          <p class="small muted">
            {words.ignoredMailHint} {describeIgnoredSenders(addresses, day)} {words.ignoredMailNote}
          </p>
          <Counts
            rows={leftOut.map(([code, count]) => ({
              label: capital(describeLeftOut(code)),
              count,
              href: hasSenders(senders, code) ? `${leftOutPath}?code=${code}` : null,
            }))}
            day={day}
          />
        </section>
      )}
    </div>
  )
}

const hasSenders = (senders: ReadonlyMap<string, number>, code: LeftOutCode): boolean => senders.has(code)

interface CountsProps {
  readonly rows: readonly { readonly label: string; readonly count: number; readonly href: string | null }[]
  readonly day: ReportDay
}

const Counts = ({ rows, day: { locale } }: CountsProps) => (
  <ul class="pairs rows counts">
    {rows.map(({ label, count, href }) => (
      <li>
        <p>{href === null ? label : <a href={href}>{label}</a>}</p>
        <span>{numberInWords(count, locale)}</span>
      </li>
    ))}
  </ul>
)

const List = ({ shown, day }: { readonly shown: LeftOutByRule | LeftOutByCode; readonly day: ReportDay }) => {
  const { page, all, found } = shown
  const first = (page - 1) * excludedPageSize
  const name = shown.kind === 'rule' ? `rule=${shown.rule}` : `code=${shown.code}`
  const href = (to: number): string => `${leftOutPath}?${name}&page=${to}`
  const why = shown.kind === 'rule' ? sentenceOfAll(shown.found, day) : null
  return (
    <>
      {why !== null && <p class="lead">{why}</p>}
      <p class="muted">{describeExcludedShown({ from: first + 1, to: first + found.length, all }, day)}</p>
      <ul class="pairs rows near">
        {shown.kind === 'rule'
          ? shown.found.map((exclusion) => (
              <ExclusionItem exclusion={exclusion} day={day} back={href(page)} isWhySaid={why !== null} />
            ))
          : shown.found.map((sender) => <SenderItem sender={sender} back={href(page)} />)}
      </ul>
      {all > excludedPageSize && (
        <nav class="row after" aria-label={words.pages}>
          {page > 1 && (
            <LinkButton look="plain" href={href(page - 1)}>
              {words.previous}
            </LinkButton>
          )}
          {first + found.length < all && (
            <LinkButton look="plain" href={href(page + 1)}>
              {words.next}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  )
}

/** What holds for each of them is said once. */
const sentenceOfAll = (found: readonly CountedExclusion[], day: ReportDay): string | null => {
  const sentences = new Set(found.map(({ rule }) => describeExclusion(rule, day)))
  const [sentence = null] = sentences
  return found.length > 1 && sentences.size === 1 ? sentence : null
}

const Findings = ({ shown, day }: { readonly shown: LeftOutSearch; readonly day: ReportDay }) => {
  const { query, found, foundInAll, here, automatedSenders, leftOut } = shown
  const back = `${leftOutPath}?q=${encodeURIComponent(query)}`
  if (here.length + foundInAll + automatedSenders.length === 0)
    return (
      <div class="near stack">
        <p>{describeNothingFound(query)}</p>
        {query.includes('@') && personButton(query, back)}
      </div>
    )
  return (
    <>
      <ul class="pairs rows near">
        {here.map(({ id, name, address }) => (
          <li>
            <p>
              <a href={`/people/${id}`}>{name}</a>
              <small>{describeAmongPeople(address)}</small>
            </p>
          </li>
        ))}
        {found.map((exclusion) => (
          <ExclusionItem exclusion={exclusion} day={day} back={back} />
        ))}
        {automatedSenders.map((sender) => (
          <SenderItem sender={sender} back={back} why={whyIgnored(sender, leftOut, day)} />
        ))}
      </ul>
      {found.length < foundInAll && <p class="muted after">{describeMoreFound(foundInAll - found.length, day)}</p>}
    </>
  )
}

const whyIgnored = ({ code }: AutomatedSender, leftOut: LeftOutOverview['leftOut'], day: ReportDay): string =>
  describeIgnoredSender(code, leftOut.find(([each]) => each === code)?.[1] ?? 0, day)

interface SenderProps {
  readonly sender: AutomatedSender
  readonly back: string
  readonly why?: string
}

const SenderItem = ({ sender: { address }, back, why }: SenderProps) => (
  <li>
    <p>
      <b>{address}</b>
      {why !== undefined && <small>{why}</small>}
    </p>
    {address.startsWith('*') ? null : personButton(address, back)}
  </li>
)
