/** Microsoft, put together: work, school and personal accounts alike. */
import type { Outside } from '../../outside.ts'
import type { OAuthServer, Provider } from '../provider.ts'
import { adminConsentUrl } from './admin-consent.ts'
import { microsoftCalendarFeed } from './calendar/feed.ts'
import { createGraphClient } from './client.ts'
import { microsoftLookup } from './lookup.ts'
import { microsoftMailFeed } from './mail/feed.ts'
import { meaningOfMicrosoftRefusal, microsoftAuthorization, microsoftScopes, tenantsOf } from './oauth.ts'
import { identityOf, isPersonal, ownerOf } from './owner.ts'

export interface MicrosoftSettings {
  readonly clientId: string
  readonly clientSecret: string
  readonly issuer: URL
  readonly graphRoot: URL
}

export const createMicrosoft = (settings: MicrosoftSettings, fetch: Outside['fetch']): Provider => {
  const client = createGraphClient(fetch, settings.graphRoot)
  const oauth: OAuthServer = {
    issuer: settings.issuer,
    tenants: tenantsOf(settings.issuer),
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    scopes: microsoftScopes,
    authorizationParameters: microsoftAuthorization,
    meaningOf: meaningOfMicrosoftRefusal,
  }
  return {
    name: 'microsoft',
    label: 'Microsoft',
    oauth,
    mail: microsoftMailFeed(client),
    calendar: microsoftCalendarFeed(client),
    lookup: microsoftLookup(client),

    mailClientOf: (subject) => (isPersonal(subject) ? 'outlook_personal' : 'outlook_work'),

    // Microsoft takes no grant back from us: here the person does it.
    permissionsPage: (subject) =>
      new URL(isPersonal(subject) ? 'https://account.live.com/consent/Manage' : 'https://myapps.microsoft.com/'),

    approvalUrl: (back) => adminConsentUrl(oauth, back),

    async identify(claims, access, now) {
      const owner = await ownerOf(client, access, now)
      return owner.ok ? identityOf(claims, owner.value) : owner
    },
  }
}
