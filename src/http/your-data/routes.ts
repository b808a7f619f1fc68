/** The user's data, out and in. A GET gives; only a POST takes anything in. */
import { Hono } from 'hono/tiny'
import { localDate } from '../../model/time.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { dropImport } from '../../store/imports.ts'
import { exportParts, exportText } from '../../transfer/export.ts'
import { type ExportPiece, parsePiece } from '../../transfer/export-plan.ts'
import { receiveFile, resumeImport } from '../../transfer/import.ts'
import type { UserEnv } from '../kit/session.ts'
import { contactRoutes } from './contact-routes.ts'
import { refusedFile, yourData } from './view.ts'

/** Beyond this a file comes in parts, which the page's script cuts, or which the export gave. */
export const dataFileBytes = 4 * 1024 * 1024

export const yourDataRoutes = new Hono<UserEnv>()
  .route('/', contactRoutes)
  .get('/', yourData)
  .get('/export', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const asked = context.req.queries('piece')
    const parts = asked === undefined ? await exportParts(app.store, user.id) : [piecesIn(asked)]
    const [pieces] = parts
    // More than one invocation can make: the page has the links of the parts.
    if (parts.length > 1 || pieces === undefined) return context.redirect('/your-data', 303)
    const part = context.req.query('part')?.replace(/[^\w-]/g, '') ?? ''
    const name = ['perennial', localDate(app.now(), user.zone), ...(part === '' ? [] : ['part', part])].join('-')
    context.header('content-type', 'application/json; charset=utf-8')
    context.header('content-disposition', `attachment; filename="${name}.json"`)
    const accounts = await accountsOfUser(app.store, user.id)
    return context.body(streamed(exportText(app.store, { user, accounts }, pieces)))
  })
  .post('/import', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const { file, settings, more, continued } = await context.req.parseBody()
    if (!(file instanceof File) || file.size === 0) return refusedFile(context, { file: 'no_file' }, settings)
    const received = await receiveFile(app, {
      userId: user.id,
      text: await file.text(),
      takesSettings: settings === 'on',
      isContinued: continued === 'yes',
      hasMore: more === 'yes',
    })
    if (!received.ok) return refusedFile(context, { file: received.error }, settings)
    return context.redirect('/your-data#import', 303)
  })
  .post('/import/resume', async (context) => {
    await resumeImport(context.env.app, context.var.user.id)
    return context.redirect('/your-data#import', 303)
  })
  .post('/import/dismiss', async (context) => {
    await dropImport(context.env.app.store, context.var.user.id)
    return context.redirect('/your-data#import', 303)
  })

const piecesIn = (asked: readonly string[]): readonly ExportPiece[] =>
  asked.slice(0, maxPieces).flatMap((text) => parsePiece(text) ?? [])

/** More than any link of ours names. */
const maxPieces = 64

const streamed = (texts: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
