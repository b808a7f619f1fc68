/** Lookups in the mailbox: what is looked up while its owner waits, and kept nowhere. */
import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/model/message.ts'
import { DAY, later } from '../../../src/model/time.ts'
import type { Lookup, WantedItem } from '../../../src/providers/provider.ts'
import { type Line, meetingOf, messageOf } from '../../story.ts'
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
    const wanted = ({ id, receivedAt }: Message): WantedItem => ({
      from: 'message',
      id,
      isIt: (each) => each === id,
      at: receivedAt,
    })
    const textsOf = async (stage: OpenStage, lookup: Lookup, items: readonly WantedItem[]) => {
      const told = await lookup.topicsOf(stage.access, items, stage.now())
      return told.ok ? told.value.map((topic) => topic?.text ?? null) : told.error.reason
    }

    test('tells the subjects of messages, wherever they lie, in the order asked for', async () => {
      const { stage, lookup, messages } = await open()
      const subjects = await textsOf(stage, lookup, messages.map(wanted))
      expect([...subjects].sort()).toEqual(['Boat', 'Garden', 'Roof'])
      expect(await textsOf(stage, lookup, messages.toReversed().map(wanted))).toEqual([...subjects].reverse())
    })

    test('tells none of a message that is not there, and the others all the same', async () => {
      const { stage, lookup, messages } = await open()
      const [first] = messages.map(wanted)
      const gone = { from: 'message', id: 'ffffffffffffffff', isIt: () => false, at: stage.now() } as const
      expect(await textsOf(stage, lookup, [gone, ...(first === undefined ? [] : [first])])).toEqual([
        null,
        expect.any(String),
      ])
    })

    test('tells the title of a meeting by when it was', async () => {
      const { stage, lookup } = await open()
      stage.mailbox.putMeeting(meetingOf('roof', 4, ['bo@example.com'], { summary: 'Roof visit' }))
      const pages = await readBackfill(stage, stage.provider.calendar, newHoldings())
      const [meeting] = pages.flatMap(({ upserts }) => upserts)
      if (meeting === undefined) throw new Error('no meeting')
      const item = { from: 'meeting', id: null, isIt: (id: string) => id === meeting.id, at: meeting.startsAt } as const
      expect(await textsOf(stage, lookup, [item])).toEqual(['Roof visit'])
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
      expect(await textsOf(stage, lookup, messages.map(wanted))).toBe('token_expired')
    })
  })
}

const lookupOf = ({ provider: { lookup } }: OpenStage): Lookup => {
  if (lookup === undefined) throw new Error('the provider cannot be looked into')
  return lookup
}
