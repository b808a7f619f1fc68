/** A folder of the webmail: newest first, fifty a page. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Mail, Mailbox } from '../world.ts'
import { type Folder, type FolderPage, folderPage, folders, inbox, unreadIn } from './folders.ts'
import type { Frame, Html } from './frame.ts'
import { noticeOf } from './notices.ts'
import { isSent, nameOf, peopleIn, senderOf, subjectOf } from './reading.ts'
import { mailboxLabel, mailPath, type Setting } from './setting.ts'
import { isoTime, listTime } from './times.ts'

export const folderFrame = (
  c: Context,
  setting: Setting,
  { mailbox, folder }: { readonly mailbox: Mailbox; readonly folder: Folder },
): Frame => {
  const page = folderPage(mailbox, folder, Number(c.req.query('page') ?? 1))
  const path = mailPath(setting.world, mailbox)
  const list = { setting, mailbox, path, from: `?from=${folder.name}&page=${page.page}` }
  return {
    title: `${folder.title} of ${mailbox.owner.name}`,
    setting,
    place: 'mail',
    owner: mailbox.owner,
    content: html`${noticeOf(c)}
${mailNavigation(setting, mailbox, folder)}
<div class="top"><h1>${folder.title}</h1>
${position(page)}<p><a href="/gmail/mail/?view=cm&amp;authuser=${encodeURIComponent(mailbox.owner.address)}">Write</a></p></div>
${
  page.total === 0
    ? html`<p class="muted">There is nothing here.</p>`
    : html`<ol class="letters">${page.mails.map((mail) => row(mail, list))}</ol>`
}
${page.pages > 1 ? pageNavigation(page, `${path}/${folder.name}`) : ''}`,
  }
}

/** The folders, and the other mailboxes where there are any. */
export const mailNavigation = (setting: Setting, mailbox: Mailbox, current: Folder | null): Html => {
  const { world } = setting
  const path = mailPath(world, mailbox)
  const unread = unreadIn(mailbox, inbox)
  return html`${world.mailboxes.length > 1 ? mailboxNavigation(setting, mailbox) : ''}
<nav aria-label="Folders"><ul class="folders">
${folders.map(
  (folder) =>
    html`<li><a href="${path}/${folder.name}"${folder.name === current?.name ? html` aria-current="page"` : ''}>${folder.title}${
      folder.name === 'inbox' && unread > 0 ? html` <small>${unread}<span class="aside"> unread</span></small>` : ''
    }</a></li>`,
)}
</ul></nav>`
}

const mailboxNavigation = (
  { world }: Setting,
  current: Mailbox,
): Html => html`<nav aria-label="Mailboxes"><ul class="folders">
${world.mailboxes.map(
  (mailbox) =>
    html`<li><a href="${mailPath(world, mailbox)}/inbox"${mailbox === current ? html` aria-current="true"` : ''}>${mailboxLabel(world, mailbox)}</a></li>`,
)}
</ul></nav>`

interface MessageList {
  readonly setting: Setting
  readonly mailbox: Mailbox
  readonly path: string
  /** How the letter's page finds back. */
  readonly from: string
}

const row = (mail: Mail, { setting, mailbox, path, from }: MessageList): Html => {
  const isUnread = mail.labels.includes('UNREAD')
  const now = setting.world.clock.now()
  const time = listTime(mail.at, { now, zone: mailbox.owner.zone })
  return html`<li><a href="${path}/letter/${mail.id}${from}"${isUnread ? html` class="unread"` : ''}>
${isUnread ? html`<span class="aside">Unread: </span>` : ''}<span class="who" dir="auto">${correspondents(mail)}</span>
<span class="subject" dir="auto">${subjectOf(mail) || '(no subject)'}</span>
<time datetime="${isoTime(mail.at)}">${time}</time></a></li>`
}

const correspondents = (mail: Mail): string => {
  if (!isSent(mail)) return senderOf(mail) || '(no sender)'
  const names = [...peopleIn(mail, 'To'), ...peopleIn(mail, 'Cc'), ...peopleIn(mail, 'Bcc')].map(nameOf)
  return `To: ${names.join(', ') || '(nobody)'}`
}

const position = ({ first, last, total, pages }: FolderPage): Html | '' => {
  if (total === 0) return ''
  const all = total === 1 ? 'One letter' : `${number(total)} letters`
  return html`<p class="muted">${pages === 1 ? all : `${number(first)}–${number(last)} of ${number(total)}`}</p>`
}

const pageNavigation = ({ page, pages }: FolderPage, path: string): Html => html`<nav class="pages" aria-label="Pages">
${page > 1 ? html`<a class="button plain" href="${path}?page=${page - 1}" rel="prev">Newer</a>` : ''}
${page < pages ? html`<a class="button plain" href="${path}?page=${page + 1}" rel="next">Older</a>` : ''}
<span class="muted">Page ${number(page)} of ${number(pages)}</span>
</nav>`

const number = (value: number): string => new Intl.NumberFormat('en-GB').format(value)
