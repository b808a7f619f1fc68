/** The owner's mailbox at work is what it says, and stands beside her own. */
import { describe, expect, test } from 'vitest'
import { folderOf } from '../microsoft/whereabouts.ts'
import type { Mailbox } from '../world.ts'
import { owner, ownerAtWork, populate, populateWork } from './index.ts'

/** A Monday morning in Berlin. */
const monday = Date.UTC(2026, 10, 23, 8)
const day = 86_400_000

const own = populate({ seed: 7, now: monday })
const work = populateWork(own, { seed: 7, now: monday })

const headersOf = (mailbox: Mailbox) => mailbox.newestFirst.map(({ headers }) => headers)
const messageIds = (mailbox: Mailbox) =>
  new Set(headersOf(mailbox).map((headers) => /^message-id: (.*)$/im.exec(headers)?.[1]))
const senders = (mailbox: Mailbox) =>
  new Set(headersOf(mailbox).flatMap((headers) => /^from: .*?([\w.+-]+@[\w.-]+)>?$/im.exec(headers)?.[1] ?? []))

describe('the mailbox at work', () => {
  test('is hers, at Microsoft alone, and much smaller than her own', () => {
    expect(work.owner).toBe(ownerAtWork)
    expect(owner.aliases).toContain(ownerAtWork.address)
    expect(ownerAtWork.reachedThrough).toEqual(['microsoft'])
    expect(work.size).toBeGreaterThan(3000)
    expect(work.size).toBeLessThan(own.size / 3)
  })

  test('holds many of the same letters, by the same Message-IDs under other ids, and some that her own does not know', () => {
    const known = messageIds(own)
    const shared = [...messageIds(work)].filter((id) => known.has(id))
    expect(shared.length).toBeGreaterThan(2000)
    expect(work.size - shared.length).toBeGreaterThan(500)
    expect(work.newestFirst.filter(({ id }) => own.mail(id) !== undefined)).toEqual([])
  })

  test('has people that her own does not know, and none of theirs twice', () => {
    const known = senders(own)
    const newcomers = [...senders(work)].filter(
      (address) => !known.has(address) && address.endsWith('@northlight.example'),
    )
    expect(newcomers.length).toBeGreaterThan(10)
    const invited = (mailbox: Mailbox) =>
      new Set([...mailbox.meetings.values()].flatMap(({ invitees }) => invitees.map(({ name }) => name)))
    const names = invited(own)
    const others = [...invited(work)].filter((name) => name !== owner.name)
    expect(others.filter((name) => names.has(name))).toEqual([])
  })

  test('is written to her there: no letter and no meeting names her other address', () => {
    expect(headersOf(work).filter((headers) => headers.includes(owner.address))).toEqual([])
    const invited = [...work.meetings.values()].flatMap(({ invitees, organizer }) => [...invitees, organizer])
    expect(invited.filter(({ address }) => address === owner.address)).toEqual([])
    expect(invited.filter(({ address }) => address === ownerAtWork.address).length).toBeGreaterThan(100)
  })

  test('has folders of her own, directory names, and something from nobody', () => {
    const folders = new Set(work.newestFirst.map(({ labels }) => folderOf(labels)))
    for (const folder of ['inbox', 'sentitems', 'archive', 'own:Kunden/Casamar', 'own:Tickets'])
      expect(folders).toContain(folder)
    const count = (pattern: RegExp) => headersOf(work).filter((headers) => pattern.test(headers)).length
    expect(count(/^From: .*<\/O=EXCHANGELABS\//m)).toBeGreaterThan(5)
    expect(headersOf(work).filter((headers) => !/^from:/im.test(headers))).toHaveLength(1)
  })

  test('goes back two years, and not beyond now but for what is booked', () => {
    const times = work.newestFirst.map(({ at }) => at)
    expect(Math.max(...times)).toBeLessThan(monday)
    expect(monday - Math.min(...times)).toBeGreaterThan(700 * day)
    expect(monday - Math.min(...times)).toBeLessThan(735 * day)
    expect([...work.meetings.values()].filter(({ startsAt }) => startsAt > monday).length).toBeGreaterThan(2)
  })

  test('is the same for the same seed and moment, and leaves her own alone', () => {
    const before = own.size
    const again = populateWork(own, { seed: 7, now: monday })
    expect(JSON.stringify(again.newestFirst)).toBe(JSON.stringify(work.newestFirst))
    expect([own.size, own.mailChanges]).toEqual([before, []])
  })
})
