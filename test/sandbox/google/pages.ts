/** The pages a person sees: consenting, and why it is not possible. */
import { html } from 'hono/html'
import { hiddenFields, type Page, providerPage } from '../service/paper.ts'
import type { Owner } from '../world.ts'
import { isIdentityScope, sentenceOf } from './scopes.ts'

export interface ConsentPage {
  readonly action: string
  readonly application: string
  readonly owner: Owner
  readonly scopes: readonly string[]
  /** Sent back with the answer, so that nothing has to be remembered meanwhile. */
  readonly hidden: readonly (readonly [name: string, value: string])[]
}

export const consentPage = ({ action, application, owner, scopes, hidden }: ConsentPage): Page =>
  page(
    `${application} wants to use your account`,
    html`<h1>${application} wants to use your account</h1>
      <p class="account"><strong>${owner.name}</strong><br /><small>${owner.address}</small></p>
      <form method="post" action="${action}">
        ${hiddenFields(hidden)}
        ${identityList(scopes.filter(isIdentityScope))} ${choiceList(scopes.filter((scope) => !isIdentityScope(scope)))}
        <p class="buttons">
          <button name="decision" value="continue">Continue</button>
          <button name="decision" value="cancel" class="plain">Cancel</button>
        </p>
      </form>`,
  )

export const refusalPage = ({ error, detail }: { readonly error: string; readonly detail: string }): Page =>
  page(
    'Access blocked',
    html`<h1>Access blocked: the request is invalid</h1>
      <p>${detail}</p>
      <p><code>Error: ${error}</code></p>`,
  )

const identityList = (scopes: readonly string[]): Page | '' =>
  scopes.length === 0
    ? ''
    : html`<p>Signing in lets it:</p>
        <ul>
          ${scopes.map((scope) => html`<li>${sentenceOf(scope)} <code>${scope}</code></li>`)}
        </ul>`

const choiceList = (scopes: readonly string[]): Page | '' =>
  scopes.length === 0
    ? ''
    : html`<fieldset>
        <legend>Choose what it may do</legend>
        ${scopes.map(
          (scope) =>
            html`<label>
              <input type="checkbox" name="granted" value="${scope}" checked />
              <span>${sentenceOf(scope)} <code>${scope}</code></span>
            </label>`,
        )}
      </fieldset>`

const page = (title: string, content: Page): Page => providerPage('Google', title, content)
