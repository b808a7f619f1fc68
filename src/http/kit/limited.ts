/** Routes that may be asked for only so often. */
import type { Context, MiddlewareHandler } from 'hono'
import type { LimitName } from '../../connect/limits.ts'
import { tooOften } from '../../words/page.ts'
import { noticePage } from './message-page.tsx'
import { type AppEnv, isSignedIn } from './session.ts'

/** Whose requests are counted together. */
type KeyOf = (context: Context<AppEnv>) => string

/** Answers 429 (RFC 6585 §4) to whoever asks too often. The key goes to the limit and nowhere else. */
export const limited = (name: LimitName, keyOf: KeyOf = byVisitor): MiddlewareHandler<AppEnv> =>
  async function limited(context, next) {
    if (await context.env.app.takeLimit(name, keyOf(context))) return next()
    context.header('retry-after', String(limitSeconds))
    return context.html(noticePage(tooOften, '/', isSignedIn(context)), 429)
  }

/** The `period` of the limits in `wrangler.toml`. */
const limitSeconds = 60

/** By the address that the network saw the request come from. */
const byVisitor: KeyOf = (context) => context.req.header('cf-connecting-ip') ?? ''

/**
 * By the link: mail providers post the unsubscribing of all their users from a few addresses (RFC 8058). The end of a token is
 * its signature, the same for nobody else.
 */
export const byLink: KeyOf = (context) => context.req.path.slice(-maxKeyLength)

const maxKeyLength = 43

/** By who is signed in. */
export const byUser: KeyOf = (context) => String(context.var.user?.id ?? '')
