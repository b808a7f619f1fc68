/**
 * `node test/eval/monday.ts [FILE.mbox…] [--me ADDRESS] [--at DATE] [--weeks-ago N] [--drafts]`: a Monday's report for the owner of a
 * mailbox, with every reason, its evidence and whoever was held back, to be read by eye: does it make sense? Without a file,
 * the sandbox's. `--weeks-ago` is as it was then, with nothing known of what came after; `--drafts` shows each check-in.
 */
import '../linked.ts'
import { parseArgs } from 'node:util'
import { draftCheckIn, toneOf } from '../../src/draft/check-in.ts'
import { DAY, localDate, WEEK } from '../../src/model/time.ts'
import { explain } from '../../src/words/health.ts'
import { describeHeldBack } from '../../src/words/held-back.ts'
import { describeReason, reasonKinds } from '../../src/words/reason.ts'
import { describeBands, describeHeadline, describeReconnection } from '../../src/words/week.ts'
import { loadArchive } from '../sandbox/archive/index.ts'
import { populate } from '../sandbox/population/index.ts'
import { weekOf } from './week.ts'

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      me: { type: 'string', multiple: true, default: [] },
      at: { type: 'string' },
      'weeks-ago': { type: 'string', default: '0' },
      drafts: { type: 'boolean', default: false },
    },
  })
  const end = values.at === undefined ? Date.now() : Date.parse(values.at)
  const milliseconds = end - Number(values['weeks-ago']) * 1000 * WEEK
  const mailbox =
    positionals.length === 0
      ? populate({ seed: 1, now: end })
      : (await loadArchive({ mbox: positionals, ics: [], me: values.me, shift: true, now: end })).mailbox
  const { now, pace, candidates, historyOf, report } = weekOf(mailbox, milliseconds)
  console.log(
    `${mailbox.owner.address}, ${localDate(now, 'UTC')}: ${candidates.length} people, ${describeBands(report)}`,
  )
  console.log(
    `ties come back ${pace.returning.toFixed(2)} times as often as usual; activity ${pace.activity.toFixed(2)}\n`,
  )
  console.log(`${describeHeadline(report)}\n`)
  const byId = new Map(candidates.map((candidate) => [candidate.person.id, candidate]))
  for (const suggestion of report.suggestions) {
    const candidate = byId.get(suggestion.personId)
    if (candidate === undefined) continue
    const { health } = candidate
    console.log(`${suggestion.name} <${suggestion.address}>: ${reasonKinds[suggestion.reason.kind]}`)
    console.log(`  ${describeReason(suggestion, report)}`)
    console.log(
      `  ${health.band}, closeness ${health.closeness.toFixed(0)}, left ${health.health.toFixed(0)}, within half a year ${health.chanceIn180Days.toFixed(2)}. ${explain(health)}`,
    )
    const lately = historyOf(candidate.person)
      .slice(0, 8)
      .map(({ kind, at, size }) => `${kind} ${((now - at) / DAY).toFixed(0)}d${size > 1 ? `/${size}` : ''}`)
    console.log(`  ${lately.join(', ')}\n`)
    if (values.drafts) {
      const occasion = { suggestion, at: now, zone: 'UTC', userName: mailbox.owner.name }
      const { tone, subject, text } = draftCheckIn(occasion, toneOf(suggestion))
      console.log(`  ${tone}, ${text.split(/\s+/).length} words: ${subject}\n\n${text.replace(/^(?=.)/gm, '    ')}`)
    }
  }
  for (const each of report.reconnections) console.log(`It worked: ${describeReconnection(each, report)}`)
  console.log('\nNot this week')
  for (const held of report.heldBack ?? [])
    console.log(`  ${held.name} (${reasonKinds[held.kind]}): ${describeHeldBack(held, report)}`)
}

await main()
