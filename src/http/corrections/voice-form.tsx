/** How check-ins to one person sound: the form on their page, on the check-in's page, and alone where something in it was wrong. */
import { languages } from '../../draft/texts/index.ts'
import { formalities, tones } from '../../model/check-in.ts'
import { noPersonVoice, type PersonVoice } from '../../model/correction.ts'
import { formalityLabels, languageLabels, toneLabels, voiceWords } from '../../words/voice.ts'
import {
  Button,
  type Choice,
  emptyEntry,
  type FormEntry,
  HiddenFields,
  type HiddenValues,
  InputField,
  SelectField,
} from '../kit/forms.tsx'
import type { Html } from '../kit/layout.tsx'

export const voiceForm = (of: {
  readonly action: string
  readonly hidden: HiddenValues
  readonly voice?: PersonVoice
  readonly entry?: FormEntry
}): Html => {
  const { action, hidden, voice = noPersonVoice, entry = emptyEntry } = of
  const { values, errors } = entry
  return (
    <form method="post" action={action} class="stack">
      <HiddenFields fields={hidden} />
      <InputField
        id="callThem"
        name="callThem"
        label={voiceWords.callThem}
        value={values.callThem ?? voice.callThem ?? ''}
        error={errors.callThem}
        maxlength={maxNameLength}
      />
      <SelectField
        id="voiceTone"
        name="tone"
        label={voiceWords.tone}
        choices={[{ value: '', label: voiceWords.toSuit }, ...toneChoices]}
        value={values.tone ?? voice.tone ?? ''}
        error={errors.tone}
      />
      <SelectField
        id="voiceLanguage"
        name="language"
        label={voiceWords.language}
        choices={[{ value: '', label: voiceWords.asLearned }, ...languageChoices]}
        value={values.language ?? voice.language ?? ''}
        error={errors.language}
      />
      <SelectField
        id="formality"
        name="formality"
        label={voiceWords.formality}
        choices={[
          { value: '', label: voiceWords.byTone },
          ...formalities.map((value) => ({ value, label: formalityLabels[value] })),
        ]}
        value={values.formality ?? voice.formality ?? ''}
        error={errors.formality}
      />
      <p class="small muted">{voiceWords.hint}</p>
      <p class="row">
        <Button look="plain">{voiceWords.save}</Button>
      </p>
    </form>
  )
}

export const maxNameLength = 40

export const toneChoices: readonly Choice[] = tones.map((value) => ({ value, label: toneLabels[value] }))

/** Those there are texts in. */
export const languageChoices: readonly Choice[] = languages.map(({ name }) => ({
  value: name,
  label: languageLabels[name] ?? name,
}))
