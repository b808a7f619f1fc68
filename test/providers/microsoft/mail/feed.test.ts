/** Headers that Graph gives only for a call each: a page says what lacks them, and the caller what is worth the call. */
import { describe, expect, test } from 'vitest'
import { DAY, later } from '../../../../src/model/time.ts'
import type { PageRequest } from '../../../../src/providers/provider.ts'
import { must, openStage, pull } from '../../contract/reading.ts'
import { simulatedMicrosoft } from '../../stage.ts'

const open = async () => {
  const stage = await openStage(simulatedMicrosoft, [
    { from: 'bo@example.com', daysAgo: 1, headers: ['List-Id: <roof.example.com>'] },
    { from: 'cy@example.com', daysAgo: 2 },
  ])
  const { provider, access, now } = stage
  const { mail } = provider
  const { complete } = mail
  if (complete === undefined) throw new Error('nothing completes a page')
  const request: PageRequest = {
    cursor: null,
    since: later(now(), -365 * DAY),
    until: now(),
    units: 5000,
    remembered: '',
    now: now(),
  }
  // Folders without messages are walked too.
  let page = await must(mail.backfill(access, request))
  while (page.lacking.length === 0 && page.more) {
    page = await must(mail.backfill(access, { ...request, cursor: page.cursor }))
  }
  const completed = (units: number, messages = page.lacking) =>
    must(complete(access, { ...request, units, cursor: page.cursor, kind: 'backfill', messages }))
  return { stage, page, completed }
}

describe('a page', () => {
  test('tells the messages that lack headers apart from those that lack nothing', async () => {
    const { page } = await open()
    expect(page.upserts).toEqual([])
    expect(page.lacking).toHaveLength(2)
    expect(page.lacking.flatMap(({ headers }) => headers.map(([name]) => name))).not.toContain('List-Id')
  })

  test('is completed for the messages that were chosen, twenty to a call', async () => {
    const { stage, page, completed } = await open()
    const [chosen] = page.lacking
    const before = stage.counted.requests
    const { upserts, unitsSpent } = await completed(5000, chosen === undefined ? [] : [chosen])
    expect(upserts.map(({ id }) => id)).toEqual([chosen?.id])
    expect(upserts[0]?.headers.map(([name]) => name)).toContain('List-Id')
    expect([unitsSpent, stage.counted.requests - before]).toEqual([1, 1])
  })

  test('for which no call may be made is completed later, and is not over before', async () => {
    const { stage, page, completed } = await open()
    const before = stage.counted.requests
    const put = await completed(0)
    expect(put).toMatchObject({ upserts: [], unitsSpent: 0, more: true, backfill: { stage: 'conversations' } })
    expect(stage.counted.requests).toBe(before)
    const found: string[] = []
    let cursor = put.cursor
    for (let more = true; more; ) {
      const next = await must(pull(stage, stage.provider.mail, { cursor, kind: 'backfill' }))
      found.push(...next.upserts.map(({ id }) => id))
      ;({ cursor, more } = next)
    }
    expect(found.sort()).toEqual(page.lacking.map(({ id }) => id).sort())
  })
})
