/** A stranger writes to a user whose people are known. What they try is listed in test/infer/hostile-mail.test.ts; here it is stored. */
import { describe, expect, test } from 'vitest'
import { openRead, peopleFound } from '../fixture.ts'
import { type Line, mailboxOf, messageOf, rhythm, start } from '../story.ts'

const hour = 3_600_000
const bo = 'Bo Ek <bo.ek@firm.example>'
const fay = 'Fay Oak <fay.oak@quiet.example>'

/** Friends both ways, and one who was written to and has not answered. */
const ordinary: readonly Line[] = [
  ...rhythm(bo, 20, 200, 30),
  ...rhythm('mo@one.example', 20, 200, 9),
  { to: fay, daysAgo: 20, thread: 'fay' },
  { to: fay, daysAgo: 2, thread: 'fay again' },
]

const listed = (address: string): readonly string[] => [
  `List-Id: <${address.replace('@', '.')}>`,
  `List-Post: <mailto:${address}>`,
]
const stranger = (id: string, from: string, change: Partial<Line> = {}): Line => ({ id, from, daysAgo: 0, ...change })
const naming = (id: string, labels: readonly string[] = ['INBOX']): Line =>
  stranger(id, 'News <news@offers.test>', { cc: fay, labels, headers: listed('fay.oak@quiet.example') })

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  const open = async () => {
    const mailbox = mailboxOf(ordinary)
    const { home, store, db } = await openRead([mailbox], { provider })
    const people = async () =>
      (await peopleFound(store)).people
        .filter(({ address }) => !address.endsWith('.test'))
        .map(({ name, address, addresses, bouncedAt, relationship }) => {
          const { lastSeenAt: _lastSeenAt, ...contact } = relationship
          return { name, address, addresses, bouncedAt, contact }
        })
    const pass = () => home.pollAt(home.clock.time + hour)
    return { mailbox, people, pass, db }
  }

  test('the user’s people are as before', async () => {
    const { mailbox, people, pass } = await open()
    const before = await people()
    expect(before.map(({ address }) => address).toSorted()).toEqual([
      'bo.ek@firm.example',
      'fay.oak@quiet.example',
      'mo@one.example',
    ])
    const lines = [
      stranger('a1', 'Bo Ek <bo.ek@firn.test>'),
      stranger('a2', 'Rich <rich@offers.test>', { cc: 'Aa Scam <MO@one.example>' }),
      stranger('a3', 'Mail <mailer-daemon@elsewhere.test>', {
        headers: ['X-Failed-Recipients: fay.oak@quiet.example'],
      }),
      stranger('a4', 'News <news@offers.test>', { cc: bo, headers: listed('bo.ek@firm.example') }),
      stranger('a5', 'Bo Ek via Docs <share@docs.test>', { headers: [`X-Original-From: ${bo}`] }),
      naming('a6', ['SPAM']),
    ]
    for (const line of lines) mailbox.deliver(messageOf(line))
    await pass()
    expect(await people()).toEqual(before)
  })

  test.each([
    ['deleting', 'remove'],
    ['reporting', 'spam'],
  ] as const)('a list that a message made of somebody is none after %s it', async (_what, how) => {
    const { mailbox, people, pass } = await open()
    const before = await people()
    mailbox.deliver(messageOf(naming('b1')))
    await pass()
    expect(await people()).not.toEqual(before)
    if (how === 'remove') mailbox.remove('b1')
    else mailbox.relabel('b1', { add: ['SPAM'], remove: ['INBOX'] })
    await pass()
    expect(await people()).toEqual(before)
  })

  test('a report of failure in the thread of the user’s message is believed, though the message was read long before', async () => {
    const { mailbox, people, pass } = await open()
    const report = stranger('c1', 'Mail Delivery Subsystem <mailer-daemon@quiet.example>', {
      thread: 'fay again',
      headers: ['X-Failed-Recipients: fay.oak@quiet.example'],
    })
    mailbox.deliver(messageOf(report))
    await pass()
    expect((await people()).map(({ address }) => address)).not.toContain('fay.oak@quiet.example')
  })
})

test('many strangers cost no row', async () => {
  const { db, home, mailbox } = await (async () => {
    const crowd = mailboxOf(ordinary)
    return { mailbox: crowd, ...(await openRead([crowd])) }
  })()
  const rows = async () =>
    await db.prepare('SELECT (SELECT count(*) FROM interactions) + (SELECT count(*) FROM addresses) AS n').first('n')
  const before = await rows()
  const cc = Array.from({ length: 300 }, (_, index) => `s${index}@crowd.test`).join(', ')
  for (let index = 0; index < 5; index += 1)
    mailbox.deliver(messageOf(stranger(`d${index}`, 'rich@offers.test', { cc })))
  await home.pollAt(start + hour)
  expect(await rows()).toBe(before)
})
