/**
 * Corrections of people, and the pages that go with them: all corrections, who may be one person, and groups. A GET shows;
 * only a POST changes anything, and every change can be undone.
 */
import { Hono } from 'hono/tiny'
import { proposalsOf } from '../../infer/proposals.ts'
import { activeCorrections, type Correction, rhythmsOfGroups, type Undo } from '../../model/correction.ts'
import type { Fields } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { type Instant, localDate } from '../../model/time.ts'
import { groupsAt } from '../../people/groups.ts'
import { knownSince } from '../../report/notes.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { correct, correctionsOf } from '../../store/corrections.ts'
import { correctionNotUnderstood } from '../../words/correction.ts'
import { dayOf } from '../../words/dates.ts'
import { noticePage } from '../kit/message-page.tsx'
import type { FormErrors } from '../kit/parse-form.ts'
import type { UserEnv } from '../kit/session.ts'
import { correctionIn } from './form.ts'
import { groupsPage } from './groups-page.ts'
import { knownOf, madeIn, numberIn, withCorrection } from './known.ts'
import { mergesPage } from './merges-page.ts'
import { correctionNote, correctionsPage, namesOf } from './page.ts'
import { refusedFormPage } from './refused-page.tsx'

export const correctionRoutes = new Hono<UserEnv>()
  .get('/said', (context) => context.redirect('/people/corrections', 301))
  .get('/absent', (context) => context.redirect(`/people/excluded${new URL(context.req.url).search}`, 301))
  .get('/corrections', async (context) => {
    const { log, nameOf, day } = await knownOf(context.env.app, context.var.user)
    return context.html(correctionsPage({ log, made: madeIn(context), nameOf, day }))
  })
  .post('/corrections', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const fields: Fields = await context.req.parseBody()
    const now = app.now()
    const content = contentIn(fields, now)
    if (!content.ok) {
      const refused = { fields, errors: content.error, back: backIn(fields), today: localDate(now, 'UTC') }
      return context.html(refusedFormPage(refused) ?? noticePage(correctionNotUnderstood, '/people', true), 400)
    }
    const id = await correct(app.store, { userId: user.id, content: content.value, now })
    return context.redirect(withCorrection(backIn(fields), id), 303)
  })
  .get('/merges', async (context) => {
    const { accounts, resolved, log, nameOf, day } = await knownOf(context.env.app, context.var.user)
    return context.html(
      mergesPage({
        proposals: proposalsOf({ ...resolved, isRead: knownSince(accounts) === 0 }, day.at),
        note: correctionNote({ log, made: madeIn(context), nameOf, day, back: '/people/merges' }),
        day,
      }),
    )
  })
  .get('/groups', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const now = app.now()
    const accounts = await accountsOfUser(app.store, user.id)
    const [{ people, groups, proposals }, log] = await Promise.all([
      groupsAt(app, { userId: user.id, accounts, now }),
      correctionsOf(app.store, user.id),
    ])
    return context.html(
      groupsPage({
        groups,
        locale: user.locale,
        rhythms: rhythmsOfGroups(activeCorrections(log)),
        proposals,
        note: correctionNote({
          log,
          made: madeIn(context),
          nameOf: namesOf(people),
          day: dayOf(user, now),
          back: '/people/groups',
        }),
      }),
    )
  })

const contentIn = (fields: Fields, now: Instant): Result<Correction | Undo, FormErrors> => {
  if (fields.kind !== 'undo') return correctionIn(fields, now)
  const of = numberIn(typeof fields.of === 'string' ? fields.of : undefined)
  return of === null ? failure({ of: 'choice' }) : success({ kind: 'undo', of })
}

/** Only ever to a page of people: a form cannot send its reader elsewhere. */
const backIn = ({ back }: Fields): string =>
  typeof back === 'string' && /^\/people(?:[/?][\w/?=&%.~+-]*)?$/.test(back) ? back : '/people'
