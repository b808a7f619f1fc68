/** The settings page. */
import { html } from 'hono/html'
import { type ReadsBack, readsBackChoices, type User } from '../../model/user.ts'
import { type Html, layout } from '../layout.ts'

export const settingsPage = (user: User, isSaved: boolean): Html =>
  layout({
    title: 'Settings',
    section: 'settings',
    body: html`<section class="card narrow"><h1>Settings</h1>
${isSaved ? html`<p class="note" role="status">Saved.</p>` : ''}
<form method="post" action="/settings">
<h2>The weekly email</h2>
<p class="inline"><input type="checkbox" id="reports" name="reports"${user.nextReportAt === null ? '' : html` checked`}> <label for="reports">Send it to ${user.address}</label></p>
<label for="weekday">Day</label><select id="weekday" name="weekday">${weekdays.map((name, index) => html`<option value="${index + 1}"${index + 1 === user.report.weekday ? html` selected` : ''}>${name}</option>`)}</select>
<label for="hour">Hour</label><select id="hour" name="hour">${Array.from({ length: 24 }, (_, hour) => html`<option value="${hour}"${hour === user.report.hour ? html` selected` : ''}>${String(hour).padStart(2, '0')}:00</option>`)}</select>
<label for="zone">Time zone</label><input id="zone" type="text" name="zone" list="zones" value="${user.zone}" autocomplete="off"><datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value="${zone}"></option>`)}</datalist>
<p class="muted">${user.isZoneChosen ? 'Chosen by you.' : 'Learned from your calendar.'}</p>
<p class="actions"><button class="button">Save</button></p></form></section>
<section class="card narrow"><h2>How far back</h2><p>Mail and meetings are read as far back as this. More takes a while, in the background; less keeps what is known already.</p>
<form method="post" action="/settings/reading">
<label for="years">Read back</label><select id="years" name="years">${readsBackChoices.map((years) => html`<option value="${years ?? 'all'}"${years === user.readsBack ? html` selected` : ''}>${sayYears(years)}</option>`)}</select>
<p class="actions"><button class="button plain">Save</button></p></form></section>
<section class="card narrow"><h2>Sign out</h2><p>On this browser only. Reading and the weekly email go on.</p>
<form method="post" action="/sign-out" class="actions"><button class="button plain">Sign out</button></form></section>
<section class="card narrow"><h2>Delete everything</h2><p>Your accounts are disconnected, the permissions given back, and everything learned is deleted. It cannot be undone.</p>
<form method="post" action="/settings/delete"><p class="inline"><input type="checkbox" id="sure" name="sure"> <label for="sure">I am sure</label></p>
<p class="actions"><button class="button plain">Delete everything</button></p></form></section>`,
  })

const sayYears = (years: ReadsBack): string => {
  if (years === null) return 'Everything'
  return years === 1 ? 'One year' : `${years} years`
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
