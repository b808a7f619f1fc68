/** Triage: our guesses, set already. Only the wrong ones are touched; one form, and a script only for the keyboard. */

import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { type Guess, type Guesses, mostGuesses, type Verdict } from '../../report/triage.ts'
import { dayOf, type ReportDay } from '../../words/dates.ts'
import { describeAllRead, describeGuess, describeTriage, triageWords } from '../../words/triage.ts'
import { Seg } from '../kit/fold.tsx'
import { Button } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { Note } from '../kit/note.tsx'

export interface TriageView {
  readonly user: User
  readonly guesses: Guesses
  /** What was read; null while it still is. */
  readonly read: { readonly messages: number; readonly people: number } | null
  readonly now: Instant
}

/** How a verdict is sent: the counters of the page count these. */
const codes: Readonly<Record<Verdict, string>> = { close: 'c', kept: 'k', nobody: 'n' }

export const verdictIn = (code: unknown): Verdict | null =>
  code === codes.close ? 'close' : code === codes.kept ? 'kept' : code === codes.nobody ? 'nobody' : null

/** The name of a guess's field. */
export const fieldOf = (id: number): string => `p${id}`

export const triagePage = ({ user, guesses, read, now }: TriageView): Html => {
  const count = Object.values(guesses).reduce((sum, each) => sum + each.length, 0)
  const day = dayOf(user, now)
  const title = describeTriage(count === 0 ? mostGuesses : count)
  return layout({
    title,
    section: 'people',
    script: '/triage.js',
    body: (
      <>
        {read !== null && <Note>{describeAllRead(read.messages, read.people, user.locale)}</Note>}
        <h1>{title}</h1>
        <p class="lead">{count === 0 ? triageWords.nobody : triageWords.lead}</p>
        {count > 0 && (
          <>
            <Keys />
            <p class="small muted after compact">{triageWords.shortHint}</p>
            <form class="triage" method="post" action="/people/triage" id="triage">
              {(['close', 'unsure', 'rest'] as const).map((group) => (
                <Pile title={triageWords.groups[group]} guesses={guesses[group]} day={day} />
              ))}
              <div class="row dock">
                <p class="row tally" aria-hidden="true">
                  {triageWords.tally.map((label) => (
                    <span>{label}</span>
                  ))}
                </p>
                <Button>{triageWords.done}</Button>
              </div>
            </form>
          </>
        )}
      </>
    ),
  })
}

/** Shown by the script that listens for them. */
const Keys = () => {
  const { keys } = triageWords
  return (
    <p class="small muted after wide" id="keys" hidden>
      <kbd>↑</kbd> <kbd>↓</kbd> {keys.move} · <kbd>1</kbd> {keys.close} · <kbd>2</kbd> {keys.kept} · <kbd>3</kbd>{' '}
      {keys.nobody} · <kbd>U</kbd> {keys.undo} · <kbd>Enter</kbd> {keys.done}
    </p>
  )
}

const Pile = ({
  title,
  guesses,
  day,
}: {
  readonly title: string
  readonly guesses: readonly Guess[]
  readonly day: ReportDay
}) =>
  guesses.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <div class="pile">
        {guesses.map((guess) => (
          <fieldset>
            <legend>
              {guess.name}
              <small>{describeGuess(guess, day)}</small>
            </legend>
            <Seg name={fieldOf(guess.id)} value={codes[guess.verdict]} choices={choices} />
          </fieldset>
        ))}
      </div>
    </>
  )

const choices = [
  { value: codes.close, label: triageWords.close },
  { value: codes.kept, label: triageWords.kept },
  {
    value: codes.nobody,
    label: (
      <>
        {triageWords.nobodyShort[0]}
        <i>{triageWords.nobodyShort[1]}</i>
      </>
    ),
    says: triageWords.nobodyLong,
  },
]
