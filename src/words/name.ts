/** What to call people in a sentence. Pure. */
import type { Suggestion } from '../model/report.ts'

/** One person in passing. */
export const shortName = ({ givenName, name }: Pick<Suggestion, 'givenName' | 'name'>): string => givenName ?? name

/** Several: "Ann, Bo and Cy". */
export const listInWords = (names: readonly string[]): string => lists.format(names)

const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' })
