/** Somebody whose organisation decides: turned away with a way on, and let in once an administrator has said yes. */
import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../database.ts'
import { type Installation, install } from '../../sandbox/installation.ts'
import type { MicrosoftAccount, Owner } from '../../sandbox/world.ts'
import { ann, mailboxOf, rhythm, start } from '../../story.ts'

const directory: MicrosoftAccount = {
  kind: 'work',
  tenantId: 'aaaaaaaa-0000-4000-8000-000000000000',
  objectId: 'aaaaaaaa-1111-4000-8000-000000000000',
  userPrincipalName: 'ann@contoso.example',
  tellsAddress: false,
  language: 'en',
}
const atWork: Owner = { ...ann, subject: '11', address: 'ann@contoso.example', microsoft: directory }

let home: Installation
let db: D1Database

beforeEach(async () => {
  db = await freshDatabase()
  home = install({ db, now: start, mailboxes: [mailboxOf(rhythm('bo@example.com', 10, 50, 2), [], atWork)] })
  home.world.weather.administratorBlocks = true
})

const connect = () => home.connect(atWork.address, { provider: 'microsoft' })
const rows = async (table: 'users' | 'accounts'): Promise<number> =>
  (await db.prepare(`SELECT count(*) AS count FROM ${table}`).first<{ count: number }>())?.count ?? -1

const linkTo = (html: string, words: string): string =>
  new RegExp(`href="([^"]+)"[^>]*>\\s*${words}`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe('somebody whose organisation decides', () => {
  test('is told whose decision it is, with a message to send and nothing stored', async () => {
    const { response, browser } = await connect()
    expect(response.headers.get('location')).toBe('/connect/microsoft/approval')
    const html = await browser.read('/connect/microsoft/approval')
    expect(html).toContain('Your organisation decides this one')
    const message = new URL(linkTo(html, 'Open in your mail app'))
    expect(message.searchParams.get('subject')).toBe('Could you allow Perennial (perennial.test) for us?')
    const body = message.searchParams.get('body') ?? ''
    expect(body).toContain('https://microsoft.test/organizations/v2.0/adminconsent?')
    expect(body).toContain('https://perennial.test/connect/microsoft/approval/sheet')
    expect(body).toContain('Thank you!')
    expect(await rows('users')).toBe(0)
  })

  test('has one page for the administrator, without signing in: every scope, everything kept, how it is ended', async () => {
    const html = await home.browser().read('/connect/microsoft/approval/sheet')
    for (const scope of ['Mail.ReadBasic', 'Calendars.ReadBasic', 'User.Read', 'offline_access'])
      expect(html).toContain(`<code>${scope}</code>`)
    expect(html).toContain('Your mailbox’s address, the permission you gave, encrypted')
    expect(html).toContain('Enterprise applications')
  })

  test('signs in as usual once it is allowed', async () => {
    const { browser } = await connect()
    const allow = new URL(linkTo(await browser.read('/connect/microsoft/approval'), 'Allow it at Microsoft'))
    const answer = await home.microsoft.fetch(
      new Request(`${allow.origin}${allow.pathname}`, {
        method: 'POST',
        body: new URLSearchParams([...allow.searchParams, ['decision', 'accept']]),
      }),
    )
    const back = new URL(answer.headers.get('location') ?? '')
    const said = await home.browser().read(`${back.pathname}${back.search}`)
    expect(said).toContain('It’s allowed now')
    expect(said).toContain(directory.tenantId)
    expect(await rows('accounts')).toBe(0)
    await connect()
    expect(await rows('accounts')).toBe(1)
  })

  test('reads that nothing has changed where the administrator said no', async () => {
    const path = '/connect/microsoft/callback?admin_consent=True&tenant=%3Cb%3E&error=access_denied&state=approval'
    const html = await home.browser().read(path)
    expect(html).toContain('It wasn’t allowed')
    expect(html).not.toContain('<b>')
  })

  test('is led there whatever word the directory uses', async () => {
    const mailboxes = [mailboxOf([], [], atWork)]
    const other = install({
      db,
      now: start,
      mailboxes,
      microsoft: { switches: { administratorsError: 'consent_required' } },
    })
    other.world.weather.administratorBlocks = true
    const { response } = await other.connect(atWork.address, { provider: 'microsoft' })
    expect(response.headers.get('location')).toBe('/connect/microsoft/approval')
  })

  test('is nobody at a provider where everybody decides for themselves', async () => {
    for (const path of ['/connect/google/approval', '/connect/google/approval/sheet'])
      expect((await home.browser().get(path)).status).toBe(404)
  })
})
