/** The mail that asks whether the Monday email may come to an address. Pure. */
import { html } from 'hono/html'
import type { OutgoingMail } from '../../model/mail.ts'
import { confirmationMailWords } from '../../words/confirmation.ts'

export const renderConfirmationMail = async (request: {
  readonly userId: number
  readonly to: string
  readonly link: string
}): Promise<OutgoingMail> => {
  const { userId, to, link } = request
  const { subject, sentences, button } = confirmationMailWords
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="font:16px/1.55 Helvetica,Arial,sans-serif;max-width:560px;margin:32px auto;padding:0 20px">
<h1 style="font:400 26px/1.3 Charter,Georgia,serif">${subject}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
<p><a href="${link}">${button}</a></p></body></html>`
  return {
    userId,
    to,
    subject,
    html: (await page).toString(),
    text: `${[...sentences, `${button}:\n${link}`].join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en' },
  }
}
