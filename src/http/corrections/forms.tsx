/** The forms about a person, a group or an address. Each stands on its page, and alone where something in it was wrong. */
import type { PropsWithChildren } from 'hono/jsx'
import type { ChosenRhythm } from '../../model/correction.ts'
import type { LocalDate } from '../../model/time.ts'
import { correctionFormWords, correctionWords } from '../../words/correction.ts'
import { rhythmInWords, spanInWords } from '../../words/spans.ts'
import {
  Button,
  type Choice,
  emptyEntry,
  type FormEntry,
  HiddenFields,
  type HiddenValues,
  InputField,
  postButton,
  SelectField,
} from '../kit/forms.tsx'
import type { Html } from '../kit/layout.tsx'

/** Every correction is posted to the same place. */
const action = '/people/corrections'

export const correctionButton = (label: string, fields: HiddenValues, look: 'plain' | 'link' = 'plain'): Html =>
  postButton({ action, label, fields, look })

const Form = ({ hidden, children }: PropsWithChildren<{ readonly hidden: HiddenValues }>) => (
  <form method="post" action={action} class="inline">
    <HiddenFields fields={hidden} />
    {children}
  </form>
)

/** For a person or a group, which `hidden` names. `suffix` tells the fields of several such forms on one page apart. */
export const rhythmForm = (of: {
  readonly hidden: HiddenValues
  readonly rhythm: Pick<ChosenRhythm, 'idealDays' | 'tooLongDays'>
  readonly suffix?: string
  readonly entry?: FormEntry
}): Html => {
  const { hidden, rhythm, suffix = '', entry = emptyEntry } = of
  return (
    <Form hidden={hidden}>
      <SelectField
        id={`ideal${suffix}`}
        name="ideal"
        label={correctionFormWords.ideally}
        choices={daysChoices(rhythmInWords)}
        value={nearestChoice(entry.values.ideal, rhythm.idealDays)}
        error={entry.errors.ideal}
      />
      <SelectField
        id={`tooLong${suffix}`}
        name="tooLong"
        label={correctionFormWords.tooLongAfter}
        choices={daysChoices(spanInWords)}
        value={nearestChoice(entry.values.tooLong, rhythm.tooLongDays)}
        error={entry.errors.tooLong}
      />
      <Button look="plain">{correctionFormWords.keepRhythm}</Button>
    </Form>
  )
}

const daysChoice: readonly number[] = [3, 7, 14, 21, 30, 61, 91, 122, 183, 365, 730]

const daysChoices = (describe: (days: number) => string): readonly Choice[] =>
  daysChoice.map((days) => ({ value: String(days), label: describe(days) }))

const nearestChoice = (typed: string | undefined, usual: number): string => {
  const current = Number(typed) > 0 ? Number(typed) : usual
  const distance = (days: number): number => Math.abs(Math.log(days / current))
  return String(daysChoice.reduce((best, days) => (distance(days) < distance(best) ? days : best)))
}

export const groupForm = (of: {
  readonly hidden: HiddenValues
  readonly groups: readonly string[]
  readonly entry?: FormEntry
}): Html => {
  const { hidden, groups, entry = emptyEntry } = of
  return (
    <Form hidden={hidden}>
      <InputField
        id="group"
        name="group"
        label={correctionFormWords.group}
        list="groups"
        value={entry.values.group ?? ''}
        error={entry.errors.group}
        maxlength={60}
        size={14}
        required
      />
      <datalist id="groups">
        {groups.map((group) => (
          <option value={group} />
        ))}
      </datalist>
      <Button look="plain">{correctionFormWords.addToGroup}</Button>
    </Form>
  )
}

export const logForm = (of: {
  readonly hidden: HiddenValues
  readonly today: LocalDate
  readonly entry?: FormEntry
}): Html => {
  const { hidden, today, entry = emptyEntry } = of
  return (
    <Form hidden={hidden}>
      <SelectField
        id="how"
        name="how"
        label={correctionFormWords.youHad}
        choices={Object.entries(correctionFormWords.how).map(([value, label]) => ({ value, label }))}
        value={entry.values.how ?? 'meeting'}
        error={entry.errors.how}
      />
      <InputField
        id="on"
        name="on"
        type="date"
        label={correctionFormWords.on}
        value={entry.values.on ?? today}
        error={entry.errors.on}
        max={today}
        required
      />
      <Button look="plain">{correctionFormWords.log}</Button>
    </Form>
  )
}

/** Leaves out by a domain or by a pattern. */
export const leaveOutForm = (of: {
  readonly target: 'domain' | 'pattern'
  readonly hidden: HiddenValues
  readonly entry?: FormEntry
}): Html => {
  const { target, hidden, entry = emptyEntry } = of
  return (
    <Form hidden={hidden}>
      <InputField
        id={target}
        name={target}
        label={correctionWords[target]}
        value={entry.values[target] ?? ''}
        error={entry.errors[target]}
        maxlength={120}
        required
      />
      <Button look="plain">{correctionWords.leaveOut}</Button>
    </Form>
  )
}

export const ownAddressForm = (of: { readonly hidden: HiddenValues; readonly entry?: FormEntry }): Html => {
  const { hidden, entry = emptyEntry } = of
  return (
    <Form hidden={hidden}>
      <InputField
        id="own"
        name="address"
        type="email"
        label={correctionWords.address}
        value={entry.values.address ?? ''}
        error={entry.errors.address}
        maxlength={254}
        required
      />
      <Button look="plain">{correctionWords.isMine}</Button>
    </Form>
  )
}
