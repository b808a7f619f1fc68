/** How wide a text may become: measured for the widest system font, so that what is placed by it collides in none. Pure. */

/** In the unit of `size`. */
export const textWidth = (text: string, size: number, isBold = false): number => {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size * (isBold ? boldness : 1)
}

const boldness = 1.12

const emsOf = (character: string): number => {
  if (/[iljtfr.,:;'’|!()\s-]/.test(character)) return 0.4
  if (/[mwMW@%…]/.test(character)) return 0.98
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)) return 1.05
  if (/\p{M}/u.test(character)) return 0
  return /\p{Lu}/u.test(character) ? 0.72 : 0.64
}
