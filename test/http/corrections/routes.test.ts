import { beforeEach, describe, expect, test } from 'vitest'
import { openRead } from '../../fixture.ts'
import { type Browser, signInFor } from '../../sandbox/browser.ts'
import type { Installation } from '../../sandbox/installation.ts'
import { mailboxOf, meetingOf, messageOf, rhythm, start } from '../../story.ts'

let db: D1Database
let home: Installation
let browser: Browser

beforeEach(async () => {
  const mailbox = mailboxOf(
    [
      ...rhythm('Bo Ek <bo@example.com>', 14, 200, 45),
      ...rhythm('Maria Lopez <maria.lopez@one.example>', 14, 200, 120),
      ...rhythm('"Lopez, Maria" <mlopez@two.example>', 14, 60, 5),
      ...rhythm('Cy Dee <cy@two.example>', 20, 100, 9),
      { from: 'Eve Hall <eve@three.example>', daysAgo: 30 },
      { from: 'Eve Hall <eve@three.example>', daysAgo: 20 },
      { from: 'News <news@shop.example>', daysAgo: 2, headers: ['List-Unsubscribe: <https://shop.example/u>'] },
    ],
    [meetingOf('m', 50, ['bo@example.com'])],
  )
  ;({ db, home, browser } = await openRead([mailbox]))
})

const pathOf = async (name: string, from = '/people'): Promise<string | null> =>
  new RegExp(`href="(/people/-?\\d+)">${name}<`).exec(await browser.read(from))?.[1] ?? null

/** Says something, and gives the page it leads to. */
const say = async (fields: Readonly<Record<string, string>>): Promise<string> => {
  const response = await browser.post('/people/corrections', fields)
  expect(response.status).toBe(303)
  return browser.read(response.headers.get('location') ?? '')
}

const said = async () =>
  (await db.prepare('SELECT id, content FROM corrections ORDER BY id').all<{ id: number; content: string }>()).results

const undoIn = (html: string): string => /name="of" value="(\d+)"/.exec(html)?.[1] ?? ''

describe('pages', () => {
  const pages = [
    '/people/corrections',
    '/people/excluded',
    '/people/excluded?q=eve',
    '/people/merges',
    '/people/groups',
  ]

  test.each([...pages, '/people/0?with=cy', '/people/0?correction=1', '/people?group=Rowing'])(
    '%s answers, says nothing by being opened, and is for its user alone',
    async (path) => {
      expect((await browser.get(path)).status).toBe(200)
      expect(await said()).toEqual([])
      expect((await home.browser().get(path)).headers.get('location')).toBe(signInFor(path))
    },
  )

  test('another site cannot say anything for the user', async () => {
    const fields = { kind: 'person', address: 'eve@three.example' }
    expect((await browser.post('/people/corrections', fields, 'https://evil.example')).status).toBe(403)
    expect(await said()).toEqual([])
  })

  test('a form leads back to a page of people, and nowhere else', async () => {
    const fields = { kind: 'person', address: 'eve@three.example' }
    for (const back of ['https://evil.example', '//evil.example', '/people//evil.example', '/sign-out']) {
      const response = await browser.post('/people/corrections', { ...fields, back })
      expect(new URL(response.headers.get('location') ?? '', 'https://perennial.test').origin).toBe(
        'https://perennial.test',
      )
      expect(response.headers.get('location')).toMatch(/^\/people/)
    }
  })

  test.each([
    ['no address', { kind: 'person', address: 'eve' }],
    ['a pattern that takes everybody', { kind: 'ignore', target: 'pattern', pattern: '*@*' }],
    ['a domain that is none', { kind: 'ignore', target: 'domain', domain: 'com' }],
    ['a rhythm the wrong way round', { kind: 'rhythm', address: 'bo@example.com', ideal: '30', tooLong: '7' }],
    ['a rhythm of no group', { kind: 'group_rhythm', group: ' ', ideal: '7', tooLong: '30' }],
    ['a day to come', { kind: 'log', how: 'call', address: 'bo@example.com', on: '2999-01-01' }],
    ['nothing known', { kind: 'explode', address: 'bo@example.com' }],
  ])('%s is refused with a sentence, and nothing is said', async (_name, fields) => {
    expect((await browser.post('/people/corrections', fields)).status).toBe(400)
    expect(await said()).toEqual([])
  })
})

