/**
 * `node test/eval/people.ts FILE.mbox… [--top N] [--me ADDRESS]`: the closest people of a mailbox, one a line, to be read
 * by eye: is each of them a person, one person, and called right? What is proposed and who is left out follows.
 */
import '../linked.ts'
import { parseArgs } from 'node:util'
import { proposalsOf } from '../../src/infer/proposals.ts'
import { resolve } from '../../src/infer/resolve.ts'
import type { Instant } from '../../src/model/time.ts'
import { instantFromMilliseconds } from '../../src/model/time.ts'
import { healthOf } from '../../src/score/health.ts'
import { paceOf } from '../../src/score/pace.ts'
import { describeEvidence } from '../../src/words/merge.ts'
import { loadArchive } from '../sandbox/archive/index.ts'
import { populate } from '../sandbox/population/index.ts'
import { readMailbox } from './read-mailbox.ts'

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { top: { type: 'string', default: '40' }, me: { type: 'string', multiple: true, default: [] } },
  })
  const milliseconds = Date.now()
  const mailbox =
    positionals.length === 0
      ? populate({ seed: 1, now: milliseconds })
      : (await loadArchive({ mbox: positionals, ics: [], me: values.me, shift: true, now: milliseconds })).mailbox
  const now: Instant = instantFromMilliseconds(milliseconds)
  const read = readMailbox(mailbox, milliseconds)
  const { contacts, own, activeDays, messages, leftOut } = read
  const resolved = resolve(read, [])
  const pace = paceOf(
    resolved.people.map(({ relationship }) => relationship),
    [...activeDays],
    now,
  )
  const people = resolved.people
    .map((person) => ({ person, health: healthOf(person.relationship, now, pace) }))
    .sort((a, b) => b.health.closeness - a.health.closeness || a.person.id - b.person.id)
  console.log(
    `${messages} letters, ${contacts.length} addresses, ${people.length} people, own: ${[...own].join(' ')}\n`,
  )
  for (const [index, { person, health }] of people.slice(0, Number(values.top)).entries()) {
    console.log(
      [
        String(index + 1).padStart(3),
        person.name.padEnd(28),
        (person.givenName ?? '–').padEnd(12),
        health.closeness.toFixed(0).padStart(4),
        health.band.padEnd(9),
        `${health.weeks.toFixed(1)} weeks`.padEnd(12),
        person.addresses.join(', '),
      ].join(' '),
    )
  }
  const proposals = proposalsOf(resolved, now)
  console.log(`\n${proposals.length} proposals`)
  for (const {
    people: [one, other],
    evidence,
  } of proposals.slice(0, Number(values.top)))
    console.log(
      `  ${one.name} <${one.address}> = <${other.address}>: ${evidence.map((each) => describeEvidence(each, { at: now, zone: 'UTC' })).join('; ')}`,
    )
  const rules = new Map<string, number>()
  for (const { rule } of resolved.excluded) rules.set(rule.kind, (rules.get(rule.kind) ?? 0) + 1)
  console.log(`\nleft out: ${[...rules].map(([rule, count]) => `${count} ${rule}`).join(', ')}`)
  for (const [why, count] of [...leftOut].sort((a, b) => b[1] - a[1])) console.log(`  ${count} letters: ${why}`)
}

await main()
