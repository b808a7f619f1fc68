/** Changes of mail: what comes, is moved, thrown away, fetched out again. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Cursor } from '../../../src/providers/provider.ts'
import { messageOf } from '../../story.ts'
import type { Simulated } from '../stage.ts'
import { type Holdings, heldIn, newHoldings } from './holdings.ts'
import { errorOf, must, openStage, pull, readBackfill, readChanges } from './reading.ts'

export const mailChanges = (name: string, simulated: Simulated): void => {
  describe(`${name}: changes of mail`, () => {
    let stage: Awaited<ReturnType<typeof openStage>>
    let holdings: Holdings
    let cursor: Cursor | null
    beforeEach(async () => {
      stage = await openStage(simulated, [
        { from: 'bo@example.com', daysAgo: 3, id: '00000000000000b0' },
        { to: 'bo@example.com', daysAgo: 4, id: '00000000000000b1' },
        { from: 'cy@example.com', daysAgo: 5, id: '00000000000000b2', labels: ['Projects'] },
      ])
      holdings = newHoldings()
      cursor = (await readBackfill(stage, stage.provider.mail, holdings)).at(-1)?.cursor ?? null
    })
    const catchUp = async () => {
      cursor = await readChanges(stage, stage.provider.mail, holdings, cursor)
      return holdings.mail()
    }

    test('there is none, and saying so costs two calls at most', async () => {
      await catchUp()
      const before = stage.counted.requests
      const page = await must(pull(stage, stage.provider.mail, { cursor, kind: 'changes' }))
      expect(page).toMatchObject({ upserts: [], deletions: [], more: false })
      expect(stage.counted.requests - before).toBeLessThanOrEqual(2)
    })

    test.each<[string, () => void]>([
      ['a message comes', () => stage.mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))],
      ['a message is sent', () => stage.mailbox.deliver(messageOf({ to: 'eve@example.com', daysAgo: 0 }))],
      [
        'a draft is saved',
        () => stage.mailbox.deliver(messageOf({ to: 'eve@example.com', daysAgo: 0, labels: ['DRAFT'] })),
      ],
      ['a message is read', () => stage.mailbox.relabel('00000000000000b0', { add: ['UNREAD'] })],
      ['a message is archived', () => stage.mailbox.relabel('00000000000000b0', { remove: ['INBOX'] })],
      ['a message is filed', () => stage.mailbox.relabel('00000000000000b0', { add: ['Friends'], remove: ['INBOX'] })],
      [
        'a filed message comes back',
        () => stage.mailbox.relabel('00000000000000b2', { add: ['INBOX'], remove: ['Projects'] }),
      ],
      [
        'a message is thrown away',
        () => stage.mailbox.relabel('00000000000000b0', { add: ['TRASH'], remove: ['INBOX'] }),
      ],
      ['a sent message is thrown away', () => stage.mailbox.relabel('00000000000000b1', { add: ['TRASH'] })],
      ['a message is called spam', () => stage.mailbox.relabel('00000000000000b2', { add: ['SPAM'] })],
      ['a message is deleted for good', () => stage.mailbox.remove('00000000000000b1')],
      [
        'much comes at once',
        () => {
          for (let number = 0; number < 130; number += 1) {
            stage.mailbox.deliver(messageOf({ from: `n${number}@example.com`, daysAgo: -number / 1000 }))
          }
        },
      ],
    ])('%s', async (_, happen) => {
      happen()
      expect(await catchUp()).toEqual(heldIn(stage))
    })

    test('what was thrown away and is fetched out again is there again', async () => {
      stage.mailbox.relabel('00000000000000b0', { add: ['TRASH'], remove: ['INBOX'] })
      await catchUp()
      stage.mailbox.relabel('00000000000000b0', { add: ['INBOX'], remove: ['TRASH'] })
      expect(await catchUp()).toEqual(heldIn(stage))
    })

    test('a message that went through three folders between two reads is where it is', async () => {
      const id = '00000000000000b0'
      stage.mailbox.relabel(id, { add: ['Friends'], remove: ['INBOX'] })
      stage.mailbox.relabel(id, { add: ['TRASH'] })
      stage.mailbox.relabel(id, { add: ['Projects'], remove: ['TRASH', 'Friends'] })
      expect(await catchUp()).toEqual(heldIn(stage))
    })

    test('asked again from the same position, the same is told', async () => {
      stage.mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
      const [once, twice] = [newHoldings(), newHoldings()]
      await readChanges(stage, stage.provider.mail, once, cursor)
      await readChanges(stage, stage.provider.mail, twice, cursor)
      expect(once.mail()).toHaveLength(1)
      expect(twice.mail()).toEqual(once.mail())
    })

    test('a position that was forgotten is said to be, and a new beginning tells everything', async () => {
      stage.mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
      stage.world.weather.expireCursors = true
      expect(await errorOf(pull(stage, stage.provider.mail, { cursor, kind: 'changes' }))).toEqual({
        reason: 'cursor_expired',
      })
      const anew = newHoldings()
      await readBackfill(stage, stage.provider.mail, anew)
      expect(anew.mail()).toEqual(heldIn(stage))
    })
  })
}
