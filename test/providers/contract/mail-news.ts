/** News of mail: what comes, is moved, thrown away, fetched out again. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Cursor } from '../../../src/providers/provider.ts'
import { messageOf } from '../../story.ts'
import type { Simulated } from '../stage.ts'
import { errorOf, must, openStage, pull, readNews, readPast } from './reading.ts'
import { heldIn, type LruCache, newShelf } from './shelf.ts'

export const newsOfMail = (name: string, simulated: Simulated): void => {
  describe(`${name}: news of mail`, () => {
    let stage: Awaited<ReturnType<typeof openStage>>
    let shelf: LruCache
    let cursor: Cursor | null
    beforeEach(async () => {
      stage = await openStage(simulated, [
        { from: 'bo@example.com', daysAgo: 3, id: '00000000000000b0' },
        { to: 'bo@example.com', daysAgo: 4, id: '00000000000000b1' },
        { from: 'cy@example.com', daysAgo: 5, id: '00000000000000b2', labels: ['Projects'] },
      ])
      shelf = newShelf()
      cursor = (await readPast(stage, stage.provider.mail, shelf)).at(-1)?.cursor ?? null
    })
    const catchUp = async () => {
      cursor = await readNews(stage, stage.provider.mail, shelf, cursor)
      return shelf.mail()
    }

    test('there is none, and saying so costs two calls at most', async () => {
      await catchUp()
      const before = stage.counted.requests
      const page = await must(pull(stage, stage.provider.mail, { cursor, want: 'news' }))
      expect(page).toMatchObject({ upserts: [], deletions: [], more: false })
      expect(stage.counted.requests - before).toBeLessThanOrEqual(2)
    })

    test.each<[string, () => void]>([
      ['a letter comes', () => stage.mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))],
      ['a letter is sent', () => stage.mailbox.deliver(messageOf({ to: 'eve@example.com', daysAgo: 0 }))],
      [
        'a draft is saved',
        () => stage.mailbox.deliver(messageOf({ to: 'eve@example.com', daysAgo: 0, labels: ['DRAFT'] })),
      ],
      ['a letter is read', () => stage.mailbox.relabel('00000000000000b0', { add: ['UNREAD'] })],
      ['a letter is archived', () => stage.mailbox.relabel('00000000000000b0', { remove: ['INBOX'] })],
      ['a letter is filed', () => stage.mailbox.relabel('00000000000000b0', { add: ['Friends'], remove: ['INBOX'] })],
      [
        'a filed letter comes back',
        () => stage.mailbox.relabel('00000000000000b2', { add: ['INBOX'], remove: ['Projects'] }),
      ],
      [
        'a letter is thrown away',
        () => stage.mailbox.relabel('00000000000000b0', { add: ['TRASH'], remove: ['INBOX'] }),
      ],
      ['a sent letter is thrown away', () => stage.mailbox.relabel('00000000000000b1', { add: ['TRASH'] })],
      ['a letter is called spam', () => stage.mailbox.relabel('00000000000000b2', { add: ['SPAM'] })],
      ['a letter is deleted for good', () => stage.mailbox.remove('00000000000000b1')],
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

    test('a letter that went through three folders between two looks is where it is', async () => {
      const id = '00000000000000b0'
      stage.mailbox.relabel(id, { add: ['Friends'], remove: ['INBOX'] })
      stage.mailbox.relabel(id, { add: ['TRASH'] })
      stage.mailbox.relabel(id, { add: ['Projects'], remove: ['TRASH', 'Friends'] })
      expect(await catchUp()).toEqual(heldIn(stage))
    })

    test('asked again from the same position, the same is told', async () => {
      stage.mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
      const [once, twice] = [newShelf(), newShelf()]
      await readNews(stage, stage.provider.mail, once, cursor)
      await readNews(stage, stage.provider.mail, twice, cursor)
      expect(once.mail()).toHaveLength(1)
      expect(twice.mail()).toEqual(once.mail())
    })

    test('a position that was forgotten is said to be, and a new beginning tells everything', async () => {
      stage.mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
      stage.world.weather.expireCursors = true
      expect(await errorOf(pull(stage, stage.provider.mail, { cursor, want: 'news' }))).toEqual({
        reason: 'cursor_expired',
      })
      const anew = newShelf()
      await readPast(stage, stage.provider.mail, anew)
      expect(anew.mail()).toEqual(heldIn(stage))
    })
  })
}
