/** The languages there are. A new one is its folder and a line here. */
import { english } from './en/index.ts'
import type { Language } from './language.ts'

export const languages: readonly [Language, ...Language[]] = [english]

/** The user's own language where there are texts in it; the first one otherwise. */
export const languageFor = (locale: string): Language =>
  languages.find(({ name }) => locale === name || locale.startsWith(`${name}-`)) ?? languages[0]
