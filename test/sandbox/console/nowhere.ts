/** The pages for whoever asks for a mailbox or a letter that is not there. */
import { html } from 'hono/html'
import type { Frame } from './frame.ts'
import type { Setting } from './setting.ts'

export const nobodyHere = (setting: Setting, name: string): Frame => ({
  title: 'Nobody here',
  setting,
  place: 'mail',
  content: html`<section class="card narrow">
<h1>Nobody here has that mailbox</h1>
<p>“${name}” is not an account of this world.</p>
<p class="actions"><a class="button plain" href="/">Back to the desk</a></p>
</section>`,
})

export const nothingHere = (setting: Setting): Frame => ({
  title: 'Nothing here',
  setting,
  place: 'mail',
  content: html`<section class="card narrow">
<h1>There is nothing here</h1>
<p>The letter may be gone for good, or the address mistyped.</p>
<p class="actions"><a class="button plain" href="/gmail/">Open the mail</a></p>
</section>`,
})
