/**
 * Common given names of many traditions, as `soundOf` hears them: "Aleksandra", "Alexandre" and "Alexander" share a
 * line, and endings are short. General vocabulary: a name that is not among them is a name nevertheless, and needs
 * another witness. Pure.
 */
import { vocabularyOf } from '../model/vocabulary.ts'
import type { givenNameLists } from './lists/given-names.ts'
import { type WordList, wordsByBeginning, wordsOfList } from './word-lists.ts'

const lists = vocabularyOf<typeof givenNameLists>('givenNames')

export const givenNames: WordList = wordsByBeginning(() => lists().all)

/** Those that everybody who bears one writes as an address does, and nobody as a family name. */
export const plainGivenNames: WordList = wordsOfList(() => lists().plain)

/** Chinese, of one syllable. */
export const givenSyllables: WordList = wordsOfList(() => lists().syllables)
