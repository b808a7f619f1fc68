/** One letter, as the webmail shows it: mail, plain text or headers. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Mail, Mailbox } from '../world.ts'
import { answererOf, answersTo } from './exchange.ts'
import { mailNavigation } from './folder-page.ts'
import { type Folder, folderNamed, inbox } from './folders.ts'
import type { Frame, Html } from './frame.ts'
import { syncForm } from './front-page.ts'
import { noticeOf } from './notices.ts'
import { isSent, isWrittenHere, nameOf, peopleIn, senderOf, shortName, subjectOf } from './reading.ts'
import { mailPath, type Setting } from './setting.ts'
import { fullTime, isoTime } from './times.ts'

interface Opened {
  readonly mailbox: Mailbox
  readonly posted: Mail
}

/** What a person can do with a letter. */
export const messageActs = ['bin', 'spam', 'restore', 'remove'] as const

export type MessageAct = (typeof messageActs)[number]

export const messageFrame = (c: Context, setting: Setting, { mailbox, posted }: Opened): Frame => {
  const subject = subjectOf(posted) || '(no subject)'
  const at = placeIn(c, setting, { mailbox, posted })
  return {
    title: subject,
    setting,
    place: 'mail',
    owner: mailbox.owner,
    content: html`${noticeOf(c)}
${mailNavigation(setting, mailbox, null)}
<div class="back"><a href="${at.mail}/${at.folder.name}?page=${at.page}">Back to ${at.folder.title}</a>
${actions(posted, at)}</div>
<article class="card letter">
<h1 dir="auto">${subject}</h1>
${isWrittenHere(posted) ? sentNote({ mailbox, posted }, at) : ''}
${envelope({ mailbox, posted })}
${content(posted, c.req.query('view'), at)}
</article>`,
  }
}

/** Where the letter's page is, and where its reader came from. */
interface Place {
  readonly mail: string
  readonly path: string
  readonly here: string
  readonly folder: Folder
  readonly page: number
}

const placeIn = (c: Context, { world }: Setting, { mailbox, posted }: Opened): Place => {
  const folder = folderNamed(c.req.query('from')) ?? inbox
  const page = Number(c.req.query('page')) || 1
  const mail = mailPath(world, mailbox)
  const path = `${mail}/letter/${posted.id}`
  return { mail, path, here: `${path}?from=${folder.name}&page=${page}`, folder, page }
}

const sentNote = ({ mailbox, posted }: Opened, { mail, path, here }: Place): Html => {
  const who = answererOf(mailbox, posted)
  const latest = answersTo(mailbox, posted).at(-1)
  return html`<div class="notice" role="status">
<p>Sent, in this sandbox. The product sees it at its next sync.</p>
${latest === undefined ? '' : html`<p><a href="${mail}/letter/${latest.id}">${senderOf(latest)} has answered</a>.</p>`}
</div>
<div class="actions sent">${syncForm(here)}
${
  who === undefined
    ? ''
    : html`<form method="post" action="${path}/answer"><button class="plain">Let ${shortName(who)} answer</button></form>`
}</div>`
}

const envelope = ({ mailbox, posted }: Opened): Html => html`<dl>
<dt>From</dt><dd><bdi>${people(posted, 'From') || senderOf(posted) || '(no sender)'}</bdi></dd>
${(['To', 'Cc', 'Bcc'] as const).map((name) => {
  const named = people(posted, name)
  return named === '' ? '' : html`<dt>${name}</dt><dd><bdi>${named}</bdi></dd>`
})}
<dt>Date</dt><dd><time datetime="${isoTime(posted.at)}">${fullTime(posted.at, mailbox.owner.zone)}</time></dd>
</dl>`

const people = (posted: Mail, header: 'From' | 'To' | 'Cc' | 'Bcc'): string =>
  peopleIn(posted, header)
    .map((who) => (who.name === '' ? who.spelling : `${nameOf(who)} <${who.spelling}>`))
    .join(', ')

type View = 'mail' | 'text' | 'headers'

const content = (posted: Mail, asked: string | undefined, { path, here }: Place): Html => {
  const { body } = posted
  if (body === null) {
    return html`<div class="act"><p class="muted">Bodies are not part of this world: of its letters there are only the headers, which is all
that Perennial ever asks for.</p></div>
${headerLines(posted)}`
  }
  const views: readonly View[] = body.html === null ? ['text', 'headers'] : ['mail', 'text', 'headers']
  const view = views.find((one) => one === asked) ?? views[0]
  return html`<nav aria-label="Views"><ul class="views">
${views.map(
  (one) =>
    html`<li><a href="${here}&amp;view=${one}"${one === view ? html` aria-current="true"` : ''}>${viewNames[one]}</a></li>`,
)}
</ul></nav>
${view === 'mail' ? mailBody(posted, path) : view === 'text' ? textBody(body.text) : headerLines(posted)}`
}

const viewNames: Readonly<Record<View, string>> = { mail: 'Mail', text: 'Plain text', headers: 'Headers' }

/** No script of a mail runs, and its links open a tab of their own, which is free of the sandbox of this one. */
const mailBody = (
  posted: Mail,
  path: string,
): Html => html`<iframe src="${path}/body" title="The mail" height="${guessedHeight(posted)}"
sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>`

/** Nobody outside can measure a sandboxed frame, so it gets what its text would take, with room for a picture or two. */
const guessedHeight = ({ body }: Mail): number => {
  const lines = (body?.text ?? '').split('\n').map((line) => line.replace(/https?:\S+/g, ''))
  const rows = lines.reduce((sum, line) => sum + 1 + Math.floor(line.length / 80), 0)
  return Math.min(6000, 300 + 34 * rows)
}

const textBody = (text: string): Html =>
  text === ''
    ? html`<p class="muted">This mail has no plain text.</p>`
    : html`<pre class="text" dir="auto">${linked(text)}</pre>`

/** As it stands, its addresses made links. */
const linked = (text: string): readonly (Html | string)[] =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, index) =>
      index % 2 === 1 ? html`<a href="${part}" target="_blank" rel="noreferrer">${part}</a>` : part,
    )

const headerLines = ({ headers }: Mail): Html =>
  html`<pre class="lines" tabindex="0" role="region" aria-label="Headers">${headers}</pre>`

const actions = (posted: Mail, { path, folder, page }: Place): Html => {
  const isAway = posted.labels.includes('TRASH') || posted.labels.includes('SPAM')
  const button = (act: MessageAct, label: string) =>
    html`<button class="plain" formaction="${path}/${act}">${label}</button>`
  return html`<form method="post" action="${path}/bin" class="tools">
<input type="hidden" name="from" value="${folder.name}"><input type="hidden" name="page" value="${page}">
${isAway ? button('restore', 'Put it back') : ''} ${posted.labels.includes('TRASH') ? '' : button('bin', 'Bin it')}
${isAway || isSent(posted) ? '' : button('spam', 'Report spam')} ${button('remove', 'Delete for ever')}
</form>`
}
