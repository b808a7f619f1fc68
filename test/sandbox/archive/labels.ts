/**
 * `X-Gmail-Labels` as Google Takeout writes it: a line of CSV, RFC 2047-encoded where it is not ASCII, in the language of
 * whoever asked for the export. What comes out are the Gmail API's names. A person's own labels are left out: the
 * product never asks for their names. Pure.
 */
import { decodeWords } from 'postal-mime'
import { categoryNames, categoryWords, labelWords } from './label-words.ts'

/** The labels of a letter, as far as they are Gmail's own. */
export const gmailLabels = (header: string): readonly string[] => {
  const known = read.get(header)
  if (known !== undefined) return known
  const labels = [...new Set(csvFields(decodeWords(header)).flatMap((field) => labelOf(field) ?? []))]
  const shared = sharedLabels(labels)
  if (read.size < maxRemembered) read.set(header, shared)
  return shared
}

/** One list for all letters with the same labels: a mailbox has few combinations and very many letters. */
export const sharedLabels = (labels: readonly string[]): readonly string[] => {
  const key = labels.join()
  const known = combinations.get(key)
  if (known !== undefined) return known
  combinations.set(key, labels)
  return labels
}

const read = new Map<string, readonly string[]>()
const maxRemembered = 10_000
const combinations = new Map<string, readonly string[]>()

/** Quotes stand around a field with a comma, and doubled or alone within one: `Kategorie: "Werbung"`. */
const csvFields = (line: string): readonly string[] =>
  (line.match(/(?:"(?:[^"]|"")*"|[^,"]|"(?!,))+/g) ?? []).map((field) => field.trim())

/** How a label is compared: without case, accents, quotes and the colon of a category. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}":]/gu, '')
    .replace(/[’‘`]/g, "'")
    .replace(/[\s_-]+/g, ' ')
    .trim()

const byWord = (words: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([label, list]) => list.split('|').map((word) => [folded(word), label] as const)),
  )

const labelsByWord = byWord(labelWords)
const categoriesByWord = byWord(categoryWords)
const categoryPrefix = new RegExp(`^(?:${categoryNames.split('|').map(folded).join('|')}) ?(?=.)`)

const labelOf = (field: string): string | undefined => {
  const name = folded(field)
  const category = name.replace(categoryPrefix, '')
  return labelsByWord.get(name) ?? (category === name ? undefined : categoriesByWord.get(category))
}
