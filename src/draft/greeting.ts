/** How a check-in begins and ends: by a given name only where it is sure, and by titles only with those who sign so. Pure. */
import type { Tone } from '../model/check-in.ts'
import { plainName } from '../model/plain-name.ts'
import { isFullName, isOwnWord, ownGivenName, titledName } from './names.ts'
import type { Occasion } from './occasion.ts'
import type { FamilyName, Language } from './texts/language.ts'

interface Manner {
  readonly language: Language
  readonly tone: Tone
  readonly family: FamilyName
}

export const greeting = (occasion: Occasion, manner: Manner): string => {
  const { language, tone } = manner
  const { suggestion, voice } = occasion
  const words = language.greetings[tone]
  const called = voice?.callThem ?? (isOnFirstNames(occasion, manner) ? suggestion.givenName : null)
  if (called !== null && called !== '') {
    const own = tone === 'formal' ? undefined : voice?.greetingWord
    const pattern = own === undefined ? words.named : language.greeted.replace('{word}', own)
    return pattern.replace('{name}', plainName(called))
  }
  const titled = titledName(suggestion.name)
  if (titled !== null) return words.titled.replace('{name}', titled)
  const { name, address = '' } = suggestion
  if (!isFullName(name, address) && suggestion.givenName !== null)
    return words.named.replace('{name}', plainName(suggestion.givenName))
  const isName = isFullName(name, address) || isOwnWord(name, address)
  return isName ? words.full.replace('{name}', plainName(name)) : words.nameless
}

export const farewell = (occasion: Occasion, manner: Manner): string => {
  const { language, tone } = manner
  const { userName, voice } = occasion
  const signsFully = tone === 'formal' && (!isOnFirstNames(occasion, manner) || language.signsFullyIn.includes(tone))
  const fullName = userName.trim() === '' ? '' : plainName(userName)
  const name = voice?.signOff ?? (signsFully ? fullName : ownGivenName(userName))
  return [language.farewells[tone], name].filter((line) => line !== '').join('\n')
}

/** In the formal tone only with somebody who was met or is long known, and who does not sign with a title. */
const isOnFirstNames = (occasion: Occasion, { language, tone, family }: Manner): boolean => {
  const { givenName, name } = occasion.suggestion
  if (givenName === null) return false
  const formality = occasion.voice?.formality ?? null
  if (formality !== null) return formality === 'informal'
  if (tone !== 'formal') return titledName(name) === null || occasion.isOnFirstNames === true
  if (occasion.isOnFirstNames !== undefined) return occasion.isOnFirstNames
  return titledName(name) === null && !family.startsWith('wrote_first') && !language.signsFullyIn.includes(tone)
}
