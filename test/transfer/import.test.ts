import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import schema from '../../src/http/assets/export.schema.json' with { type: 'json' }
import { signInFor } from '../sandbox/browser.ts'
import { install } from '../sandbox/installation.ts'
import { sqliteDatabase } from '../sandbox/sqlite-database.ts'
import { ann, mailboxOf, rhythm, start } from '../story.ts'
import { emptyWorld, exported, fullWorld, importInto, type Opened, uploadOf } from './world.ts'

let file: string
beforeAll(async () => {
  file = await exported((await fullWorld()).browser)
}, 120_000)

/** Every row that an import could write. */
const everythingIn = async ({ db }: Opened): Promise<string> => {
  const tables = [
    'interactions',
    'addresses',
    'contact_blocks',
    'automated_senders',
    'corrections',
    'reports',
    'suggestion_acts',
  ]
  const all = await Promise.all(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()))
  return JSON.stringify(all.map(({ results }) => results))
}

test('an export holds every kind of record, follows its schema, and has no secret in it', async () => {
  const said = JSON.parse(file)
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
  expect(validate(said), JSON.stringify(validate.errors)).toBe(true)
  const kinds = new Set(said.records.map(({ kind }: { kind: string }) => kind))
  expect([...kinds].sort()).toEqual(['automated_sender', 'correction', 'entries', 'person', 'report', 'suggestion_act'])
  const { db } = await fullWorld()
  const { grant } = (await db.prepare('SELECT "grant" FROM accounts').first<{ grant: string }>()) ?? { grant: 'none' }
  expect(grant.length).toBeGreaterThan(40)
  const { digest } = (await db.prepare('SELECT digest FROM sessions').first<{ digest: string }>()) ?? { digest: 'none' }
  expect(file).not.toContain(grant.split('.')[2])
  expect(file).not.toContain(digest)
  expect(validate({ ...said, records: [{ ...said.records[0], rank: 4 }] })).toBe(false)
})

test('what is exported, imported elsewhere and exported again is the same, to the letter; and again', async () => {
  const there = await emptyWorld()
  await importInto(there, file)
  expect(await exported(there.browser)).toBe(file)
  const before = await everythingIn(there)
  await importInto(there, file)
  expect(await exported(there.browser)).toBe(file)
  expect(await everythingIn(there)).toBe(before)
})

test('into an installation that has read the same mailbox nothing comes twice', async () => {
  const there = await fullWorld()
  const before = await everythingIn(there)
  await importInto(there, await exported(there.browser))
  expect(await everythingIn(there)).toBe(before)
})

test('a file that a program has laid out anew is still one', async () => {
  const there = await emptyWorld()
  await importInto(there, JSON.stringify(JSON.parse(file), null, 2))
  expect(await exported(there.browser)).toBe(file)
})

test('what was cut into parts, by the script of the page, is put together', async () => {
  const there = await emptyWorld()
  const lines = file.trim().split('\n')
  const parts = [lines.slice(1, 5), lines.slice(5, 9), lines.slice(9, -1)].map((records) =>
    [lines[0], records.join('\n').replace(/,$/, ''), ']}'].join('\n'),
  )
  for (const [index, part] of parts.entries()) {
    const form = uploadOf(part, {
      settings: 'on',
      ...(index > 0 && { continued: 'yes' }),
      ...(index < parts.length - 1 && { more: 'yes' }),
    })
    expect((await there.browser.upload('/your-data/import', form)).status).toBe(303)
  }
  await there.home.settle()
  expect(await exported(there.browser)).toBe(file)
})

test('an account that is not connected here becomes an archive nobody signs in by', async () => {
  const there = await emptyWorld()
  const other = file.replace('"subject":"', '"subject":"9')
  await importInto(there, other)
  const { results } = await there.db
    .prepare('SELECT subject, status_kind AS kind, "grant" FROM accounts ORDER BY id')
    .all<{ subject: string; kind: string; grant: string }>()
  expect(results).toHaveLength(2)
  expect(results[1]).toMatchObject({ kind: 'disconnected', grant: '', subject: expect.stringMatching(/^archive:1:/) })
  expect(JSON.parse(await exported(there.browser)).records).toEqual(
    JSON.parse(other).records.map((record: object) =>
      'account' in record ? { ...record, account: expect.any(Number) } : expect.anything(),
    ),
  )
  expect(await there.browser.read('/people')).toContain('Bo Ek')
})