describe('a form with something wrong in it', () => {
  test.each([
    ['a domain', { kind: 'ignore', target: 'domain', domain: 'com' }, 'domain', 'value="com"'],
    ['a pattern', { kind: 'ignore', target: 'pattern', pattern: '*@*' }, 'pattern', 'value="*@*"'],
    ['an own address', { kind: 'own', address: 'ann at home' }, 'own', 'value="ann at home"'],
    ['a group', { kind: 'group', address: 'bo@example.com', group: ' ' }, 'group', 'value="bo@example.com"'],
    [
      'a rhythm',
      { kind: 'rhythm', address: 'bo@example.com', ideal: '30', tooLong: '7' },
      'tooLong',
      '<option value="30" selected="">',
    ],
    [
      'a day',
      { kind: 'log', how: 'coffee', address: 'bo@example.com', on: '2999-01-01' },
      'on',
      '<option value="coffee" selected="">',
    ],
  ])('%s is shown again with the reason beside its field, and what was typed', async (_what, fields, id, kept) => {
    const back = '/people/0'
    const response = await browser.post('/people/corrections', { ...fields, back } as Record<string, string>)
    expect(response.status).toBe(400)
    const html = await response.text()
    expect(html).toContain(`aria-describedby="${id}-error"`)
    expect(html).toMatch(new RegExp(`id="${id}-error">[A-Z“][^<]+\\.<`))
    expect(html).toContain(kept)
    expect(html).toContain(`name="kind" value="${fields.kind}"`)
    expect(html).toContain(`href="${back}"`)
  })

  test('the old addresses lead to the new ones', async () => {
    const moved = async (path: string) => (await browser.get(path)).headers.get('location')
    expect(await moved('/people/said')).toBe('/people/corrections')
    expect(await moved('/people/absent?q=bo%40example')).toBe('/people/excluded?q=bo%40example')
  })
})

describe('a correction', () => {
  test('acts at once, is shown with its undo, and is taken back by it', async () => {
    const path = (await pathOf('Bo Ek')) ?? ''
    const after = await say({ kind: 'ignore', target: 'person', address: 'bo@example.com', back: '/people' })
    expect(after).toContain('You’ve left bo@example.com out.')
    expect(await pathOf('Bo Ek')).toBeNull()
    expect(await browser.read(path)).toContain('You left them out on')
    const back = await say({ kind: 'undo', of: undoIn(after), back: path })
    expect(back).toContain('Undone: ')
    expect(await pathOf('Bo Ek')).toBe(path)
  })

  test('whoever has two addresses is found by either', async () => {
    await say({ kind: 'merge', address: 'maria.lopez@one.example', other: 'mlopez@two.example' })
    for (const query of ['maria.lopez@one', 'mlopez@two']) {
      expect(await browser.read(`/people?q=${query}`)).toContain('Maria Lopez</a>')
    }
  })

  test('said twice by a double click is said once', async () => {
    const fields = { kind: 'log', how: 'coffee', address: 'bo@example.com' }
    await say(fields)
    await say(fields)
    expect(await said()).toHaveLength(1)
  })

  test('ignoring a domain takes whoever writes from it', async () => {
    await say({ kind: 'ignore', target: 'domain', domain: 'two.example' })
    const html = await browser.read('/people')
    expect(html).not.toContain('Cy Dee')
    expect(html).toContain('Bo Ek')
  })

  test('a coffee logged with one click is contact, in the timeline and for the silence', async () => {
    const path = (await pathOf('Bo Ek')) ?? ''
    expect(await browser.read(path)).toContain('it’s been 6')
    const html = await say({ kind: 'log', how: 'coffee', address: 'bo@example.com', back: path })
    expect(html).toContain('You had a coffee with Bo Ek')
    expect(html).not.toContain('it’s been 6')
    expect(html).toContain('<p>You had coffee, as you noted.</p>')
  })

  test('a call logged with one click is contact, and no meeting', async () => {
    const lastMet = (html: string): string | undefined => /<dt>Last met<\/dt><dd>([^<]+)/.exec(html)?.[1]
    const path = (await pathOf('Bo Ek')) ?? ''
    const before = lastMet(await browser.read(path))
    const html = await say({ kind: 'log', how: 'call', address: 'bo@example.com', back: path })
    expect(html).not.toContain('it’s been 6')
    expect(html).toContain('<p>You had a call, as you noted.</p>')
    expect(before).toBeDefined()
    expect(lastMet(html)).toBe(before)
  })

  test('a rhythm, a rest and a group show on the page, and the group on the list', async () => {
    const path = (await pathOf('Bo Ek')) ?? ''
    const about = { address: 'bo@example.com', back: path }
    await say({ kind: 'rhythm', ideal: '7', tooLong: '30', ...about })
    await say({ kind: 'snooze', days: '30', ...about })
    const html = await say({ kind: 'group', group: 'Rowing', ...about })
    expect(html).toContain('You chose: ideally every week, too long after 4 weeks.')
    expect(html).toContain('Snoozed until')
    const group = await browser.read('/people?group=Rowing')
    expect(group).toContain('Bo Ek')
    expect(group).not.toContain('Cy Dee')
    expect(await browser.read('/people/groups')).toContain('Rowing')
  })
})

