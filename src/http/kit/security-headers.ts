/** The headers of every answer of ours, a failure's too. */
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ')

export const securityHeaders = [
  secureHeaders({ referrerPolicy: 'no-referrer', xFrameOptions: 'SAMEORIGIN' }),
  createMiddleware(async (context, next) => {
    await next()
    const { headers } = context.res
    // A mail on a page has a policy of its own.
    if (!headers.has('content-security-policy')) context.header('content-security-policy', pagePolicy)
    // Pages show who someone is in touch with: no cache keeps them, no search engine lists them.
    if (!headers.has('cache-control')) context.header('cache-control', 'no-store')
    context.header('x-robots-tag', 'noindex')
  }),
] as const
