/** Mail that lay there when the account was connected. */
import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/model/message.ts'
import type { Cursor, Page } from '../../../src/providers/provider.ts'
import { type Line, messageOf } from '../../story.ts'
import type { Simulated } from '../stage.ts'
import { heldIn, newHoldings } from './holdings.ts'
import { must, openStage, pull, readBackfill, readChanges, yearsBack } from './reading.ts'

export const mailBackfill = (name: string, simulated: Simulated): void => {
  describe(`${name}: mail that lay there`, () => {
    const lines: readonly Line[] = [
      ...Array.from({ length: 130 }, (_, index) => ({ from: `p${index % 7}@example.com`, daysAgo: 1 + index * 3 })),
      ...Array.from({ length: 90 }, (_, index) => ({ to: `p${index % 7}@example.com`, daysAgo: 2 + index * 4 })),
      { from: 'bo@example.com', daysAgo: 5.5, labels: ['Projects'] },
      { from: 'bo@example.com', daysAgo: 6.5, labels: [] },
      { to: 'bo@example.com', daysAgo: 7.5, labels: ['DRAFT'] },
      { from: 'bo@example.com', daysAgo: 8.5, labels: ['TRASH'] },
    ]

    test('is told, all of it, each message on its own side, a page at a time', async () => {
      const stage = await openStage(simulated, lines)
      const holdings = newHoldings()
      const pages = await readBackfill(stage, stage.provider.mail, holdings)
      expect(holdings.mail()).toEqual(heldIn(stage))
      for (const page of pages) expect(page.upserts.length).toBeLessThanOrEqual(100)
      expect(pages.at(-1)?.backfill.stage).toBe('done')
      expect(pages.at(-1)?.total).toBeGreaterThan(200)
    })

    test('is told by few calls, one after the other', async () => {
      const stage = await openStage(simulated, lines)
      let most = 0
      let cursor: Cursor | null = null
      for (let more = true; more; ) {
        const before = stage.counted.requests
        const page: Page<Message> = await must(pull(stage, stage.provider.mail, { cursor, kind: 'backfill' }))
        most = Math.max(most, stage.counted.requests - before)
        ;({ cursor, more } = page)
      }
      expect(most).toBeLessThan(50)
      expect(stage.counted.maxAtOnce).toBeLessThanOrEqual(3)
    })

    test('from beyond the horizon is left where it is', async () => {
      const old = Array.from({ length: 400 }, (_, index) => ({
        from: 'old@example.com',
        daysAgo: yearsBack + 30 + index,
      }))
      const stage = await openStage(simulated, [...lines.slice(0, 20), ...old])
      const holdings = newHoldings()
      await readBackfill(stage, stage.provider.mail, holdings)
      expect(holdings.mail().length).toBeLessThan(20 + old.length / 2)
    })

    test('and what happens while it is read is told as changes, whichever is read first', async () => {
      const stage = await openStage(simulated, lines)
      const holdings = newHoldings()
      const { mail } = stage.provider
      let cursor: Cursor | null = null
      for (let revision = 0, more = true; more; revision += 1) {
        const page: Page<Message> = await must(pull(stage, mail, { cursor, kind: 'backfill' }))
        holdings.lay(page)
        ;({ cursor, more } = page)
        const [message] = stage.mailbox.newestFirst
        if (revision === 1) stage.mailbox.deliver(messageOf({ from: 'new@example.com', daysAgo: -0.01 }))
        if (revision === 2 && message !== undefined) stage.mailbox.remove(message.id)
        if (revision === 3) stage.mailbox.deliver(messageOf({ to: 'new@example.com', daysAgo: -0.02 }))
        if (revision === 2) cursor = await readChanges(stage, mail, holdings, cursor)
      }
      await readChanges(stage, mail, holdings, cursor)
      expect(holdings.mail()).toEqual(heldIn(stage))
    })

    test('once read, is not read again', async () => {
      const stage = await openStage(simulated, lines.slice(0, 30))
      const cursor = (await readBackfill(stage, stage.provider.mail, newHoldings())).at(-1)?.cursor ?? null
      const before = stage.counted.requests
      const page = await must(pull(stage, stage.provider.mail, { cursor, kind: 'backfill' }))
      expect(page).toMatchObject({ upserts: [], deletions: [], more: false, backfill: { stage: 'done' } })
      expect(stage.counted.requests).toBe(before)
    })
  })
}
