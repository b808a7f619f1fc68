/** The common names of many traditions; of about 64 words that are none, one is taken for one. Pure. */
import { vocabularyOf } from '../model/vocabulary.ts'
import type { commonNameLists } from './lists/common-names.ts'
import { unpacked } from './packed-words.ts'
import { listOnUse, type WordList, wordsOfList } from './word-lists.ts'

const lists = vocabularyOf<typeof commonNameLists>('commonNames')

/** As `soundOf` hears them. */
export const givenNames: WordList = listOnUse(() => unpacked(lists().given))

/** Without accents, and without those that an ending gives away. */
export const familyNames: WordList = listOnUse(() => unpacked(lists().family))

/** Those that everybody who bears one writes as an address does, and nobody as a family name. */
export const plainGivenNames: WordList = wordsOfList(() => lists().plain)

/** Chinese given names of one syllable. */
export const givenSyllables: WordList = wordsOfList(() => lists().syllables)
