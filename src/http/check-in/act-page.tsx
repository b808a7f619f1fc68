/** The pages of the small links: what a button will do, and what it did, with its undo. */
import type { Correction } from '../../model/correction.ts'
import { DAY, type Instant, later, localDate } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { type ActName, actPageWords, actWords } from '../../words/check-in-page.ts'
import { describeCorrection } from '../../words/correction.ts'
import { Button, type FormEntry, HiddenFields, InputField } from '../kit/forms.tsx'
import { type Html, layout, type Section } from '../kit/layout.tsx'
import { snoozeDays } from './acts.ts'

interface ActView {
  readonly name: ActName
  readonly who: string
  readonly path: string
  readonly section: Section | null
  /** What the form holds, and what is wrong with it. */
  readonly entry: FormEntry
  readonly now: Instant
}

export const actPage = (view: ActView): Html => {
  const { name, who, path, section } = view
  const { title, does, button } = actWords[name]
  return layout({
    title: title(who),
    section,
    body: (
      <section class="card narrow">
        <h1>{title(who)}</h1>
        <p>{does(who)}</p>
        {name === 'later' ? (
          <SnoozeForms view={view} />
        ) : (
          <form method="post" action={`${path}/${name}`} class="actions">
            <Button>{button}</Button>
          </form>
        )}
        <p class="muted">
          {actPageWords.nothingChanged} <a href={`${path}/text`}>{actPageWords.describeWriteInstead(who)}</a>
        </p>
      </section>
    ),
  })
}

/** For how long: one click each, and a day of one's own. */
export const SnoozeForms = ({
  view: { path, entry, now },
}: {
  readonly view: Pick<ActView, 'path' | 'entry' | 'now'>
}) => (
  <>
    <form method="post" action={`${path}/later`} class="actions">
      {snoozes.map(([name, days]) => (
        <Button look="plain" name="days" value={String(days)}>
          {actPageWords.snooze[name]}
        </Button>
      ))}
    </form>
    <form method="post" action={`${path}/later`} class="inline">
      <InputField
        id="until"
        name="until"
        type="date"
        label={actPageWords.until}
        value={entry.values.until ?? ''}
        error={entry.errors.until ?? entry.errors.days}
        min={localDate(later(now, DAY), 'UTC')}
        required
      />
      <Button look="plain">{actWords.later.button}</Button>
    </form>
  </>
)

const snoozes = [
  ['days', snoozeDays.days],
  ['week', snoozeDays.week],
  ['fortnight', snoozeDays.fortnight],
  ['month', snoozeDays.month],
] as const

export const donePage = (view: {
  readonly correction: Correction
  readonly who: string
  readonly user: User
  readonly path: string
  readonly section: Section | null
  /** What the undo button sends. */
  readonly seal: string
  readonly now: Instant
}): Html => {
  const { correction, who, user, path, section, seal, now } = view
  const day = { at: now, zone: user.zone, locale: user.locale }
  return layout({
    title: actPageWords.done,
    section,
    body: (
      <section class="card narrow">
        <h1>{actPageWords.done}</h1>
        <p role="status">{describeCorrection(correction, () => who, day)}</p>
        <form method="post" action={`${path}/undo`} class="actions">
          <HiddenFields fields={{ seal }} />
          <Button look="plain">{actPageWords.undo}</Button>
        </form>
        <p class="muted">
          <a href="/people/corrections">{actPageWords.allCorrections}</a> {actPageWords.areListed}
        </p>
      </section>
    ),
  })
}
