/** Our guesses to go through: a GET shows them, a POST keeps what was wrong as one correction that can be undone. */
import { Hono } from 'hono/tiny'
import type { Account } from '../../model/account.ts'
import type { ActiveCorrection } from '../../model/correction.ts'
import { stageOf } from '../../model/read.ts'
import { everyoneAt } from '../../people/overview.ts'
import { guessesOf, triageFrom } from '../../report/triage.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { correct } from '../../store/corrections.ts'
import { withCorrection } from '../corrections/known.ts'
import type { UserEnv } from '../kit/session.ts'
import { fieldOf, triagePage, verdictIn } from './triage-page.tsx'

export const triageRoutes = new Hono<UserEnv>()
  .get('/', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const now = app.now()
    const accounts = await accountsOfUser(app.store, user.id)
    const { candidates, resolved } = await everyoneAt(app, { userId: user.id, accounts, now })
    const messages = accounts.reduce((sum, { progress }) => sum + progress.messages, 0)
    const read = isAllRead(accounts) ? { messages, people: candidates.length } : null
    return context.html(triagePage({ user, guesses: guessesOf(candidates, resolved.excluded), read, now }))
  })
  .post('/', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const now = app.now()
    const fields = await context.req.parseBody()
    const accounts = await accountsOfUser(app.store, user.id)
    const { candidates, resolved } = await everyoneAt(app, { userId: user.id, accounts, now })
    const triage = triageFrom(guessesOf(candidates, resolved.excluded), (id) => verdictIn(fields[fieldOf(id)]))
    const id = await correct(app.store, { userId: user.id, content: { kind: 'triage', ...triage }, now })
    return context.redirect(withCorrection('/people', id), 303)
  })

/** Guesses wait once everything has been read, until the user has gone through them. */
export const isTriageDue = (accounts: readonly Account[], corrections: readonly ActiveCorrection[]): boolean =>
  isAllRead(accounts) && !corrections.some(({ correction }) => correction.kind === 'triage')

const isAllRead = (accounts: readonly Account[]): boolean =>
  accounts.length > 0 &&
  accounts.every(({ status, feeds }) => status.kind === 'disconnected' || stageOf(feeds.mail) === 'done')
