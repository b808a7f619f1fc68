import { describe, expect, test } from 'vitest'
import { resolve } from '../../src/infer/resolve.ts'
import { addressFrom } from '../../src/model/address.ts'
import { newContact } from '../../src/model/contact.ts'
import type { Person } from '../../src/model/person.ts'
import { instantAt } from '../../src/model/time.ts'
import { parseContactFile } from '../../src/transfer/contact-files.ts'
import { peopleCsv, peopleVCards } from '../../src/transfer/people-files.ts'

const personOf = (name: string, company: string): Person => {
  const address = addressFrom('ann@x.example')
  const said = [
    { id: 1, at: instantAt(1), correction: { kind: 'person' as const, address } },
    { id: 2, at: instantAt(2), correction: { kind: 'group' as const, address, group: 'Friends' } },
    {
      id: 3,
      at: instantAt(3),
      correction: { kind: 'contacts_file' as const, people: [{ address, name, company, birthday: '--02-03' }] },
    },
  ]
  const [person] = resolve({ contacts: [newContact(0, address)], own: new Set() }, said).people
  if (person === undefined) throw new Error('nobody')
  return person
}

const rowOf = (person: Person) => ({ person, firstAt: instantAt(86_400), lastAt: null, usualGapDays: 20.6 })

describe('a spreadsheet', () => {
  test('has a line a person, quoted as it must be', () => {
    const csv = peopleCsv(['Name', 'Email'], [rowOf(personOf('Lee, Ann "A"', 'Kelp'))])
    expect(csv).toBe('\uFEFFName,Email\r\n"Lee, Ann ""A""",ann@x.example,,Friends,Kelp,--02-03,1970-01-02,,21,\r\n')
  })

  test.each(['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)', '\t=1', '|cmd', ' =1', '＝1'])(
    'takes %j for text',
    (name) => {
      const [, line = ''] = peopleCsv(['Name'], [rowOf(personOf(name, name))]).split('\r\n')
      expect(line.replace(/^"/, '')).toMatch(/^'/)
    },
  )
})

describe('a card', () => {
  test('comes back as it went, whatever is in the name', () => {
    for (const name of ['Ann Lee', 'Lee; Ann, Dr. \\ X', 'Søren Ødegård']) {
      const card = peopleVCards([personOf(name, 'Kelp; Co')])
      expect(card).toContain('VERSION:4.0')
      expect(parseContactFile(card)).toEqual([
        { addresses: ['ann@x.example'], name, company: 'Kelp; Co', birthday: '--02-03' },
      ])
    }
  })

  test('no name begins a property of its own', () => {
    const card = peopleVCards([personOf('Ann\r\nEMAIL:evil@x.example', 'Kelp')])
    expect(card.split('\r\n').filter((line) => line.startsWith('EMAIL'))).toHaveLength(1)
  })
})
