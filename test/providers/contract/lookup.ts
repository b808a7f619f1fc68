/** Lookups in the mailbox: what is looked up while its owner waits, and kept nowhere. */
import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/model/message.ts'
import { DAY, later } from '../../../src/model/time.ts'
import type { Lookup } from '../../../src/providers/provider.ts'
import { type Line, messageOf } from '../../story.ts'
import type { Simulated } from '../stage.ts'
import { newHoldings } from './holdings.ts'
import { type OpenStage, openStage, readBackfill } from './reading.ts'

export const mailboxLookup = (name: string, simulated: Simulated): void => {
  describe(`${name}: lookups in the mailbox`, () => {
    const open = async () => {
      const stage = await openStage(simulated)
      const lines: Readonly<Record<string, Line>> = {
        Roof: { from: 'bo@example.com', daysAgo: 2 },
        Boat: { to: 'bo@example.com', daysAgo: 3 },
        Garden: { from: 'cy@example.com', daysAgo: 300, labels: ['Projects'] },
      }
      for (const [subject, line] of Object.entries(lines)) {
        const message = messageOf(line)
        stage.mailbox.deliver({ ...message, headers: message.headers.replace('About things', subject) })
      }
      const pages = await readBackfill(stage, stage.provider.mail, newHoldings())
      return { stage, lookup: lookupOf(stage), messages: pages.flatMap(({ upserts }) => upserts) }
    }
    const wanted = (stage: OpenStage, message: Message | undefined): Parameters<Lookup['subjectOf']>[1] => ({
      isIt: (id) => id === message?.id,
      direction: message?.box === 'sent' ? 'sent' : 'received',
      at: message?.receivedAt ?? stage.now(),
      address: 'bo@example.com',
      now: stage.now(),
    })

    test('tells the subject of a message, wherever it lies', async () => {
      const { stage, lookup, messages } = await open()
      const told = await Promise.all(messages.map((message) => lookup.subjectOf(stage.access, wanted(stage, message))))
      expect(told.map((subject) => subject.ok && subject.value).sort()).toEqual(['Boat', 'Garden', 'Roof'])
    })

    test('tells none of a message that is not there', async () => {
      const { stage, lookup } = await open()
      expect(await lookup.subjectOf(stage.access, wanted(stage, undefined))).toEqual({ ok: true, value: null })
    })

    test('tells whether a message with a header came in since a moment', async () => {
      const { stage, lookup } = await open()
      const since = later(stage.now(), -DAY)
      const mark = { header: 'X-Mark', value: 'this one', since, now: stage.now() }
      expect(await lookup.hasReceived(stage.access, mark)).toEqual({ ok: true, value: false })
      stage.mailbox.deliver(messageOf({ from: 'us@perennial.test', daysAgo: 0, headers: ['X-Mark: another'] }))
      expect(await lookup.hasReceived(stage.access, mark)).toEqual({ ok: true, value: false })
      stage.mailbox.deliver(messageOf({ from: 'us@perennial.test', daysAgo: 0, headers: ['X-Mark: this one'] }))
      expect(await lookup.hasReceived(stage.access, mark)).toEqual({ ok: true, value: true })
      const afterwards = { ...mark, since: later(stage.now(), 60) }
      expect(await lookup.hasReceived(stage.access, afterwards)).toEqual({ ok: true, value: false })
    })

    test('takes no nonsense for a mailbox in which nothing came', async () => {
      const { stage, lookup } = await open()
      const mark = { header: 'X-Mark', value: 'this one', since: later(stage.now(), -DAY), now: stage.now() }
      for (let revision = 0; revision < 12; revision += 1) {
        stage.world.weather.nonsense = 1
        expect((await lookup.hasReceived(stage.access, mark)).ok).toBe(false)
      }
    })

    test('is refused as any other call, in so many words', async () => {
      const { stage, lookup, messages } = await open()
      stage.world.weather.revoked = true
      expect(await lookup.subjectOf(stage.access, wanted(stage, messages[0]))).toEqual({
        ok: false,
        error: { reason: 'token_expired' },
      })
    })
  })
}

const lookupOf = ({ provider: { lookup } }: OpenStage): Lookup => {
  if (lookup === undefined) throw new Error('the provider cannot be looked into')
  return lookup
}
