/** Every opening and every ask of every language, in every combination that can come up. */
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/draft/texts/index.ts'
import type { AskName, FamilyName, Language } from '../../src/draft/texts/language.ts'
import { type Tone, tones } from '../../src/model/check-in.ts'

const familyNames = (language: Language): readonly FamilyName[] => Object.keys(language.families) as FamilyName[]
const askNames = (language: Language): readonly AskName[] => Object.keys(language.asks) as AskName[]

/** Where one phrase stands for a whole family: the formal tone tells the topic as part of the silence, and counts no years. */
const isStandIn = (family: FamilyName, tone: Tone): boolean => tone === 'formal' && /^(?:topic|years)/.test(family)

describe.each(languages.map((language) => [language.name, language] as const))('%s', (_, language) => {
  const openings = familyNames(language).flatMap((family) =>
    tones.flatMap((tone) => language.families[family].openings[tone].map((text) => ({ family, tone, text }))),
  )
  const asks = askNames(language).flatMap((name) =>
    tones.flatMap((tone) => language.asks[name][tone].map((text) => ({ name, tone, text }))),
  )
  const texts = [...openings, ...asks]

  test('seven people of one report can open and ask differently', () => {
    for (const family of familyNames(language)) {
      for (const tone of tones) {
        if (isStandIn(family, tone)) continue
        const lines = language.families[family].openings[tone]
        expect(new Set(lines).size, `${family} ${tone}`).toBeGreaterThanOrEqual(7)
        expect(
          new Set(language.asks[language.families[family].asks][tone]).size,
          `${family} ${tone}`,
        ).toBeGreaterThanOrEqual(7)
      }
    }
  })

  test('nothing is promised for a day, wished for weeks, told of a season, or left unanswered', () => {
    for (const { text } of texts) expect(text).not.toMatch(never)
  })

  test('nobody is shouted at in the formal tone', () => {
    for (const { tone, text } of texts) if (tone === 'formal') expect(text).not.toContain('!')
  })

  test('every sentence ends, and nothing is written twice', () => {
    for (const { text } of texts) {
      expect(text).toMatch(/[.?!]$/)
      expect(text).not.toMatch(/ {2}|\.\.|,,|--/)
    }
  })

  test('a subject line is short, and never a bare greeting', () => {
    for (const family of familyNames(language)) {
      const { informal, formal } = language.families[family].subjects
      for (const subject of [...informal, ...formal]) {
        expect(subject.length).toBeLessThanOrEqual(36)
        expect(subject).not.toMatch(/^(hello|hi|hallo|bonjour|salut|hola)[!.]?$/i)
      }
    }
  })
})

test('English contracts in the warm and the brief tone, and never in the formal one', () => {
  const english = languages.find(({ name }) => name === 'en')
  if (english === undefined) throw new Error('There is no English')
  const all = tones.flatMap((tone) => [
    ...familyNames(english).flatMap((family) =>
      english.families[family].openings[tone].map((text) => ({ tone, text })),
    ),
    ...askNames(english).flatMap((name) => english.asks[name][tone].map((text) => ({ tone, text }))),
  ])
  for (const { tone, text } of all) {
    if (tone === 'formal') expect(text).not.toMatch(/’(?:s|d|m|re|ve|ll|t)\b/)
    else expect(text).not.toMatch(/\b(?:I am(?!,)|I would|it has been|do not|have not)\b/i)
  }
})

test('German says du to friends and Sie to others', () => {
  const german = languages.find(({ name }) => name === 'de')
  if (german === undefined) throw new Error('There is no German')
  for (const family of familyNames(german)) {
    const { openings } = german.families[family]
    for (const text of openings.formal) expect(text).not.toMatch(/\b(?:du|dir|dich|dein\w*)\b/)
    for (const text of [...openings.warm, ...openings.brief]) expect(text).not.toMatch(/\b(?:Sie|Ihnen|Ihre[mnrs]?)\b/)
  }
})

/** What a check-in never says, whatever the tone. */
const never = new RegExp(
  [
    'came across|old thread|feeling you|get on (?:well|with)|no need to (?:reply|answer)|don’t feel obliged|whenever you feel like',
    'finds? you well|reach(?:ing)? out|touch base|circle back|excited|delve|cherish|paths? cross|wave\\b|treasure',
    '\\b(?:shall|lest|whoever|nobody|somebody|letter|tie|our contact|reminder|lead|CRM|pipeline)\\b',
    '\\b(?:spring|summer|autumn|winter|christmas|new year|holidays?|weekend)\\b',
    '(?:have a|good|lovely|great) (?:week|day|weekend)\\b|weeks ahead|all the best|take care',
    '\\bon (?:mon|tues|wednes|thurs|fri)day I’ll|by (?:mon|tues|wednes|thurs|fri)day',
    'anything I can (?:do|help)|if I can be of help|happy to help',
    'been meaning to|has it really been|see your name|so embarrassed',
    'Weihnachten|Sommer|Winter|schöne Woche|alles Gute|keine Eile|musst nicht antworten|ohne Verpflichtung',
  ].join('|'),
  'i',
)
