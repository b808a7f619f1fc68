/** Where an administrator lets an application in for everyone of a directory: a page, and the way back with what they said. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { formOf } from '../form.ts'
import { hiddenFields, providerPage, showPage } from '../service/paper.ts'
import { accountOf, guidOf } from './account.ts'
import { callbackUrl, parseWay, type Way } from './authorization.ts'
import type { ConsentScreen } from './consent.ts'
import { descriptionOf, loginErrors } from './login-errors.ts'
import { refusalPage } from './pages.ts'

const path = '/:tenant/v2.0/adminconsent'

export const createAdminConsent = ({ world, clients }: Omit<ConsentScreen, 'grants' | 'switches'>): Hono => {
  const app = new Hono()

  app.get(path, (c) => {
    // The platform refuses `common` here: an organisation has to be meant.
    if (c.req.param('tenant') === 'common') return showPage(c, refusalPage(loginErrors.unknownTenant), 400)
    const parameters = new URL(c.req.url).searchParams
    const way = parseWay(parameters, clients)
    if (!way.ok) return showPage(c, refusalPage(way.error), 400)
    return showPage(
      c,
      providerPage(
        'Microsoft',
        'Permissions requested',
        html`<h1>Permissions requested</h1>
          <p>Review for your organization: ${way.value.client.name ?? way.value.redirectUri}</p>
          <form method="post" action="${c.req.url.replace(/\?.*$/s, '')}">
            ${hiddenFields([...parameters])}
            <p class="buttons">
              <button name="decision" value="accept">Accept</button>
              <button name="decision" value="cancel">Cancel</button>
            </p>
          </form>`,
      ),
    )
  })

  app.post(path, async (c) => {
    const form = await formOf(c)
    const way = parseWay(form, clients)
    if (!way.ok) return showPage(c, refusalPage(way.error), 400)
    if (form.get('decision') !== 'accept') return leadBack(c, way.value, refusal())
    world.weather.administratorBlocks = false
    return leadBack(c, way.value, [['scope', form.get('scope') ?? '']])
  })

  const refusal = (): Fields => [
    ['error', loginErrors.declined.error],
    ['error_description', descriptionOf(loginErrors.declined, world.clock)],
  ]

  const leadBack = (c: Context, { redirectUri, state }: Way, said: Fields): Response => {
    const member = world.mailboxesAt('microsoft').find(({ owner }) => accountOf(owner).kind === 'work')
    const tenant = member === undefined ? guidOf('nobody') : accountOf(member.owner).tenantId
    const fields: Fields = [['admin_consent', 'True'], ['tenant', tenant], ...said, ['state', state ?? '']]
    return c.redirect(callbackUrl(redirectUri, new URLSearchParams(fields.map(([name, value]) => [name, value]))))
  }

  return app
}

type Fields = readonly (readonly [name: string, value: string])[]
