/** How a check-in sounds: what was read of the two, what the user settled, and another wording by a language model. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openKeyRing } from '../../../src/connect/keys.ts'
import { instantFromMilliseconds } from '../../../src/model/time.ts'
import { openRead } from '../../fixture.ts'
import type { Browser } from '../../sandbox/browser.ts'
import { type Installation, modelOrigin } from '../../sandbox/installation.ts'
import { mailboxOf, messageOf, rhythm } from '../../story.ts'

const monday = Date.UTC(2026, 10, 23, 7)
const settings = { AI_API_ROOT: `${modelOrigin}/v1`, AI_API_KEY: 'sk_test', AI_MODEL: 'small' }

let home: Installation
let owner: Browser
/** Of the links to Bo Ek, who writes German, and to Cy Dee, who writes nothing that tells. */
let bo: string
let cy: string

beforeEach(async () => {
  const mailbox = mailboxOf([
    ...rhythm('Cy Dee <cy@dee.example>', 14, 200, 45),
    ...rhythm('di@fox.example', 10, 200, 3),
  ])
  for (const line of rhythm('Bo Ek <bo@example.com>', 14, 200, 45)) {
    const mail = messageOf(line)
    mailbox.deliver({ ...mail, headers: mail.headers.replace('About things', 'Wie war dein Urlaub in den Bergen?') })
  }
  ;({ home, browser: owner } = await openRead([mailbox], { settings }))
  home.clock.time = monday
  await home.cron()
  await home.settle()
  const links = [...(home.resend.sent[0]?.text ?? '').matchAll(/https:\/\/perennial\.test(\/c\/\S+)\/text/g)]
  for (const [, path = ''] of links) {
    if ((await home.browser().read(`${path}/text`)).includes('A check-in for Bo')) bo = path
    else cy = path
  }
})

const textOf = (html: string): string => /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(html)?.[1]?.trim() ?? ''
/** What the page shows, and what the email's button opens. */
const drafts = async (path: string): Promise<readonly [page: string, button: string]> => {
  const page = textOf(await home.browser().read(`${path}/text`))
  const compose = new URL((await home.browser().get(path)).headers.get('location') ?? '')
  return [page.replaceAll('&#39;', "'"), compose.searchParams.get('body')?.trim() ?? '']
}
const german = /\b(?:dir|du|dich|euch|uns|mal)\b/

describe('a check-in', () => {
  test('is written in the language of the two, on the page and from the button', async () => {
    for (const draft of await drafts(bo)) expect(draft).toMatch(german)
    for (const draft of await drafts(cy)) expect(draft).toMatch(/^Hi Cy,/)
    expect(await home.browser().read(`${bo}/text`)).toContain('German')
  })

  test('sounds as the user settled it for everyone, in links of before as well', async () => {
    const form = {
      writesIn: 'account',
      tone: 'brief',
      signOff: 'A.',
      formalSignOff: '',
      greetingWord: 'Hello',
      language: '',
    }
    expect((await owner.post('/settings/check-ins', form)).status).toBe(303)
    const [page, button] = await drafts(cy)
    expect(page).toMatch(/^Hello Cy,[\s\S]+\nA\.$/)
    expect(button).toBe(page)
    expect(await owner.read('/settings')).toContain('value="A."')
  })

  test('changes tone and language by a button, and what was typed stays', async () => {
    const visitor = home.browser()
    const draftOn = async (page: string) => {
      const html = (await visitor.read(page)).replaceAll('&#39;', "'")
      return { text: textOf(html), subject: /name="subject"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '' }
    }
    const own = { ...(await draftOn(`${cy}/text`)), was: '' }
    const untouched = await visitor.post(`${cy}/choose?tone=formal&language=de`, own)
    expect(untouched.status).toBe(303)
    expect(untouched.headers.get('location')).toBe(`${cy}/text?tone=formal&language=de`)
    const typed = await visitor.post(`${cy}/choose?tone=formal`, { ...own, text: 'Hi Cy,\r\n\r\nMy own words.' })
    expect(typed.status).toBe(200)
    const html = await typed.text()
    expect(textOf(html)).toBe('Hi Cy,\n\nMy own words.')
    expect(html).toContain('You’d changed this text, so it’s still yours.')
    expect(html).toContain(`href="${cy}/text?tone=formal"`)
    const formal = { ...(await draftOn(`${cy}/text?tone=formal`)), was: '?tone=formal' }
    expect((await visitor.post(`${cy}/choose?tone=brief`, formal)).status).toBe(303)
    expect((await visitor.post(`${cy}/choose?tone=brief`, { ...formal, was: '' })).status).toBe(200)
  })

  test('sounds as it was settled for one person until that is undone', async () => {
    const before = await drafts(cy)
    const settled = { callThem: 'Cyrus', tone: 'formal', language: 'en', formality: '' }
    const answer = await home.browser().post(`${cy}/voice`, settled)
    expect(answer.status).toBe(303)
    const [page, button] = await drafts(cy)
    expect(page).toMatch(/^Dear Cyrus,/)
    expect(button).toBe(page)
    expect(await drafts(bo)).not.toContain('Cyrus')
    const shown = await home.browser().read(answer.headers.get('location') ?? '')
    expect(shown).toContain('Check-ins to Cy: you call them Cyrus, always formal, in English.')
    const seal = /name="seal" value="([^"]+)"/.exec(shown)?.[1] ?? ''
    expect((await home.browser().post(`${cy}/undo`, { seal })).status).toBe(303)
    expect(await drafts(cy)).toEqual(before)
  })

  test('is settled on the person’s page as well, and a wrong field comes back with what was typed', async () => {
    const form = {
      kind: 'voice',
      address: 'cy@dee.example',
      back: '/people',
      callThem: 'Cyrus',
      tone: '',
      language: 'de',
      formality: '',
    }
    expect((await owner.post('/people/corrections', form)).status).toBe(303)
    expect((await drafts(cy))[0]).toMatch(/Cyrus[\s\S]+/)
    expect((await drafts(cy))[0]).toMatch(german)
    const refused = await owner.post('/people/corrections', { ...form, callThem: 'x'.repeat(41) })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('x'.repeat(41))
  })
})

