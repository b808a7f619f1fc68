/** Lists of words, and what is told of words again and again. Pure. */

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
export const wordsOfList = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
