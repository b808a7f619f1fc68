/** Microsoft, put together: work, school and personal accounts alike. */
import type { Outside } from '../../outside.ts'
import type { Provider } from '../provider.ts'
import { createCalendarFeed } from './calendar/feed.ts'
import { createClient } from './client.ts'
import { identityOf, isPersonal } from './identity.ts'
import { createLookup } from './lookup.ts'
import { createMailFeed } from './mail/feed.ts'
import type { HeadersMatter } from './mail/look-up.ts'
import { authorizationParameters, meaningOf, scopes, tenantsOf } from './oauth.ts'
import { ownerOf } from './owner.ts'

export interface MicrosoftSettings {
  readonly clientId: string
  readonly clientSecret: string
  readonly issuer: URL
  readonly graphRoot: URL
}

export const createMicrosoft = (
  settings: MicrosoftSettings,
  fetch: Outside['fetch'],
  headersMatter: HeadersMatter,
): Provider => {
  const client = createClient(fetch, settings.graphRoot)
  return {
    name: 'microsoft',
    label: 'Microsoft',
    oauth: {
      issuer: settings.issuer,
      tenants: tenantsOf(settings.issuer),
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      scopes,
      authorizationParameters,
      meaningOf,
    },
    mail: createMailFeed(client, headersMatter),
    calendar: createCalendarFeed(client),
    lookup: createLookup(client),

    mailClientOf: (subject) => (isPersonal(subject) ? 'outlook_personal' : 'outlook_work'),

    // Microsoft takes no grant back from us: here the person does it.
    permissionsPage: (subject) =>
      new URL(isPersonal(subject) ? 'https://account.live.com/consent/Manage' : 'https://myapps.microsoft.com/'),

    async identify(claims, access, now) {
      const owner = await ownerOf(client, access, now)
      return owner.ok ? identityOf(claims, owner.value) : owner
    },
  }
}
