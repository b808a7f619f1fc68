/** The desk's routes: everything that moves the world is a button here. */
import { Hono } from 'hono'
import { failure, type Result, success } from '../../../src/model/result.ts'
import { formOf } from '../form.ts'
import type { Mail, Mailbox } from '../world.ts'
import { show } from './frame.ts'
import { frontPage, noEmailPage, troublePage, waitingPage } from './front-page.ts'
import { safePath, withNotice } from './notices.ts'
import { headerValues } from './reading.ts'
import { mailboxNamed, mailPath, type Setting } from './setting.ts'
import { icon, style, waitScript } from './style.ts'
import { clearSky, setWeather, turnWeather } from './weather.ts'

export const createFront = (setting: Setting): Hono => {
  const { world, controls } = setting
  const app = new Hono()

  app.get('/', (c) => show(c, frontPage(c, setting)))

  app.post('/console/monday', async (c) => {
    const name = (await formOf(c)).get('mailbox') ?? ''
    const mailbox = mailboxNamed(world, name)
    if (mailbox === undefined) return c.redirect('/', 303)
    const after = world.mailboxes.map(({ sequence }) => sequence)
    const fired = await within(maxSeconds, controls.fireMonday(mailbox.owner.zone))
    if (!fired.ok) return show(c, troublePage(setting, fired.error), 502)
    return c.redirect(`/console/monday?${new URLSearchParams({ mailbox: name, after: after.join() })}`, 303)
  })

  app.get('/console/monday', (c) => {
    const mailbox = mailboxNamed(world, c.req.query('mailbox') ?? '')
    if (mailbox === undefined) return c.redirect('/')
    // Somebody with several mailboxes has the email sent to one of them.
    const after = (c.req.query('after') ?? '').split(',').map(Number)
    const reached = world.mailboxes.find((one, index) => hasMailCome(one, after[index] ?? 0))
    if (reached !== undefined) return c.redirect(withNotice(`${mailPath(world, reached)}/inbox`, 'monday'))
    const tried = Number(c.req.query('tried') ?? 0)
    const address = new URL(c.req.url)
    address.searchParams.set('tried', String(tried + 1))
    const next = address.pathname + address.search
    return tried < maxSeconds
      ? show(c, waitingPage(setting, { owner: mailbox.owner, next, tries: maxSeconds }))
      : show(c, noEmailPage(setting, mailbox))
  })

  app.post('/console/sync', async (c) => {
    const back = safePath((await formOf(c)).get('back') ?? '/')
    const fired = await within(maxSeconds, controls.fireCron())
    if (!fired.ok) return show(c, troublePage(setting, fired.error), 502)
    return c.redirect(withNotice(back, 'synced'), 303)
  })

  app.post('/console/weather', async (c) => {
    setWeather(world.weather, await formOf(c))
    return c.redirect(withNotice('/', 'weather'), 303)
  })

  app.post('/console/weather/clear', (c) => {
    clearSky(world.weather)
    return c.redirect(withNotice('/', 'weather'), 303)
  })

  app.post('/console/weather/expire', (c) => {
    world.weather.expireCursors = true
    return c.redirect(withNotice('/', 'weather'), 303)
  })

  app.post('/console/weather/:act', (c) =>
    turnWeather(world.weather, c.req.param('act')) ? c.redirect(withNotice('/', 'weather'), 303) : c.notFound(),
  )

  const file = (path: string, type: string, text: string) =>
    app.get(path, (c) => c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }))
  file('/console/style.css', 'text/css; charset=utf-8', style)
  file('/console/icon.svg', 'image/svg+xml', icon)
  file('/console/wait.js', 'text/javascript; charset=utf-8', waitScript)

  return app
}

/** As long as anyone watches a page that says "wait". */
const maxSeconds = 20

/** Whether it was done in time, or in words why not: the visitor must not hang with the product. */
const within = async (seconds: number, work: Promise<unknown>): Promise<Result<null, string>> => {
  const late = Symbol('late')
  const { promise: end, resolve } = Promise.withResolvers<typeof late>()
  const timer = setTimeout(() => resolve(late), seconds * 1000)
  try {
    const first = await Promise.race([work, end])
    return first === late ? failure(`It did not answer within ${seconds} seconds.`) : success(null)
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  } finally {
    clearTimeout(timer)
  }
}

/** A mail was carried here since then. */
const hasMailCome = (mailbox: Mailbox, after: number): boolean =>
  mailbox.mailChanges.some(({ sequence, kind, mailId }) => {
    if (sequence <= after || kind !== 'added') return false
    const mail = mailbox.mail(mailId)
    return mail !== undefined && mail.body !== null && isIncoming(mail)
  })

/** An answer that the visitor asked somebody for is no mail of the product's. */
const isIncoming = (mail: Mail): boolean =>
  mail.labels.includes('INBOX') && headerValues(mail, 'In-Reply-To').length === 0
