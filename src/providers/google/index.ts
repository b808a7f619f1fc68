/** Google, put together. */
import { textOf } from '../../model/json.ts'
import { success } from '../../model/result.ts'
import type { Outside } from '../../outside.ts'
import { malformed } from '../kit/malformed.ts'
import type { Provider } from '../provider.ts'
import { googleCalendarFeed } from './calendar/feed.ts'
import { createGoogleClient } from './client.ts'
import { googleLookup } from './lookup.ts'
import { googleMailFeed } from './mail/feed.ts'
import { googleAuthorization, googleScopes } from './oauth.ts'

export interface GoogleSettings {
  readonly clientId: string
  readonly clientSecret: string
  readonly issuer: URL
  readonly apiRoot: URL | null
}

export const createGoogle = (settings: GoogleSettings, fetch: Outside['fetch']): Provider => {
  const client = createGoogleClient(fetch, settings.apiRoot)
  return {
    name: 'google',
    label: 'Google',
    oauth: {
      issuer: settings.issuer,
      tenants: null,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      scopes: googleScopes,
      authorizationParameters: googleAuthorization,
      meaningOf: () => null,
    },
    mail: googleMailFeed(client),
    calendar: googleCalendarFeed(client),
    lookup: googleLookup(client),

    mailClientOf: () => 'gmail',
    permissionsPage: () => new URL('https://myaccount.google.com/connections'),
    approvalUrl: null,

    async identify(claims) {
      const subject = textOf(claims.sub)
      const address = textOf(claims.email)
      if (subject === null || address === null) {
        return malformed('an ID token without a subject or an address')
      }
      const vouchedAddress = claims.email_verified === true ? address : null
      return success({ subject, address, vouchedAddress, name: textOf(claims.name) })
    },
  }
}
