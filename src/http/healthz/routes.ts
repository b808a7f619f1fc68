/** For monitors: whether the Worker runs and its database answers, and nothing else. */
import { Hono } from 'hono/tiny'
import { answers } from '../../store/store.ts'
import type { AppEnv } from '../kit/session.ts'

export const healthRoutes = new Hono<AppEnv>().get('/', async (context) => {
  const isUp = await answers(context.env.app.store)
  context.header('cache-control', 'no-store')
  return context.json({ status: isUp ? 'ok' : 'database_unavailable' }, isUp ? 200 : 503)
})
