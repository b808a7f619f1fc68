/** Bad weather: every fault is an ordinary outcome, and spoils no position. */
import { describe, expect, test } from 'vitest'
import type { CalendarEvent } from '../../../src/model/event.ts'
import type { Message } from '../../../src/model/message.ts'
import type { Cursor, Feed, ProviderError } from '../../../src/providers/provider.ts'
import { mailboxOf, meetingOf, start } from '../../story.ts'
import { type Simulated, setStage } from '../stage.ts'
import { newHoldings } from './holdings.ts'
import { accessOf, errorOf, openStage, pull, readBackfill } from './reading.ts'

export const badWeather = (name: string, simulated: Simulated): void => {
  describe(`${name}: bad weather is an ordinary outcome, and spoils no position`, () => {
    const kinds: readonly (readonly [string, string, readonly ProviderError['reason'][]])[] = [
      ['over the limit', 'throttle', ['rate_limited']],
      ['out of order', 'outage', ['unavailable']],
      ['nonsense', 'nonsense', ['malformed', 'unavailable']],
      ['broken off', 'breakOff', ['unavailable', 'malformed']],
    ]
    const cases = (['mail', 'calendar'] as const).flatMap((feed) =>
      kinds.map(([words, fault, reasons]) => [feed, words, fault, reasons] as const),
    )

    test.each(cases)('%s, %s', async (feed, _words, fault, reasons) => {
      const stage = await openStage(
        simulated,
        Array.from({ length: 70 }, (_, index) => ({ from: `p${index}@example.com`, daysAgo: 1 + index })),
        [meetingOf('one', 10, ['bo@example.com'])],
      )
      const source = stage.provider[feed] as Feed<Message | CalendarEvent>
      const quiet = newHoldings()
      await readBackfill(stage, source, quiet)
      const stormy = newHoldings()
      const seen = new Set<string>()
      let cursor: Cursor | null = null
      for (let more = true, revision = 0; more && revision < 200; revision += 1) {
        // Each fault comes in its several shapes by turns.
        if (revision % 2 === 0 && revision < 24) Object.assign(stage.world.weather, { [fault]: 1 })
        const pulled: Awaited<ReturnType<typeof pull<Message | CalendarEvent>>> = await pull(stage, source, {
          cursor,
          kind: 'backfill',
        })
        if (pulled.ok) {
          stormy.lay(pulled.value)
          ;({ cursor, more } = pulled.value)
          if (pulled.value.pauseSeconds > 0) seen.add('pause')
        } else {
          seen.add(pulled.error.reason)
          if (pulled.error.reason === 'rate_limited') expect(pulled.error.retryAfterSeconds).toBeGreaterThan(0)
        }
        stage.clock.time += 61_000
      }
      expect([...seen].filter((reason) => reason !== 'pause' && !reasons.some((known) => known === reason))).toEqual([])
      expect(seen.size).toBeGreaterThan(0)
      expect(stormy.mail()).toEqual(quiet.mail())
      expect(stormy.meetings()).toEqual(quiet.meetings())
    })

    test('a grant that was withdrawn: the token is refused, and no other is to be had', async () => {
      const stage = await openStage(simulated, [{ from: 'bo@example.com', daysAgo: 1 }])
      stage.world.weather.revoked = true
      for (const feed of [stage.provider.mail, stage.provider.calendar]) {
        expect(await errorOf(pull<unknown>(stage, feed, { cursor: null, kind: 'backfill' }))).toEqual({
          reason: 'token_expired',
        })
      }
    })

    test('an hour later the token is refused as old', async () => {
      const stage = await openStage(simulated, [{ from: 'bo@example.com', daysAgo: 1 }])
      stage.clock.time += 2 * 3_600_000
      expect(await errorOf(pull(stage, stage.provider.mail, { cursor: null, kind: 'backfill' }))).toEqual({
        reason: 'token_expired',
      })
    })

    test.each(['mail', 'calendar'] as const)('a scope that is not granted is said to be missing: %s', async (feed) => {
      const stage = setStage(simulated, mailboxOf([{ from: 'bo@example.com', daysAgo: 1 }]), start)
      const [mail, calendar] = stage.provider.oauth.scopes.filter(({ without }) => without !== null)
      const missing = feed === 'mail' ? mail : calendar
      const scopes = stage.provider.oauth.scopes.filter((scope) => scope !== missing).map(({ scope }) => scope)
      const lacking = { ...stage, access: await accessOf(stage, { scopes }) }
      const pulled = pull<unknown>(lacking, stage.provider[feed], { cursor: null, kind: 'backfill' })
      expect(await errorOf(pulled)).toMatchObject({ reason: 'scope_missing' })
    })

    test.each(['', 'null', '{}', '{"version":0}', 'not JSON'])(
      'a cursor of another make (%s) is as good as none',
      async (text) => {
        const stage = await openStage(simulated)
        for (const feed of [stage.provider.mail, stage.provider.calendar]) {
          expect(await errorOf(pull<unknown>(stage, feed, { cursor: text as Cursor, kind: 'changes' }))).toEqual({
            reason: 'cursor_expired',
          })
        }
      },
    )
  })
}
