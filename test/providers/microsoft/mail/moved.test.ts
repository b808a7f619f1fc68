/** A mailbox that was moved to Exchange: what was written years ago is told of years ago. */
import { describe, expect, test } from 'vitest'
import { DAY, type Instant, later } from '../../../../src/model/time.ts'
import { moved } from '../../../sandbox/population/index.ts'
import { Mailbox } from '../../../sandbox/world.ts'
import { mailboxOf, rhythm, start } from '../../../story.ts'
import { newHoldings } from '../../contract/holdings.ts'
import { accessOf, readBackfill } from '../../contract/reading.ts'
import { setStage, simulatedMicrosoft } from '../../stage.ts'

const now = (start / 1000) as Instant

/** When each message of a mailbox is said to have come, as a work account's reading tells it. */
const datesIn = async (mailbox: Mailbox): Promise<readonly number[]> => {
  const stage = setStage(simulatedMicrosoft, mailbox, start)
  const there = { ...stage, access: await accessOf(stage) }
  const holdings = newHoldings()
  await readBackfill(there, there.provider.mail, holdings)
  return holdings.mail().map((line) => Number(line.split(' ')[0]))
}

describe('a mailbox that was moved', () => {
  test('tells when its messages were written; what came since, when it came', async () => {
    const own = mailboxOf([...rhythm('bo@example.com', 40, 800, 30), { from: 'cy@example.com', daysAgo: 2 }])
    const written = own.newestFirst.map((mail) => Math.floor(mail.at / 1000))
    expect(await datesIn(moved(own, { daysAgo: 10, now: start }))).toEqual(written.toSorted())
  })

  test('a message alone whose sender’s clock is wrong by years is dated by its arrival', async () => {
    const date = new Date(start - 4000 * DAY * 1000).toUTCString()
    const wrong = mailboxOf([{ from: 'bo@example.com', daysAgo: 3, headers: [] }])
    const [mail] = wrong.newestFirst
    if (mail === undefined) throw new Error('no message')
    const mailbox = mailboxOf([])
    mailbox.stock({ ...mail, headers: mail.headers.replace(/^Date: .*$/m, `Date: ${date}`) })
    expect(await datesIn(mailbox)).toEqual([later(now, -3 * DAY)])
  })

  test('is known by three on a page; fewer at its end wait until more of their day are known', async () => {
    const lines = rhythm('bo@example.com', 1, 28, 0).slice(0, 57)
    const late = rhythm('cy@example.com', 40, 80, 60)
    const own = mailboxOf([...lines, ...late])
    const there = new Mailbox(own.owner)
    const movedAt = start - 40 * DAY * 1000
    for (const [index, mail] of own.newestFirst.entries()) {
      there.stock(mail.at < movedAt ? { ...mail, at: movedAt - index * 1000 } : mail)
    }
    expect(await datesIn(there)).toEqual(own.newestFirst.map(({ at }) => Math.floor(at / 1000)).toSorted())
  })
})
