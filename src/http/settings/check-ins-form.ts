/** The check-ins part of the settings as values, or what is wrong with its fields. Pure. */
import * as v from 'valibot'
import { writingPlaces } from '../../model/check-in.ts'
import type { Fields } from '../../model/json.ts'
import type { Result } from '../../model/result.ts'
import type { CheckInSettings } from '../../store/users.ts'
import { type FormErrors, parseForm, readAs } from '../kit/parse-form.ts'
import { languageSchema, lineSchema, toneSchema } from '../kit/voice-fields.ts'

export const checkInSettingsIn = (fields: Fields): Result<CheckInSettings, FormErrors> =>
  parseForm(checkInSettingsSchema, fields)

export const maxSignOffLength = 60
export const maxGreetingLength = 24

/** "Hello", "Grüß Gott": a comma and a name follow by themselves. */
const greetingIn = (text: string): string | null => {
  const word = text.trim().replace(/,$/, '').replace(/\s+/g, ' ')
  return word === '' || (word.length <= maxGreetingLength && /^\p{L}[\p{L}\p{M}'’ -]*$/u.test(word)) ? word : null
}

const checkInSettingsSchema = v.pipe(
  v.object({
    writesIn: readAs((text) => writingPlaces.find((place) => place === text) ?? null, 'choice'),
    tone: toneSchema,
    signOff: lineSchema(maxSignOffLength),
    formalSignOff: lineSchema(maxSignOffLength),
    greetingWord: readAs(greetingIn, 'greeting_word'),
    language: languageSchema,
    rewrites: v.optional(v.string()),
  }),
  v.transform(
    ({ writesIn, rewrites, ...voice }): CheckInSettings => ({ writesIn, voice, wantsRewrites: rewrites === 'on' }),
  ),
)
