/** What comes on top of the world: people that mail mixes up, a hostile stranger, a move to another host. */
import { describe, expect, test } from 'vitest'
import {
  addressesOfHerOwn,
  guestsThatAreNobody,
  hostileAddresses,
  inhabitants,
  moved,
  owner,
  peopleNamedOtherwise,
  populate,
  samelyNamed,
  stories,
} from './index.ts'
import { contactsWith, isHeld, readMessages } from './read-back.ts'

const now = Date.UTC(2026, 10, 23, 8)
const small = { seed: 5, now, messages: 1500, years: 1 }
const plain = populate({ ...small, others: false })
const mixedUp = populate(small)
const hostile = populate({ ...small, hostile: true })

const isIn = ({ newestFirst }: typeof plain) => {
  const ids = new Map(newestFirst.map((mail) => [mail.id, mail]))
  return ({ id, headers, labels }: (typeof newestFirst)[number]) =>
    ids.get(id)?.headers === headers && ids.get(id)?.labels.join() === labels.join()
}

test('nothing else of the world changes with them', () => {
  expect(plain.newestFirst.filter((mail) => !isIn(mixedUp)(mail))).toEqual([])
  expect(mixedUp.newestFirst.filter((mail) => !isIn(hostile)(mail))).toEqual([])
  expect([...hostile.meetings]).toEqual([...mixedUp.meetings])
})

describe('people that mail mixes up', () => {
  const mails = readMessages(mixedUp)
  const world = { mails, mailbox: mixedUp, now }

  test.each([...peopleNamedOtherwise, ...samelyNamed])(
    '$name at $address is in touch both ways, and lately',
    ({ address }) => {
      const { mails: letters, last } = contactsWith(address, world)
      expect(new Set(letters.map(({ kind }) => kind))).toEqual(new Set(['sent', 'received']))
      expect((now - last) / 86_400_000).toBeLessThan(30)
    },
  )

  test.each([...peopleNamedOtherwise, ...samelyNamed])('$name is written as they write it', ({ name, address }) => {
    expect(new Set(mails.filter(({ from }) => from === address).map(({ fromName }) => fromName))).toEqual(
      new Set([name]),
    )
  })

  test('are inhabitants of the world, who are not where they are left out', () => {
    const addressesIn = (others: boolean) => inhabitants({ ...small, others }).flatMap(({ addresses }) => addresses)
    const theirs = [...peopleNamedOtherwise, ...samelyNamed].map(({ address }) => address)
    expect(theirs.filter((address) => !addressesIn(true).includes(address))).toEqual([])
    expect(theirs.filter((address) => addressesIn(false).includes(address))).toEqual([])
  })

  test.each(Object.values(addressesOfHerOwn))(
    'mail reaches her by or from %s, and she sends nothing from it',
    (address) => {
      const about = mails.filter(({ from, recipients }) => from === address || recipients.includes(address))
      expect(about.length).toBeGreaterThan(0)
      expect(about.filter(({ header }) => header('delivered-to') !== owner.address)).toEqual([])
      expect(mails.filter(({ from, isSent }) => isSent && from === address)).toEqual([])
    },
  )

  test.each(guestsThatAreNobody)('$name is the third at a talk of two, and marked as nothing', ({ address }) => {
    const talks = [...mixedUp.meetings.values()].filter(({ invitees }) =>
      invitees.some((one) => one.address === address),
    )
    expect(talks.map(({ invitees }) => invitees.length)).toEqual([3])
    expect(talks.every((talk) => isHeld(talk, mixedUp))).toBe(true)
    expect(talks.flatMap(({ invitees }) => invitees).some(({ isResource }) => isResource === true)).toBe(false)
  })
})

describe('a hostile stranger', () => {
  const friend = stories.inRhythm
  const known = new Set(mixedUp.newestFirst.map(({ id }) => id))
  const theirs = readMessages(hostile).filter(({ mail }) => !known.has(mail.id))
  const from = (address: string) => theirs.filter((mail) => mail.from === address)

  test('writes to her, and she never answers', () => {
    expect(theirs.length).toBeGreaterThan(8)
    expect(theirs.filter(({ isSent }) => isSent)).toEqual([])
  })

  test('bears the name of a friend at another address', () => {
    for (const address of [hostileAddresses.lookAlike, hostileAddresses.mixedScript]) {
      expect(from(address).map(({ fromName }) => fromName)).toContain(friend.name)
      expect(address).not.toBe(friend.address)
    }
  })

  test('answers in a thread of hers', () => {
    expect(theirs.filter(({ mail }) => known.has(mail.threadId))).toHaveLength(1)
  })

  test('says that a list has the address of a friend, in the inbox and in spam', () => {
    const lists = theirs.filter(({ header }) => header('list-post').includes(friend.address))
    expect(lists.map(({ mail }) => mail.labels.includes('SPAM')).toSorted()).toEqual([false, true])
    expect(lists.every(({ recipients }) => recipients.includes(friend.address))).toBe(true)
  })

  test("reports failures of a friend's address that answer no message of hers", () => {
    const bounces = theirs.filter(({ header }) => header('x-failed-recipients') !== '')
    expect(bounces.map(({ header }) => header('x-failed-recipients'))).toContain(friend.address)
    expect(bounces.filter(({ header }) => header('in-reply-to') !== '')).toEqual([])
  })

  test('writes as the friend, which the receiving server does not believe', () => {
    const forged = from(friend.address)
    expect(forged.length).toBe(1)
    expect(forged[0]?.header('authentication-results')).toContain('dmarc=fail')
  })

  test('names hundreds of strangers in one copy', () => {
    expect(Math.max(...theirs.map(({ mail }) => mail.headers.split('@crowd.test').length))).toBeGreaterThan(200)
  })
})

describe('a mailbox that was moved', () => {
  const after = moved(mixedUp, { daysAgo: 10, now })
  const before = new Map(mixedUp.newestFirst.map((mail) => [mail.id, mail]))
  const arrived = after.newestFirst.filter(({ id, at }) => at !== before.get(id)?.at)

  test('received everything from before on one day, and tells otherwise only in its headers', () => {
    expect(new Set(arrived.map(({ at }) => new Date(at).toISOString().slice(0, 10))).size).toBe(1)
    expect(arrived.filter(({ id, headers }) => headers !== before.get(id)?.headers)).toEqual([])
    expect(arrived.length).toBeGreaterThan(after.size / 2)
  })

  test('keeps the order of its messages, and what came since', () => {
    const inOrder = (mailbox: typeof after) => mailbox.newestFirst.map(({ id }) => id)
    expect(inOrder(after)).toEqual(inOrder(mixedUp))
    expect(after.newestFirst[0]).toEqual(mixedUp.newestFirst[0])
  })
})
