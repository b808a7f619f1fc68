/** Locales (BCP 47): how somebody's dates and numbers are written, whatever language the words around them are in. Pure. */

export const usualLocale = 'en-GB'

/** "en-GB" out of "EN-gb", "de-DE" out of "de"; null where it is no locale that dates can be written in. */
export const knownLocale = (tag: string): string | null => {
  try {
    const { language, region } = new Intl.Locale(tag.trim()).maximize()
    if (region === undefined || Intl.DateTimeFormat.supportedLocalesOf([language]).length === 0) return null
    return `${language}-${region}`
  } catch {
    return null
  }
}

/** The same region's habits in the language of the words: dates in an English sentence must not be German ones. */
export const inLanguage = (locale: string, language: string): string => {
  const known = knownLocale(locale) ?? usualLocale
  return known.startsWith(`${language}-`) ? known : `${language}-${known.slice(known.indexOf('-') + 1)}`
}
