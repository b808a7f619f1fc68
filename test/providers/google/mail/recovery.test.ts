/** Gmail forgot our place in its history: what changed since is found, whatever its date, and little else is read. */
import { describe, expect, test } from 'vitest'
import { allRead, stagesIn } from '../../../reads.ts'
import { type Installation, install, type Line } from '../../../sandbox/installation.ts'
import { sqliteDatabase } from '../../../sandbox/sqlite-database.ts'
import type { Mailbox } from '../../../sandbox/world.ts'
import { ann, mailboxOf, messageOf, rhythm, start } from '../../../story.ts'

const minute = 60_000
const hour = 60 * minute

const open = async (mailbox: Mailbox, line?: Line): Promise<Installation> => {
  const home = install({ db: await sqliteDatabase(), now: start, mailboxes: [mailbox], ...(line && { line }) })
  await home.connect(ann.address)
  return home
}

const known = async ({ env }: Installation): Promise<readonly string[]> => {
  const { results } = await env.DB.prepare('SELECT address FROM addresses ORDER BY address').all<{ address: string }>()
  return results.map(({ address }) => address)
}

const stored = ({ env }: Installation) => env.DB.prepare('SELECT count(*) FROM interactions').first<number>('count(*)')

describe('after the first read', () => {
  const letters = rhythm('bo@example.com', 2, 900, 1)
  const meanwhile = async (line?: Line) => {
    const mailbox = mailboxOf([
      ...letters,
      { from: 'cy@example.com', daysAgo: 400, id: 'ff000000000000aa', labels: ['SPAM'] },
      { from: 'eve@example.com', daysAgo: 3, id: 'ff000000000000bb' },
    ])
    const home = await open(mailbox, line)
    await home.settle()
    const units = home.google.quotaSpent(ann.subject)
    mailbox.relabel('ff000000000000aa', { remove: ['SPAM'], add: ['INBOX'] })
    mailbox.deliver(messageOf({ from: 'di@example.com', daysAgo: 700 }))
    mailbox.remove('ff000000000000bb')
    home.world.weather.expireCursors = true
    await home.pollAt(home.clock.time + hour)
    return { home, units, spent: home.google.quotaSpent(ann.subject) - units }
  }

  test('a message fetched out of spam, one imported under an old date, and one that is gone are all found', async () => {
    const { home, units, spent } = await meanwhile()
    expect(await known(home)).toEqual(expect.arrayContaining(['cy@example.com', 'di@example.com']))
    expect(await stored(home)).toBe(letters.length + 2)
    expect(await stagesIn(home.env.DB)).toEqual(allRead)
    expect(spent).toBeLessThan(units / 20)
  })

  test('where the list of threads does not tell when they changed, everything is read again', async () => {
    const silent: Line = async (request, next) => {
      const response = await next(request)
      if (!new URL(request.url).pathname.endsWith('/threads')) return response
      return new Response((await response.text()).replaceAll(/,?"historyId":"\d+"/g, ''), response)
    }
    const { home } = await meanwhile(silent)
    expect(await known(home)).toEqual(expect.arrayContaining(['cy@example.com', 'di@example.com']))
    expect(await stored(home)).toBe(letters.length + 2)
  })
})

describe('within the first read', () => {
  const lines = rhythm('bo@example.com', 1, 900, 1)

  test('what was read is not read again, however often it happens', async () => {
    const quiet = await open(mailboxOf(lines))
    await quiet.settle()
    const home = await open(mailboxOf(lines))
    for (let count = 0; count < 40; count += 1) {
      if (count % 4 === 0) home.world.weather.expireCursors = true
      await home.passTo(home.clock.time + minute)
    }
    await home.passTo(start + 6 * hour)
    expect(await stored(home)).toBe(await stored(quiet))
    expect(await stagesIn(home.env.DB)).toEqual(allRead)
    expect(home.google.quotaSpent(ann.subject)).toBeLessThan(1.2 * quiet.google.quotaSpent(ann.subject))
  })

  test('what came and what went meanwhile is known', async () => {
    const mailbox = mailboxOf(
      lines.map((line, index) => ({ ...line, id: (0x1000 + index).toString(16).padStart(16, '0') })),
    )
    const home = await open(mailbox)
    await home.passTo(start + 2 * minute)
    mailbox.remove((0x1000).toString(16).padStart(16, '0'))
    mailbox.deliver(messageOf({ from: 'di@example.com', daysAgo: 0 }))
    home.world.weather.expireCursors = true
    await home.pollAt(home.clock.time + hour)
    await home.pollAt(home.clock.time + hour)
    expect(await known(home)).toContain('di@example.com')
    expect(await stored(home)).toBe(lines.length)
  })
})
