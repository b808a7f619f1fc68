/** The web side: pages for people, links from mails, and the callback of consent. Every GET is safe to open. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { App } from '../app.ts'
import { composeOrigins } from '../draft/compose-link.ts'
import { notFound, tooLarge } from '../words/page.ts'
import { accountRoutes } from './accounts/routes.ts'
import { checkInPages, checkInRoutes } from './check-in/routes.ts'
import { landingPage } from './connect/landing-page.ts'
import { connectRoutes } from './connect/routes.ts'
import { describeFailure } from './kit/errors.ts'
import { messagePage, noticePage } from './kit/message-page.tsx'
import { type AppEnv, withSession, withUser } from './kit/session.ts'
import { peopleRoutes, subjectOfPerson } from './people/routes.ts'
import { readingRoutes } from './reading/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { unsubscribeRoutes } from './unsubscribe/routes.ts'
import { hookRoutes } from './webhooks/routes.ts'

/** Forms lead to us, and the one of a check-in from there to where the user writes: browsers hold redirects to it too. */
const pagePolicy = (webRoots: App['webRoots']): string =>
  [...resourcePolicy, `form-action 'self' ${composeOrigins(webRoots).join(' ')} mailto:`].join('; ')

const resourcePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
]

/** Our longest form names five hundred people of a group, each by an address. Memory would hold no gigabyte. */
const formBytes = 256 * 1024

export const createRouter = () => {
  const router = new Hono<AppEnv>()

  router.use(secureHeaders({ referrerPolicy: 'no-referrer', xFrameOptions: 'SAMEORIGIN' }))
  router.use(async (context, next) => {
    await next()
    const { headers } = context.res
    // A mail on a page has a policy of its own.
    if (!headers.has('content-security-policy'))
      context.header('content-security-policy', pagePolicy(context.env.app.webRoots))
    // Pages show who someone is in touch with: no cache keeps them, no search engine lists them.
    if (!headers.has('cache-control')) context.header('cache-control', 'no-store')
    context.header('x-robots-tag', 'noindex')
  })
  // Before the check of origins: mail providers and carriers post to them from theirs (RFC 8058).
  router.route('/hooks', hookRoutes)
  router.use(bodyLimit({ maxSize: formBytes, onError: (context) => context.html(noticePage(tooLarge, '/'), 413) }))
  router.route('/u', unsubscribeRoutes)
  router.use(csrf({ origin: (origin, context) => origin === context.env.app.publicUrl.origin }))
  router.use(withSession)

  router.get('/', (context) => {
    if (context.var.user !== null) return context.redirect('/people')
    return context.html(landingPage(context.env.app.providers))
  })
  router.route('/connect', connectRoutes)
  router.route('/c', checkInRoutes)
  for (const area of ['/people', '/reading', '/reports', '/accounts', '/settings', '/sign-out']) {
    router.use(area, withUser)
    router.use(`${area}/*`, withUser)
  }
  router.route('/people/:id{-?[0-9]+}', checkInPages(subjectOfPerson))
  router.route('/people', peopleRoutes)
  router.route('/reading', readingRoutes)
  router.route('/reports', reportRoutes)
  router.route('/accounts', accountRoutes)
  router.route('/settings', settingsRoutes)
  router.post('/sign-out', async (context) => {
    await context.var.endSession()
    return context.redirect('/', 303)
  })

  router.notFound((context) => context.html(noticePage(notFound, '/'), 404))
  router.onError((error, context) => {
    const { status, page } = describeFailure(error)
    return context.html(messagePage(page), status)
  })
  return router
}
