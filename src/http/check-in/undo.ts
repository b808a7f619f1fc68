/** What a button does about somebody, and taking it back: a correction, and a note of it with the suggestion. */
import { activeCorrections, type Correction } from '../../model/correction.ts'
import type { SuggestionAct } from '../../model/report.ts'
import { DAY, type Instant, type LocalDate, later } from '../../model/time.ts'
import type { Signer, Verifier } from '../../model/token.ts'
import { correct, correctionsOf } from '../../store/corrections.ts'
import { recordAct, removeAct } from '../../store/reports.ts'
import type { Store } from '../../store/store.ts'

/** A suggestion of a report, and what the user did with it. */
export interface SuggestionKey {
  readonly week: LocalDate
  readonly personId: number
  readonly act: SuggestionAct
}

/** Records a correction, and answers a seal that takes it back within a day. */
export const correctWithUndo = async (
  { store, keys }: { readonly store: Store; readonly keys: Signer },
  act: {
    readonly userId: number
    readonly correction: Correction
    /** Null where the suggestion stood in no report. */
    readonly of: SuggestionKey | null
    readonly now: Instant
  },
): Promise<string> => {
  const { userId, correction, of, now } = act
  const number = await correct(store, { userId, content: correction, now })
  if (of !== null) await recordAct(store, { ...of, userId, at: now })
  const claims = { u: userId, c: number, ...(of !== null && { w: of.week, p: of.personId, a: of.act }) }
  return keys.sign(claims, { purpose, expiresAt: later(now, DAY) })
}

/** What a seal of this user's takes back, to be told; null where it takes nothing back, or no more. */
export const correctionOfSeal = async (
  { store, keys }: { readonly store: Store; readonly keys: Verifier },
  { userId, seal, now }: { readonly userId: number; readonly seal: string; readonly now: Instant },
): Promise<Correction | null> => {
  const verified = await keys.verify(seal, { purpose, now })
  if (!verified.ok || verified.value.u !== userId) return null
  const held = activeCorrections(await correctionsOf(store, userId))
  return held.find(({ id }) => id === verified.value.c)?.correction ?? null
}

/** False where we did not sign the seal, where it is another user's, or where it is too old. */
export const undoBySeal = async (
  { store, keys }: { readonly store: Store; readonly keys: Verifier },
  { userId, seal, now }: { readonly userId: number; readonly seal: string; readonly now: Instant },
): Promise<boolean> => {
  const verified = await keys.verify(seal, { purpose, now })
  if (!verified.ok || verified.value.u !== userId) return false
  const { c, w, p, a } = verified.value
  await correct(store, { userId, content: { kind: 'undo', of: Number(c) }, now })
  if (w !== undefined && p !== undefined && a !== undefined) {
    // We signed it, so it is an act that we wrote.
    await removeAct(store, { userId, week: String(w), personId: Number(p), act: a as SuggestionAct })
  }
  return true
}

const purpose = 'undo'
