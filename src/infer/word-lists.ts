/** How long lists of words are kept: grouped by their beginnings, which keeps the Worker small. Pure. */

/** Of lines "ma ria rk" the words "maria" and "mark". A dot stands for the beginning alone. */
export const wordsByBeginning = (lines: string): ReadonlySet<string> =>
  new Set(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [beginning = '', ...endings] = line.split(' ')
        return endings.map((ending) => (ending === '.' ? beginning : beginning + ending))
      }),
  )

/** Words with blanks or line breaks between them. */
export const wordsOfList = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
