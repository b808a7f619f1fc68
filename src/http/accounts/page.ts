/** The accounts page. */

import { html } from 'hono/html'
import type { Account } from '../../model/account.ts'
import { leftOutPairs } from '../../model/automation.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Provider } from '../../providers/provider.ts'
import { describeCheck, describeCompleteness, describeReading, describeStatus } from '../../words/account.ts'
import { dayOf } from '../../words/dates.ts'
import { describeLeftOut } from '../../words/left-out.ts'
import { numberInWords } from '../../words/numbers.ts'
import { type Html, layout } from '../kit/layout.ts'

export const accountsPage = (view: {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly providers: readonly Provider[]
  readonly now: Instant
}): Html => {
  const { user, accounts, providers, now } = view
  const day = dayOf(user, now)
  const number = (value: number): string => numberInWords(value, user.locale)
  return layout({
    title: 'Accounts',
    section: 'accounts',
    body: html`<section class="card narrow"><h1>Accounts</h1>
${accounts.map((account) => {
  const { address, provider, progress, status, aliases } = account
  const reading = describeReading(account, day)
  return html`<div class="each"><h2>${address}</h2>
<p>${describeStatus(account, day)} ${status.kind === 'active' ? reading.now : ''}</p>
<p>${describeCompleteness(account, day)}</p>
${account.checks.length === 0 ? '' : html`<details><summary>Checks</summary><ul>${account.checks.map((check) => html`<li>${describeCheck(check, day)}</li>`)}</ul></details>`}
<dl class="facts"><dt>Read so far</dt><dd>${number(progress.messages)} letters, ${number(progress.events)} meetings</dd>
<dt>Left out</dt><dd>${number(Object.values(progress.leftOut).reduce((sum, count) => sum + count, 0))} that no person wrote to you, or that count as no contact${leftOutList(progress.leftOut, number)}</dd>
${aliases.length === 0 ? '' : html`<dt>Also yours</dt><dd>${aliases.join(', ')}</dd>`}</dl>
<p class="actions">${status.kind === 'reconnect' || status.kind === 'disconnected' ? html`<a class="button" href="/connect/${provider}?account=${encodeURIComponent(address)}">Connect it again</a>` : ''}${status.kind === 'disconnected' ? '' : html`<a class="button plain" href="/reading">Watch the reading</a>`}</p>
<details><summary>${status.kind === 'disconnected' ? 'Forget it' : 'Disconnect it'}</summary><form method="post" action="/accounts/${account.id}/disconnect">
${status.kind === 'disconnected' ? '' : html`<p class="inline"><input type="radio" name="learned" value="keep" id="keep${account.id}" checked> <label for="keep${account.id}">Keep what it taught you about your people</label></p>`}
<p class="inline"><input type="radio" name="learned" value="forget" id="forget${account.id}"${status.kind === 'disconnected' ? ' checked' : ''}> <label for="forget${account.id}">Forget it: people known only through it are gone, from past reports too</label></p>
<p class="actions"><button class="button plain">${status.kind === 'disconnected' ? 'Forget' : 'Disconnect'} ${address}</button></p></form></details></div>`
})}
<hr><p class="actions">${providers.map(({ name, label }) => html`<a class="button plain" href="/connect/${name}">Connect another ${label} account</a>`)}</p></section>`,
  })
}

const leftOutList = (leftOut: Account['progress']['leftOut'], number: (value: number) => string): Html => {
  const rows = leftOutPairs(leftOut)
  if (rows.length === 0) return html``
  return html`<details><summary>Why</summary><table><tbody>${rows.map(([code, count]) => html`<tr><td>${number(count)}</td><td>${describeLeftOut(code)}</td></tr>`)}</tbody></table></details>`
}
