/**
 * What knowing people costs at size: inference, learning and identity over 50,000 messages and 10,000 addresses, and a
 * correction that touches 5,000 interactions. `node test/bench/corrections.ts` prints it alone.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { namesakes } from '../../src/infer/identity.ts'
import { proposalsOf } from '../../src/infer/proposals.ts'
import { resolve } from '../../src/infer/resolve.ts'
import { type CanonicalAddress, mailbox } from '../../src/model/address.ts'
import { newContact } from '../../src/model/contact.ts'
import type { ActiveCorrection } from '../../src/model/correction.ts'
import type { Message } from '../../src/model/message.ts'
import { withInteraction } from '../../src/model/relationship.ts'
import { HOUR, type Instant } from '../../src/model/time.ts'
import { blockId, contactsPerBlock, formatBlock } from '../../src/store/contact-book-format.ts'
import { readPages } from '../eval/read-mailbox.ts'
import { ann, mailboxOf, rhythm, start } from '../story.ts'
import '../tsx.ts'

interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target: number
  readonly better: 'lower'
}

export const corrections = async ({ isShort }: { readonly isShort: boolean }): Promise<readonly Figure[]> => [
  ...inferring(isShort ? 10_000 : 50_000, isShort ? 2000 : 10_000),
  ...(await correcting(isShort ? 1000 : 5000)),
]

const now = Math.floor(start / 1000) as Instant

/** One page in three is written by the user; every address has a name, and one name in ten is somebody else's too. */
const pagesOf = (messages: number, addresses: number): readonly (readonly Message[])[] => {
  const people = Array.from({ length: addresses }, (_, index) => {
    const name = `${given[index % given.length]} Number${index % Math.floor(addresses * 0.9)}`
    return mailbox(name, `${name.toLowerCase().replace(' ', '.')}@house${index % 700}.example`)
  }).flatMap((person) => person ?? [])
  const self = mailbox(ann.name, ann.address)
  const all = Array.from({ length: messages }, (_, index): Message => {
    // The closest hundred have half of the letters, as in a mailbox.
    const person = people[index % 2 === 0 ? (index * 7) % 100 : (Math.floor(index / 2) * 31) % people.length] ?? null
    const isSent = index % 3 === 0
    return {
      id: `m${index}`,
      threadId: `t${Math.floor(index / 3)}`,
      messageId: `${index}@mail.example`,
      receivedAt: (now - index * HOUR) as Instant,
      box: isSent ? 'sent' : 'received',
      from: isSent ? self : person,
      to: (isSent ? [person] : [self]).flatMap((each) => each ?? []),
      cc: index % 5 === 0 ? people.slice(index % 500, (index % 500) + 2) : [],
      bcc: [],
      headers: [
        ['From', 'x'],
        ['Subject', 'About things'],
        ['Content-Type', 'text/plain'],
      ],
    }
  })
  return Array.from({ length: Math.ceil(messages / 100) }, (_, page) => all.slice(page * 100, page * 100 + 100))
}

