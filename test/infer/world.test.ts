/**
 * The whole sandbox world read by the product's own inference, and held against the truth of it: nothing automated is a
 * person, nobody planted is lost, nobody is two, and everybody is called by the best name there is.
 */
import { describe, expect, test } from 'vitest'
import { proposalsOf } from '../../src/infer/proposals.ts'
import { resolve } from '../../src/infer/resolve.ts'
import { canonicalAddress } from '../../src/model/address.ts'
import { lastContactAt } from '../../src/model/relationship.ts'
import { type Instant, instantFromMilliseconds } from '../../src/model/time.ts'
import { candidatesOf } from '../../src/report/former.ts'
import { healthOf } from '../../src/score/health.ts'
import { readMailbox } from '../eval/read-mailbox.ts'
import { usualPace } from '../pace.ts'
import { inhabitants, owner, populate, stories } from '../sandbox/population/index.ts'
import { contactsWith, isHeld, readMessages } from '../sandbox/population/read-back.ts'

/** A Monday morning in Berlin. */
const monday = Date.UTC(2026, 10, 23, 8)

const worlds = [
  { seed: 1, now: monday },
  { seed: 7, now: monday + 3 * 86_400_000 },
  { seed: 11, now: Date.UTC(2027, 2, 1, 10), messages: 9000 },
  { seed: 3, now: monday, messages: 3000, years: 2 },
]

