/**
 * Where an administrator allows the application for everyone in their organisation
 * (https://learn.microsoft.com/entra/identity-platform/v2-admin-consent). Pure.
 */
import type { OAuthServer, WayBack } from '../provider.ts'

/** `common` cannot be asked: whoever opens the address signs in with the organisation it is for. */
export const adminConsentUrl = (
  { issuer, clientId, scopes }: Pick<OAuthServer, 'issuer' | 'clientId' | 'scopes'>,
  { redirectUri, state }: WayBack,
): URL => {
  const url = new URL(
    issuer.href.replace(/\/(?:common\/)?v2\.0\/?$/, issuer.href.includes('/common/') ? '/organizations/v2.0' : '/v2.0'),
  )
  url.pathname = `${url.pathname}/adminconsent`
  url.searchParams.set('client_id', clientId)
  url.searchParams.set('scope', scopes.map(({ scope, aliases: [whole = scope] }) => whole).join(' '))
  url.searchParams.set('redirect_uri', redirectUri)
  url.searchParams.set('state', state)
  return url
}
