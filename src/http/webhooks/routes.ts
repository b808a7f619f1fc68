/** What mail carriers report of mails afterwards: one came back, or somebody called one unwanted. */

import { bodyLimit } from 'hono/body-limit'
import { Hono } from 'hono/tiny'
import { heedMailEvent } from '../../deliver/mail-events.ts'
import type { AppEnv } from '../kit/session.ts'

/** A report of a mail takes a few kilobytes. The limit holds before the signature shows who sends it. */
const maxBytes = 64 * 1024

const limited = bodyLimit({ maxSize: maxBytes, onError: (context) => context.text('The body is too large.', 413) })

export const hookRoutes = new Hono<AppEnv>().post('/resend', limited, async (context) => {
  const { app } = context.env
  const { headers } = context.req.raw
  const heeded = await heedMailEvent(app, { headers, body: await context.req.text(), now: app.now() })
  if (heeded.ok) return context.body(null, 204)
  // Without a secret the address does not exist; whoever sets it up sees a wrong signature apart from that.
  return heeded.error.reason === 'not_set_up' ? context.notFound() : context.text('The signature does not fit.', 401)
})
