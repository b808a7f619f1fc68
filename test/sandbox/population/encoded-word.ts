/** RFC 2047: how a header carries what is not ASCII. */

export interface Encoding {
  readonly charset: 'utf-8' | 'iso-8859-1'
  readonly scheme: 'B' | 'Q'
}

/** `text` as it stands in a header: itself where it is ASCII, encoded words where it is not. */
export const headerText = (text: string, { charset, scheme }: Encoding): string => {
  if (isAscii.test(text)) return text
  const spelled = charset === 'iso-8859-1' && isLatin1.test(text) ? charset : 'utf-8'
  const written = scheme === 'B' ? base64 : quoted
  const characters = [...text].map((character) => bytesOf(character, spelled))
  return runs(characters, scheme === 'B' ? base64Size : quotedSize)
    .map((run) => `=?${spelled}?${scheme}?${written(run)}?=`)
    .join(' ')
}

type Bytes = readonly number[]

/** An encoded word is at most 75 characters (§2): 17 for the frame of the longest charset name, 3 for base64's padding. */
const longestWord = 55

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
const isAscii = /^[\x00-\x7f]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: so does Latin-1
const isLatin1 = /^[\x00-\xff]*$/

const utf8 = new TextEncoder()

const bytesOf = (character: string, charset: Encoding['charset']): Bytes => {
  const code = character.charCodeAt(0)
  if (code < 0x80 || charset === 'iso-8859-1') return [code]
  return [...utf8.encode(character)]
}

/** The characters in runs of one encoded word each: cut between characters, never within one (§5). */
const runs = (characters: readonly Bytes[], size: (bytes: Bytes) => number): readonly Bytes[] => {
  const cut: number[][] = []
  let room = 0
  for (const character of characters) {
    const needed = size(character)
    const run = needed <= room ? cut.at(-1) : undefined
    if (run === undefined) {
      cut.push([...character])
      room = longestWord
    } else {
      run.push(...character)
    }
    room -= needed
  }
  return cut
}

const base64Size = (bytes: Bytes): number => (bytes.length * 4) / 3

const base64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes))

const unquoted = /[A-Za-z0-9!*+/-]/

const quotedByte = (byte: number): string => {
  if (byte === 0x20) return '_'
  const character = String.fromCharCode(byte)
  return unquoted.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

const quoted = (bytes: Bytes): string => bytes.map(quotedByte).join('')

const quotedSize = (bytes: Bytes): number => quoted(bytes).length
