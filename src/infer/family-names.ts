/**
 * Common family names, without their accents: above all of the traditions in which they come first, and of those that
 * directories turn around. General vocabulary. Pure.
 */
import { vocabularyOf } from '../model/vocabulary.ts'
import type { familyNameLists } from './lists/family-names.ts'
import { type WordList, wordsByBeginning, wordsOfList } from './word-lists.ts'

const lists = vocabularyOf<typeof familyNameLists>('familyNames')

/** Chinese, in the spellings of the mainland, Hong Kong, Taiwan and South-East Asia, and Korean. */
export const eastAsianFamilyNames: WordList = wordsOfList(() => lists().eastAsianFamilyNames)

/** Vietnamese. */
export const vietnameseFamilyNames: WordList = wordsOfList(() => lists().vietnameseFamilyNames)

/** The rest of the world's, without those that an ending gives away. Two letters, then what follows them. */
export const familyNames: WordList = wordsByBeginning(() => lists().familyNames)

/** Endings that mark a family name where nothing else is known of it. */
export const hasFamilyEnding = (folded: string): boolean =>
  folded.length > 5 && familyEnding.test(folded.slice(-longestEnding))

const longestEnding = 8

const familyEnding =
  /(?:ovas?|evas?|ov|ev|off|eff|enko|chuk|czuk|sk[aiy]|skyi|skaya|skaia|skii|ck[aiy]|wicz|czyk|vic|vich|escu|eanu|poulos|poulou|idis|idou|akis|aki|yan|dze|shvili|nen|oglu|moto|yama|kawa|gawa|mura|shita|guchi|hashi|zaki|saki|mann|stein|berg|berger|meyer|meier|mayer|bauer|baum|dorf|hofer|inger|son|sen|gren|qvist|kvist|strom|lund|gaard|dottir|stad|ez|eira|elli|etti|ini|ucci|aldi|ardi|aite|iene|auskas|evicius|ins|ward|worth|field|wood|ford|land|well|ton|ham|ley|stone|smith|man|wala|wal|singhe|wardena|murthy|zadeh|pour|nejad|ard|eau|oux|stra|veld)$/
