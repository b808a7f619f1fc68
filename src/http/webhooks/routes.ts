/** What mail carriers tell of mails afterwards: that one came back, or was not wanted. Only signed news is heeded. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../kit/session.ts'

/** What is told of a mail is a few kilobytes: its head, and why it came back. Nobody has shown yet that they may speak. */
const maxBytes = 64 * 1024

const limited = bodyLimit({ maxSize: maxBytes, onError: (context) => context.text('The body is too large.', 413) })

export const hookRoutes = new Hono<AppEnv>().post('/resend', limited, async (context) => {
  const heeded = await context.env.services.heedResend(context.req.raw.headers, await context.req.text())
  // Without a secret the address does not exist; a wrong signature is told apart, for whoever sets it up.
  if (heeded === null) return context.notFound()
  return heeded ? context.body(null, 204) : context.text('The signature does not fit.', 401)
})
