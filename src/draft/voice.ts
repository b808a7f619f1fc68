/** How a check-in sounds: what the user settled for the person, before what they settled for all, before what is known. Pure. */
import type { Tone } from '../model/check-in.ts'
import type { PersonVoice } from '../model/correction.ts'
import type { Suggestion } from '../model/report.ts'
import type { User } from '../model/user.ts'
import { toneOf } from './check-in.ts'
import { occasionFor } from './check-in-topic.ts'
import type { Occasion, Voice } from './occasion.ts'

export interface Spoken {
  readonly occasion: Occasion
  readonly tone: Tone
}

/** What is chosen for one text alone. */
export interface Chosen {
  readonly tone: Tone | null
  readonly language: string | null
}

const nothingChosen: Chosen = { tone: null, language: null }

/** The occasion of a suggestion's check-in with the voice it is written in. */
export const spokenFor = (
  suggestion: Suggestion,
  {
    user,
    said,
    chosen = nothingChosen,
    ...of
  }: Pick<Occasion, 'at' | 'zone'> &
    Partial<Pick<Occasion, 'topic' | 'variant'>> & {
      readonly user: Pick<User, 'name' | 'locale' | 'voice'>
      /** What the user settled for this person. */
      readonly said: PersonVoice
      readonly chosen?: Chosen
    },
): Spoken => {
  const voice = settled(user, said, chosen)
  const tone = chosen.tone ?? toneOf(suggestion, voice)
  const { formalSignOff } = user.voice
  const isFormal = tone === 'formal' || voice.formality === 'formal'
  return {
    tone,
    occasion: occasionFor(suggestion, {
      ...of,
      locale: user.locale,
      userName: user.name,
      language: suggestion.language ?? user.voice.language ?? languageOfLocale(user.locale),
      voice: { ...voice, ...(isFormal && formalSignOff !== '' && { signOff: formalSignOff }) },
    }),
  }
}

/** "de" of "de-CH" */
export const languageOfLocale = (locale: string): string => locale.split('-')[0] ?? locale

const settled = ({ voice }: Pick<User, 'voice'>, said: PersonVoice, chosen: Chosen): Voice => {
  const tone = said.tone ?? voice.tone
  const language = chosen.language ?? said.language
  // Whoever chooses a tone for this text means that one.
  const formality = chosen.tone === null ? said.formality : null
  return {
    ...(voice.signOff !== '' && { signOff: voice.signOff }),
    ...(voice.greetingWord !== '' && { greetingWord: voice.greetingWord }),
    ...(said.callThem !== null && { callThem: said.callThem }),
    ...(tone !== null && { tone }),
    ...(language !== null && { language }),
    ...(formality !== null && { formality }),
  }
}
