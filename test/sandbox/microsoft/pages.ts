/** The pages a person sees: consenting, needing an administrator, and why neither is possible. */
import { html } from 'hono/html'
import { hiddenFields, type Page, providerPage } from '../service/paper.ts'
import type { MicrosoftAccount, Owner } from '../world.ts'
import type { LoginError } from './login-errors.ts'
import { sentenceOf } from './scopes.ts'

export interface ConsentPage {
  readonly action: string
  readonly application: string
  readonly owner: Owner
  readonly account: MicrosoftAccount
  readonly scopes: readonly string[]
  readonly hidden: readonly (readonly [name: string, value: string])[]
}

/** All or nothing: at Microsoft nothing can be unticked. */
export const consentPage = ({ action, application, owner, account, scopes, hidden }: ConsentPage): Page =>
  page(
    'Permissions requested',
    html`${who(owner, account)}
      <h1>Permissions requested</h1>
      <p><strong>${application}</strong> would like to:</p>
      <ul>
        ${scopes.map((scope) => html`<li>${sentenceOf(scope)} <code>${scope}</code></li>`)}
      </ul>
      <form method="post" action="${action}">
        ${hiddenFields(hidden)}
        <p class="buttons">
          <button name="decision" value="continue">Accept</button>
          <button name="decision" value="cancel" class="plain">Cancel</button>
        </p>
      </form>`,
  )

export const administratorPage = ({ action, application, owner, account, hidden }: Omit<ConsentPage, 'scopes'>): Page =>
  page(
    'Need admin approval',
    html`${who(owner, account)}
      <h1>Need admin approval</h1>
      <p>
        <strong>${application}</strong> needs permission to access resources in your organization that only an admin can
        grant. Please ask an admin to grant permission to this app before you can use it.
      </p>
      <form method="post" action="${action}">
        ${hiddenFields(hidden)}
        <p class="buttons">
          <button name="decision" value="return" class="plain">Return to the application without granting consent</button>
        </p>
      </form>`,
  )

export const refusalPage = ({ code, message }: LoginError): Page =>
  page(
    'Sign in',
    html`<h1>Sorry, but we’re having trouble signing you in.</h1>
      <p>AADSTS${code}: ${message}</p>`,
  )

/** The answer by a form that sends itself, so that the code stays out of every log of addresses. */
export const postingPage = (address: string, fields: URLSearchParams): Page =>
  page(
    'Working…',
    html`<form method="post" action="${address}">
        ${hiddenFields([...fields])}
        <p class="buttons"><button>Continue</button></p>
      </form>
      <script>
        document.forms[0].submit()
      </script>`,
  )

export interface GrantedApplication {
  readonly name: string
  readonly clientId: string
  readonly owner: Owner
  readonly scopes: readonly string[]
}

/** Where people see what they allowed, and take it back: applications cannot do it for them. */
export const applicationsPage = (action: string, granted: readonly GrantedApplication[]): Page =>
  page(
    'Applications with access',
    html`<h1>Applications with access</h1>
      ${granted.length === 0 ? html`<p>No application has access.</p>` : ''}
      ${granted.map(
        ({ name, clientId, owner, scopes }) =>
          html`<form method="post" action="${action}">
            ${hiddenFields([
              ['client_id', clientId],
              ['account', owner.subject],
            ])}
            <p><strong>${name}</strong> for ${owner.address}<br /><small>${scopes.join(', ')}</small></p>
            <p class="buttons"><button>Revoke permissions</button></p>
          </form>`,
      )}`,
  )

export const signedOutPage = (): Page =>
  page(
    'Signed out',
    html`<h1>You signed out of your account</h1><p>It is a good idea to close all browser windows.</p>`,
  )

/** As Microsoft calls it. */
export const kindOf = ({ kind }: MicrosoftAccount): string =>
  kind === 'work' ? 'work or school account' : 'personal account'

const who = (owner: Owner, account: MicrosoftAccount): Page =>
  html`<p class="account">
    <strong>${owner.name}</strong><br /><small>${account.userPrincipalName}, ${kindOf(account)}</small>
  </p>`

const page = (title: string, content: Page): Page => providerPage('Microsoft', title, content)
