/** Every reason to reconnect. A new one is its file and a line here. Where two hold, the first is told. */
import type { ReasonRule } from '../candidate.ts'
import { anniversary } from './anniversary.ts'
import { chosenRhythm } from './chosen-rhythm.ts'
import { deadAddress } from './dead-address.ts'
import { dormantTie } from './dormant-tie.ts'
import { followUp } from './follow-up.ts'
import { gratitude } from './gratitude.ts'
import { introduction } from './introduction.ts'
import { newAcquaintance } from './new-acquaintance.ts'
import { newAddress } from './new-address.ts'
import { replyOwed } from './reply-owed.ts'
import { rhythmBroken } from './rhythm-broken.ts'

export const reasonRules: readonly ReasonRule[] = [
  replyOwed,
  newAddress,
  deadAddress,
  newAcquaintance,
  followUp,
  chosenRhythm,
  dormantTie,
  rhythmBroken,
  gratitude,
  anniversary,
  introduction,
]
