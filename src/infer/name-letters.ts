/** How names are spelled: their letters without accents, the sound of them, and their capitals. Pure. */
import { smallParticles } from './name-words.ts'
import { remembering } from './word-lists.ts'

/** Lower-case Latin letters without accents; Cyrillic and Greek as addresses spell them. */
export const folded = remembering((word: string): string => {
  const small = word.toLowerCase()
  if (/^[a-z]*$/.test(small)) return small
  const plain = small.normalize('NFKD').replace(/\p{M}/gu, '')
  return /^[\x20-\x7e]*$/.test(plain) ? plain : plain.replace(/[^\x20-\x7e]/g, (letter) => spelled[letter] ?? letter)
})

/** As German and Scandinavian addresses spell umlauts: "mueller", "soerensen". */
export const foldedLong = (word: string): string =>
  /^[\x20-\x7e]*$/.test(word)
    ? folded(word)
    : folded(
        word
          .toLowerCase()
          .normalize('NFC')
          .replace(/[äöüåøæđ]/g, (letter) => longVowels[letter] ?? letter),
      )

/** One for the spellings of a name: "Aleksey", "Alexei"; "Yuliya", "Julia"; "Adrian", "Adriana". */
export const soundOf = (letters: string): string => {
  const sound = letters
    .replace(/sch|[skcgptdb]h|ck|ou|oo|ee|ks|iy|ii/g, (pair) => pairs[pair] ?? pair)
    .replace(/[yjwzcq]/g, (letter) => singles[letter] ?? letter)
    .replace(/(.)\1+/g, '$1')
  return sound.replace(/(?<=....)[aeo]{1,3}h?$/, '')
}

const pairs: Readonly<Record<string, string>> = {
  ...{ sch: 's', sh: 's', kh: 'k', ch: 'k', gh: 'g', ph: 'f', th: 't', dh: 'd', bh: 'b', ck: 'k' },
  ...{ ou: 'u', oo: 'u', ee: 'i', ks: 'x', iy: 'i', ii: 'i' },
}

const singles: Readonly<Record<string, string>> = { y: 'i', j: 'i', w: 'v', z: 's', c: 'k', q: 'k' }

const longVowels: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae', đ: 'dj' }

const spelled: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ð: 'd', đ: 'd', ı: 'i', ə: 'a', ŋ: 'n', '’': "'" },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', к: 'k' },
  ...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch' },
  ...{ ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj' },
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n' },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'u', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}

export const isCapitals = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase()

/** In these scripts names have no capitals; Georgian's are for headlines. */
export const isCaseless = (text: string): boolean =>
  !/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(text)

/** The family name comes first, and nobody is greeted by the given one alone. */
export const isFamilyFirstScript = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)

/** "JIM" and "jim" as "Jim", "o'kelly" as "O'Kelly"; what has capitals of its own keeps them. */
export const capitalised = (word: string): string => {
  if (isCaseless(word) || !(word === word.toLowerCase() || isCapitals(word))) return word
  const small = word.toLowerCase()
  if (smallParticles.has(small)) return small
  return small
    .replace(/(^|[-'’.])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(^|-)Mc\p{L}(?=\p{L}{2})/gu, (start) => start.slice(0, -1) + start.slice(-1).toUpperCase())
    .replace(/^D(['’])(?=\p{Lu})/u, (_, mark: string) => `d${mark}`)
}
