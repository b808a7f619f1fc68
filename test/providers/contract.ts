/**
 * What every provider must do, tried on its simulator: whoever adds one passes this suite, and nothing outside its folder
 * changes. What is told is laid on a shelf, as the product lays it into its database, and the shelf must come to hold what
 * the mailbox holds.
 */
import { beforeEach, describe, expect, test } from 'vitest'
import type { CalendarEvent } from '../../src/model/event.ts'
import type { Message } from '../../src/model/message.ts'
import { DAY, later } from '../../src/model/time.ts'
import type { Access, Cursor, Feed, Page, ProviderError, Want } from '../../src/providers/provider.ts'
import type { Meeting } from '../sandbox/world.ts'
import { ann, type Line, letterOf, mailboxOf, meetingOf, start } from '../story.ts'
import { type Simulated, type Stage, setStage } from './stage.ts'

const yearsBack = 5 * 365
const daysAhead = 92

export const contractOf = (name: string, simulated: Simulated): void => {
  const open = async (lines: readonly Line[] = [], meetings: readonly Meeting[] = []) => {
    const stage = setStage(simulated, mailboxOf(lines, meetings), start)
    return { ...stage, access: await accessOf(stage) }
  }

  describe(`${name}: signing in`, () => {
    test('tells who it is, by a subject that stays, and an address that is vouched for', async () => {
      const stage = setStage(simulated, mailboxOf([]), start)
      const [first, second] = [await stage.signIn(), await stage.signIn()]
      expect(first).toMatchObject({ ok: true, value: { identity: { address: ann.address } } })
      const identities = [first, second].map((connected) => connected.ok && connected.value.identity)
      expect(identities[0]).toEqual(identities[1])
      expect(identities[0]).toMatchObject({ vouchedAddress: ann.address })
    })

    test('without a scope that matters nothing is connected, and what cannot be done is said', async () => {
      const stage = setStage(simulated, mailboxOf([]), start)
      const needed = stage.provider.oauth.scopes.filter(({ without }) => without !== null)
      expect(needed).toHaveLength(2)
      for (const { scope, without } of needed) {
        const connected = await setStage(simulated, mailboxOf([]), start).signIn({ without: [scope] })
        expect(connected).toMatchObject({
          ok: false,
          error: { reason: 'scopes_missing', missing: [{ scope, without }] },
        })
      }
    })

    test('a token that has ended is renewed, as often as it must be', async () => {
      const stage = await open([{ from: 'bo@example.com', daysAgo: 1 }])
      const connected = await stage.signIn()
      if (!connected.ok) throw new Error(connected.error.reason)
      let { grant } = connected.value
      for (let turn = 0; turn < 3; turn += 1) {
        stage.clock.time += 2 * 3_600_000
        const renewed = await stage.renew(grant)
        if (!renewed.ok) throw new Error(JSON.stringify(renewed.error))
        grant = renewed.value
        const access = { token: grant.accessToken, scopes: grant.scopes }
        await must(pull({ ...stage, access }, stage.provider.mail, { cursor: null, want: 'past' }))
      }
      stage.world.weather.revoked = true
      expect(await stage.renew(grant)).toEqual({ ok: false, error: { reason: 'grant_revoked' } })
    })

    test.each(['outage', 'nonsense', 'breakOff'] as const)(
      'while the token endpoint has an %s, no grant is called dead',
      async (fault) => {
        const stage = await open()
        const connected = await stage.signIn()
        if (!connected.ok) throw new Error(connected.error.reason)
        for (let turn = 0; turn < 4; turn += 1) {
          Object.assign(stage.world.weather, { [fault]: 1 })
          const renewed = await stage.renew(connected.value.grant)
          expect(renewed.ok ? 'renewed' : renewed.error.reason).toMatch(/^(unavailable|malformed)$/)
        }
        expect((await stage.renew(connected.value.grant)).ok).toBe(true)
      },
    )

    test('each kind of account says where letters are written, and where a permission is withdrawn', async () => {
      const { provider } = await open()
      const connected = await setStage(simulated, mailboxOf([]), start).signIn()
      const subject = connected.ok ? connected.value.identity.subject : ''
      expect(provider.mailClientOf(subject)).not.toBe('mailto')
      expect(provider.permissionsPage(subject).protocol).toBe('https:')
    })
  })

  describe(`${name}: mail that lay there`, () => {
    const lines: readonly Line[] = [
      ...Array.from({ length: 130 }, (_, index) => ({ from: `p${index % 7}@example.com`, daysAgo: 1 + index * 3 })),
      ...Array.from({ length: 90 }, (_, index) => ({ to: `p${index % 7}@example.com`, daysAgo: 2 + index * 4 })),
      { from: 'bo@example.com', daysAgo: 5.5, labels: ['Projects'] },
      { from: 'bo@example.com', daysAgo: 6.5, labels: [] },
      { to: 'bo@example.com', daysAgo: 7.5, labels: ['DRAFT'] },
      { from: 'bo@example.com', daysAgo: 8.5, labels: ['TRASH'] },
    ]

    test('is told, all of it, each letter on its own side, a page at a time', async () => {
      const stage = await open(lines)
      const shelf = newShelf()
      const pages = await readPast(stage, stage.provider.mail, shelf)
      expect(shelf.mail()).toEqual(heldIn(stage))
      for (const page of pages) expect(page.upserts.length).toBeLessThanOrEqual(100)
      expect(pages.at(-1)?.past.stage).toBe('done')
      expect(pages.at(-1)?.total).toBeGreaterThan(200)
    })

    test('is told by few calls, one after the other', async () => {
      const stage = await open(lines)
      let most = 0
      let cursor: Cursor | null = null
      for (let more = true; more; ) {
        const before = stage.counted.requests
        const page: Page<Message> = await must(pull(stage, stage.provider.mail, { cursor, want: 'past' }))
        most = Math.max(most, stage.counted.requests - before)
        ;({ cursor, more } = page)
      }
      expect(most).toBeLessThan(50)
      expect(stage.counted.mostAtOnce).toBeLessThanOrEqual(3)
    })

    test('from beyond the horizon is left where it is', async () => {
      const old = Array.from({ length: 400 }, (_, index) => ({
        from: 'old@example.com',
        daysAgo: yearsBack + 30 + index,
      }))
      const stage = await open([...lines.slice(0, 20), ...old])
      const shelf = newShelf()
      await readPast(stage, stage.provider.mail, shelf)
      expect(shelf.mail().length).toBeLessThan(20 + old.length / 2)
    })

    test('and what happens while it is read is told as news, whichever is read first', async () => {
      const stage = await open(lines)
      const shelf = newShelf()
      const { mail } = stage.provider
      let cursor: Cursor | null = null
      for (let turn = 0, more = true; more; turn += 1) {
        const page: Page<Message> = await must(pull(stage, mail, { cursor, want: 'past' }))
        shelf.lay(page)
        ;({ cursor, more } = page)
        const [letter] = stage.mailbox.newestFirst
        if (turn === 1) stage.mailbox.deliver(letterOf({ from: 'new@example.com', daysAgo: -0.01 }))
        if (turn === 2 && letter !== undefined) stage.mailbox.remove(letter.id)
        if (turn === 3) stage.mailbox.deliver(letterOf({ to: 'new@example.com', daysAgo: -0.02 }))
        if (turn === 2) cursor = await readNews(stage, mail, shelf, cursor)
      }
      await readNews(stage, mail, shelf, cursor)
      expect(shelf.mail()).toEqual(heldIn(stage))
    })

    test('once read, is not read again', async () => {
      const stage = await open(lines.slice(0, 30))
      const cursor = (await readPast(stage, stage.provider.mail, newShelf())).at(-1)?.cursor ?? null
      const before = stage.counted.requests
      const page = await must(pull(stage, stage.provider.mail, { cursor, want: 'past' }))
      expect(page).toMatchObject({ upserts: [], deletions: [], more: false, past: { stage: 'done' } })
      expect(stage.counted.requests).toBe(before)
    })
  })

  describe(`${name}: news of mail`, () => {
    let stage: Awaited<ReturnType<typeof open>>
    let shelf: Shelf
    let cursor: Cursor | null
    beforeEach(async () => {
      stage = await open([
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
      ['a letter comes', () => stage.mailbox.deliver(letterOf({ from: 'eve@example.com', daysAgo: 0 }))],
      ['a letter is sent', () => stage.mailbox.deliver(letterOf({ to: 'eve@example.com', daysAgo: 0 }))],
      [
        'a draft is saved',
        () => stage.mailbox.deliver(letterOf({ to: 'eve@example.com', daysAgo: 0, labels: ['DRAFT'] })),
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
            stage.mailbox.deliver(letterOf({ from: `n${number}@example.com`, daysAgo: -number / 1000 }))
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
      stage.mailbox.deliver(letterOf({ from: 'eve@example.com', daysAgo: 0 }))
      const [once, twice] = [newShelf(), newShelf()]
      await readNews(stage, stage.provider.mail, once, cursor)
      await readNews(stage, stage.provider.mail, twice, cursor)
      expect(once.mail()).toHaveLength(1)
      expect(twice.mail()).toEqual(once.mail())
    })

    test('a position that was forgotten is said to be, and a new beginning tells everything', async () => {
      stage.mailbox.deliver(letterOf({ from: 'eve@example.com', daysAgo: 0 }))
      stage.world.weather.expireCursors = true
      expect(await errorOf(pull(stage, stage.provider.mail, { cursor, want: 'news' }))).toEqual({
        reason: 'cursor_expired',
      })
      const anew = newShelf()
      await readPast(stage, stage.provider.mail, anew)
      expect(anew.mail()).toEqual(heldIn(stage))
    })
  })

  describe(`${name}: the calendar`, () => {
    const weekly = (index: number): Meeting =>
      meetingOf(`series_${index}`, 28 - 7 * index, ['bo@example.com', 'cy@example.com'], { seriesId: 'series' })
    const meetings: readonly Meeting[] = [
      meetingOf('one', 10, ['bo@example.com']),
      meetingOf('years', 4 * 365, ['bo@example.com']),
      meetingOf('soon', -30, ['di@example.com']),
      meetingOf('beyond', -daysAhead - 20, ['di@example.com']),
      meetingOf('before', yearsBack + 20, ['di@example.com']),
      meetingOf('off', 12, ['bo@example.com'], { status: 'cancelled' }),
      meetingOf('theirs', 15, ['bo@example.com'], { organizer: { address: 'bo@example.com', name: 'Bo Ek' } }),
      ...Array.from({ length: 8 }, (_, index) => weekly(index)),
    ]
    let stage: Awaited<ReturnType<typeof open>>
    let shelf: Shelf
    let cursor: Cursor | null
    beforeEach(async () => {
      stage = await open([], meetings)
      shelf = newShelf()
      cursor = (await readPast(stage, stage.provider.calendar, shelf)).at(-1)?.cursor ?? null
    })
    const catchUp = async () => {
      cursor = await readNews(stage, stage.provider.calendar, shelf, cursor)
      return shelf.meetings()
    }
    const timesOf = (ids: readonly string[]) =>
      ids.map((id) => (stage.mailbox.meetings.get(id)?.startsAt ?? 0) / 1000).sort((a, b) => a - b)

    const inside = ['one', 'years', 'soon', 'theirs', ...Array.from({ length: 8 }, (_, index) => `series_${index}`)]

    test('is told from the horizon to its end, every instance of a series by itself', () => {
      expect(shelf.meetings()).toEqual(timesOf(inside))
    })

    test('everybody in a meeting is told, its organizer too, and who of them is the owner', () => {
      const who = (startsAt: number) =>
        shelf
          .events()
          .find((event) => event.startsAt === startsAt)
          ?.attendees.map(({ address }) => address.address)
          .sort()
      expect(who(timesOf(['theirs'])[0] ?? 0)).toEqual(['ann@gmail.example', 'bo@example.com'])
      for (const at of timesOf(Array.from({ length: 8 }, (_, index) => `series_${index}`))) {
        expect(who(at)).toEqual(['ann@gmail.example', 'bo@example.com', 'cy@example.com'])
      }
      for (const event of shelf.events()) {
        expect(event.attendees.filter(({ isSelf }) => isSelf).map(({ address }) => address.address)).toEqual([
          ann.address,
        ])
        expect(event.response).toBe('accepted')
      }
    })

    test('instances of a series bear its name, and single meetings none', () => {
      const series = new Set(shelf.events().map(({ seriesId }) => seriesId))
      expect(series.size).toBe(2)
      expect(series).toContain(null)
    })

    test('tells the zone its owner lives in', async () => {
      const pages = await readPast(stage, stage.provider.calendar, newShelf())
      expect(pages.map(({ zone }) => zone)).toContain('Europe/Berlin')
    })

    test('without news says so in one call', async () => {
      await catchUp()
      const before = stage.counted.requests
      const page = await must(pull(stage, stage.provider.calendar, { cursor, want: 'news' }))
      expect(page).toMatchObject({ upserts: [], deletions: [], more: false, past: { stage: 'done' } })
      expect(stage.counted.requests - before).toBe(1)
    })

    test('a meeting that is made, moved or called off is told', async () => {
      stage.mailbox.putMeeting(meetingOf('new', -3, ['eve@example.com']))
      stage.mailbox.putMeeting(meetingOf('soon', -31, ['di@example.com']))
      stage.mailbox.putMeeting({ ...weekly(2), status: 'cancelled' })
      expect(await catchUp()).toEqual(timesOf([...inside.filter((id) => id !== 'series_2'), 'new']))
    })

    test('a meeting that is moved out of the window is in it no more, and one moved in is', async () => {
      stage.mailbox.putMeeting(meetingOf('soon', -daysAhead - 10, ['di@example.com']))
      stage.mailbox.putMeeting(meetingOf('beyond', -40, ['di@example.com']))
      expect(await catchUp()).toEqual(timesOf([...inside.filter((id) => id !== 'soon'), 'beyond']))
    })

    test('a meeting outside the window that changes is no news', async () => {
      stage.mailbox.putMeeting(meetingOf('beyond', -daysAhead - 21, ['di@example.com', 'bo@example.com']))
      expect(await catchUp()).toEqual(timesOf(inside))
    })

    test('the window moves before it runs out: what lay beyond it is told, and nothing is lost on the way', async () => {
      stage.clock.time += 40 * DAY * 1000
      stage = { ...stage, access: await accessOf(stage) }
      stage.mailbox.putMeeting(meetingOf('one', 10, ['bo@example.com'], { status: 'cancelled' }))
      expect(await catchUp()).toEqual(timesOf([...inside.filter((id) => id !== 'one'), 'beyond']))
      stage.mailbox.putMeeting(meetingOf('beyond', -daysAhead - 19, ['di@example.com']))
      expect(await catchUp()).toEqual(timesOf([...inside.filter((id) => id !== 'one'), 'beyond']))
    })

    test('a position that was forgotten is said to be, and a new beginning tells everything', async () => {
      stage.world.weather.expireCursors = true
      const { calendar } = stage.provider
      expect(await errorOf(pull(stage, calendar, { cursor, want: 'news' }))).toEqual({ reason: 'cursor_expired' })
      const anew = newShelf()
      await readPast(stage, calendar, anew)
      expect(anew.meetings()).toEqual(timesOf(inside))
    })
  })

  describe(`${name}: bad weather is an ordinary outcome, and spoils no position`, () => {
    const kinds: readonly (readonly [string, string, readonly ProviderError['reason'][]])[] = [
      ['over the limit', 'throttle', ['rate_limited']],
      ['out of order', 'outage', ['unavailable']],
      ['nonsense', 'nonsense', ['malformed', 'unavailable']],
      ['broken off', 'breakOff', ['unavailable', 'malformed']],
    ]
    const cases = (['mail', 'calendar'] as const).flatMap((feed) =>
      kinds.map(([words, fault, reasons]) => [feed, words, fault, reasons] as const),
    )

    test.each(cases)('%s, %s', async (feed, _words, fault, reasons) => {
      const stage = await open(
        Array.from({ length: 70 }, (_, index) => ({ from: `p${index}@example.com`, daysAgo: 1 + index })),
        [meetingOf('one', 10, ['bo@example.com'])],
      )
      const source = stage.provider[feed] as Feed<Message | CalendarEvent>
      const quiet = newShelf()
      await readPast(stage, source, quiet)
      const stormy = newShelf()
      const seen = new Set<string>()
      let cursor: Cursor | null = null
      for (let more = true, turn = 0; more && turn < 200; turn += 1) {
        // Each fault comes in its several shapes by turns.
        if (turn % 2 === 0 && turn < 24) Object.assign(stage.world.weather, { [fault]: 1 })
        const pulled: Awaited<ReturnType<typeof source.pull>> = await pull(stage, source, { cursor, want: 'past' })
        if (pulled.ok) {
          stormy.lay(pulled.value)
          ;({ cursor, more } = pulled.value)
          if (pulled.value.pauseSeconds > 0) seen.add('pause')
        } else {
          seen.add(pulled.error.reason)
          if (pulled.error.reason === 'rate_limited') expect(pulled.error.retryAfterSeconds).toBeGreaterThan(0)
        }
        stage.clock.time += 61_000
      }
      expect([...seen].filter((reason) => reason !== 'pause' && !reasons.some((known) => known === reason))).toEqual([])
      expect(seen.size).toBeGreaterThan(0)
      expect(stormy.mail()).toEqual(quiet.mail())
      expect(stormy.meetings()).toEqual(quiet.meetings())
    })

    test('a grant that was withdrawn: the token is refused, and no other is to be had', async () => {
      const stage = await open([{ from: 'bo@example.com', daysAgo: 1 }])
      stage.world.weather.revoked = true
      for (const feed of [stage.provider.mail, stage.provider.calendar]) {
        expect(await errorOf(pull<unknown>(stage, feed, { cursor: null, want: 'past' }))).toEqual({
          reason: 'token_expired',
        })
      }
    })

    test('an hour later the token is refused as old', async () => {
      const stage = await open([{ from: 'bo@example.com', daysAgo: 1 }])
      stage.clock.time += 2 * 3_600_000
      expect(await errorOf(pull(stage, stage.provider.mail, { cursor: null, want: 'past' }))).toEqual({
        reason: 'token_expired',
      })
    })

    test.each(['mail', 'calendar'] as const)('a scope that is not granted is said to be missing: %s', async (feed) => {
      const stage = setStage(simulated, mailboxOf([{ from: 'bo@example.com', daysAgo: 1 }]), start)
      const [mail, calendar] = stage.provider.oauth.scopes.filter(({ without }) => without !== null)
      const missing = feed === 'mail' ? mail : calendar
      const scopes = stage.provider.oauth.scopes.filter((scope) => scope !== missing).map(({ scope }) => scope)
      const lacking = { ...stage, access: await accessOf(stage, { scopes }) }
      const pulled = pull<unknown>(lacking, stage.provider[feed], { cursor: null, want: 'past' })
      expect(await errorOf(pulled)).toMatchObject({ reason: 'scope_missing' })
    })

    test.each(['', 'null', '{}', '{"version":0}', 'not JSON'])(
      'a cursor of another make (%s) is as good as none',
      async (text) => {
        const stage = await open()
        for (const feed of [stage.provider.mail, stage.provider.calendar]) {
          expect(await errorOf(pull<unknown>(stage, feed, { cursor: text as Cursor, want: 'news' }))).toEqual({
            reason: 'cursor_expired',
          })
        }
      },
    )
  })
}

const accessOf = async (stage: Stage, ask: Parameters<Stage['signIn']>[0] = {}): Promise<Access> => {
  const connected = await stage.signIn(ask)
  if (!connected.ok) throw new Error(`not connected: ${connected.error.reason}`)
  const { accessToken, scopes } = connected.value.grant
  return { token: accessToken, scopes }
}

type OpenStage = Stage & { readonly access: Access }

/** What was told, as the product would hold it. */
type Shelf = ReturnType<typeof newShelf>

const newShelf = () => {
  const letters = new Map<string, Message>()
  const events = new Map<string, CalendarEvent>()
  return {
    lay(page: Page<Message | CalendarEvent>): void {
      for (const id of page.deletions) {
        letters.delete(id)
        events.delete(id)
      }
      for (const item of page.upserts) {
        if ('box' in item) letters.set(item.id, item)
        else events.set(item.id, item)
      }
    },
    /** A line a letter: when, which side, from whom, to whom. */
    mail: (): readonly string[] =>
      [...letters.values()]
        .filter(({ box }) => box !== 'discarded')
        .map(({ receivedAt, box, from, to }) =>
          lineOf({ at: receivedAt, box, from: from?.address ?? '', to: to.map(({ address }) => address) }),
        )
        .sort(),
    events: (): readonly CalendarEvent[] => [...events.values()],
    meetings: (): readonly number[] => [...events.values()].map(({ startsAt }) => startsAt).sort((a, b) => a - b),
  }
}

const lineOf = (letter: {
  readonly at: number
  readonly box: string
  readonly from: string
  readonly to: readonly string[]
}): string => `${letter.at} ${letter.box} ${letter.from} > ${letter.to.join(' ')}`

/** What the mailbox holds, in the same lines: no drafts, nothing thrown away. */
const heldIn = ({ mailbox }: Stage): readonly string[] =>
  mailbox.newestFirst
    .filter(({ labels }) => !labels.some((label) => ['DRAFT', 'TRASH', 'SPAM'].includes(label)))
    .map(({ at, labels, headers }) => {
      const address = (name: string): string =>
        new RegExp(`^${name}: (?:.*<)?([^<>\\n]+@[^<>\\n]+?)>?$`, 'm').exec(headers)?.[1] ?? ''
      const box = labels.includes('SENT') ? 'sent' : 'received'
      return lineOf({ at: Math.floor(at / 1000), box, from: address('From'), to: [address('To')] })
    })
    .sort()

const pull = <T>(
  { access, now }: OpenStage,
  feed: Feed<T>,
  { cursor, want }: { readonly cursor: Cursor | null; readonly want: Want },
) =>
  feed.pull(access, {
    cursor,
    want,
    since: later((start / 1000) as never, -yearsBack * DAY),
    until: later(now(), daysAhead * DAY),
    units: 5000,
    now: now(),
  })

const must = async <T>(pulled: ReturnType<Feed<T>['pull']>): Promise<Page<T>> => {
  const page = await pulled
  if (!page.ok) throw new Error(`refused: ${JSON.stringify(page.error)}`)
  return page.value
}

const errorOf = async <T>(pulled: ReturnType<Feed<T>['pull']>): Promise<ProviderError | null> => {
  const page = await pulled
  return page.ok ? null : page.error
}

/** Far more than any story here takes: a feed that never ends is a failure. */
const mostPages = 400

const read = async <T extends Message | CalendarEvent>(
  stage: OpenStage,
  feed: Feed<T>,
  shelf: Shelf,
  from: { readonly cursor: Cursor | null; readonly want: Want },
): Promise<readonly Page<T>[]> => {
  const pages: Page<T>[] = []
  let { cursor } = from
  for (let more = true; more; ) {
    const page = await must(pull(stage, feed, { cursor, want: from.want }))
    shelf.lay(page)
    pages.push(page)
    ;({ cursor, more } = page)
    if (pages.length > mostPages) throw new Error(`more than ${mostPages} pages`)
  }
  return pages
}

const readPast = <T extends Message | CalendarEvent>(stage: OpenStage, feed: Feed<T>, shelf: Shelf) =>
  read(stage, feed, shelf, { cursor: null, want: 'past' })

/** The position after all news has been read. */
const readNews = async <T extends Message | CalendarEvent>(
  stage: OpenStage,
  feed: Feed<T>,
  shelf: Shelf,
  cursor: Cursor | null,
): Promise<Cursor | null> => (await read(stage, feed, shelf, { cursor, want: 'news' })).at(-1)?.cursor ?? null
