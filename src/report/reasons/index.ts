/** Every reason to reconnect. A new one is its file and a line here. Where two hold, the first is told. */
import type { ReasonRule } from '../candidate.ts'
import { anniversaryReason } from './anniversary.ts'
import { chosenRhythmReason } from './chosen-rhythm.ts'
import { deadAddressReason } from './dead-address.ts'
import { dormantTieReason } from './dormant-tie.ts'
import { followUpReason } from './follow-up.ts'
import { gratitudeReason } from './gratitude.ts'
import { introductionReason } from './introduction.ts'
import { newAcquaintanceReason } from './new-acquaintance.ts'
import { newAddressReason } from './new-address.ts'
import { projectEndReason } from './project-end.ts'
import { replyOwedReason } from './reply-owed.ts'
import { rhythmBrokenReason } from './rhythm-broken.ts'
import { secondDoorReason } from './second-door.ts'

export const reasonRules: readonly ReasonRule[] = [
  replyOwedReason,
  newAddressReason,
  deadAddressReason,
  newAcquaintanceReason,
  followUpReason,
  projectEndReason,
  secondDoorReason,
  chosenRhythmReason,
  dormantTieReason,
  rhythmBrokenReason,
  gratitudeReason,
  anniversaryReason,
  introductionReason,
]
