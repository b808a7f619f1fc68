/**
 * Corrections of people, and the pages that go with them: all corrections, who is excluded and why, who may be one person,
 * and groups. A GET shows; only a POST changes anything, and every change can be undone.
 */
import { type Context, Hono } from 'hono'
import type { App } from '../../app.ts'
import { proposalsOf } from '../../infer/proposals.ts'
import { activeCorrections, type Correction, rhythmsOfGroups, type Undo } from '../../model/correction.ts'
import type { Fields } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { type Instant, localDate } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { countExcluded, findExcluded } from '../../people/excluded.ts'
import { groupsAt } from '../../people/groups.ts'
import { knownSince } from '../../report/notes.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { countAutomatedSenders } from '../../store/automated-senders.ts'
import { correct, correctionsOf } from '../../store/corrections.ts'
import { correctionNotUnderstood } from '../../words/correction.ts'
import { dayOf } from '../../words/dates.ts'
import { noticePage } from '../kit/message-page.tsx'
import type { FormErrors } from '../kit/parse-form.ts'
import type { UserEnv } from '../kit/session.ts'
import { excludedPage } from './excluded-page.ts'
import { correctionIn } from './form.ts'
import { groupsPage } from './groups-page.ts'
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
  .get('/excluded', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const query = context.req.query('q')?.trim() ?? ''
    const { accounts, resolved, log, nameOf, day } = await knownOf(app, user)
    const found = await findExcluded(app.store, resolved, { userId: user.id, query, now: day.at })
    const back = `/people/excluded?q=${encodeURIComponent(query)}`
    return context.html(
      excludedPage({
        ...found,
        ...countExcluded(resolved, accounts),
        automatedSenderCount: query === '' ? await countAutomatedSenders(app.store, user.id) : 0,
        query,
        note: correctionNote({ log, made: madeIn(context), nameOf, day, back }),
        day,
      }),
    )
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

/** What all of these pages need to speak of corrections. */
const knownOf = async ({ store, directory, now }: Pick<App, 'store' | 'directory' | 'now'>, user: User) => {
  const accounts = await accountsOfUser(store, user.id)
  const [{ resolved }, log] = await Promise.all([
    directory.find({ userId: user.id, accounts }),
    correctionsOf(store, user.id),
  ])
  const named = [
    ...resolved.people,
    ...resolved.excluded.map(({ contact }) => ({
      name: contact.label.name === '' ? contact.label.spelling : contact.label.name,
      addresses: [contact.address],
    })),
  ]
  return { accounts, resolved, log, nameOf: namesOf(named), day: dayOf(user, now()) }
}

const contentIn = (fields: Fields, now: Instant): Result<Correction | Undo, FormErrors> => {
  if (fields.kind !== 'undo') return correctionIn(fields, now)
  const of = numberIn(typeof fields.of === 'string' ? fields.of : undefined)
  return of === null ? failure({ of: 'choice' }) : success({ kind: 'undo', of })
}

/** The number of the correction just made, where a form led back to the page. */
export const madeIn = (context: Context): number | null => numberIn(context.req.query(madeParameter))

const madeParameter = 'correction'

/** A whole number from 1 on, or null. */
const numberIn = (text: string | undefined): number | null => {
  const value = Number(text ?? Number.NaN)
  return Number.isInteger(value) && value > 0 ? value : null
}

/** Only ever to a page of people: a form cannot send its reader elsewhere. */
const backIn = ({ back }: Fields): string =>
  typeof back === 'string' && /^\/people(?:[/?][\w/?=&%.~+-]*)?$/.test(back) ? back : '/people'

/** The page again, which then tells of the correction just made. */
export const withCorrection = (path: string, id: number): string => {
  const [page = '', query = ''] = path.split('?')
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith(`${madeParameter}=`))
  return `${page}?${[...kept, `${madeParameter}=${id}`].join('&')}`
}
