/** The one mail that asks for something: an account must be connected again, and only its owner can do it. Pure. */
import { html } from 'hono/html'
import type { OutgoingMail } from '../../model/mail.ts'
import {
  describeReconnect,
  describeReconnectSubject,
  type ReconnectReason,
  reconnectAction,
} from '../../words/reconnect-mail.ts'

export interface ReconnectRequest {
  readonly userId: number
  /** Where the mail goes, and the account it is about: often the same. */
  readonly to: string
  readonly account: string
  readonly reason: ReconnectReason
  /** "4 September" */
  readonly since: string
  /** Leads to the provider's consent page. */
  readonly link: string
}

export const renderReconnectMail = async (request: ReconnectRequest): Promise<OutgoingMail> => {
  const { userId, to, account, link } = request
  const subject = describeReconnectSubject(account)
  const sentences = describeReconnect(request)
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="font:16px/1.55 Helvetica,Arial,sans-serif;max-width:560px;margin:32px auto;padding:0 20px">
<h1 style="font:600 22px/1.3 Georgia,serif">${subject}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
<p><a href="${link}">${reconnectAction}</a></p></body></html>`
  return {
    userId,
    to,
    subject,
    html: (await page).toString(),
    text: `${[...sentences, `${reconnectAction}:\n${link}`].join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en' },
  }
}