const given = ['Maria', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gil', 'Hana', 'Ivo', 'Jun', 'Kai', 'Lea']

const inferring = (messages: number, addresses: number): readonly Figure[] => {
  const whole = { pages: pagesOf(messages, addresses), events: [], address: ann.address }
  const { contacts, own } = readPages(whole, now)
  // Other work on the machine only ever adds: the least of three is the nearest to what it costs.
  const read = Math.min(...[1, 2, 3].map(() => cpuOf(() => readPages(whole, now))))
  const said = tellingOf(contacts.map(({ address }) => address))
  const resolving = perRound(() => resolve({ contacts, own }, said))
  const comparing = perRound(() => namesakes(contacts))
  const resolved = resolve({ contacts, own }, said)
  const proposing = cpuOf(() => proposalsOf(resolved, now))
  const size = `${contacts.length.toLocaleString('en')} addresses`
  return [
    lower(
      `people: inference, learning and identity per 100 of ${messages.toLocaleString('en')} messages, ${size}`,
      (100 * (read + resolving + comparing)) / messages,
      'ms',
      1,
    ),
    lower(`people: who is who, ${size}, 200 corrections`, resolving, 'ms', 25),
    lower(`people: who bears one name, ${size}`, comparing, 'ms', 15),
    lower(`people: merges to propose, ${size}`, proposing, 'ms', 200),
  ]
}

const tellingOf = (addresses: readonly CanonicalAddress[]): readonly ActiveCorrection[] =>
  Array.from({ length: 200 }, (_, index): ActiveCorrection => {
    const address = addresses[(index * 37) % addresses.length] ?? ('nobody@x.example' as CanonicalAddress)
    const other = addresses[(index * 53 + 1) % addresses.length] ?? address
    const correction: ActiveCorrection['correction'] =
      index % 4 === 0
        ? { kind: 'merge', addresses: [address, other] }
        : index % 4 === 1
          ? { kind: 'ignore', target: { kind: 'domain', domain: `house${index}.example` } }
          : index % 4 === 2
            ? { kind: 'snooze', address, until: now }
            : { kind: 'ignore', target: { kind: 'pattern', pattern: `*${index}*@nowhere.example` } }
    return { id: index + 1, at: now, correction }
  })

/** Milliseconds of one round among many, warm. */
const perRound = (work: () => unknown): number => {
  const rounds = 20
  const many = () => Array.from({ length: rounds }, work)
  many()
  return cpuOf(many) / rounds
}

const cpuOf = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** From the click to the page that shows it, with a real database and 10,000 addresses beside those it is about. */
const correcting = async (touched: number): Promise<readonly Figure[]> => {
  const options = { modules: true, script: 'export default {}', compatibilityDate: '2026-11-01', d1Databases: ['DB'] }
  const miniflare = new Miniflare(convertV4MiniflareOptions(options))
  try {
    const db = await miniflare.getD1Database('DB')
    await migrate(db)
    // A letter each way, every few hours.
    const lines = rhythm('Bo Ek <bo@x.example>', 0.5, touched / 4, 2)
    // Loaded once Node can run the pages.
    const { install } = await import('../sandbox/installation.ts')
    const home = install({
      db,
      now: start,
      mailboxes: [mailboxOf([...lines, ...rhythm('Ek, Bo <bo@y.example>', 9, 90, 1)])],
    })
    const { browser } = await home.connect(ann.address)
    await home.settle()
    await fill(db, 10_000)
    const stored = await db.prepare('SELECT count(*) AS n FROM interactions').first<{ n: number }>()
    await browser.get('/people')
    const begun = performance.now()
    const fields = { kind: 'merge', address: 'bo@x.example', other: 'bo@y.example', back: '/people/0' }
    const answer = await browser.post('/people/corrections', fields)
    const page = await browser.read(answer.headers.get('location') ?? '')
    const seconds = (performance.now() - begun) / 1000
    if (!page.includes('and 1 more')) throw new Error('the page does not show the merge')
    return [
      lower(
        `people: a correction touching ${(stored?.n ?? 0).toLocaleString('en')} interactions, until the page shows it`,
        seconds,
        's',
        1,
      ),
    ]
  } finally {
    await miniflare.dispose()
  }
}

const migrate = async (db: D1Database): Promise<void> => {
  const folder = join(import.meta.dirname, '../../drizzle')
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()) {
    const text = await readFile(join(folder, file), 'utf8')
    await db.batch(text.split('--> statement-breakpoint').map((statement) => db.prepare(statement)))
  }
}

const fill = async (db: D1Database, count: number): Promise<void> => {
  const last = await db.prepare('SELECT max(id) AS id FROM contact_blocks').first<{ id: number }>()
  const first = (last?.id ?? blockId(1, 0)) + 1
  const blocks = Array.from({ length: Math.ceil(count / contactsPerBlock) }, (_, block) => {
    const contacts = Array.from({ length: contactsPerBlock }, (_each, index) => {
      const contact = newContact(0, `p${block * contactsPerBlock + index}@house${index}.example` as CanonicalAddress)
      const at = (now - (block * contactsPerBlock + index) * HOUR) as Instant
      return { ...contact, relationship: withInteraction(contact.relationship, { kind: 'sent', at }) }
    })
    return db
      .prepare('INSERT INTO contact_blocks (id, version, contacts) VALUES (?, 1, ?)')
      .bind(first + block, formatBlock(contacts))
  })
  await db.batch(blocks)
}

const lower = (name: string, value: number, unit: string, target: number): Figure => ({
  name,
  value: Math.round(value * 1000) / 1000,
  unit,
  target,
  better: 'lower',
})

if (import.meta.main) for (const figure of await corrections({ isShort: false })) console.log(JSON.stringify(figure))
