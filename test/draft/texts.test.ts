/** Every sentence of every language, not a sample of them. */
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/draft/texts/index.ts'
import type { FamilyName, Sentences } from '../../src/draft/texts/language.ts'
import { tones } from '../../src/model/check-in.ts'

const all = languages.flatMap(({ name, families }) =>
  (Object.keys(families) as FamilyName[]).flatMap((family) =>
    tones.map((tone) => ({ title: `${name} ${family} ${tone}`, family, tone, sentences: families[family][tone] })),
  ),
)

const message = ({ openings, offers, closings }: Sentences, number: number): string =>
  [openings, offers, closings].map((list) => list[number % list.length]).join(' ')

/** The longest a slot gets in earnest, so that the count of words holds. */
const filled = (text: string): string =>
  text
    .replaceAll('{since}', 'since we were last in touch, in September 2024')
    .replaceAll(/\{[Yy]ears\}/g, '12 years')
    .replaceAll('{other}', 'Jan van der Berg')

/** The last time was a few days ago. */
const isFresh = (family: FamilyName): boolean => /^(follow_up|new_acquaintance)/.test(family)

const slotsOf: Partial<Record<FamilyName, RegExp>> = {
  rhythm_broken: /^\{since\}$/,
  dormant_tie: /^\{since\}$/,
  anniversary: /^\{[Yy]ears\}$/,
  introduction: /^\{other\}$/,
}

describe.each(all)('$title', ({ family, tone, sentences }) => {
  const lines = Object.values(sentences).flat()

  test('twelve weeks of letters to twelve people show no text twice, nor a sentence of the letter before', () => {
    const messages = Array.from({ length: 144 }, (_, number) => message(sentences, number))
    expect(new Set(messages).size).toBe(144)
    for (const list of [sentences.openings, sentences.offers, sentences.closings, sentences.subjects]) {
      expect(list.length).toBeGreaterThan(3)
      expect(new Set(list).size).toBe(list.length)
    }
  })

  test('any three that come together make 40 to 90 words, greeting and signature included', () => {
    for (const opening of sentences.openings) {
      for (const offer of sentences.offers) {
        for (const closing of sentences.closings) {
          const body = `${opening} ${offer} ${closing}`
          // The shortest: "Hello," and a farewell without a name. The longest, in the formal tone, has two full names.
          expect(wordsIn(body.replaceAll(/\{\w+\}/g, 'x x')) + 2, body).toBeGreaterThanOrEqual(40)
          expect(wordsIn(filled(body)) + (tone === 'formal' ? 12 : 5), body).toBeLessThanOrEqual(90)
        }
      }
    }
  })

  test('asks nothing, shouts nothing, begins and ends as a sentence does', () => {
    for (const line of [...sentences.openings, ...sentences.offers, ...sentences.closings]) {
      expect(line).toMatch(/^[A-Z{].*\.$/)
      expect(line).not.toMatch(
        /[?!]| {2}|--|\.\.|finds you well|reach(ing)? out|touch base|circle back|synerg|excited|delve/i,
      )
    }
  })

  test('whoever was met the other day has nothing to catch up on, and nobody sends a letter', () => {
    const text = lines.join('\n')
    if (isFresh(family))
      expect(text).not.toMatch(/catch(ing)? up|exchange news|proper conversation|how you are|you are thought of/)
    expect(text).not.toMatch(/\bletters?\b/i)
  })

  test('at most one closing in three says that no answer is needed', () => {
    const freeing = sentences.closings.filter((line) => freesFromAnswering.test(line))
    expect(freeing.length, freeing.join('\n')).toBeLessThanOrEqual(sentences.closings.length / 3)
  })

  test('claims nothing about the writing of it, keeps no score, and fits somebody down the corridor as well', () => {
    expect(lines.join('\n')).not.toMatch(
      /sit down|while I thought of it|for once|you so often|overdue|outside of it all|anywhere near|nearby|part of the world/i,
    )
  })

  test('where the last time is named, the sentence pauses after it', () => {
    for (const line of lines) expect(line).not.toMatch(/\{since\}(?![.,])/)
  })

  test('speaks of no fact that its reason does not hold', () => {
    for (const slot of lines.flatMap((line) => line.match(/\{\w+\}/g) ?? [])) {
      expect(slot).toMatch(slotsOf[family] ?? /^no slot at all$/)
    }
    if (slotsOf[family]?.test('{since}')) for (const opening of sentences.openings) expect(opening).toContain('{since}')
  })
})

test('a late answer promises no whole calendar, and speaks of no answer that is not there', () => {
  for (const { name, families } of languages) {
    for (const tone of tones) {
      const { offers } = families.reply_owed[tone]
      expect(offers.join('\n'), name).not.toMatch(/whenever|whichever|at your disposal|your calendar|below|attached/)
    }
  }
})

/** "No need to reply", however it is put. */
const freesFromAnswering =
  /\b(no|not|nothing|never|only)\b.*\b(answer\w*|repl(y|ies)|wave back|asks?|owe)\b|\b(answer|reply)\b.*\bno\b|\basks nothing\b|unanswered|let it lie|leave (it|this)\b|disregard|not at all|nothing that you need/i

const wordsIn = (text: string): number => text.split(/\s+/).length
