/** An import: a file is taken in, checked and applied, a portion a job. */
import type { Disposition, Job } from '../model/job.ts'
import { failure, type Result, success } from '../model/result.ts'
import type { Instant } from '../model/time.ts'
import { accountsQuestion } from '../store/accounts.ts'
import { isOvertaken } from '../store/guard.ts'
import { extendImport, importPartQuestion, importStateQuestion, moveImport, startImport } from '../store/imports.ts'
import { ask, askTogether, type Store } from '../store/store.ts'
import { userQuestion } from '../store/users.ts'
import { applyRecords, finishImport, openAccounts } from './apply.ts'
import { type FileRecord, parseRecord } from './file.ts'
import { type ImportRefusal, type ImportState, parseImportState, stepOf } from './import-state.ts'
import { type FileProblem, portionsOf, readFile } from './read-file.ts'

export interface ImportDeps {
  readonly store: Store
  readonly now: () => Instant
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
}

export interface Upload {
  readonly userId: number
  readonly text: string
  readonly takesSettings: boolean
  /** It goes on where the upload before it ended, as the same import. */
  readonly isContinued: boolean
  /** More of the same import follows. */
  readonly hasMore: boolean
}

/** Takes a file in, or a part of one that was cut between its lines, and begins once it is whole. Nothing is changed by it yet. */
export const receiveFile = async (
  deps: ImportDeps,
  upload: Upload,
): Promise<Result<null, FileProblem | 'interrupted'>> => {
  const { store } = deps
  const { userId, isContinued, hasMore } = upload
  const file = readFile(upload.text)
  if (!file.ok) return file
  const { head, lines } = file.value
  const parts = portionsOf(lines)
  const phase = hasMore ? 'receiving' : 'working'
  if (!isContinued) {
    const state: ImportState = {
      ...{ at: deps.now(), head, phase, total: parts.length, step: 1, takesSettings: upload.takesSettings },
      ...{ accountIds: null, correctionIds: {}, lines: lines.length, entries: 0, refusal: null },
    }
    await startImport(store, userId, { state: JSON.stringify(state), parts })
    return success(await begin(deps, userId, state))
  }
  const before = await ask(importStateQuestion(store, userId))
  const known = parseImportState(before)
  if (before === null || known?.phase !== 'receiving' || JSON.stringify(known.head) !== JSON.stringify(head)) {
    return failure('interrupted')
  }
  const after: ImportState = {
    ...known,
    phase,
    total: known.total + parts.length,
    lines: known.lines + lines.length,
  }
  const more = { before, state: JSON.stringify(after), first: known.total + 1, parts }
  if (!(await extendImport(store, userId, more))) return failure('interrupted')
  return success(await begin(deps, userId, after))
}

const begin = async ({ enqueue }: ImportDeps, userId: number, { phase, at, step }: ImportState): Promise<null> => {
  if (phase === 'working') await enqueue({ kind: 'import', userId, at, step }, 0)
  return null
}

/** The import goes on where it stopped, for whatever reason. Asked twice, it does nothing twice. */
export const resumeImport = async (deps: ImportDeps, userId: number): Promise<void> => {
  const state = parseImportState(await ask(importStateQuestion(deps.store, userId)))
  if (state !== null) await begin(deps, userId, state)
}

/** One step. A job of a step that is done makes sure that the next one is asked for: the one before may have died between. */
export const runImport = async (
  deps: ImportDeps,
  job: Extract<Job, { kind: 'import' }>,
  attempts: number,
): Promise<Disposition> => {
  const { store, log } = deps
  const { userId } = job
  const before = await ask(importStateQuestion(store, userId))
  const state = parseImportState(before)
  if (before === null || state === null || state.at !== job.at || state.phase !== 'working') return { kind: 'ack' }
  if (state.step !== job.step) {
    if (attempts > 1 && state.step === job.step + 1) await begin(deps, userId, state)
    return { kind: 'ack' }
  }
  const outcome = await tryStep(deps, userId, state)
  if (outcome.kind === 'overtaken') return { kind: 'retry', delaySeconds: 1 }
  const after = outcome.state
  const isMoved = await moveImport(store, userId, {
    before,
    after: JSON.stringify(after),
    drop: dropAfter(state, after),
  })
  if (!isMoved) return { kind: 'ack' }
  if (after.phase !== 'working') log('import ended', { userId, lines: after.lines, outcome: after.phase })
  await begin(deps, userId, after)
  return { kind: 'ack' }
}

