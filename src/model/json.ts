/** Looking into JSON that came from outside, one step at a time: what is not of the wanted shape is null or empty. Total. */

export type Fields = Readonly<Record<string, unknown>>

/** The fields of an object, or null where it is none. */
export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null

/** The entries of a list; none where it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What a text of JSON holds; null where it is none. */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The text, or null where it is none or empty. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
