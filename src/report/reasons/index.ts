/** Every reason to reconnect. A new one is its file and a line here. Where two hold, the first is told. */
import type { ReasonRule } from '../candidate.ts'
import { newAcquaintance } from './new-acquaintance.ts'
import { newAddress } from './new-address.ts'
import { replyOwed } from './reply-owed.ts'
import { rhythmBroken } from './rhythm-broken.ts'

export const reasonRules: readonly ReasonRule[] = [replyOwed, newAddress, newAcquaintance, rhythmBroken]
