/** Words that keep a subject out of a sentence, in all languages at once: a private matter is private in any of them. Pure. */
import { vocabularyOf } from '../model/vocabulary.ts'
import type { topicWordLists } from './topic-word-lists.ts'

const lists = vocabularyOf<typeof topicWordLists>('topicWords')

/** What looks medical, legal, or about money, dismissal, faith or a family's troubles. */
export const isPrivateMatter = (text: string): boolean => {
  privateMatters ??= new RegExp(`(?<!\\p{L})(?:${lists().privateMatters.join('|')})`, 'iu')
  return privateMatters.test(text)
}

let privateMatters: RegExp | null = null

/** Given names that stand in subjects without a surname; the user's own people are known by theirs. */
export const nameLikeWords = (): ReadonlySet<string> => {
  nameLike ??= new Set(lists().nameLikeWords.flatMap((names) => names.split(' ')))
  return nameLike
}

let nameLike: ReadonlySet<string> | null = null