describe('a bad file', () => {
  const refusedOf = async (
    text: string,
  ): Promise<{ readonly status: number; readonly html: string; readonly isUntouched: boolean }> => {
    const there = await emptyWorld()
    await there.home.settle()
    const before = await everythingIn(there)
    const response = await there.browser.upload('/your-data/import', uploadOf(text))
    await there.home.settle()
    const html = response.status === 303 ? await there.browser.read('/your-data') : await response.text()
    return { status: response.status, html, isUntouched: (await everythingIn(there)) === before }
  }

  test.each([
    ['another file', 'hello', 'not a Perennial export'],
    ['other JSON', '{"a":1}', 'not a Perennial export'],
    ['an empty list', '[]', 'not a Perennial export'],
  ])('%s is refused beside the field', async (_what, text, says) => {
    const { status, html, isUntouched } = await refusedOf(text)
    expect(status).toBe(400)
    expect(html).toContain(says)
    expect(html).toContain('aria-describedby="file-error"')
    expect(isUntouched).toBe(true)
  })

  test('one whose end is missing is refused', async () => {
    expect((await refusedOf(file.slice(0, -400))).html).toContain('end of the file is missing')
  })

  test('one of a later version is refused', async () => {
    expect((await refusedOf(file.replace('"version":1', '"version":2'))).html).toContain('newer Perennial')
  })

  test('with one bad line, nothing of it is imported, and the line is named', async () => {
    const lines = file.split('\n')
    const broken = lines.with(lines.length - 3, '{"kind":"suggestion_act","week":"soon"}').join('\n')
    const { status, html, isUntouched } = await refusedOf(broken)
    expect(status).toBe(303)
    expect(html).toContain(`Line ${lines.length - 2} of the file`)
    expect(isUntouched).toBe(true)
  })
})

test('whatever single value of a file is changed, it is taken in or refused, and every page still opens', async () => {
  const records: readonly Readonly<Record<string, unknown>>[] = JSON.parse(file).records
  const there = await emptyWorld()
  await fc.assert(
    fc.asyncProperty(
      fc.nat(records.length - 1),
      fc.nat(5),
      fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant([]), fc.constant({}), fc.double()),
      async (place, field, value) => {
        const record = records[place] ?? {}
        const name = Object.keys(record)[field % Object.keys(record).length] ?? ''
        const changed = records.with(place, { ...record, [name]: value })
        await importInto(there, JSON.stringify({ ...JSON.parse(file), records: changed }))
        expect(there.home.queue.thrown).toEqual([])
        for (const path of ['/people', '/reports', '/your-data'])
          expect((await there.browser.get(path)).status).toBe(200)
        expect((await there.browser.get('/your-data/export')).status).toBe(200)
      },
    ),
    { numRuns: 25 },
  )
})

test('a stranger is sent away, and the links of one user give another nothing', async () => {
  const there = await fullWorld()
  for (const path of ['/your-data', '/your-data/export', '/your-data/people.csv', '/your-data/people.vcf']) {
    const response = await there.home.browser().get(path)
    expect(response.headers.get('location'), path).toBe(signInFor(path))
  }
  const part = '/your-data/export?piece=e.1..&piece=p.0.3'
  expect((await there.home.browser().get(part)).headers.get('location')).toBe(signInFor(part))
})

test('whoever is signed in gets nothing of another user, whatever pieces a link names', async () => {
  const cara = { ...ann, subject: '100000000000000000009', address: 'cara@gmail.example', name: 'Cara Dahl' }
  const db = await sqliteDatabase()
  const mailboxes = [mailboxOf(rhythm('Bo Ek <bo@example.com>', 14, 100, 5)), mailboxOf([], [], cara)]
  const home = install({ now: start, db, mailboxes, settings: { SIGNUPS: 'open' } })
  await home.connect(ann.address)
  const { browser } = await home.connect(cara.address)
  await home.settle()
  const pieces = ['p.0.63', 'e.1..', 's.1.0', 'c', 'r.2000-01-01.2030-01-01', 'a'].map((piece) => `piece=${piece}`)
  const theirs = await (await browser.get(`/your-data/export?${pieces.join('&')}`)).text()
  expect(JSON.parse(theirs).records).toEqual([])
  expect(theirs).not.toContain('bo@example.com')
  for (const path of ['/your-data/people.csv', '/your-data/people.vcf', '/your-data']) {
    expect(await browser.read(path), path).not.toContain('bo@example.com')
  }
})

test('a form without a file is told so beside the field', async () => {
  const there = await emptyWorld()
  const response = await there.browser.upload('/your-data/import', uploadOf(''))
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('Please choose a file first.')
})
