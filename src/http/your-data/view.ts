/** The page of the user's data, as it stands, with what was wrong beside its field. */
import type { Context } from 'hono'
import { importStateQuestion } from '../../store/imports.ts'
import { ask } from '../../store/store.ts'
import { exportParts } from '../../transfer/export.ts'
import { parseImportState } from '../../transfer/import-state.ts'
import { type DataFileProblem, describeFileProblem } from '../../words/your-data.ts'
import { emptyEntry, type FormEntry } from '../kit/forms.tsx'
import type { UserEnv } from '../kit/session.ts'
import { yourDataPage } from './page.tsx'

/** By the name of the field. */
export type FileProblems = Readonly<Record<string, DataFileProblem>>

export const yourData = (context: Context<UserEnv>): Promise<Response> => pageOf(context, emptyEntry, 200)

/** The page again; what else was chosen is still chosen. */
export const refusedFile = (
  context: Context<UserEnv>,
  problems: FileProblems,
  settings?: unknown,
): Promise<Response> => {
  const errors = Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, describeFileProblem(problem)]),
  )
  return pageOf(context, { values: settings === 'on' ? { settings: 'on' } : {}, errors }, 400)
}

const pageOf = async (context: Context<UserEnv>, entry: FormEntry, status: 200 | 400): Promise<Response> => {
  const { app } = context.env
  const { user } = context.var
  const [parts, state] = await Promise.all([
    exportParts(app.store, user.id),
    ask(importStateQuestion(app.store, user.id)),
  ])
  const importing = entry.errors.file === undefined ? parseImportState(state) : null
  // Without a script, too, the page shows how it goes on.
  if (importing?.phase === 'working') context.header('refresh', '5')
  return context.html(yourDataPage({ parts, importing, entry, locale: user.locale }), status)
}
