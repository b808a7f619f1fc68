/**
 * Lists of words, long patterns, and what is told of words again and again. A list or pattern is put together when it is
 * first asked. Pure.
 */
import type { PatternSource } from '../model/vocabulary.ts'

/** Asked whether a word is in it, and nothing else. */
export type WordList = Pick<ReadonlySet<string>, 'has'>

/** Asked whether it is in a text, and nothing else. */
export type Pattern = Pick<RegExp, 'test'>

export const patternOf = (source: () => PatternSource): Pattern => {
  let pattern: RegExp | null = null
  return {
    test(text) {
      pattern ??= new RegExp(...source())
      return pattern.test(text)
    },
  }
}

/** The same answers, of which the last few thousand are kept: the words of names come again and again. */
export const remembering = <T>(read: (word: string) => T): ((word: string) => T) => {
  const known = new Map<string, T>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const answer = read(word)
    if (known.size >= mostRemembered) known.clear()
    if (word.length <= longestRemembered) known.set(word, answer)
    return answer
  }
}

const mostRemembered = 4096
const longestRemembered = 40

/** Words with blanks or line breaks between them. */
export const wordsOfList = (text: () => string): WordList => listOnUse(() => new Set(text().trim().split(/\s+/)))

export const listOnUse = (make: () => WordList): WordList => {
  let list: WordList | null = null
  return {
    has(word) {
      list ??= make()
      return list.has(word)
    },
  }
}
