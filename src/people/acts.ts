/** What the user does about somebody with a button, and taking it back: a correction, and a note of it with the suggestion. */

import type { Sign, Verify } from '../deliver/links.ts'
import type { Correction } from '../model/correction.ts'
import type { SuggestionAct } from '../model/report.ts'
import { DAY, type Instant, type LocalDate, later } from '../model/time.ts'
import { correct } from '../store/corrections.ts'
import { recordAct, removeAct } from '../store/reports.ts'
import type { Store } from '../store/store.ts'

/** A suggestion of a report, and what was done with it. */
export interface SuggestionKey {
  readonly week: LocalDate
  readonly personId: number
  readonly act: SuggestionAct
}

/** Says something about somebody, and answers with a seal that takes it back within a day. */
export const act = async (
  { store, sign, now }: { readonly store: Store; readonly sign: Sign; readonly now: Instant },
  userId: number,
  { correction, of }: { readonly correction: Correction; readonly of: SuggestionKey | null },
): Promise<string> => {
  const said = await correct(store, { userId, content: correction, now })
  if (of !== null) await recordAct(store, { ...of, userId, at: now })
  const claims = { u: userId, c: said, ...(of !== null && { w: of.week, p: of.personId, a: of.act }) }
  return sign(claims, { purpose: 'undo', expiresAt: later(now, DAY) })
}

/** False where it is no seal of ours, of somebody else, or too old. */
export const undoAct = async (
  { store, verify, now }: { readonly store: Store; readonly verify: Verify<unknown>; readonly now: Instant },
  userId: number,
  seal: string,
): Promise<boolean> => {
  const verified = await verify(seal, { purpose: 'undo', now })
  if (!verified.ok || verified.value.u !== userId) return false
  const { c, w, p, a } = verified.value
  await correct(store, { userId, content: { kind: 'undo', of: Number(c) }, now })
  if (w !== undefined && p !== undefined && a !== undefined) {
    await removeAct(store, { userId, week: String(w), personId: Number(p), act: a as SuggestionAct })
  }
  return true
}
