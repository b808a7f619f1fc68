/** Settings: when the report comes, where the user's clock stands, and how far back mail is read. */
import { type Context, Hono } from 'hono'
import { deleteEverything } from '../../connect/leave.ts'
import type { Fields } from '../../model/json.ts'
import { resumeMail, saveReportSettings } from '../../store/users.ts'
import { changeReadsBack } from '../../sync/extend.ts'
import { describeDeleted } from '../../words/settings.ts'
import { waysToWithdraw } from '../accounts/revocations.ts'
import { emptyEntry } from '../kit/forms.tsx'
import { messagePage, noticeMessage } from '../kit/message-page.tsx'
import { type FormErrors, formEntryOf } from '../kit/parse-form.ts'
import type { UserEnv } from '../kit/session.ts'
import { readsBackIn, settingsIn, sureIn } from './form.ts'
import { settingsPage } from './page.tsx'

export const settingsRoutes = new Hono<UserEnv>()
  .get('/', (context) => {
    const { user } = context.var
    const isSaved = context.req.query('saved') !== undefined
    return context.html(settingsPage({ user, isSaved, entry: emptyEntry, now: context.env.app.now() }))
  })
  .post('/', async (context) => {
    const { app } = context.env
    const fields: Fields = await context.req.parseBody()
    const settings = settingsIn(fields, context.var.user)
    if (!settings.ok) return refused(context, fields, settings.error)
    await saveReportSettings(app.store, context.var.user, settings.value, app.now())
    return context.redirect('/settings?saved', 303)
  })
  .post('/reading', async (context) => {
    const fields: Fields = await context.req.parseBody()
    const readsBack = readsBackIn(fields)
    if (!readsBack.ok) return refused(context, fields, readsBack.error)
    await changeReadsBack(context.env.app, context.var.user, readsBack.value.years)
    return context.redirect('/settings?saved', 303)
  })
  .post('/mail-again', async (context) => {
    await resumeMail(context.env.app.store, context.var.user.id)
    return context.redirect('/settings?saved', 303)
  })
  .post('/delete', async (context) => {
    const { app } = context.env
    const { user, endSession } = context.var
    const fields: Fields = await context.req.parseBody()
    const sure = sureIn(fields)
    if (!sure.ok) return refused(context, fields, sure.error)
    const others = waysToWithdraw(app.providers, await deleteEverything(app, user.id))
    await endSession()
    return context.html(messagePage({ ...noticeMessage(describeDeleted(others.length === 0), '/'), others }))
  })

/** The page again, with what was typed and what is wrong with it. */
const refused = (context: Context<UserEnv>, fields: Fields, errors: FormErrors) => {
  const { user } = context.var
  const entry = formEntryOf(fields, errors)
  return context.html(settingsPage({ user, isSaved: false, entry, now: context.env.app.now() }), 400)
}
