/**
 * Whether a model's text may be shown in place of ours: about as long, in the same language, and with nothing in it that the page
 * does not say. Refusing a good one costs a click; showing a bad one may cost a friend. Pure.
 */

import { nameLikeWords } from '../draft/topic-words.ts'
import { languageOfSubject } from '../infer/language.ts'
import type { RewriteTask } from './ask.ts'
import { claims, commonNouns, timeWords } from './check-words.ts'

export type RewriteFlaw = 'length' | 'language' | 'link' | 'name' | 'number' | 'date' | 'claim'

/** The first thing that is wrong with it; null where nothing is. What a subject says counts for no claim: others wrote it. */
export const flawIn = (text: string, draft: RewriteTask): RewriteFlaw | null => {
  const { body, language, facts, topic } = draft
  if (!isOfLength(text, body)) return 'length'
  if (marks.test(text)) return 'link'
  if (languageOfSubject(text) !== language) return 'language'
  const said = new Set(wordsIn([body, ...facts].join(' ')).map(({ key }) => key))
  const named = new Set([...said, ...wordsIn(topic ?? '').map(({ key }) => key)])
  const words = wordsIn(text)
  const added = words.filter(({ key }) => !said.has(key))
  if (added.some(({ key }) => /\p{N}/u.test(key))) return 'number'
  if (added.some(({ key }) => timeWords.has(key))) return 'date'
  if (added.some((word) => !named.has(word.key) && isName(word, language))) return 'name'
  if (added.some(({ key }) => claims.some((claim) => claim.test(key)))) return 'claim'
  // What hardly shares a word with the draft says something else.
  return added.length > maxAddedShare * words.length ? 'claim' : null
}

const minWords = 5
const maxWords = 75
/** Of the draft's words. */
const minShareOfLength = 0.4
const maxShareOfLength = 1.6
const maxAddedShare = 0.65

const isOfLength = (text: string, body: string): boolean => {
  const [own, theirs] = [wordsIn(body).length, wordsIn(text).length]
  return (
    theirs >= Math.max(minWords, minShareOfLength * own) &&
    theirs <= Math.min(maxWords, maxShareOfLength * own + minWords)
  )
}

/** Links and addresses, and what only programs write: markup, braces, placeholders, quotation marks, signs, hidden characters. */
const marks =
  /https?:|www\.|@|\p{L}\.\p{L}{2,}|[<>[\]{}*_#|\\`"“”„«»]|[\p{Cf}\p{Co}\p{So}\p{Sc}]|\n\s*[-–•]|^(?:subject|betreff|objet|asunto)\s*:/imu

interface Word {
  readonly text: string
  /** As it is compared. */
  readonly key: string
  readonly isFirst: boolean
}

/** Each word, and whether it begins a sentence. */
const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu)].map(({ 0: word, index }) => ({
    text: word,
    key: word.toLowerCase().replaceAll('’', "'"),
    isFirst: /(?:^|[.?!…:\n¿¡])$/u.test(text.slice(Math.max(0, index - 3), index).replace(/[ –—-]+$/u, '')),
  }))

/** Written with a capital inside a sentence, or a name that many people have. German writes everyday nouns so too. */
const isName = ({ text, key, isFirst }: Word, language: string): boolean => {
  if (!/^\p{Lu}/u.test(text)) return false
  if (isFirst) return nameLikeWords().has(key)
  if (language === 'en' && /^i(?:'\p{L}+)?$/u.test(key)) return false
  return !(language === 'de' && commonNouns.has(key))
}
