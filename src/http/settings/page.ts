/** The settings page. */
import { html } from 'hono/html'
import type { WritingPlace } from '../../model/check-in.ts'
import type { Instant } from '../../model/time.ts'
import { type ReadsBack, readsBackChoices, type User } from '../../model/user.ts'
import { dayInWords } from '../../words/dates.ts'
import { type Html, layout } from '../kit/layout.ts'

export const settingsPage = ({
  user,
  isSaved,
  now,
}: {
  readonly user: User
  readonly isSaved: boolean
  readonly now: Instant
}): Html =>
  layout({
    title: 'Settings',
    section: 'settings',
    body: html`<section class="card narrow"><h1>Settings</h1>
${isSaved ? html`<p class="note" role="status">Saved.</p>` : ''}
${mailStopNote(user, now)}
<form method="post" action="/settings">
<h2>The weekly email</h2>
<p class="inline"><input type="checkbox" id="reports" name="reports"${user.nextReportAt === null ? '' : html` checked`}> <label for="reports">Send it to ${user.address}</label></p>
<label for="weekday">Day</label><select id="weekday" name="weekday">${weekdays.map((name, index) => html`<option value="${index + 1}"${index + 1 === user.report.weekday ? html` selected` : ''}>${name}</option>`)}</select>
<label for="hour">Hour</label><select id="hour" name="hour">${Array.from({ length: 24 }, (_, hour) => html`<option value="${hour}"${hour === user.report.hour ? html` selected` : ''}>${String(hour).padStart(2, '0')}:00</option>`)}</select>
<label for="zone">Time zone</label><input id="zone" type="text" name="zone" list="zones" value="${user.zone}" autocomplete="off"><datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value="${zone}"></option>`)}</datalist>
<p class="muted">${user.isZoneChosen ? 'Chosen by you.' : 'Learned from your calendar.'}</p>
<label for="locale">Dates and numbers</label><select id="locale" name="locale">${localeChoices(user.locale).map((locale) => html`<option value="${locale}"${locale === user.locale ? html` selected` : ''}>${describeLocale(locale, now)}</option>`)}</select>
<h2>Check-ins</h2>
<label for="writesIn">Where I write</label><select id="writesIn" name="writesIn">${(Object.keys(placeNames) as WritingPlace[]).map((place) => html`<option value="${place}"${place === user.writesIn ? html` selected` : ''}>${placeNames[place]}</option>`)}</select>
<p class="muted">This is where the buttons of the email lead. The page with the text is always one more click away.</p>
<p class="actions"><button class="button">Save</button></p></form></section>
<section class="card narrow"><h2>How far back</h2><p>Mail and meetings are read as far back as this. More takes a while, in the background; less keeps what is known already.</p>
<form method="post" action="/settings/reading">
<label for="years">Read back</label><select id="years" name="years">${readsBackChoices.map((years) => html`<option value="${years ?? 'all'}"${years === user.readsBack ? html` selected` : ''}>${describeYears(years)}</option>`)}</select>
<p class="actions"><button class="button plain">Save</button></p></form></section>
<section class="card narrow"><h2>Sign out</h2><p>On this browser only. Reading and the weekly email go on.</p>
<form method="post" action="/sign-out" class="actions"><button class="button plain">Sign out</button></form></section>
<section class="card narrow"><h2>Delete everything</h2><p>Your accounts are disconnected, the permissions given back where the provider takes them, and everything learned is deleted. It cannot be undone.</p>
<form method="post" action="/settings/delete"><p class="inline"><input type="checkbox" id="sure" name="sure" required> <label for="sure">I am sure</label></p>
<p class="actions"><button class="button plain">Delete everything</button></p></form></section>`,
  })

const describeYears = (years: ReadsBack): string => {
  if (years === null) return 'Everything'
  return years === 1 ? 'One year' : `${years} years`
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const placeNames: Readonly<Record<WritingPlace, string>> = {
  account: 'Where the account’s mail is',
  gmail: 'Gmail',
  outlook_work: 'Outlook, work or school',
  outlook_personal: 'Outlook.com',
  mailto: 'The mail program of this device',
  page: 'Always the page with the text first',
}

/** One of each way that dates and numbers are written in an English sentence, and the user's own. */
const localeChoices = (own: string): readonly string[] => [
  ...new Set([own, 'en-GB', 'en-US', 'en-CA', 'en-AU', 'en-IE', 'en-IN', 'en-ZA', 'en-DE', 'en-CH', 'en-SE', 'en-FI']),
]

const describeLocale = (locale: string, now: Instant): string => {
  const region = new Intl.DisplayNames('en', { type: 'region' }).of(locale.split('-')[1] ?? 'GB') ?? locale
  const date = dayInWords(now, { at: 0 as Instant, zone: 'UTC', locale })
  return `${region}: ${date}, ${new Intl.NumberFormat(locale.replace(/^[a-z]+/, 'en')).format(12345.6)}`
}

const mailStopNote = ({ mailStop, address, zone, locale }: User, now: Instant): Html | '' => {
  if (mailStop === null) return ''
  const since = dayInWords(mailStop.since, { at: now, zone, locale })
  const why = {
    bounced: `Mail to ${address} came back on ${since}`,
    complained: `Our mail to ${address} was called unwanted on ${since}`,
    suppressed: `The mail carrier has refused to send to ${address} since ${since}: mail came back from there, or was called unwanted`,
  }[mailStop.reason]
  return html`<div class="note" role="status"><p>${why}. Nothing is sent there until you say so.</p>
<form method="post" action="/settings/mail-again"><button class="button plain small">Send to ${address} again</button></form></div>`
}
