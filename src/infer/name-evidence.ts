/**
 * Which end of a name is surely the given one. What speaks for it: that it is a known given name, that the other is a known
 * family name, and what the address says: its initial by itself, its order beside a list only, for name and address may
 * follow one directory. Where nothing speaks, or one contradicts, neither end is. Pure.
 */
import { givenness, isAsianFamilyName, isParticle, surelyGiven } from './name-commonness.ts'

/** Which name stands first where somebody writes: in directories of some countries either may. */
export type Custom = 'given' | 'either' | 'family'

/** `first` and `last` tell how much those words are given names, `told` what the address says of their order. */
export interface Reading {
  readonly first: number
  readonly last: number
  readonly told: number
  readonly custom: Custom
}

/** Of an address "mlopez" or "m.lopez", whose initial only one order explains. */
export const toldByInitial = 2
/** Of an address "maria.lopez", which may follow the order of a directory. */
const toldInOrder = 1.5
/** Of an address "maria". */
export const toldAlone = 0.4

export const isFirstSure = ({ first, last, told, custom }: Reading): boolean => {
  if (told >= toldByInitial) return last > surelyGiven ? first > surelyGiven : first >= 0 || last <= 0
  if (told < -0.5) return first > surelyGiven && last < -surelyGiven && told > -toldByInitial
  const isInOrder = told >= toldInOrder && custom !== 'family'
  // What only looks like a family name may be a given one where the address says so.
  if (first < 0) return isInOrder && (last < 0 || (first > -3 && last === 0))
  if (last < -3 && first > (custom === 'family' ? surelyGiven : 0)) return true
  const isCustom = custom === 'given' || isInOrder
  if (last > surelyGiven && custom === 'given')
    return first > 0 && told >= (first > surelyGiven ? toldAlone : toldInOrder)
  if (last > surelyGiven) return first > surelyGiven && isInOrder
  if (first > surelyGiven) return last < 0 || isCustom || custom === 'either'
  if (last > 0) return isInOrder
  const isOwnWord = told >= toldAlone && told < toldInOrder
  return isCustom && (last < 0 || isOwnWord || (first > 0 && told > 0))
}

/** A word that only families bear before a given name turns a name around, and so does an address. */
export const isLastSure = (words: readonly string[], { first, last, told, custom }: Reading): boolean => {
  if (told >= toldByInitial || first > surelyGiven || last < 0) return false
  if (words.length > 3 && told > -1) return false
  const isGivenBehind = words.slice(1).some((word) => givenness(word) > surelyGiven)
  const isOfFirst = custom === 'family' || isAsianFamilyName(words[0] ?? '')
  // An address in the order of the name may only follow it.
  if (told > 0) return first < -3 && last > 0 && isOfFirst
  if (isParticle(words[0] ?? '')) return told <= -1
  // "Carson Wade", "Sutton Riley": where given names come first, two words alone turn nothing around.
  if (first < 0)
    return (
      told <= (last > 0 ? -0.1 : -1) ||
      (first < -3 && last > 0 && (isOfFirst || (isGivenBehind && custom === 'either')))
    )
  return isGivenBehind && (told <= (first === 0 ? -1 : -toldByInitial) || (first === 0 && custom === 'family'))
}
