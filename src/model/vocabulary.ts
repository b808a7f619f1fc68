/**
 * Word lists and sentences that travel beside the Worker, in a static file: within it they would be a fifth of its size. An
 * entry point links them before anything else runs, once for as long as its isolate lives. Each part is parsed when it is
 * first used, and most invocations use few. Pure: what is linked never changes.
 */

/** A regular expression as it travels. */
export type PatternSource = readonly [source: string, flags: string]

export const patternSources = <Name extends string>(
  patterns: Readonly<Record<Name, RegExp>>,
): Readonly<Record<string, PatternSource>> =>
  Object.fromEntries(Object.entries<RegExp>(patterns).map(([name, { source, flags }]) => [name, [source, flags]]))

/** Where the file lies among the static assets. */
export const vocabularyPath = '/vocabulary.txt'

/** A line for each part: its name, a tab, its JSON. */
export const vocabularyFile = (parts: Readonly<Record<string, unknown>>): string =>
  Object.entries(parts)
    .map(([name, part]) => `${name}\t${JSON.stringify(part)}\n`)
    .join('')

let linked: ReadonlyMap<string, string> | null = null

export const isVocabularyLinked = (): boolean => linked !== null

/** Says whether the text is such a file; if not, nothing is linked. */
export const linkVocabulary = (file: string): boolean => {
  const lines = file.trimEnd().split('\n')
  const parts = new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]))
  if (parts.size !== lines.length || parts.has('') || !lines.every((line) => line.includes('\t'))) return false
  linked = parts
  return true
}

/**
 * What reads one part: `vocabularyOf<typeof germanTexts>('german')` is a function that gives those texts. A test holds that
 * the file has every part in the shape its reader names.
 */
export const vocabularyOf = <T>(name: string): (() => T) => {
  let part: { readonly value: T } | null = null
  return () => {
    part ??= { value: partNamed(name) }
    return part.value
  }
}

const partNamed = <T>(name: string): T => {
  const json = linked?.get(name)
  if (json === undefined) throw new Error(`no vocabulary is linked for ${name}`)
  // Made from a value of this type by the same build; to parse a thousand sentences again would cost more than to read them.
  return JSON.parse(json) as T
}