describe.each(worlds)('world %j', (options) => {
  const mailbox = populate(options)
  const mails = readMessages(mailbox)
  const humans = inhabitants(options)
  const now = instantFromMilliseconds(options.now)
  const read = readMailbox(mailbox, options.now)
  const { contacts, own } = read
  const resolved = resolve(read, [])
  const { people, excluded } = resolved
  const canonical = (address: string): string => canonicalAddress(address) ?? address
  const humanAt = new Map(humans.flatMap((human) => human.addresses.map((address) => [canonical(address), human])))
  const personAt = new Map(people.flatMap((person) => person.addresses.map((address) => [address as string, person])))
  const known = (address: string) => personAt.get(canonical(address))

  test('nothing but human beings is a person', () => {
    const others = people.filter(({ addresses }) => !addresses.every((address) => humanAt.has(address)))
    expect(others.map(({ name, addresses }) => `${name} ${addresses}`)).toEqual([])
  })

  test('everybody who wrote and was written to, or was met by few, is a person', () => {
    const few = mails.filter(({ recipients }) => recipients.length <= 3)
    const writers = new Set(few.filter(({ isReceived }) => isReceived).map(({ from }) => from))
    const readers = new Set(few.filter(({ isSent }) => isSent).flatMap(({ recipients }) => recipients))
    const talks = [...mailbox.meetings.values()].filter(
      (meeting) =>
        meeting.seriesId === null &&
        meeting.invitees.length === 2 &&
        meeting.startsAt < options.now &&
        isHeld(meeting, mailbox),
    )
    const met = new Set(talks.flatMap(({ invitees }) => invitees.map(({ address }) => address)))
    const inTouch = humans
      .flatMap(({ addresses }) => addresses)
      .filter((address) => (writers.has(address) && readers.has(address)) || met.has(address))
    expect(inTouch.length).toBeGreaterThan(30)
    expect(inTouch.filter((address) => known(address) === undefined)).toEqual([])
  })

  test('no person is two human beings', () => {
    const mixed = people.filter(({ addresses }) => new Set(addresses.map((address) => humanAt.get(address))).size > 1)
    expect(mixed.map(({ addresses }) => addresses)).toEqual([])
  })

  test('every address that is no person’s has its rule', () => {
    const placed = people.length + excluded.length
    expect(placed).toBeGreaterThanOrEqual(people.length)
    const counted = people.reduce((sum, { contactIds }) => sum + contactIds.length, 0) + excluded.length
    expect(counted).toBe(contacts.length)
  })

  test('whoever signs with two names, or is written to by two, has both', () => {
    const told = new Map<string, Set<string>>()
    const tell = (name: string, address: string) => {
      const key = canonical(address)
      told.set(key, (told.get(key) ?? new Set()).add(name))
    }
    // Their own words and the user's: what others call somebody is no name of theirs.
    for (const { kind, feed, role, who } of read.interactions) {
      if (kind === 'sent' || kind === 'received' || (feed === 'mail' && role === 'from')) tell(who.name, who.address)
    }
    const poor = people.filter(({ name, addresses }) => {
      const names = addresses.flatMap((address) => [...(told.get(address) ?? [])])
      return !name.includes(' ') && names.some((each) => /^\p{L}[\p{L}\p{M}'’-]+[ ,]/u.test(each))
    })
    expect(poor.map(({ name, addresses }) => `${name} ${addresses}`)).toEqual([])
  })

  test('her own addresses are hers', () => {
    expect([...own].sort()).toEqual([owner.address, ...owner.aliases].map(canonical).sort())
  })

  test.each([stories.roleAddress, stories.salesTool, stories.besideList])(
    '$title: all letters count',
    ({ address }) => {
      const theirs = contactsWith(address, { mails, mailbox, now: options.now }).mails
      const received = theirs.filter(({ kind }) => kind === 'received')
      const person = known(address)
      expect(received.length).toBeGreaterThan(3)
      expect(person?.relationship.lastReceivedAt).toBe(Math.floor((received.at(-1)?.at ?? 0) / 1000))
    },
  )

  test('what an assistant writes counts for the person meant, and he is nobody', () => {
    const { address } = stories.assistant
    expect(known('p.brandsma@deltaverlag.example')).toBeUndefined()
    const byHim = mails.filter(({ header }) => header('from').includes('on behalf of'))
    expect(byHim.length).toBeGreaterThan(2)
    expect(known(address)?.relationship.lastReceivedAt).toBe(Math.floor((byHim[0]?.at ?? 0) / 1000))
  })

  test('who answers from home stays where they were written to, until the user writes there', () => {
    const { address, otherAddress } = stories.answersFromHome
    expect(known(address)?.addresses).toEqual([canonical(address)])
    expect(known(otherAddress)).toBeUndefined()
  })

  test('two of one name are two, and nobody asks', () => {
    const { address, otherAddress } = stories.namesakes
    expect(known(address)).not.toBe(known(otherAddress))
    const asked = proposalsOf(resolved, now).flatMap(({ people: pair }) => pair.map(({ name }) => name))
    expect(asked).not.toContain(stories.namesakes.name)
  })

  test.each([stories.newCompany, stories.movedQuietly])('$title: told, and proposed as one', (story) => {
    const [old, fresh] = [known(story.address), known(story.otherAddress)]
    const candidates = candidatesOf(people, ({ relationship }) => healthOf(relationship, now, usualPace), {
      now,
      knownSince: 0 as Instant,
    })
    const moved = candidates.find(({ person }) => person === fresh)
    expect(moved?.former?.personId).toBe(old?.id)
    const pairs = proposalsOf(resolved, now).map(({ people: pair }) => pair.map(({ id }) => id))
    expect(pairs).toContainEqual([old?.id, fresh?.id])
    expect(old?.bouncedAt === null).toBe(story === stories.movedQuietly)
  })

  test('nobody else seems to have moved, but who writes from two addresses one after the other', () => {
    const candidates = candidatesOf(people, ({ relationship }) => healthOf(relationship, now, usualPace), {
      now,
      knownSince: 0 as Instant,
    })
    const wrong = candidates.filter(({ person, former }) => {
      const old = people.find(({ id }) => id === former?.personId)
      if (old === undefined) return false
      const [address = ''] = person.addresses
      const lastAt = lastContactAt(old.relationship, now) ?? 0
      return humanAt.get(address) !== humanAt.get(old.addresses[0] ?? '') || (person.relationship.firstAt ?? 0) < lastAt
    })
    expect(wrong.map(({ person }) => person.name)).toEqual([])
  })
})
