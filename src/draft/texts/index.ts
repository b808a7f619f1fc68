/** The languages there are. A new one is its folder and a line here. */
import { german } from './de/index.ts'
import { english } from './en/index.ts'
import { spanish } from './es/index.ts'
import { french } from './fr/index.ts'
import type { Language } from './language.ts'

export const languages: readonly [Language, ...Language[]] = [english, german, french, spanish]

/** By code; the first one where there are no texts in the language, or none is known. */
export const languageNamed = (code: string | undefined): Language =>
  languages.find(({ name }) => code === name || code?.startsWith(`${name}-`) === true) ?? languages[0]
