/** Google, put together. */
import { textOf } from '../../model/json.ts'
import { failure, success } from '../../model/result.ts'
import type { Outside } from '../../outside.ts'
import type { Provider } from '../provider.ts'
import { createCalendarFeed } from './calendar/feed.ts'
import { createClient } from './client.ts'
import { createLookup } from './lookup.ts'
import { createMailFeed } from './mail/feed.ts'
import { authorizationParameters, scopes } from './oauth.ts'

export interface GoogleSettings {
  readonly clientId: string
  readonly clientSecret: string
  readonly issuer: URL
  readonly apiRoot: URL | null
}

export const createGoogle = (settings: GoogleSettings, fetch: Outside['fetch']): Provider => {
  const client = createClient(fetch, settings.apiRoot)
  return {
    name: 'google',
    label: 'Google',
    oauth: {
      issuer: settings.issuer,
      tenants: null,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      scopes,
      authorizationParameters,
      meaningOf: () => null,
    },
    mail: createMailFeed(client),
    calendar: createCalendarFeed(client),
    lookup: createLookup(client),

    mailClientOf: () => 'gmail',
    permissionsPage: () => new URL('https://myaccount.google.com/connections'),

    async identify(claims) {
      const subject = textOf(claims.sub)
      const address = textOf(claims.email)
      if (subject === null || address === null) {
        return failure({ reason: 'malformed', detail: 'an ID token without a subject or an address' })
      }
      const vouchedAddress = claims.email_verified === true ? address : null
      return success({ subject, address, vouchedAddress, name: textOf(claims.name) })
    },
  }
}
