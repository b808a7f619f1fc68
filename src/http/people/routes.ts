/** People: as a picture first, then as a list; and one of them by themselves. */
import { Hono } from 'hono/tiny'
import { proposalsAbout } from '../../infer/proposals.ts'
import { domainOf } from '../../model/address.ts'
import type { Person } from '../../model/person.ts'
import { heldBackOf, type ReasonKind, type Report } from '../../model/report.ts'
import { weekDue } from '../../model/user.ts'
import { excludedNumbered } from '../../people/excluded.ts'
import { historiesOf } from '../../people/history.ts'
import { homeAt } from '../../people/home.ts'
import { everyoneAt } from '../../people/overview.ts'
import { suggestionFor } from '../../people/suggestion.ts'
import { candidateNumbered } from '../../report/candidate.ts'
import { measuring, partsOfPerson } from '../../report/measuring.ts'
import { knownSince, meetingsKnownUntil } from '../../report/notes.ts'
import { correctionsOf } from '../../store/corrections.ts'
import { refreshAccounts } from '../../sync/refresh.ts'
import { dayOf } from '../../words/dates.ts'
import type { FindSubject } from '../check-in/subject.ts'
import { madeIn } from '../corrections/known.ts'
import { correctionNote, namesOf } from '../corrections/page.ts'
import { correctionRoutes } from '../corrections/routes.ts'
import { signInPath, type UserEnv } from '../kit/session.ts'
import { excludedPersonPage } from '../left-out/person-page.tsx'
import { leftOutRoutes } from '../left-out/routes.ts'
import { filterIn } from './filter.ts'
import { peoplePage } from './page.tsx'
import { personPage } from './person-page.tsx'
import type { PersonView } from './person-view.ts'
import { isTriageDue, triageRoutes } from './triage-routes.ts'

export const peopleRoutes = new Hono<UserEnv>()
  .route('/', correctionRoutes)
  .route('/excluded', leftOutRoutes)
  .route('/triage', triageRoutes)
  .get('/', async (context) => {
    const { app } = context.env
    const { user, accounts } = context.var
    const now = app.now()
    const made = madeIn(context)
    await refreshAccounts(app, accounts)
    const home = await homeAt(app, { user, accounts, week: weekDue(user, now), now, isLogWanted: made !== null })
    const { candidates, corrections, log, week } = home
    const reasons = reasonsIn(week.report)
    const filter = filterIn((name) => context.req.query(name), reasons.values())
    const note = correctionNote({
      log,
      made,
      nameOf: namesOf(candidates.map(({ person }) => person)),
      day: dayOf(user, now),
      back: '/people',
    })
    const isDue = isTriageDue(accounts, corrections) && candidates.length >= minTriaged
    return context.html(
      peoplePage({ user, accounts, candidates, week, filter, reasons, note, isTriageDue: isDue, now }),
    )
  })
  .get('/:id{-?[0-9]+}', async (context) => {
    const { app } = context.env
    const { user, accounts } = context.var
    await refreshAccounts(app, accounts)
    const now = app.now()
    const { candidates, resolved } = await everyoneAt(app, { userId: user.id, accounts, now })
    const id = Number(context.req.param('id'))
    const candidate = candidateNumbered(candidates, id)
    if (candidate === undefined) {
      const exclusion = await excludedNumbered(app.store, resolved, { userId: user.id, id, now })
      if (exclusion === null) return context.notFound()
      const log = await correctionsOf(app.store, user.id)
      return context.html(excludedPersonPage({ exclusion, log, made: madeIn(context), day: dayOf(user, now) }))
    }
    const { person } = candidate
    const [{ historyOf }, log] = await Promise.all([
      historiesOf(app.store, { userId: user.id, people: [person], now }),
      correctionsOf(app.store, user.id),
    ])
    const people = candidates.map((each) => each.person)
    return context.html(
      personPage({
        user,
        candidate,
        history: historyOf(person),
        log,
        proposals: proposalsAbout(person, { ...resolved, isRead: knownSince(accounts) === 0 }, now),
        parts: partsOfPerson(person, measuring(resolved.people, accounts, now), now),
        neighbours: countDomains(people),
        groups: [...new Set(people.flatMap(({ override }) => override.groups))],
        others: othersNamed(context.req.query('with')?.trim() ?? '', person, people),
        made: madeIn(context),
        now,
        metUntil: meetingsKnownUntil(accounts, now),
      }),
    )
  })

/** The check-in pages of somebody, for the user who is signed in. */
export const subjectOfPerson: FindSubject = async (context) => {
  const { app } = context.env
  const { user, accounts } = context.var
  if (user === null) return context.redirect(signInPath(context))
  const personId = Number(context.req.param('id'))
  await refreshAccounts(app, accounts)
  const now = app.now()
  const week = context.req.query('week')
  const found = await suggestionFor(app, { user, accounts, personId, ...(week !== undefined && { week }), now })
  if (found === null) return context.notFound()
  const path = `/people/${found.suggestion.personId}`
  return { user, accounts, ...found, link: null, path, section: 'people' }
}

/** Of fewer, the list itself shows what is wrong. */
const minTriaged = 12

/** Why each person is or could be written to this week, by their number. */
const reasonsIn = (report: Report): ReadonlyMap<number, ReasonKind> =>
  new Map([
    ...heldBackOf(report).map(({ personId, kind }) => [personId, kind] as const),
    ...[...report.suggestions, ...(report.waiting ?? [])].map(
      ({ personId, reason }) => [personId, reason.kind] as const,
    ),
  ])

const countDomains = (people: readonly Person[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { addresses } of people) {
    for (const domain of new Set(addresses.map(domainOf))) counts.set(domain, (counts.get(domain) ?? 0) + 1)
  }
  return counts
}

const maxOthers = 12

const othersNamed = (query: string, self: Person, people: readonly Person[]): PersonView['others'] => {
  if (query === '') return null
  const wanted = query.toLowerCase()
  const found = people.filter(
    (person) => person.id !== self.id && `${person.name} ${person.addresses.join(' ')}`.toLowerCase().includes(wanted),
  )
  return { query, found: found.slice(0, maxOthers) }
}
