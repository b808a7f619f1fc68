/**
 * A display name taken apart: what mail software, directories and their owners write around names goes, what stands between
 * bars, dashes and colons is kept apart, and so is what stands in brackets. Pure; no pattern here tries a text twice.
 */
import { titles } from './name-words.ts'

export interface NameParts {
  /** What may be the name, in the order written: "Kelp Energy" and "Jonas Weidner" of "Kelp Energy | Jonas Weidner". */
  readonly segments: readonly string[]
  /** What stood in brackets or inner quotes: a nickname, a place, an employer. */
  readonly asides: readonly string[]
}

export const namePartsOf = (displayName: string): NameParts => {
  const asides: string[] = []
  const keep = (_: string, aside: string): string => {
    const text = trimmed(aside)
    if (text !== '' && !text.includes('@')) asides.push(text)
    return ' '
  }
  const bare = oneLine(displayName)
    .replace(/[([{<«「【]([^)\]}>»」】]*)[)\]}>»」】]?/g, keep)
    .replace(/\s["“„']([^\s"“”„']+)["”“'](?=\s)/g, keep)
    .replace(decoration, ' ')
    .replace(pronouns, ' ')
  const name = spread(withoutTail(collapsed(bare)))
  const segments = name.split(separator).map(trimmed)
  return { segments: segments.filter((segment) => segment !== ''), asides }
}

/** `'Bo Ek'` as `Bo Ek`. */
export const withoutQuotes = (name: string): string => name.replace(/^['"]+|['"]+$/g, '').trim()

/** Longer ones are nobody's. */
const longestName = 160

const oneLine = (name: string): string =>
  collapsed(
    name
      .slice(0, longestName)
      .normalize('NFC')
      .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
      .replace(/[|｜⎥¦│∣┃]/g, ' | ')
      .replace(/（/g, '(')
      .replace(/）/g, ')')
      .replace(/\*{2,}[^*]{1,20}\*{2,}/g, ' '),
  )

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Pictures and what lines are drawn with. */
const decoration = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}★☆♥♡✓✔*~=#^]|\ufe0f)+/gu

const pronouns =
  /(?<![\p{L}\p{M}])(?:s?he|they|xe|ze|sie|er|elle|ella|él|el|il|iel|lei|lui|zij|hij|hon|han|ona|on)\s?\/\s?\p{L}+(?:\s?\/\s?\p{L}+)?/giu

/** Through whom, in whose name, and where somebody writes. */
const withoutTail = (name: string): string =>
  name
    .replace(
      /(?:^|,?\s)(?:via|on behalf of|im auftrag von|au nom de|en nombre de|per conto di|namens|w imieniu)\s.*$/i,
      '',
    )
    .replace(/\s@.*$/, '')
    .replace(/\s(?:at|from|bei|chez|c\/o)\s(?=\p{Lu}).*$/u, '')

/** "maria.lopez" as somebody's name is "maria lopez"; "Bo.Ek Ek" says the family's twice. */
const spread = (name: string): string => {
  if (name.includes('@') || !/[._]/.test(name)) return name
  const words = name
    .split(' ')
    .flatMap((word) =>
      joined.test(word) && !titles.has(word.toLowerCase().replaceAll('.', '')) && !feminineTitle.test(word)
        ? word.split(/[._]/)
        : [word],
    )
  return words.filter((word, index) => word !== words[index - 1]).join(' ')
}

/** "Prof.ssa", "Dott.ssa". */
const feminineTitle = /^(?:prof|dott|dr|avv|ing|arch)\.\p{Ll}{1,4}$/iu

/** Initials and degrees have dots of their own. */
const joined = /^\p{L}[\p{L}\p{M}'’-]+(?:[._]\p{L}[\p{L}\p{M}'’-]+)+,?$/u

const separator = / ?\| ?| [-–—•·:/]+ |: ?| [–—]|(?<=[\p{L}\p{M}]{2})\/|^[-–—•·:/]+ ?| ?[-–—•·:/]+$/u

const trimmed = (text: string): string =>
  (/^['’]\p{Ll}{1,2}\s/u.test(text) ? text : text.replace(/^[\s'"“”„‘’`´,;._+-]+/, '')).replace(
    /[\s'"“”„‘’`´,;_+-]+$/,
    '',
  )
