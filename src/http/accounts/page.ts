/** The accounts page. */

import { html } from 'hono/html'
import type { Account } from '../../model/account.ts'
import { leftOutPairs } from '../../model/automation.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Provider } from '../../providers/provider.ts'
import {
  accountWords,
  describeCalendarStop,
  describeCheck,
  describeCompleteness,
  describeIgnoredCount,
  describeProgress,
  describeReading,
  describeStatus,
} from '../../words/account.ts'
import { dayOf, type ReportDay } from '../../words/dates.ts'
import { describeLeftOut } from '../../words/left-out.ts'
import { numberInWords } from '../../words/numbers.ts'
import { type Html, layout } from '../kit/layout.tsx'

export const accountsPage = (view: {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly providers: readonly Pick<Provider, 'name' | 'label'>[]
  readonly now: Instant
}): Html => {
  const { user, accounts, providers, now } = view
  const day = dayOf(user, now)
  return layout({
    title: accountWords.title,
    section: 'settings',
    body: html`<section class="card narrow"><h1>${accountWords.title}</h1>
${accounts.map((account) => accountHtml(account, day))}
<hr><p class="actions">${providers.map(({ name, label }) => html`<a class="button plain" href="/connect/${name}">${accountWords.describeConnectAnother(label)}</a>`)}</p></section>`,
  })
}

const accountHtml = (account: Account, day: ReportDay): Html => {
  const { address, provider, status, stops, aliases, endedReads } = account
  const isDisconnected = status.kind === 'disconnected'
  const calendarStop = describeCalendarStop(account, day)
  const mayConnectAgain = status.kind === 'reconnect' || isDisconnected || stops.calendar?.reason === 'scope_missing'
  return html`<div class="each"><h2>${address}</h2>
<p>${describeStatus(account, day)} ${status.kind === 'active' ? describeReading(account, day).now : ''}</p>
${calendarStop === null ? '' : html`<p>${calendarStop}</p>`}
<p>${describeCompleteness(account, day)}</p>
${endedReads.length === 0 ? '' : html`<details><summary>${accountWords.checks}</summary><ul>${endedReads.map((check) => html`<li>${describeCheck(check, day)}</li>`)}</ul></details>`}
<dl class="facts"><dt>${accountWords.readSoFar}</dt><dd>${describeProgress(account, day)}</dd>
<dt>${accountWords.ignored}</dt><dd>${ignored(account, day)}</dd>
${aliases.length === 0 ? '' : html`<dt>${accountWords.alsoYours}</dt><dd>${aliases.join(', ')}</dd>`}</dl>
<p class="actions">${mayConnectAgain ? html`<a class="button" href="/connect/${provider}?account=${encodeURIComponent(address)}">${accountWords.reconnect}</a>` : ''}${isDisconnected ? '' : html`<a class="button plain" href="/reading">${accountWords.watch}</a>`}</p>
${disconnectForm(account)}</div>`
}

const ignored = ({ progress: { leftOut } }: Account, day: ReportDay): Html => {
  const rows = leftOutPairs(leftOut)
  const all = rows.reduce((sum, [, count]) => sum + count, 0)
  return html`${describeIgnoredCount(all, day)}${
    rows.length === 0
      ? ''
      : html`<details><summary>${accountWords.why}</summary><table><tbody>${rows.map(([code, count]) => html`<tr><td>${numberInWords(count, day.locale)}</td><td>${describeLeftOut(code)}</td></tr>`)}</tbody></table></details>`
  }`
}

/** Of an account that is disconnected already, what is left to do is to forget it. */
const disconnectForm = ({ id, address, status }: Account): Html => {
  const isDisconnected = status.kind === 'disconnected'
  return html`<details><summary>${isDisconnected ? accountWords.forget : accountWords.disconnect}</summary><form method="post" action="/accounts/${id}/disconnect">
${isDisconnected ? '' : html`<p class="inline"><input type="radio" name="learned" value="keep" id="keep${id}" checked> <label for="keep${id}">${accountWords.keepLearned}</label></p>`}
<p class="inline"><input type="radio" name="learned" value="forget" id="forget${id}"${isDisconnected ? ' checked' : ''}> <label for="forget${id}">${accountWords.forgetLearned}</label></p>
<p class="actions"><button class="button plain">${isDisconnected ? accountWords.describeForget(address) : accountWords.describeDisconnect(address)}</button></p></form></details>`
}
