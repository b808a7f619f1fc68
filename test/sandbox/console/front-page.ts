/** The desk, and the pages between pressing its buttons and seeing what came of it. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { instantFromMilliseconds, nextWeekly, toMilliseconds } from '../../../src/model/time.ts'
import { accountOf } from '../microsoft/account.ts'
import type { Mailbox, Owner, ProviderName, World } from '../world.ts'
import { type Frame, type Html, notice } from './frame.ts'
import { noticeOf } from './notices.ts'
import { mailboxLabel, mailPath, type Setting } from './setting.ts'
import { fullTime, isoTime, placeOf } from './times.ts'
import { weatherSection } from './weather.ts'

export const frontPage = (c: Context, setting: Setting): Frame => ({
  title: 'Desk',
  setting,
  place: 'desk',
  content: html`${noticeOf(c)}
<h1>A small world to try Perennial in</h1>
<p>Google, Microsoft, the post and the clock are simulated on this machine, and nothing leaves it. The people do not exist, unless
you brought files of your own. From this desk you move the clock and make the weather; Perennial knows nothing of it.</p>
<div class="two">
<div>
${setting.world.mailboxes.map((mailbox) => mailboxSection(setting, mailbox))}
<section class="card" aria-labelledby="sync">
<h2 id="sync">What is new</h2>
<p>Perennial looks for letters that came, went or were thrown away four times a day, every hour in the half day before the report, and when one of its pages is opened. Do not wait for it.</p>
<div class="actions">${syncForm('/')}</div>
</section>
</div>
${weatherSection(setting.world.weather)}
</div>`,
})

/** A button that fires the product's cron, and the way back. */
export const syncForm = (back: string): Html => html`<form method="post" action="/console/sync">
<input type="hidden" name="back" value="${back}">
<button class="plain">Let the next sync run</button>
</form>`

export const waitingPage = (
  setting: Setting,
  { owner, next, tries }: { readonly owner: Owner; readonly next: string; readonly tries: number },
): Frame => ({
  title: 'Waiting for the email',
  setting,
  place: 'desk',
  owner,
  head: html`<script src="/console/wait.js" type="module"></script>
<noscript><meta http-equiv="refresh" content="1; url=${next}"></noscript>`,
  content: html`<section class="card narrow" data-tries="${tries}">
<h1>It is Monday</h1>
<p role="status">Perennial’s schedule has run. Waiting for its email to ${owner.givenName}, ${tries} seconds at most.</p>
</section>`,
})

export const noEmailPage = (setting: Setting, mailbox: Mailbox): Frame => ({
  title: 'No email',
  setting,
  place: 'desk',
  owner: mailbox.owner,
  content: html`<section class="card narrow">
<h1>No email has come</h1>
<p>There is one only for someone who has signed in to Perennial as ${addresses(setting)}, and one a week, however often
its schedule runs. Perennial may also be waiting for what came in over the weekend, which the weather can make long.</p>
<p class="actions"><a class="button" href="${setting.productUrl}/">Open Perennial</a>
<a class="button plain" href="${mailPath(setting.world, mailbox)}/inbox">Look into the inbox</a></p>
</section>`,
})

export const troublePage = (setting: Setting, detail: string): Frame => ({
  title: 'Perennial did not answer',
  setting,
  place: 'desk',
  content: html`<section class="card narrow">
<h1>Perennial did not answer</h1>
<p>Its schedule could not be run.</p>
${notice(detail)}
<p class="actions"><a class="button plain" href="/">Back to the desk</a></p>
</section>`,
})

const mailboxSection = (setting: Setting, mailbox: Mailbox): Html => {
  const { world, productUrl } = setting
  const { owner, size, meetings } = mailbox
  const { zone } = owner
  const now = world.clock.now()
  const index = world.mailboxes.indexOf(mailbox)
  return html`<section class="card" aria-labelledby="mailbox-${index}">
<h2 id="mailbox-${index}">${headingOf(world, mailbox)}</h2>
<p>${owner.address}, with ${count(size, 'letter')} and ${count(meetings.size, 'meeting')}. In ${placeOf(zone)} it is
<time datetime="${isoTime(now)}">${fullTime(now, zone)}</time>. ${wayIn(owner)}</p>
<p class="actions"><a class="button plain" href="${mailPath(world, mailbox)}/inbox">Read ${owner.givenName}’s mail</a>
<a class="button plain" href="${productUrl}/">Open Perennial</a></p>
${isFirstInZone(setting, mailbox) ? mondayForm(setting, mailbox) : ''}
</section>`
}

const headingOf = (world: World, mailbox: Mailbox): string => {
  const label = mailboxLabel(world, mailbox)
  return label === mailbox.owner.name ? `${label}’s mailbox` : `The mailbox ${label}`
}

/** One Monday does for all mailboxes in a zone: it is the same clock. */
const isFirstInZone = ({ world }: Setting, { owner }: Mailbox): boolean =>
  world.mailboxes.find((one) => one.owner.zone === owner.zone)?.owner === owner

const mondayForm = ({ world }: Setting, mailbox: Mailbox): Html => {
  const { zone, givenName } = mailbox.owner
  const after = instantFromMilliseconds(world.clock.now())
  const monday = toMilliseconds(nextWeekly({ weekday: 1, hour: 8, zone, after }))
  return html`<form method="post" action="/console/monday" class="act">
<input type="hidden" name="mailbox" value="${world.mailboxes.indexOf(mailbox)}">
<p>Moves the clock to ${fullTime(monday, zone)} and runs Perennial’s schedule. Once ${givenName} has signed in there,
the weekly email should arrive a moment later, and only once; where another zone, day or hour was chosen in the settings,
at that moment instead.</p>
<p class="actions"><button>Bring on Monday</button></p>
</form>`
}

/** As what Perennial can connect it. */
const wayIn = (owner: Owner): string => {
  const names: Readonly<Record<ProviderName, string>> = {
    google: 'an account at Google',
    microsoft: `a ${accountOf(owner).kind} account at Microsoft`,
  }
  const ways = owner.reachedThrough ?? (['google', 'microsoft'] as const)
  return `Perennial can connect it as ${ways.map((way) => names[way]).join(' or as ')}.`
}

const addresses = ({ world }: Setting): string => world.mailboxes.map(({ owner }) => owner.address).join(' or ')

const count = (amount: number, what: string): string =>
  `${new Intl.NumberFormat('en-GB').format(amount)} ${amount === 1 ? what : `${what}s`}`
