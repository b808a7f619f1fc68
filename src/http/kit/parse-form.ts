/** A form as values, or the first thing that is wrong with each field, so that the form can be shown again. Pure. */
import * as v from 'valibot'
import type { Fields } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { describeFormError, type FormError, isFormError } from '../../words/form-error.ts'
import type { FormEntry } from './forms.tsx'

/** By the name of the field. */
export type FormErrors = Readonly<Record<string, FormError>>

export type FormSchema<T> = v.GenericSchema<unknown, T>

/** A schema's messages are codes: `v.check(isTimeZone, 'zone' satisfies FormError)`. Any other message is a wrong choice. */
export const parseForm = <T>(schema: FormSchema<T>, fields: Fields): Result<T, FormErrors> => {
  const parsed = v.safeParse(schema, fields)
  if (parsed.success) return success(parsed.output)
  const errors: Record<string, FormError> = {}
  for (const issue of parsed.issues) {
    const name = v.getDotPath(issue) ?? ''
    errors[name] ??= isFormError(issue.message) ? issue.message : 'choice'
  }
  return failure(errors)
}

/** A field as `read` makes of its text, wrong where that is null. A field that is missing reads as an empty one. */
export const readAs = <T>(read: (text: string) => T | null, error: FormError) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): T => {
      const found = read(value)
      if (found !== null) return found
      addIssue({ message: error })
      return NEVER
    }),
  )

/** What was typed, beside what is wrong with it. */
export const formEntryOf = (fields: Fields, errors: FormErrors): FormEntry => ({
  values: Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ),
  errors: Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, describeFormError(error)])),
})