describe('every kind of correction', () => {
  const maria = { address: 'maria.lopez@one.example', other: 'mlopez@two.example' }
  const bo = { address: 'bo@example.com' }

  const all: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['merge', { kind: 'merge', ...maria }],
    ['apart', { kind: 'apart', ...maria }],
    ['split', { kind: 'split', address: maria.other }],
    ['ignore person', { kind: 'ignore', target: 'person', ...bo }],
    ['ignore address', { kind: 'ignore', target: 'address', address: maria.other }],
    ['ignore domain', { kind: 'ignore', target: 'domain', domain: 'two.example' }],
    ['ignore pattern', { kind: 'ignore', target: 'pattern', pattern: 'cy@*' }],
    ['person', { kind: 'person', address: 'eve@three.example' }],
    ['own', { kind: 'own', ...bo }],
    ['log', { kind: 'log', how: 'call', ...bo }],
    ['snooze', { kind: 'snooze', days: '30', ...bo }],
    ['rhythm', { kind: 'rhythm', ideal: '7', tooLong: '30', ...bo }],
    ['group', { kind: 'group', group: 'Rowing', ...bo }],
  ]

  test('has a form on a page of people', async () => {
    await say({ kind: 'merge', ...maria })
    const person = (await pathOf('Maria Lopez')) ?? ''
    await say({ kind: 'undo', of: '1' })
    const unmerged = await browser.read('/people/merges')
    await say({ kind: 'merge', ...maria })
    const pages = await Promise.all(
      [`${person}?with=cy`, '/people/corrections', '/people/excluded?q=eve'].map((path) => browser.read(path)),
    )
    const forms = [unmerged, ...pages].flatMap((page) => page.match(/<form method="post"[\s\S]*?<\/form>/g) ?? [])
    const kinds = forms.map((form) =>
      ['kind', 'target'].flatMap((name) => new RegExp(`name="${name}" value="(\\w+)"`).exec(form)?.[1] ?? []).join(' '),
    )
    expect(all.map(([kind]) => kind).filter((kind) => !kinds.includes(kind))).toEqual([])
  })

  test.each(all)(
    '%s acts at once, stands in the list of what was said, and leaves no trace when taken back',
    async (_, fields) => {
      if (fields.kind === 'split' || fields.target === 'address') await say({ kind: 'merge', ...maria })
      const seen = async () => [
        await browser.read('/people'),
        await browser.read('/people/merges'),
        await browser.read('/people/excluded?q=e'),
        await browser.read((await pathOf('Bo Ek')) ?? '/people'),
      ]
      const before = await seen()
      const after = await say(fields)
      expect(after).toContain('Undo')
      expect((await seen()).join()).not.toBe(before.join())
      expect(await browser.read('/people/corrections')).toContain('name="kind" value="undo"')
      await say({ kind: 'undo', of: undoIn(after) })
      expect(await seen()).toEqual(before)
    },
  )
})

describe('a rhythm set for a group', () => {
  test('holds for everybody in it, is explained as theirs, and is taken back', async () => {
    const path = (await pathOf('Bo Ek')) ?? ''
    await say({ kind: 'group', group: 'Rowing', address: 'bo@example.com' })
    const groups = await say({
      kind: 'group_rhythm',
      group: 'Rowing',
      ideal: '7',
      tooLong: '21',
      back: '/people/groups',
    })
    expect(groups).toContain('You chose for all of them: ideally every week, too long after 3 weeks.')
    expect(await browser.read(path)).toContain('For “Rowing” you set every week')
    const after = await say({ kind: 'undo', of: undoIn(groups), back: path })
    expect(after).not.toContain('For “Rowing” you set')
    expect(after).toContain('Learned from what you do.')
  })
})

