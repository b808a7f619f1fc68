/** Settings: when the report comes, where the user's clock stands, and how far back mail is read. */
import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { deleteEverything } from '../../connect/leave.ts'
import { type WritingPlace, writingPlaces } from '../../model/check-in.ts'
import { knownLocale } from '../../model/locale.ts'
import { isTimeZone, type Weekday } from '../../model/time.ts'
import { readsBackChoices } from '../../model/user.ts'
import { resumeMail, saveReportSettings } from '../../store/users.ts'
import { changeReadsBack } from '../../sync/extend.ts'
import { waysToWithdraw } from '../accounts/revocations.ts'
import { type Action, type Message, messagePage } from '../kit/message-page.ts'
import type { UserEnv } from '../kit/session.ts'
import { settingsPage } from './page.ts'

export const settingsRoutes = new Hono<UserEnv>()
  .get('/', (context) =>
    context.html(
      settingsPage({
        user: context.var.user,
        isSaved: context.req.query('saved') !== undefined,
        now: context.env.app.now(),
      }),
    ),
  )
  .post(
    '/',
    validator('form', (form, context) => {
      // What a form does not speak of stays as it is.
      const { user } = context.var as UserEnv['Variables']
      const weekday = Number(form.weekday)
      const hour = Number(form.hour)
      const zone = String(form.zone ?? '')
      const isTime =
        Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 && Number.isInteger(hour) && hour >= 0 && hour <= 23
      const locale = knownLocale(String(form.locale ?? user.locale))
      const writesIn = writingPlaces.find((place): place is WritingPlace => place === (form.writesIn ?? user.writesIn))
      if (!isTime || !isTimeZone(zone)) return context.html(messagePage(unusable), 400)
      if (locale === null || writesIn === undefined) return context.html(messagePage(unusableHabit), 400)
      return { report: form.reports === 'on' ? { weekday: weekday as Weekday, hour } : null, zone, locale, writesIn }
    }),
    async (context) => {
      const { app } = context.env
      await saveReportSettings(app.store, context.var.user, context.req.valid('form'), app.now())
      return context.redirect('/settings?saved', 303)
    },
  )

settingsRoutes.post('/reading', async (context) => {
  const { years } = await context.req.parseBody()
  const readsBack = readsBackChoices.find((choice) => String(choice ?? 'all') === years)
  if (readsBack === undefined) return context.html(messagePage(noChoice), 400)
  await changeReadsBack(context.env.app, context.var.user, readsBack)
  return context.redirect('/settings?saved', 303)
})

settingsRoutes.post('/mail-again', async (context) => {
  await resumeMail(context.env.app.store, context.var.user.id)
  return context.redirect('/settings?saved', 303)
})

settingsRoutes.post('/delete', async (context) => {
  const { user, endSession } = context.var
  const { sure } = await context.req.parseBody()
  if (sure !== 'on') return context.html(messagePage(unsure), 400)
  const { app } = context.env
  const revoked = await deleteEverything(app, user.id)
  await endSession()
  return context.html(messagePage(deleted(waysToWithdraw(app.providers, revoked))))
})

const noChoice = {
  title: 'That is none of the choices',
  text: 'Nothing was changed.',
  action: { href: '/settings', label: 'Back to the settings' },
}

const unsure = {
  title: 'Nothing was deleted',
  text: 'Tick the box that says you are sure.',
  action: { href: '/settings', label: 'Back to the settings' },
}

const deleted = (others: readonly Action[]): Message => ({
  title: 'Everything is deleted',
  text: `Not a row is left. ${
    others.length === 0
      ? 'Every permission was given back.'
      : 'One permission or more could not be given back for you: the provider’s own page does that.'
  } Thank you for having been here.`,
  action: { href: '/', label: 'Go to the start' },
  others,
})

const unusable = {
  title: 'That time zone is not known',
  text: 'Nothing was changed. Zones are named after cities, as in Europe/Berlin or America/New_York.',
  action: { href: '/settings', label: 'Back to the settings' },
}

const unusableHabit = {
  title: 'That could not be understood',
  text: 'Nothing was changed. Choose one of the ways to write dates, and one of the places to write in.',
  action: { href: '/settings', label: 'Back to the settings' },
}
