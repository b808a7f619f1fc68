/**
 * Family names without their accents: of the traditions in which they come first, and by their endings. General
 * vocabulary. Pure.
 */
import { vocabularyOf } from '../model/vocabulary.ts'
import type { familyNameLists } from './lists/family-names.ts'
import { type WordList, wordsOfList } from './word-lists.ts'

const lists = vocabularyOf<typeof familyNameLists>('familyNames')

/** Chinese, in the spellings of the mainland, Hong Kong, Taiwan and South-East Asia, and Korean. */
export const eastAsianFamilyNames: WordList = wordsOfList(() => lists().eastAsianFamilyNames)

export const vietnameseFamilyNames: WordList = wordsOfList(() => lists().vietnameseFamilyNames)

/** The same with their marks, where they have any. */
export const markedFamilyNames: WordList = wordsOfList(() => lists().markedFamilyNames)

/** Hungarian, which stand first; with their accents, without which they may be another's. */
export const hungarianFamilyNames: WordList = wordsOfList(() => lists().hungarianFamilyNames)

/** Given names that only Hungarians spell so. */
export const hungarianGivenNames: WordList = wordsOfList(() => lists().hungarianGivenNames)

/** Common family names that sound like given ones, and are none. */
export const ratherFamilyNames: WordList = wordsOfList(() => lists().ratherFamilyNames)

/** Endings that mark a family name where nothing else is known of it. */
export const hasFamilyEnding = (folded: string): boolean =>
  folded.length > 5 && familyEnding.test(folded.slice(-longestEnding))

const longestEnding = 8

const familyEnding =
  /(?:ovas?|evas?|ov|ev|off|eff|enko|chuk|czuk|sk[aiy]|skyi|skaya|skaia|skii|ck[aiy]|wicz|czyk|vic|vich|escu|eanu|poulos|poulou|idis|idou|akis|aki|yan|dze|shvili|nen|oglu|moto|yama|kawa|gawa|mura|shita|guchi|hashi|zaki|saki|mann|stein|berg|berger|meyer|meier|mayer|bauer|baum|dorf|hofer|inger|son|sen|gren|qvist|kvist|strom|lund|gaard|dottir|stad|ez|eira|elli|etti|ini|ucci|aldi|ardi|aite|iene|auskas|evicius|ins|ward|worth|field|wood|ford|land|well|ton|ham|ley|stone|smith|man|wala|wal|singhe|wardena|murthy|zadeh|pour|nejad|ard|eau|oux|stra|veld)$/
