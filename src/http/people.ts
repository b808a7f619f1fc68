/** People: as a picture first, then as a list; and one of them by themselves. */
import { Hono } from 'hono'
import { toneFor } from '../draft/check-in.ts'
import { lastContactAt } from '../model/relationship.ts'
import { nextPageSize, peoplePage } from './pages/people.ts'
import { personPage } from './pages/person.ts'
import { textPage } from './pages/text.ts'
import type { UserEnv } from './session.ts'
import { checkInText, toneNamed } from './text.ts'

export const peopleRoutes = new Hono<UserEnv>()
  .get('/', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const now = services.now()
    const accounts = await services.accountsOf(user.id)
    const candidates = await services.people(user.id, accounts)
    const query = context.req.query('q')?.trim() ?? ''
    const shown = Number(context.req.query('show') ?? nextPageSize)
    const report = query === '' ? await services.preview(user, accounts) : null
    return context.html(
      peoplePage({
        user,
        accounts,
        candidates,
        report,
        query,
        shown: Number.isInteger(shown) ? shown : nextPageSize,
        now,
      }),
    )
  })
  .get('/:id{[0-9]+}', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const candidates = await services.people(user.id, await services.accountsOf(user.id))
    const candidate = candidates.find(({ person }) => person.id === Number(context.req.param('id')))
    if (candidate === undefined) return context.notFound()
    const history = await services.historyOf(user.id, candidate)
    return context.html(personPage({ user, candidate, history, now: services.now() }))
  })
  .get('/:id{[0-9]+}/text', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const accounts = await services.accountsOf(user.id)
    const candidates = await services.people(user.id, accounts)
    const candidate = candidates.find(({ person }) => person.id === Number(context.req.param('id')))
    const now = services.now()
    const lastAt = candidate === undefined ? null : lastContactAt(candidate.person.relationship, now)
    if (candidate === undefined || lastAt === null) return context.notFound()
    const { person, health } = candidate
    const suggestion = {
      personId: person.id,
      name: person.name,
      givenName: person.givenName,
      address: person.address,
      strip: [],
      reason: {
        kind: 'rhythm_broken',
        usualGapDays: health.usualGapDays ?? 0,
        silenceDays: health.silenceDays ?? 0,
        lastContactAt: lastAt,
        lastMetAt: person.relationship.meetingsAt.find((at) => at <= now) ?? null,
      },
    } as const
    const tone = toneNamed(context.req.query('tone')) ?? toneFor(suggestion)
    const text = checkInText(services, { user, accounts, suggestion, at: now, tone })
    return context.html(textPage({ ...text, path: `/people/${person.id}/text`, section: 'people' }))
  })
