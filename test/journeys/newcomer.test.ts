/**
 * The newcomer's journey through either provider, inside workerd: sign-in, reading, the Monday email, the check-in, its answer. The
 * sandbox's own person, with a clock that the test moves.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import type { Browser } from '../sandbox/browser.ts'
import { type Draft, draftFromLink, draftFromOutlook } from '../sandbox/console/draft.ts'
import { sentMessage } from '../sandbox/console/posting.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import { populate, type Story, stories } from '../sandbox/population/index.ts'
import type { Mailbox } from '../sandbox/world.ts'

/** A Wednesday, mid-morning in Berlin. */
const start = Date.UTC(2026, 10, 18, 9, 0, 0)
/** Monday, 08:00 in Berlin. */
const monday = Date.UTC(2026, 10, 23, 7, 0, 0)
const day = 86_400_000

const meetingsTitle = /^You meet this week$/m
/** The parts of a mail in plain text, between its rules. */
const sectionsOf = (text = 'no mail'): readonly string[] => text.split(/^-{68}$/m)

describe.each(['google', 'microsoft'] as const)('a newcomer with an account at %s', (provider) => {
  let mailbox: Mailbox
  let home: Installation
  let browser: Browser

  beforeAll(async () => {
    mailbox = populate({ seed: 1, now: start, messages: 2500 })
    home = install({ db: await freshDatabase(), mailboxes: [mailbox], now: start })
    const visit = await home.connect(mailbox.owner.address, { provider })
    browser = visit.browser
    expect(visit.response.headers.get('location')).toBe('/reading')
    await home.settle()
  })

  test('every page is read to its end, and no job is left behind or dropped', async () => {
    expect(home.queue.thrown).toEqual([])
    expect(home.queue.dropped).toEqual([])
    expect(await browser.read('/reading')).toContain('Everything of the last five years is read')
  })

  test('the people page shows the people, and none of the machines', async () => {
    const page = await browser.read('/people')
    expect(page).toContain(stories.inRhythm.name)
    expect(page).not.toContain(stories.newsletterWriter.name)
  })

  test('on Monday at eight, not before, one email comes, and one only', async () => {
    await home.passTo(monday - 15 * 60_000)
    expect(home.resend.sent).toHaveLength(0)
    await home.passTo(monday + day)
    expect(home.resend.sent).toHaveLength(1)
  })

  const planted = (verdict: Story['verdict']): readonly Story[] =>
    Object.values<Story>(stories).filter((story) => story.verdict === verdict)

  test.each(planted('suggest'))('it names $name: $title', ({ name }) => {
    expect(besidesMeetings(home.resend.sent[0]?.text)).toContain(name)
  })

  test.each([...planted('leave alone'), ...planted('not a person')])('it leaves $name alone: $title', ({ name }) => {
    expect(besidesMeetings(home.resend.sent[0]?.text)).not.toContain(name)
  })

  test('it says of whom they meet that they do, and asks nothing', () => {
    const { name } = stories.alreadyBooked
    const [told, ...more] = sectionsOf(home.resend.sent[0]?.text).filter((section) => section.includes(name))
    expect(told).toMatch(meetingsTitle)
    expect(told).not.toContain('https:')
    expect(more).toEqual([])
  })

  /** All that asks for something: whom they meet anyway is told, and no ask. */
  const besidesMeetings = (text?: string): string =>
    sectionsOf(text)
      .filter((section) => !meetingsTitle.test(section))
      .join('\n')

  test('its link opens the compose window, filled in; what is sent there shows the relationship recovered', async () => {
    const { name, address } = stories.quietMentor
    const link = linkAfter(home.resend.sent[0]?.text ?? '', name)
    const opened = await browser.get(new URL(link).pathname)
    const draft = draftIn(new URL(opened.headers.get('location') ?? ''))
    expect(draft.to).toContain(address)
    expect(draft.text).toMatch(/^Hi Ingrid,/)

    const before = await lastInTouch(name)
    mailbox.deliver(sentMessage(draft, { mailbox, at: home.clock.time }))
    await home.pollAt(home.clock.time + 3_600_000)
    expect(before).toMatch(/weeks|months/)
    expect(await lastInTouch(name)).toBe('less than a day ago')
  })

  /** The letter that a compose link fills in, wherever the person writes. */
  const draftIn = (link: URL): Draft => {
    if (link.searchParams.has('su')) return draftFromLink(link.searchParams)
    const to = link.protocol === 'mailto:' ? `&to=${link.pathname}` : ''
    return draftFromOutlook(`${link.search}${to}`)
  }

  /** The first address below the person's name. */
  const linkAfter = (text: string, name: string): string =>
    /https:\/\/\S+/.exec(text.slice(text.indexOf(name)))?.[0] ?? 'no link'

  const lastInTouch = async (name: string): Promise<string> => {
    const page = await browser.read(`/people?q=${encodeURIComponent(name)}`)
    const cells = [...page.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell ?? '')
    return cells[2] ?? 'no row'
  }

  test('the next email tells that it worked, and does not suggest the same person again', async () => {
    await home.passTo(monday + 7 * day + day)
    expect(home.resend.sent).toHaveLength(2)
    const text = home.resend.sent[1]?.text ?? ''
    expect(text).toContain('It worked')
    expect(text.slice(text.indexOf('It worked'))).toContain('Ingrid')
    expect(text.slice(0, text.indexOf('It worked'))).not.toContain('Ingrid')
  })
})
