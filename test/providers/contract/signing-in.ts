/** Signing in: who it is, what is granted, and a token that lasts. */
import { describe, expect, test } from 'vitest'
import { ann, mailboxOf, start } from '../../story.ts'
import { type Simulated, setStage } from '../stage.ts'
import { must, openStage, pull } from './reading.ts'

export const signingIn = (name: string, simulated: Simulated): void => {
  describe(`${name}: signing in`, () => {
    test('tells who it is, by a subject that stays, and an address that is vouched for', async () => {
      const stage = setStage(simulated, mailboxOf([]), start)
      const [first, second] = [await stage.signIn(), await stage.signIn()]
      expect(first).toMatchObject({ ok: true, value: { identity: { address: ann.address } } })
      const identities = [first, second].map((connected) => connected.ok && connected.value.identity)
      expect(identities[0]).toEqual(identities[1])
      expect(identities[0]).toMatchObject({ vouchedAddress: ann.address })
    })

    test('a scope that matters and was not given is told, with what cannot be done without it', async () => {
      const stage = setStage(simulated, mailboxOf([]), start)
      const needed = stage.provider.oauth.scopes.filter(({ without }) => without !== null)
      expect(needed).toHaveLength(2)
      for (const { scope, without } of needed) {
        const connected = await setStage(simulated, mailboxOf([]), start).signIn({ without: [scope] })
        expect(connected).toMatchObject({
          ok: true,
          value: { missing: [{ scope, without }] },
        })
      }
    })

    test('a token that has ended is renewed, as often as it must be', async () => {
      const stage = await openStage(simulated, [{ from: 'bo@example.com', daysAgo: 1 }])
      const connected = await stage.signIn()
      if (!connected.ok) throw new Error(connected.error.reason)
      let { grant } = connected.value
      for (let revision = 0; revision < 3; revision += 1) {
        stage.clock.time += 2 * 3_600_000
        const renewed = await stage.renew(grant)
        if (!renewed.ok) throw new Error(JSON.stringify(renewed.error))
        grant = renewed.value
        const access = { token: grant.accessToken, scopes: grant.scopes }
        await must(pull({ ...stage, access }, stage.provider.mail, { cursor: null, kind: 'backfill' }))
      }
      stage.world.weather.revoked = true
      expect(await stage.renew(grant)).toEqual({ ok: false, error: { reason: 'grant_revoked' } })
    })

    test.each(['outage', 'nonsense', 'breakOff'] as const)(
      'while the token endpoint has an %s, no grant is called dead',
      async (fault) => {
        const stage = await openStage(simulated)
        const connected = await stage.signIn()
        if (!connected.ok) throw new Error(connected.error.reason)
        for (let revision = 0; revision < 4; revision += 1) {
          Object.assign(stage.world.weather, { [fault]: 1 })
          const renewed = await stage.renew(connected.value.grant)
          expect(renewed.ok ? 'renewed' : renewed.error.reason).toMatch(/^(unavailable|malformed)$/)
        }
        expect((await stage.renew(connected.value.grant)).ok).toBe(true)
      },
    )

    test('each kind of account says where messages are written, and where a permission is withdrawn', async () => {
      const { provider } = await openStage(simulated)
      const connected = await setStage(simulated, mailboxOf([]), start).signIn()
      const subject = connected.ok ? connected.value.identity.subject : ''
      expect(provider.mailClientOf(subject)).not.toBe('mailto')
      expect(provider.permissionsPage(subject).protocol).toBe('https:')
    })
  })
}
