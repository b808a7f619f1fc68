/** The headers of every answer of ours, a failure's too. */
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

/** What a page may load, and where its forms may lead beside us: browsers hold redirects to it too. */
export const pagePolicy = (formTargets: readonly string[] = []): string =>
  [...resourcePolicy, ["form-action 'self'", ...formTargets].join(' ')].join('; ')

const resourcePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
]

export const securityHeaders = [
  secureHeaders({ referrerPolicy: 'no-referrer', xFrameOptions: 'SAMEORIGIN' }),
  createMiddleware(async (context, next) => {
    await next()
    const { headers } = context.res
    // A mail on a page has a policy of its own.
    if (!headers.has('content-security-policy')) context.header('content-security-policy', pagePolicy())
    // Pages show who someone is in touch with: no cache keeps them, no search engine lists them.
    if (!headers.has('cache-control')) context.header('cache-control', 'no-store')
    context.header('x-robots-tag', 'noindex')
  }),
] as const
