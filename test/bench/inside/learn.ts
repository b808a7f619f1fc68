/** Inferring and learning from pages that are parsed already: 50,000 messages among 10,000 addresses, a hundred a page. */
import { inferFromMessages } from '../../../src/infer/page.ts'
import type { Address, CanonicalAddress } from '../../../src/model/address.ts'
import type { Message } from '../../../src/model/message.ts'
import { DAY, instantFromMilliseconds, later } from '../../../src/model/time.ts'
import type { Block } from '../../../src/store/contact-book.ts'
import { contactsPerBlock } from '../../../src/store/contact-book-format.ts'
import { learn as learnPage } from '../../../src/sync/contact-changes.ts'
import { type Trial, today } from './trial.ts'

const now = instantFromMilliseconds(today)
const me = addressOf('Ann Berg', 'ann@gmail.example')

function addressOf(name: string, address: string): Address {
  return { name, address: address as CanonicalAddress, spelling: address }
}

let pages: (readonly Message[])[] = []

const prepareLearning: Trial = async (_env, question) => {
  const { messages, addresses, perPage } = question as { messages: number; addresses: number; perPage: number }
  const all = Array.from({ length: messages }, (_, index): Message => {
    // A few are written to often, most once or twice.
    const rank = Math.floor(addresses ** (((index * 7919) % messages) / messages))
    const other = addressOf(`Person ${rank} Example`, `person.${rank}@firm${rank % 500}.example`)
    const isSent = index % 3 === 0
    return {
      id: index.toString(16).padStart(16, '0'),
      threadId: (index >> 1).toString(16).padStart(16, '0'),
      messageId: `${index}@mail.example`,
      receivedAt: later(now, -Math.floor((index * 1826 * DAY) / messages)),
      box: isSent ? 'sent' : 'received',
      from: isSent ? me : other,
      to: [isSent ? other : me],
      cc: [],
      bcc: [],
      headers: [
        ['From', isSent ? `${me.name} <${me.address}>` : `${other.name} <${other.address}>`],
        ['To', isSent ? other.address : me.address],
        ['Subject', 'About things'],
        ['Date', 'Mon, 2 Nov 2026 10:11:12 +0100'],
        ['Message-ID', `<${index}@mail.example>`],
        ['Content-Type', 'text/plain; charset=utf-8'],
      ],
    }
  })
  pages = Array.from({ length: Math.ceil(messages / perPage) }, (_, page) =>
    all.slice(page * perPage, (page + 1) * perPage),
  )
  return { pages: pages.length }
}

const learnAll: Trial = async () => {
  const own = new Set([me.address])
  const known = new Map<CanonicalAddress, number>()
  const blocks = new Map<number, Block>()
  for (const page of pages) {
    const { interactions } = inferFromMessages(page, { own, now })
    const ids = interactions.flatMap(({ who }) => known.get(who.address) ?? [])
    const wanted = new Set([
      ...ids.map((id) => Math.floor(id / contactsPerBlock)),
      Math.floor(known.size / contactsPerBlock),
      blocks.size - 1,
    ])
    const open = [...wanted].flatMap((id) => blocks.get(id) ?? [])
    const learned = learnPage(0, { blocks: open, known }, { interactions, bounces: [], remaining: new Map() })
    for (const { address, contactId } of learned.newAddresses) known.set(address, contactId)
    for (const block of learned.blocks) blocks.set(block.id, block)
  }
  return { contacts: known.size }
}

export const learn: Readonly<Record<string, Trial>> = { prepareLearning, learnAll }
