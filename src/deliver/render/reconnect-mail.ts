/** The one mail that asks for something: an account must be connected again, and only its owner can do it. Pure. */
import { html } from 'hono/html'
import type { OutgoingMail } from '../../model/mail.ts'

export interface ReconnectRequest {
  readonly userId: number
  /** Where the mail goes, and the account it is about: often the same. */
  readonly to: string
  readonly account: string
  readonly reason: 'grant_revoked' | 'scope_missing'
  /** "4 September" */
  readonly since: string
  /** Leads to the provider's consent page. */
  readonly link: string
}

export const renderReconnectMail = async (request: ReconnectRequest): Promise<OutgoingMail> => {
  const { userId, to, account, link } = request
  const sentences = describeReconnect(request)
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Connect ${account} again</title></head>
<body style="font:16px/1.55 Helvetica,Arial,sans-serif;max-width:560px;margin:32px auto;padding:0 20px">
<h1 style="font:600 22px/1.3 Georgia,serif">${account} must be connected again</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
<p><a href="${link}">Connect it again</a></p></body></html>`
  return {
    userId,
    to,
    subject: `${account} must be connected again`,
    html: (await page).toString(),
    text: `${[...sentences, `Connect it again:\n${link}`].join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en' },
  }
}

const describeReconnect = ({ account, reason, since }: ReconnectRequest): readonly string[] => [
  reason === 'grant_revoked'
    ? `Since ${since} Perennial cannot read who you are in touch with through ${account}: access was withdrawn, or it ran out, as it does after a change of password.`
    : `Since ${since} a permission is missing for ${account}. Please allow everything that is asked for when you connect it again.`,
  'Nothing is lost. Once it is connected again, reading goes on where it stopped. If you would rather leave it, do nothing: you will not be asked again.',
]
