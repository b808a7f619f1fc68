/**
 * Everything that travels beside the Worker as `model/vocabulary.ts` reads it, by the names its readers use. The Worker itself
 * imports nothing of this: what it needs comes from the static file that the build writes.
 */
import { germanSentences } from './draft/texts/de/sentences.ts'
import { englishSentences } from './draft/texts/en/sentences.ts'
import { spanishSentences } from './draft/texts/es/sentences.ts'
import { frenchSentences } from './draft/texts/fr/sentences.ts'
import { topicWordLists } from './draft/topic-word-lists.ts'
import { commonNameLists } from './infer/lists/common-names.ts'
import { familyNameLists } from './infer/lists/family-names.ts'
import { languageWords } from './infer/lists/language-words.ts'
import { nameWordLists } from './infer/lists/name-words.ts'
import { senderPatterns, senderWordLists } from './infer/lists/sender-words.ts'
import { subjectPatterns } from './infer/lists/subject-words.ts'
import { patternSources } from './model/vocabulary.ts'
import { windowsZoneList } from './providers/microsoft/calendar/windows-zone-list.ts'

export const vocabulary = {
  english: englishSentences,
  german: germanSentences,
  french: frenchSentences,
  spanish: spanishSentences,
  commonNames: commonNameLists,
  familyNames: familyNameLists,
  nameWords: nameWordLists,
  languageWords,
  subjectPatterns: patternSources(subjectPatterns),
  senderPatterns: patternSources(senderPatterns),
  senderWords: senderWordLists,
  topicWords: topicWordLists,
  windowsZones: windowsZoneList,
} as const
