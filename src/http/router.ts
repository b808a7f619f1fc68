/** The web side: pages for people, links from mails, and the callback of consent. Every GET is safe to open. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { Hono } from 'hono/tiny'
import { notFound, tooLarge } from '../words/page.ts'
import { accountRoutes } from './accounts/routes.ts'
import { checkInPages, checkInRoutes } from './check-in/routes.ts'
import { confirmRoutes } from './confirm/routes.tsx'
import { landingPage } from './connect/landing-page.tsx'
import { connectRoutes } from './connect/routes.ts'
import { specimenAt } from './connect/specimen.ts'
import { healthRoutes } from './healthz/routes.ts'
import { describeFailure } from './kit/errors.ts'
import { byLink, byUser, limited } from './kit/limited.ts'
import { localeAsked } from './kit/locale.ts'
import { messagePage, noticePage } from './kit/message-page.tsx'
import { securityHeaders } from './kit/security-headers.ts'
import { type AppEnv, isSignedIn, pageAskedFor, withSession, withUser } from './kit/session.ts'
import { wellFormed } from './kit/well-formed.ts'
import { peopleRoutes, subjectOfPerson } from './people/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { readingRoutes } from './reading/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { unsubscribeRoutes } from './unsubscribe/routes.ts'
import { hookRoutes } from './webhooks/routes.ts'
import { dataFileBytes, yourDataRoutes } from './your-data/routes.ts'

/** Our longest form names five hundred people of a group, each by an address. Memory would hold no gigabyte. */
const formBytes = 256 * 1024

const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (context: Context<AppEnv>) => context.html(noticePage(tooLarge, '/', isSignedIn(context)), 413),
  })
const limitForms = limitBody(formBytes)
const limitFiles = limitBody(dataFileBytes)

export const createRouter = () => {
  const router = new Hono<AppEnv>()

  for (const headers of securityHeaders) router.use(headers)
  router.route('/healthz', healthRoutes)
  // Before the check of origins: mail providers and carriers post to them from theirs (RFC 8058).
  router.route('/hooks', hookRoutes)
  router.use(async (context, next) => {
    const takesFiles = context.req.path.startsWith('/your-data/')
    return (takesFiles ? limitFiles : limitForms)(context, next)
  })
  router.use('/u/*', limited('unsubscribe', byLink))
  router.route('/u', unsubscribeRoutes)
  router.use(csrf({ origin: (origin, context) => origin === context.env.app.publicUrl.origin }))
  router.use(wellFormed)
  // Before the session: a refusal reads nothing.
  router.use('/connect/*', limited('sign_in'))
  router.use('/c/*', limited('link'))
  router.use('/confirm/*', limited('link'))
  router.use(withSession)

  router.get('/', (context) => {
    if (context.var.user !== null) return context.redirect('/people')
    const { app } = context.env
    const back = pageAskedFor(context.req.query('back'))
    return context.html(
      landingPage({ providers: app.providers, specimen: specimenAt(app.now(), localeAsked(context)), back }),
    )
  })
  router.route('/privacy', privacyRoutes)
  router.route('/connect', connectRoutes)
  router.route('/c', checkInRoutes)
  router.route('/confirm', confirmRoutes)
  for (const area of ['/people', '/reading', '/reports', '/accounts', '/settings', '/your-data', '/sign-out']) {
    router.use(area, withUser)
    router.use(`${area}/*`, withUser)
  }
  router.use('/reports/send', limited('send', byUser))
  router.use('/settings/address', limited('send', byUser))
  router.route('/people/:id{-?[0-9]+}', checkInPages(subjectOfPerson))
  router.route('/people', peopleRoutes)
  router.route('/reading', readingRoutes)
  router.route('/reports', reportRoutes)
  router.route('/accounts', accountRoutes)
  router.route('/settings', settingsRoutes)
  router.route('/your-data', yourDataRoutes)
  router.post('/sign-out', async (context) => {
    await context.var.endSession()
    return context.redirect('/', 303)
  })

  router.notFound((context) => context.html(noticePage(notFound, '/', isSignedIn(context)), 404))
  router.onError((error, context) => {
    const { status, page } = describeFailure(error, context.env.app.log)
    return context.html(messagePage(page, isSignedIn(context)), status)
  })
  return router
}
