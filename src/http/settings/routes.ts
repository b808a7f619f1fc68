/** Settings: when the report comes, where the user's clock stands, and how far back mail is read. */
import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { deleteEverything } from '../../connect/leave.ts'
import { changeMailAddress } from '../../deliver/change-address.ts'
import type { Fields } from '../../model/json.ts'
import { closestZone } from '../../model/zone-names.ts'
import { endSession, endSessions } from '../../store/sessions.ts'
import { resumeMail, saveCheckInSettings, saveReportSettings } from '../../store/users.ts'
import { changeReadsBack } from '../../sync/extend.ts'
import { describeDeleted, describeUnknownZone } from '../../words/settings.ts'
import { waysToWithdraw } from '../accounts/revocations.ts'
import { emptyEntry } from '../kit/forms.tsx'
import { messagePage, noticeMessage } from '../kit/message-page.tsx'
import { type FormErrors, formEntryOf } from '../kit/parse-form.ts'
import type { UserEnv } from '../kit/session.ts'
import { checkInSettingsIn } from './check-ins-form.ts'
import { mailAddressIn, readsBackIn, settingsIn, sureIn } from './form.ts'
import { settingsPage } from './page.tsx'
import { settingsView } from './view.ts'

export const settingsRoutes = new Hono<UserEnv>()
  .get('/', async (context) => {
    const isSaved = context.req.query('saved') !== undefined
    return context.html(settingsPage(await settingsView(context, { isSaved, entry: emptyEntry })))
  })
  .post('/', async (context) => {
    const { app } = context.env
    const fields: Fields = await context.req.parseBody()
    const { user } = context.var
    const settings = settingsIn(fields, user, app.now())
    if (!settings.ok) return refused(context, fields, settings.error)
    const isComplaint = user.mailStop?.reason === 'complained' && user.nextReportAt === null
    if (isComplaint && settings.value.report !== null)
      return refused(context, fields, { reports: 'address_complained' })
    await saveReportSettings(app.store, user, settings.value, app.now())
    return context.redirect('/settings?saved', 303)
  })
  .post('/check-ins', async (context) => {
    const { app } = context.env
    const fields: Fields = await context.req.parseBody()
    const settings = checkInSettingsIn(fields)
    if (!settings.ok) return refused(context, fields, settings.error)
    await saveCheckInSettings(app.store, context.var.user.id, settings.value)
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
    const { user } = context.var
    if (user.mailStop?.reason === 'complained') return refused(context, {}, { address: 'address_complained' })
    await resumeMail(context.env.app.store, user.id)
    return context.redirect('/settings?saved', 303)
  })
  .post('/address', async (context) => {
    const fields: Fields = await context.req.parseBody()
    const asked = mailAddressIn(fields)
    if (!asked.ok) return refused(context, fields, asked.error)
    const moved = await changeMailAddress(context.env.app, context.var.user, asked.value.address)
    return moved.ok ? context.redirect('/settings?saved', 303) : refused(context, fields, { address: moved.error })
  })
  .post('/sessions/end', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const { session } = await context.req.parseBody()
    const isEnded = typeof session === 'string' && (await endSession(app.store, user.id, session))
    if (isEnded) app.log('session ended', { userId: user.id })
    return context.redirect('/settings', 303)
  })
  .post('/sessions/end-all', async (context) => {
    const { app } = context.env
    const { user, endSession: endThis } = context.var
    const count = await endSessions(app.store, user.id)
    app.log('sessions ended', { userId: user.id, count })
    await endThis()
    return context.redirect('/', 303)
  })
  .post('/delete', async (context) => {
    const { app } = context.env
    const { user, endSession: endThis } = context.var
    const fields: Fields = await context.req.parseBody()
    const sure = sureIn(fields)
    if (!sure.ok) return refused(context, fields, sure.error)
    const others = waysToWithdraw(app.providers, await deleteEverything(app, user.id))
    app.log('user deleted', { userId: user.id })
    await endThis()
    return context.html(messagePage({ ...noticeMessage(describeDeleted(others.length === 0), '/'), others }, false))
  })

/** The page again, with what was typed and what is wrong with it. */
const refused = async (context: Context<UserEnv>, fields: Fields, errors: FormErrors) => {
  const { values, errors: told } = formEntryOf(fields, errors)
  const entry = {
    values,
    errors: errors.zone === undefined ? told : { ...told, zone: describeUnknownZone(closestZone(values.zone ?? '')) },
  }
  return context.html(settingsPage(await settingsView(context, { isSaved: false, entry })), 400)
}
