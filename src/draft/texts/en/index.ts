/** English. */
import type { Language } from '../language.ts'
import { anniversary } from './anniversary.ts'
import { dormantTie } from './dormant-tie.ts'
import { followUpAgain, followUpFirst } from './follow-up.ts'
import { gratitude } from './gratitude.ts'
import { hello } from './hello.ts'
import { introduction } from './introduction.ts'
import { newAcquaintanceMet, newAcquaintanceWrote } from './new-acquaintance.ts'
import { newAddress } from './new-address.ts'
import { replyOwed } from './reply-owed.ts'
import { rhythmBroken } from './rhythm-broken.ts'

export const english: Language = {
  name: 'en',
  greetings: {
    warm: { named: 'Hi {name},', nameless: 'Hello,' },
    brief: { named: 'Hi {name},', nameless: 'Hello,' },
    formal: { named: 'Dear {name},', nameless: 'Good day,' },
  },
  farewells: { warm: 'Warm wishes', brief: 'Best', formal: 'With kind regards' },
  since: {
    message: 'since we last wrote, in {month}',
    meeting: 'since we met, in {month}',
    call: 'since we spoke, in {month}',
    elsewhere: 'since we were last in touch, in {month}',
    unknown: 'since we were last in touch',
  },
  numbers: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  years: { one: 'a year', other: '{count} years' },
  families: {
    rhythm_broken: rhythmBroken,
    dormant_tie: dormantTie,
    reply_owed: replyOwed,
    new_address: newAddress,
    new_acquaintance_met: newAcquaintanceMet,
    new_acquaintance_wrote: newAcquaintanceWrote,
    follow_up_first: followUpFirst,
    follow_up_again: followUpAgain,
    anniversary,
    gratitude,
    introduction,
    hello,
  },
}
