/** A form about people that could not be understood: shown again by itself, with what was typed and what is wrong with it. */
import type { Fields } from '../../model/json.ts'
import type { LocalDate } from '../../model/time.ts'
import { correctionFormWords } from '../../words/correction.ts'
import { formRefused } from '../../words/form-error.ts'
import type { FormEntry, HiddenValues } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { type FormErrors, formEntryOf } from '../kit/parse-form.ts'
import { groupForm, leaveOutForm, logForm, ownAddressForm, rhythmForm } from './forms.tsx'
import { voiceForm } from './voice-form.tsx'

export interface RefusedForm {
  readonly fields: Fields
  readonly errors: FormErrors
  readonly back: string
  readonly today: LocalDate
}

/** Null where there is nothing to fill in: a button said it, or a value that the form does not show is wrong. */
export const refusedFormPage = ({ fields, errors, back, today }: RefusedForm): Html | null => {
  const entry = formEntryOf(fields, errors)
  const { kind = '' } = entry.values
  if (!isFormKind(kind)) return null
  const form = formOf(kind, { entry, back, today })
  if (form === null || !Object.keys(errors).some((name) => shownFields[kind].includes(name))) return null
  return layout({
    title: correctionFormWords.titles[kind],
    section: 'people',
    body: (
      <section class="card narrow">
        <h1>{correctionFormWords.titles[kind]}</h1>
        <p class="note" role="alert">
          {formRefused}
        </p>
        {form}
        <p class="links small">
          <a href={back}>{correctionFormWords.back}</a>
        </p>
      </section>
    ),
  })
}

type FormKind = keyof typeof correctionFormWords.titles

const isFormKind = (kind: string): kind is FormKind => Object.hasOwn(correctionFormWords.titles, kind)

const shownFields: Readonly<Record<FormKind, readonly string[]>> = {
  rhythm: ['ideal', 'tooLong'],
  group_rhythm: ['ideal', 'tooLong'],
  group: ['group'],
  log: ['how', 'on'],
  voice: ['callThem', 'tone', 'language', 'formality'],
  ignore: ['domain', 'pattern'],
  own: ['address'],
}

const formOf = (
  kind: FormKind,
  { entry, back, today }: { readonly entry: FormEntry; readonly back: string; readonly today: LocalDate },
): Html | null => {
  const { address = '', group = '', target = '' } = entry.values
  const about: HiddenValues = { kind, address, back }
  switch (kind) {
    case 'rhythm':
      return rhythmForm({ hidden: about, rhythm: usualRhythm, entry })
    case 'group_rhythm':
      return rhythmForm({ hidden: { kind, group, back }, rhythm: usualRhythm, entry })
    case 'group':
      return groupForm({ hidden: about, groups: [], entry })
    case 'log':
      return logForm({ hidden: about, today, entry })
    case 'voice':
      return voiceForm({ action: '/people/corrections', hidden: about, entry })
    case 'ignore':
      return target === 'domain' || target === 'pattern'
        ? leaveOutForm({ target, hidden: { kind, target, back }, entry })
        : null
    case 'own':
      return ownAddressForm({ hidden: { kind, back }, entry })
  }
}

/** Where a form says none. */
const usualRhythm = { idealDays: 30, tooLongDays: 61 }
