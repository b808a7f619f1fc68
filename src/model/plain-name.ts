/**
 * A name out of a header as it may stand in our sentences. Headers are written by strangers: a name may hold line breaks,
 * marks that turn the direction of what follows, a web address for mail clients to make a link of, or a thousand accents
 * on one letter. Pure.
 */

/** One line, without invisible marks, of at most `longestName` characters; "Somebody" where nothing is left. */
export const plainName = (name: string): string => {
  const visible = name
    .toWellFormed()
    .normalize('NFC')
    // Joiners are letters' own business in Persian, in Indian scripts and in emoji; every other format mark goes.
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/[\u200c\u200d]{2,}/g, '')
    .trim()
  const short = shortened(visible)
  if (!/[\p{L}\p{N}]/u.test(short)) return nobody
  return looksLikeLink.test(short) ? short.replace(/([.:/])(?=\S)/g, `$1${wordJoiner}`) : short
}

const nobody = 'Somebody'
const maxNameLength = 60

/** An address alone is how somebody is called whom nobody ever named; anything else with a host in it is an attempt. */
const looksLikeLink = /:\/\/|www\.|^(?!\S+@\S+$).*[\p{L}\p{N}-]\.\p{L}{2,}(?:[/:?#]|\s|$)/iu

/** Invisible, of no width, and the end of every pattern that finds links. */
const wordJoiner = '\u2060'

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

const shortened = (name: string): string => {
  if (name.length <= maxNameLength) return name
  const kept = [...characters.segment(name.slice(0, 4 * maxNameLength))].slice(0, maxNameLength - 1)
  return `${kept
    .map(({ segment }) => segment)
    .join('')
    .slice(0, 3 * maxNameLength)
    .toWellFormed()
    .trimEnd()}…`
}