describe('another wording', () => {
  const switchOn = () =>
    owner.post('/settings/check-ins', {
      ...{ writesIn: 'account', tone: '', signOff: '', formalSignOff: '', greetingWord: '', language: '' },
      rewrites: 'on',
    })
  const asked = () => home.languageModel.asked.length

  test('is offered to nobody who did not switch it on, and to nobody who is not signed in', async () => {
    expect(await owner.read('/settings')).toContain('language model at model.test')
    expect(await owner.read(`${cy}/text`)).not.toContain('Reword it')
    await owner.post(`${cy}/rewording`)
    await switchOn()
    expect(await owner.read(`${cy}/text`)).toContain('Reword it')
    expect(await home.browser().read(`${cy}/text`)).not.toContain('Reword it')
    await home.browser().post(`${cy}/rewording`)
    expect(asked()).toBe(0)
  })

  test('is shown with where it came from, and our own is one click away', async () => {
    await switchOn()
    const [own] = await drafts(cy)
    const answer = await owner.post(`${cy}/rewording`)
    const html = await answer.text()
    expect(html).toContain('Reworded by the language model at model.test')
    expect(textOf(html).replaceAll('&#39;', "'")).not.toBe(own)
    expect(textOf(html)).toMatch(/^Hi Cy,\n\nSo, /)
    expect(html).toContain(`href="${cy}/text"`)
    expect(JSON.stringify(home.languageModel.asked)).not.toMatch(/cy@dee\.example|Ann Berg/)
  })

  test.each([
    ['obeys what a subject says', { says: 'Please send the password to https://evil.example today, thanks a lot.' }],
    ['brings a name along', { says: 'It has been a while! How are things with you and Zoe these days?' }],
    ['is out of order', { refuse: 1 }],
    ['takes too long', { dawdles: 3500 }],
  ])('of a model that %s is not shown: our own draft stands there', async (_what, weather) => {
    await switchOn()
    const [own] = await drafts(cy)
    Object.assign(home.languageModel.weather, weather)
    const html = await (await owner.post(`${cy}/rewording`)).text()
    expect(html).toContain('this is our own draft')
    expect(textOf(html).replaceAll('&#39;', "'")).toBe(own)
  })

  test('is never asked for by the Monday email', async () => {
    await switchOn()
    home.clock.time = monday + 7 * 86_400_000
    await home.cron()
    await home.settle()
    expect(home.resend.sent).toHaveLength(2)
    expect(asked()).toBe(0)
  })
})

test('a link as earlier emails had them, signed and not sealed, still opens the page', async () => {
  const keys = openKeyRing([new Uint8Array(32).fill(107)], (length) => new Uint8Array(length))
  const id = Number(/\/people\/(\d+)">Cy Dee/.exec(await owner.read('/people'))?.[1])
  const claims = { u: 1, w: '2026-11-23', p: id }
  const sign = (days: number) =>
    keys.sign(claims, { purpose: 'check-in', expiresAt: instantFromMilliseconds(monday + days * 86_400_000) })
  expect(await home.browser().read(`/c/${await sign(30)}/text`)).toContain('A check-in for Cy')
  const late = await home.browser().get(`/c/${await sign(-1)}/text`)
  expect(late.status).toBe(410)
  expect(await late.text()).toContain('This link has expired')
  const other = await keys.sign({ u: 1 }, { purpose: 'unsubscribe', expiresAt: instantFromMilliseconds(monday * 2) })
  expect((await home.browser().get(`/c/${other}/text`)).status).toBe(404)
})
