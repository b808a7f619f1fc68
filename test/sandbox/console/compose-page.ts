/** The compose window, where the product's links lead. */
import { html } from 'hono/html'
import type { Mailbox } from '../world.ts'
import type { Draft } from './draft.ts'
import { mailNavigation } from './folder-page.ts'
import type { Frame, Html } from './frame.ts'
import { mailPath, type Setting } from './setting.ts'

export const composeFrame = (
  setting: Setting,
  { mailbox, draft, problem }: { readonly mailbox: Mailbox; readonly draft: Draft; readonly problem: string | null },
): Frame => {
  const { owner } = mailbox
  const hasCopies = draft.cc !== '' || draft.bcc !== ''
  return {
    title: draft.to === '' ? 'A new letter' : `To ${draft.to}`,
    setting,
    place: 'mail',
    owner,
    content: html`${mailNavigation(setting, mailbox, null)}
<section class="card narrow">
<h1>A new letter</h1>
<p class="muted">From ${owner.name}, ${owner.address}</p>
${problem === null ? '' : html`<p class="notice problem" id="problem" role="alert">${problem}</p>`}
<form method="post" action="/gmail/mail/">
<input type="hidden" name="authuser" value="${owner.address}">
${field('to', 'To', draft.to, problem === null ? '' : html` aria-invalid="true" aria-describedby="problem" autofocus`)}
<details${hasCopies ? html` open` : ''}><summary>Copies</summary>
${field('cc', 'Cc', draft.cc)}
${field('bcc', 'Bcc', draft.bcc)}
</details>
${field('subject', 'Subject', draft.subject)}
<div class="field"><label for="text">Text</label>
<textarea id="text" name="text" dir="auto">
${draft.text}</textarea></div>
<p class="actions"><button>Send</button>
<a class="button plain" href="${mailPath(setting.world, mailbox)}/inbox">Do not send</a></p>
</form>
</section>`,
  }
}

const field = (name: string, label: string, value: string, more: Html | '' = ''): Html =>
  html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="text" value="${value}" dir="auto"${more}></div>`
