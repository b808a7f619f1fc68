/** What the tests of the desk share: a small world with its desk, a way to press buttons, and one to read pages. */
import { expect, vi } from 'vitest'
import { createResend } from '../resend.ts'
import { ann, smallWorld } from '../small-world.ts'
import type { Mail, Mailbox, Owner } from '../world.ts'
import { type ConsoleControls, createConsole } from './index.ts'

export const origin = 'http://localhost:8788'
export const week = 7 * 24 * 3600 * 1000

export const setConsole = (
  change: { readonly controls?: Partial<ConsoleControls>; readonly owners?: readonly [Owner, ...Owner[]] } = {},
) => {
  const { clock, mailbox, world } = smallWorld(change.owners ?? [ann])
  const resend = createResend(world, { apiKeys: ['re_1'] })
  const controls = {
    fireMonday: vi.fn(async (_zone: string) => {
      clock.time += week
      return clock.time
    }),
    fireCron: vi.fn(async () => undefined),
    ...change.controls,
  }
  const app = createConsole(world, { origin, productUrl: 'http://localhost:8787', controls })
  const open = (path: string) => app.request(new URL(path, origin).href)
  const read = async (path: string) => (await open(path)).text()
  const press = (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    app.request(`${origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin, ...headers },
    })
  /** Presses, and gives the path that the answer leads to. */
  const pressed = async (path: string, form: Record<string, string> = {}) => {
    const response = await press(path, form)
    expect(response.status).toBe(303)
    return response.headers.get('location') ?? ''
  }
  const sendMail = (html: string | null = '<p>Seven people</p>', text = 'Seven people') =>
    resend.request('https://api.resend.com/emails', {
      method: 'POST',
      headers: { Authorization: 'Bearer re_1', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        from: 'Perennial <weekly@perennial.test>',
        to: ann.address,
        subject: 'Ingrid',
        html,
        text,
      }),
    })
  return { world, mailbox, clock, controls, open, read, press, pressed, sendMail }
}

/** What a browser makes of markup. */
export const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The parser drops one line break at the beginning of a text area. */
export const textArea = (page: string): string =>
  plain(/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '').replace(/^\n/, '')

export const fieldValue = (page: string, name: string): string =>
  plain(new RegExp(`<input id="${name}"[^>]*? value="([^"]*)"`).exec(page)?.[1] ?? '')

export const rows = (page: string): readonly string[] =>
  [...page.matchAll(/<li><a href="[^"]*\/letter\/[\s\S]*?<\/li>/g)].map(([row]) =>
    plain(row).replace(/\s+/g, ' ').trim(),
  )

export const note = { to: 'bo@work.example', subject: 'Hello', text: 'Hi Bo,\n\nhow are you?' }

export const onlyMessage = (mailbox: Mailbox, label: string): Mail => {
  const [found, ...others] = mailbox.newestFirst.filter(({ labels }) => labels.includes(label))
  if (found === undefined || others.length > 0) throw new Error(`not one letter with ${label}`)
  return found
}
