/**
 * What every provider must do, tried on its simulator: whoever adds one passes this suite, and nothing outside its folder
 * changes. What is told is laid on a shelf, as the product lays it into its database, and the shelf must come to hold what
 * the mailbox holds.
 */
import { theCalendar } from './contract/calendar.ts'
import { aGlance } from './contract/lookup.ts'
import { newsOfMail } from './contract/mail-news.ts'
import { oldMail } from './contract/mail-of-old.ts'
import { signingIn } from './contract/signing-in.ts'
import { badWeather } from './contract/weather.ts'
import type { Simulated } from './stage.ts'

export const contractOf = (name: string, simulated: Simulated): void => {
  for (const part of [signingIn, oldMail, newsOfMail, theCalendar, aGlance, badWeather]) part(name, simulated)
}
