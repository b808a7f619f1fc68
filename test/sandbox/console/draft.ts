/** A letter being written: what a compose link fills in, and what a person sends. Pure. */
import { parseAddresses } from '../../../src/model/address.ts'

export interface Draft {
  readonly to: string
  readonly cc: string
  readonly bcc: string
  readonly subject: string
  /** Lines end in "\n". */
  readonly text: string
}

/** The parameters of Gmail's compose window. They are form-encoded: a plus is a space, a plus itself is `%2B`. */
export const draftFromLink = (parameters: URLSearchParams): Draft => draftFrom(parameters, { su: 'su', body: 'body' })

/** The parameters of Outlook's: a plus is a plus, and a space is `%20`. */
export const draftFromOutlook = (query: string): Draft =>
  draftFrom(new URLSearchParams(query.replaceAll('+', '%2B')), { su: 'subject', body: 'body' })

export const draftFromForm = (form: URLSearchParams): Draft => draftFrom(form, { su: 'subject', body: 'text' })

export const draftProblem = ({ to }: Draft): string | null => {
  if (to.trim() === '') return 'Say whom it goes to.'
  return parseAddresses(to).length === 0 ? `“${to}” is no address.` : null
}

const draftFrom = (fields: URLSearchParams, names: { readonly su: string; readonly body: string }): Draft => {
  const field = (name: string): string => fields.get(name) ?? ''
  return {
    to: oneLine(field('to')),
    cc: oneLine(field('cc')),
    bcc: oneLine(field('bcc')),
    subject: oneLine(field(names.su)),
    text: field(names.body).replace(/\r\n?/g, '\n'),
  }
}

/** A line break in a header would begin another one. */
const oneLine = (value: string): string => value.replace(/\s*[\r\n]+\s*/g, ' ').trim()
