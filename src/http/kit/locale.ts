/** How a visitor's dates and numbers are written, by what their browser asks for. */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { knownLocale, usualLocale } from '../../model/locale.ts'

/** The locale a browser asks for first (RFC 9110 §12.5.4), with its region; the usual one where it names none we know. */
export const localeAsked = (context: Context): string =>
  accepts(context, {
    header: 'Accept-Language',
    supports: [],
    default: usualLocale,
    match: (asked) =>
      [...asked]
        .sort((a, b) => b.q - a.q)
        .flatMap(({ type, q }) => (q > 0 ? (knownLocale(type) ?? []) : []))
        .at(0) ?? usualLocale,
  })