describe('less often', () => {
  test('is said with one click on a person’s page, and shows among what was said', async () => {
    const path = (await pathOf('Bo Ek')) ?? ''
    expect(await browser.read(path)).toContain('Less often')
    const html = await say({ kind: 'less_often', address: 'bo@example.com', back: path })
    expect(html).toContain('You asked to see Bo Ek less often.')
  })
})

describe('one person or two', () => {
  test('is asked with the evidence; a yes makes them one, under the older number, and can be taken back', async () => {
    const html = await browser.read('/people/merges')
    expect(html).toContain('after the first went quiet')
    const fresh = (await pathOf('Maria Lopez', '/people?q=mlopez')) ?? ''
    const merged = await say({
      kind: 'merge',
      address: 'maria.lopez@one.example',
      other: 'mlopez@two.example',
      back: fresh,
    })
    expect(merged).toContain('<span>2 addresses</span>')
    expect(await browser.read('/people/merges')).toContain('There’s no one to ask about')
    await say({ kind: 'split', address: 'maria.lopez@one.example', back: fresh })
    expect(await browser.read(fresh)).not.toContain('<span>2 addresses</span>')
    expect(await browser.read('/people/merges')).toContain('There’s no one to ask about')
  })

  test('a no is not asked again', async () => {
    const pair = { address: 'maria.lopez@one.example', other: 'mlopez@two.example' }
    const html = await say({ kind: 'apart', ...pair, back: '/people/merges' })
    expect(html).toContain('There’s no one to ask about')
  })
})

describe('why somebody is not here', () => {
  test('is answered with the rule and the count, and can be put right there', async () => {
    const html = await browser.read('/people/excluded?q=Eve')
    expect(html).toContain('You’ve never written to them and never met')
    expect(html).toContain('2 messages from them')
    await say({ kind: 'person', address: 'eve@three.example' })
    expect(await pathOf('Eve Hall')).not.toBeNull()
  })

  test('names what the user said, with its undo', async () => {
    await say({ kind: 'ignore', target: 'pattern', pattern: 'cy@*' })
    const html = await browser.read('/people/excluded?q=cy')
    expect(html).toContain('You left out addresses like cy@* on')
    await say({ kind: 'undo', of: undoIn(html) })
    expect(await pathOf('Cy Dee')).not.toBeNull()
  })

  test('without a name, counts what every rule keeps out', async () => {
    const html = await browser.read('/people/excluded')
    expect(html).toContain('rule=only_heard_from">They wrote, you never did, and you never met</a></p><span>1</span>')
    expect(html).toContain('code=unsubscribe_header">It can be unsubscribed from</a></p><span>1</span>')
  })

  test('is answered of machines as well, with the sign and how many letters share it', async () => {
    const html = await browser.read('/people/excluded?q=news@shop')
    expect(html).toContain('news@shop.example')
    expect(html).toContain(
      'We ignore its messages: it can be unsubscribed from. It’s the only message ignored for that.',
    )
    expect(html).not.toContain('read no message from a person')
    expect(await browser.read('/people/excluded')).toContain('They come from 1 address')
  })

  test('never says of somebody who is here that their away note is left out', async () => {
    home.world.mailboxes[0]?.deliver(
      messageOf({ from: 'Bo Ek <bo@example.com>', daysAgo: 0, headers: ['Auto-Submitted: auto-replied'] }),
    )
    await home.pollAt(start + 3_600_000)
    const html = await browser.read('/people/excluded?q=bo@example')
    expect(html).toContain('is among your people')
    expect(html).not.toContain('We ignore its messages')
  })

  test('tells of people who are here, and of those nobody has heard of', async () => {
    expect(await browser.read('/people/excluded?q=bo@example')).toContain('is among your people')
    expect(await browser.read('/people/excluded?q=zed')).toContain('read no message from a person')
  })

  test('a person nobody has heard of can be told of, and talked with', async () => {
    const html = await browser.read('/people/excluded?q=zoe@four.example')
    expect(html).toContain('This is a person')
    await say({ kind: 'person', address: 'zoe@four.example' })
    const path = (await pathOf('zoe@four.example')) ?? ''
    expect(await browser.read(path)).toContain('You haven’t been in direct contact yet.')
    const page = await say({ kind: 'log', how: 'coffee', address: 'zoe@four.example', back: path })
    expect(page).toContain('You had a coffee with zoe@four.example')
    expect(page).toContain('<p>You had coffee, as you noted.</p>')
  })
})
