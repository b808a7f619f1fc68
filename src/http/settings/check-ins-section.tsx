/** What the drafts sound like, and where they open. */
import { languageOfLocale } from '../../draft/voice.ts'
import { writingPlaces } from '../../model/check-in.ts'
import type { User } from '../../model/user.ts'
import { settingsWords, writingPlaceNames } from '../../words/settings.ts'
import { nameOfLanguage, voiceWords } from '../../words/voice.ts'
import { languageChoices, toneChoices } from '../corrections/voice-form.tsx'
import { Seg } from '../kit/fold.tsx'
import { Button, CheckField, type FormEntry, InputField, SelectField } from '../kit/forms.tsx'
import { maxGreetingLength, maxSignOffLength } from './check-ins-form.ts'

interface SectionView {
  readonly user: User
  readonly entry: FormEntry
  /** Where a language model is asked for other texts; null where the installation has none. */
  readonly rewritesAt: string | null
}

export const CheckInsSection = ({ user, entry, rewritesAt }: SectionView) => {
  const { values } = entry
  return (
    <section class="cols" id="check-ins">
      <div>
        <h2>{settingsWords.checkIns}</h2>
        <p class="muted">{settingsWords.checkInsHint}</p>
      </div>
      <form method="post" action="/settings/check-ins" class="stack">
        <SelectField
          id="writesIn"
          name="writesIn"
          label={settingsWords.writesIn}
          choices={writingPlaces.map((value) => ({ value, label: writingPlaceNames[value] }))}
          value={values.writesIn ?? user.writesIn}
          error={entry.errors.writesIn}
        />
        <VoiceFields user={user} entry={entry} />
        <p class="small muted">{settingsWords.voiceHint}</p>
        {rewritesAt !== null && (
          <>
            <CheckField
              id="rewrites"
              name="rewrites"
              label={settingsWords.rewrites}
              checked={values.writesIn === undefined ? user.wantsRewrites : values.rewrites === 'on'}
            />
            <p class="small muted">{settingsWords.describeRewrites(rewritesAt)}</p>
          </>
        )}
        <p class="row">
          <Button>{settingsWords.save}</Button>
        </p>
      </form>
    </section>
  )
}

const VoiceFields = ({ user, entry: { values, errors } }: Pick<SectionView, 'user' | 'entry'>) => {
  const { voice } = user
  return (
    <>
      <div class="field" role="radiogroup" aria-labelledby="usualTone">
        <span class="label" id="usualTone">
          {settingsWords.usualTone}
        </span>
        <Seg
          name="tone"
          value={values.tone ?? voice.tone ?? ''}
          choices={[{ value: '', label: voiceWords.toSuit }, ...toneChoices]}
        />
      </div>
      <div class="row fields">
        <InputField
          id="signOff"
          name="signOff"
          label={settingsWords.signOff}
          value={values.signOff ?? voice.signOff}
          error={errors.signOff}
          maxlength={maxSignOffLength}
        />
        <InputField
          id="formalSignOff"
          name="formalSignOff"
          label={settingsWords.formalSignOff}
          value={values.formalSignOff ?? voice.formalSignOff}
          error={errors.formalSignOff}
          maxlength={maxSignOffLength}
        />
      </div>
      <div class="row fields">
        <InputField
          id="greetingWord"
          name="greetingWord"
          label={settingsWords.greetingWord}
          value={values.greetingWord ?? voice.greetingWord}
          error={errors.greetingWord}
          maxlength={maxGreetingLength + 1}
        />
        <SelectField
          id="usualLanguage"
          name="language"
          label={settingsWords.usualLanguage}
          choices={[{ value: '', label: settingsWords.describeOwnLanguage(ownLanguage(user)) }, ...languageChoices]}
          value={values.language ?? voice.language ?? ''}
          error={errors.language}
        />
      </div>
    </>
  )
}

/** That of the browser, where there are texts in it. */
const ownLanguage = ({ locale }: User): string => {
  const code = languageOfLocale(locale)
  return nameOfLanguage(languageChoices.some(({ value }) => value === code) ? code : 'en')
}
