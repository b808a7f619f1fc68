/** The fields that tell how check-ins sound. Pure. */
import * as v from 'valibot'
import { languages } from '../../draft/texts/index.ts'
import { formalities, tones } from '../../model/check-in.ts'
import { readAs } from './parse-form.ts'

/** One line of text, as somebody types a name; '' for none. */
export const lineSchema = (maxLength: number) =>
  readAs((text) => {
    const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
    return line.length <= maxLength ? line : null
  }, 'line_too_long')

/** One of these, or null where nothing was chosen. */
export const choiceOrNone = <T extends string>(choices: readonly T[]) =>
  v.pipe(
    readAs((text) => (text === '' ? '' : (choices.find((choice) => choice === text) ?? null)), 'choice'),
    v.transform((choice): T | null => (choice === '' ? null : choice)),
  )

export const toneSchema = choiceOrNone(tones)

export const languageSchema = choiceOrNone(languages.map(({ name }) => name))

export const formalitySchema = choiceOrNone(formalities)
