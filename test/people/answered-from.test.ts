/** Namesakes: whoever answers from one address a message to the other has both; two people of one name stay two. */
import { expect, test } from 'vitest'
import { type CanonicalAddress, canonicalAddress } from '../../src/model/address.ts'
import { instantFromMilliseconds } from '../../src/model/time.ts'
import { addCorrection } from '../../src/store/corrections.ts'
import { openRead, peopleFound } from '../fixture.ts'
import { mailboxOf, start } from '../story.ts'

const work = 'Maria Lopez <m.lopez@firm.example>'
const home = '"Lopez, Maria" <tulip@home.example>'
const other = 'Maria Lopez <maria@elsewhere.example>'
const cy = 'Cy Ek <cy@x.example>'
const answer = { headers: ['In-Reply-To: <1@mail.example>'] }

const peopleOf = async (lines: Parameters<typeof mailboxOf>[0]) => {
  const { store } = await openRead([mailboxOf(lines)])
  const groups = async () =>
    (await peopleFound(store)).people.map(({ addresses }) => addresses.toSorted().join(' ')).sort()
  return { store, groups }
}

const asked = { to: work, daysAgo: 9, thread: 'plans' }
const answeredFromHome = { from: home, daysAgo: 8, thread: 'plans', ...answer }
const both = 'm.lopez@firm.example tulip@home.example'

test('a message to one address, answered from the other in its conversation', async () => {
  const { groups } = await peopleOf([asked, answeredFromHome, { to: home, daysAgo: 7, thread: 'plans', ...answer }])
  expect(await groups()).toEqual([both])
})

test.each([
  ['in another conversation', [asked, { ...answeredFromHome, thread: 'else' }]],
  ['before it was asked', [asked, { ...answeredFromHome, daysAgo: 10 }]],
  ['when it went to both', [{ ...asked, cc: home }, answeredFromHome]],
  ['when it went to someone else as well', [{ ...asked, cc: cy }, answeredFromHome]],
  ['by somebody of another name', [asked, { ...answeredFromHome, from: 'Mara Lobo <tulip@home.example>' }]],
])('a message from the other address shows nothing %s', async (_case, lines) => {
  const { groups } = await peopleOf([...lines, { to: 'tulip@home.example', daysAgo: 1 }])
  expect(await groups()).toEqual(expect.arrayContaining(['m.lopez@firm.example', 'tulip@home.example']))
})

test('a third of the name who answered nothing is someone else', async () => {
  const { groups } = await peopleOf([
    ...[asked, answeredFromHome, { to: home, daysAgo: 6 }],
    ...[
      { to: other, daysAgo: 5 },
      { from: other, daysAgo: 4 },
    ],
  ])
  expect(await groups()).toEqual([both, 'maria@elsewhere.example'])
})

test('what the user splits stays split', async () => {
  const { store, groups } = await peopleOf([asked, answeredFromHome, { to: home, daysAgo: 6 }])
  const address = canonicalAddress('tulip@home.example') as CanonicalAddress
  const at = instantFromMilliseconds(start)
  await addCorrection(store, { userId: 1, at, content: { kind: 'split', address } })
  expect(await groups()).toEqual(both.split(' '))
})
