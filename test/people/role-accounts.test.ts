/** Role accounts the user wrote to: one that answers as people do is somebody, one that answers at once is automated. */
import { expect, test } from 'vitest'
import { openRead, peopleFound } from '../fixture.ts'
import { type Line, mailboxOf, start } from '../story.ts'

const seconds = 1 / 86_400

/** Ann writes, and an answer comes after so many seconds, in one thread. */
const asked = (who: string, daysAgo: number, afterSeconds: number): readonly Line[] => {
  const thread = `${who} ${daysAgo}`
  const answer = { headers: ['In-Reply-To: <1@gmail.example>'], daysAgo: daysAgo - afterSeconds * seconds }
  return [
    { to: who, daysAgo, thread },
    { from: who, thread, ...answer },
  ]
}

test.each([
  ['in one mailbox', false],
  ['with the answer read before the message', true],
])('%s', async (_name, isMessageLate) => {
  const lines = [
    ...asked('belege@robot.example', 9, 4),
    ...asked('belege@robot.example', 4, 6),
    ...asked('info@joiner.example', 8, 7200),
    ...asked('bo@x.example', 7, 20),
  ]
  const mailbox = mailboxOf(isMessageLate ? lines.filter(({ from }) => from !== undefined) : lines)
  const { home, store } = await openRead([mailbox])
  if (isMessageLate) {
    for (const line of mailboxOf(lines.filter(({ from }) => from === undefined)).newestFirst) mailbox.deliver(line)
    await home.pollAt(start + 3_600_000)
  }
  const { people, excluded } = await peopleFound(store)
  expect(people.map(({ address }) => address).sort()).toEqual(['bo@x.example', 'info@joiner.example'])
  expect(excluded.map(({ contact, rule }) => `${contact.address} ${rule.kind}`)).toEqual([
    'belege@robot.example role_account',
  ])
})
