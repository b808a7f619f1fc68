import { describe, expect, test } from 'vitest'
import { openRead } from '../fixture.ts'
import { statusIn } from '../reads.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import type { Owner, ProviderName } from '../sandbox/world.ts'
import { ann, mailboxOf, rhythm, start } from '../story.ts'

let db: D1Database

const hour = 3_600_000
const asked = (home: Installation) => home.resend.sent.filter(({ subject }) => subject.includes('connected again'))
const status = () => statusIn(db)

const openAt = async (provider: ProviderName, owner: Owner = ann): Promise<Installation> => {
  const mailbox = mailboxOf(rhythm('Bo Ek <bo@example.com>', 14, 100, 20), [], owner)
  const opened = await openRead([mailbox], { provider })
  db = opened.db
  return opened.home
}

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  const open = () => openAt(provider)

  describe('an account that only its owner can mend', () => {
    test('one mail asks for it, once, with the link that does it', async () => {
      const home = await open()
      home.world.weather.revoked = true
      await home.passTo(start + 72 * hour, 60)
      expect(asked(home)).toHaveLength(1)
      const [mail] = asked(home)
      const link = /https:\/\/perennial\.test\/connect\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
      expect(mail?.to).toEqual([ann.address])
      expect(link).toContain(`/connect/${provider}?`)
      const begun = await home.browser().get(link)
      expect(begun.headers.get('location')).toContain('login_hint=ann%40gmail.example')
    })

    test('the mail comes once even where its carrier loses the answer', async () => {
      const home = await open()
      home.world.weather.revoked = true
      home.resend.weather.acceptThenHang = 2
      await home.passTo(start + 24 * hour, 60)
      expect(asked(home)).toHaveLength(1)
    })

    test('when it dies a second time, its owner is asked a second time', async () => {
      const home = await open()
      home.world.weather.revoked = true
      await home.pollAt(start + 3 * hour, 60)
      await home.passTo(start + 5 * hour, 60)
      expect(asked(home)).toHaveLength(1)
      home.world.weather.revoked = false
      await home.connect(ann.address, { provider })
      await home.passTo(start + 30 * hour, 60)
      home.world.weather.revoked = true
      await home.passTo(start + 60 * hour, 60)
      expect(asked(home)).toHaveLength(2)
    })
  })

  describe('what its owner cannot mend asks nothing of them', () => {
    test.each([
      ['an outage', { outage: 100_000 }],
      ['answers that make no sense', { nonsense: 100_000 }],
      ['a rate limit', { throttle: 100_000 }],
    ])('%s that lasts two days', async (_name, weather) => {
      const home = await open()
      Object.assign(home.world.weather, weather)
      await home.passTo(start + 48 * hour, 60)
      expect(asked(home)).toEqual([])
      expect(await status()).not.toMatchObject({ kind: 'reconnect' })
    })

    test("the operator's secret that ran out is called theirs, and reading goes on when it is renewed", async () => {
      const home = await open()
      const later = (settings: object, hours: number) =>
        install({ db, now: start + hours * hour, mailboxes: home.world.mailboxes, settings })
      const wrong = { GOOGLE_CLIENT_SECRET: 'ran out', MICROSOFT_CLIENT_SECRET: 'ran out' }
      const broken = later(wrong, 2)
      await broken.passTo(start + 30 * hour, 60)
      expect(asked(broken)).toEqual([])
      expect(await status()).toMatchObject({ kind: 'blocked', reason: 'operator' })
      home.clock.time = start + 31 * hour
      await home.passTo(start + 40 * hour, 60)
      expect(await status()).toMatchObject({ kind: 'active' })
    })
  })
})

describe('at work', () => {
  const atWork: Owner = { ...ann, address: 'ann@contoso.example' }

  test('an administrator who forbids is no fault of the owner, and reading goes on when they allow it again', async () => {
    const home = await openAt('microsoft', atWork)
    home.world.weather.administratorBlocks = true
    await home.passTo(start + 30 * hour, 60)
    expect(asked(home)).toEqual([])
    expect(await status()).toMatchObject({ kind: 'blocked', reason: 'administrator' })
    home.world.weather.administratorBlocks = false
    await home.passTo(start + 40 * hour, 60)
    expect(await status()).toMatchObject({ kind: 'active' })
  })

  test('a secret that expired is the operator’s', async () => {
    const home = await openAt('microsoft', atWork)
    home.world.weather.secretExpired = true
    await home.passTo(start + 30 * hour, 60)
    expect(asked(home)).toEqual([])
    expect(await status()).toMatchObject({ kind: 'blocked', reason: 'operator' })
  })
})