const dropAfter = (state: ImportState, { phase }: ImportState): 'nothing' | 'all' | number => {
  if (phase !== 'working') return 'all'
  const step = stepOf(state)
  return step.kind === 'apply' ? step.portion : 'nothing'
}

type StepOutcome = { readonly kind: 'moved'; readonly state: ImportState } | { readonly kind: 'overtaken' }

/** Somebody else may write at the same moment; then the step is done again. */
const tryStep = async (deps: ImportDeps, userId: number, state: ImportState): Promise<StepOutcome> => {
  try {
    return await doStep(deps, userId, state)
  } catch (error) {
    if (isOvertaken(error)) return { kind: 'overtaken' }
    throw error
  }
}

const doStep = async (deps: ImportDeps, userId: number, state: ImportState): Promise<StepOutcome> => {
  const { store, now } = deps
  const step = stepOf(state)
  const next = { ...state, step: state.step + 1 }
  if (step.kind === 'finish') {
    const isFinished = await finishImport(store, { userId, state, now: now() })
    return isFinished ? { kind: 'moved', state: { ...next, phase: 'done' } } : { kind: 'overtaken' }
  }
  const [part, user, accounts] = await askTogether(
    store,
    importPartQuestion(store, userId, step.portion),
    userQuestion(store, userId),
    accountsQuestion(store, userId),
  )
  if (user === null) return { kind: 'moved', state: { ...state, phase: 'refused' } }
  const found = recordsIn(part ?? '', state.head.accounts.length)
  if (found.bad !== null)
    return refused(state, { kind: 'line', line: await lineNumber(deps, userId, step.portion, found.bad) })
  if (step.kind === 'check')
    return { kind: 'moved', state: { ...next, entries: state.entries + entryCount(found.records) } }
  const accountIds = state.accountIds ?? (await openAccounts(store, { user, accounts, head: state.head, now: now() }))
  const applied = await applyRecords(store, { user, accountIds, records: found.records, state })
  if (!applied.ok) return refused(state, applied.error)
  return { kind: 'moved', state: { ...next, accountIds, correctionIds: applied.value } }
}

const refused = (state: ImportState, refusal: ImportRefusal): StepOutcome => ({
  kind: 'moved',
  state: { ...state, phase: 'refused', refusal },
})

/** The records of a portion; `bad` is the place of the first line that is none. */
const recordsIn = (
  part: string,
  accountCount: number,
): { readonly records: readonly FileRecord[]; readonly bad: number | null } => {
  const records: FileRecord[] = []
  for (const [place, line] of part.split('\n').entries()) {
    if (line === '') continue
    const record = parseRecord(line, accountCount)
    if (record === null) return { records, bad: place }
    records.push(record)
  }
  return { records, bad: null }
}

const entryCount = (records: readonly FileRecord[]): number =>
  records.reduce((sum, record) => sum + (record.kind === 'entries' ? record.entries.length : 0), 0)

/** Counted over the file, its head being the first line. */
const lineNumber = async ({ store }: ImportDeps, userId: number, portion: number, place: number): Promise<number> => {
  let before = 0
  for (let number = 1; number < portion; number += 1) {
    const part = await ask(importPartQuestion(store, userId, number))
    before += part === null || part === '' ? 0 : part.split('\n').length
  }
  return before + place + 2
}
