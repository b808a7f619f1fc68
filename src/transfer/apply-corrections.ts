/** The log of corrections of a file, added to ours: what we have already is not said twice, and an undo still means what it meant. */
import type { Correction, CorrectionEntry, Undo } from '../model/correction.ts'
import { failure, type Result, success } from '../model/result.ts'
import { correctionsOf, maxCorrections, maxCorrectionsLength } from '../store/corrections.ts'
import { addCorrections } from '../store/imports.ts'
import type { Store } from '../store/store.ts'
import type { RecordOf } from './file.ts'
import type { ImportRefusal, ImportState } from './import-state.ts'

export const applyCorrections = async (
  store: Store,
  userId: number,
  {
    corrections,
    known,
  }: { readonly corrections: readonly RecordOf<'correction'>[]; readonly known: ImportState['correctionIds'] },
): Promise<Result<ImportState['correctionIds'], ImportRefusal>> => {
  if (corrections.length === 0) return success(known)
  const log = await correctionsOf(store, userId)
  const { added, numbers } = mergeCorrections(log, corrections, known)
  const lines = added.map(({ id, at, content }) => [id, at, JSON.stringify(content)] as const)
  const length = [
    ...log.map(({ content }) => JSON.stringify(content)),
    ...lines.map(([, , content]) => content),
  ].reduce((sum, content) => sum + content.length, 0)
  if (log.length + lines.length > 2 * maxCorrections || length > 2 * maxCorrectionsLength) {
    return failure({ kind: 'too_many_corrections' })
  }
  if (lines.length > 0) await addCorrections(store, userId, lines)
  return success(numbers)
}

/** Which lines are new to a log, under their numbers in it, and the numbers of all that have another one there. Pure. */
export const mergeCorrections = (
  log: readonly CorrectionEntry[],
  file: readonly Pick<CorrectionEntry, 'id' | 'at' | 'content'>[],
  known: ImportState['correctionIds'],
): { readonly added: readonly CorrectionEntry[]; readonly numbers: ImportState['correctionIds'] } => {
  const said = new Map(log.map(({ id, at, content }) => [saidOf(at, content), id]))
  const numbers: Record<string, number> = { ...known }
  const added: CorrectionEntry[] = []
  let next = Math.max(0, ...log.map(({ id }) => id)) + 1
  for (const { id, at, content } of file) {
    const ours = content.kind === 'undo' ? { ...content, of: numbers[content.of] ?? content.of } : content
    const before = said.get(saidOf(at, ours))
    const number = before ?? next
    if (number !== id) numbers[id] = number
    if (before !== undefined) continue
    said.set(saidOf(at, ours), number)
    added.push({ id: number, at, content: ours })
    next += 1
  }
  return { added, numbers }
}

const saidOf = (at: number, content: Correction | Undo): string => `${at} ${JSON.stringify(content)}`
