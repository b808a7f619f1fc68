/**
 * The links of the Monday email. Opening one changes nothing and signs nobody in: mail scanners open every link. It leads
 * to the compose window of the person's own mail, or to the page with the text.
 */
import { Hono } from 'hono'
import { toneFor } from '../draft/check-in.ts'
import type { Services } from '../services.ts'
import { messagePage } from './pages/message.ts'
import { textPage } from './pages/text.ts'
import type { AppEnv } from './session.ts'
import { type CheckInText, checkInText, toneNamed } from './text.ts'

export const checkInRoutes = new Hono<AppEnv>()
  .get('/:token', async (context) => {
    const found = await textFor(context.env.services, context.req.param('token'), undefined)
    if (found === 'expired') return context.html(messagePage(expired), 410)
    if (found === null) return context.html(messagePage(forged), 404)
    return context.redirect(found.link)
  })
  .get('/:token/text', async (context) => {
    const token = context.req.param('token')
    const found = await textFor(context.env.services, token, context.req.query('tone'))
    if (found === 'expired') return context.html(messagePage(expired), 410)
    if (found === null) return context.html(messagePage(forged), 404)
    return context.html(textPage({ ...found, path: `/c/${token}/text`, section: null }))
  })

const textFor = async (
  services: Services,
  token: string,
  tone: string | undefined,
): Promise<CheckInText | 'expired' | null> => {
  const link = await services.readCheckInLink(token)
  if (!link.ok) return link.error.reason === 'expired' ? 'expired' : null
  const { userId, week, personId } = link.value
  const [user, stored, accounts] = await Promise.all([
    services.userById(userId),
    services.reportOf(userId, week),
    services.accountsOf(userId),
  ])
  const suggestion = stored?.report?.suggestions.find((candidate) => candidate.personId === personId)
  if (user === null || stored?.report == null || suggestion === undefined) return null
  const { at } = stored.report
  return checkInText(services, { user, accounts, suggestion, at, tone: toneNamed(tone) ?? toneFor(suggestion) })
}

const expired = {
  title: 'This link has ended',
  text: 'It was good for a month. Whoever it was about is on your people page, with a fresh text.',
  action: { href: '/people', label: 'See your people' },
}

const forged = {
  title: 'This link does not work',
  text: 'It may have been cut in two by a mail program. The same people are in your reports.',
  action: { href: '/reports', label: 'See your reports' },
}
