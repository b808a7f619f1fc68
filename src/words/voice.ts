/** How check-ins sound: what the user settled for a person, in a sentence, and the words of the forms where they do. Pure. */
import type { Formality, Tone } from '../model/check-in.ts'
import type { PersonVoice } from '../model/correction.ts'

export const toneLabels: Readonly<Record<Tone, string>> = { warm: 'Warm', brief: 'Brief', formal: 'Formal' }

/** As their own speakers call them. */
export const languageLabels: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
}

/** How a sentence of ours calls them. */
const languageNames: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
}

export const nameOfLanguage = (code: string): string => languageNames[code] ?? code

export const formalityLabels: Readonly<Record<Formality, string>> = {
  informal: 'First names: du, tu, tú',
  formal: 'Formal: Sie, vous, usted',
}

export const voiceWords = {
  describeTitle: (name: string): string => `How you write to ${name}`,
  callThem: 'Call them',
  tone: 'Tone',
  language: 'Language',
  formality: 'How you address each other',
  toSuit: 'To suit',
  asLearned: 'As you write to each other',
  byTone: 'Follows the tone',
  save: 'Remember this',
  learned: 'as learned',
  settled: 'set by you',
  hint: 'This holds for every check-in to them. You can undo it at any time.',
} as const

/** "Check-ins to Ingrid: you call them Inga; warm; in German." */
export const describePersonVoice = (voice: PersonVoice, name: string): string => {
  const { callThem, tone, language, formality } = voice
  const parts = [
    callThem === null ? null : `you call them ${callThem}`,
    tone === null ? null : `always ${toneLabels[tone].toLowerCase()}`,
    language === null ? null : `in ${nameOfLanguage(language)}`,
    formality === null ? null : { informal: 'on first-name terms', formal: 'on formal terms' }[formality],
  ].flatMap((part) => part ?? [])
  return parts.length === 0
    ? `Check-ins to ${name} follow what we know of you two again.`
    : `Check-ins to ${name}: ${parts.join(', ')}.`
}
