/**
 * What every provider must do, tried on its simulator: whoever adds one passes this suite, and nothing outside its folder
 * changes. What is told is taken into holdings, as the product takes it into its database, and they must come to hold what
 * the mailbox holds.
 */

import { mailBackfill } from './contract/backfill.ts'
import { theCalendar } from './contract/calendar.ts'
import { mailChanges } from './contract/changes.ts'
import { mailboxLookup } from './contract/lookup.ts'
import { signingIn } from './contract/signing-in.ts'
import { badWeather } from './contract/weather.ts'
import type { Simulated } from './stage.ts'

export const contractOf = (name: string, simulated: Simulated): void => {
  for (const part of [signingIn, mailBackfill, mailChanges, theCalendar, mailboxLookup, badWeather])
    part(name, simulated)
}
