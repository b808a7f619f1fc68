/**
 * `node test/eval/panel.ts [--language de] [--seed N] [--weeks-ago N] [--count N] [--data DIR]`: check-ins for readers to judge,
 * shuffled and numbered, each with its recipient, its tone, what the sender knows, subject and text. They come from several weeks of
 * the sandbox's world and of the archives of `../shared/data/demo`, where those are there; nothing says which.
 */
import '../linked.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { draftReport } from '../../src/draft/check-in.ts'
import { type Tone, tones } from '../../src/model/check-in.ts'
import type { ReasonKind } from '../../src/model/report.ts'
import { WEEK } from '../../src/model/time.ts'
import { loadArchive } from '../sandbox/archive/index.ts'
import { Chance } from '../sandbox/population/chance.ts'
import { populate } from '../sandbox/population/index.ts'
import type { Mailbox } from '../sandbox/world.ts'
import { casesOf, type PanelCase } from './panel-cases.ts'
import { describeCase } from './panel-words.ts'
import { weekOf } from './week.ts'

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      language: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'weeks-ago': { type: 'string', default: '0' },
      count: { type: 'string', default: '40' },
      at: { type: 'string', default: '2026-11-23T08:00:00Z' },
      data: { type: 'string', default: join(import.meta.dirname, '../../../shared/data') },
    },
  })
  const chance = new Chance(Number(values.seed)).fork('panel')
  const end = Date.parse(values.at) - Number(values['weeks-ago']) * WEEK * 1000
  const cases: PanelCase[] = []
  for (const { mailbox, at } of await mondays(end, { chance, data: values.data })) {
    cases.push(...casesOf(weekOf(mailbox, at), { chance, language: values.language }))
  }
  const chosen = mixed(cases, { count: Number(values.count), chance })
  const drafts = inReports(chosen)
  const shown = shuffled(drafts, chance)
  for (const [index, { of, draft }] of shown.entries()) console.log(`${index + 1}.\n${describeCase(of, draft)}\n`)
}

/** Some Mondays of the sandbox's world of several seeds, and of each archive there is. */
const mondays = async (
  end: number,
  { chance, data }: { readonly chance: Chance; readonly data: string },
): Promise<readonly { mailbox: Mailbox; at: number }[]> => {
  const weeksAgo = [0, chance.whole(1, 5), chance.whole(6, 30), chance.whole(31, 60), chance.whole(61, 90)]
  const own = weeksAgo.map((weeks) => {
    const at = end - weeks * WEEK * 1000
    return { mailbox: populate({ seed: chance.whole(1, 1000), now: weeks < 6 ? end : at, messages: 9000 }), at }
  })
  const others = await Promise.all(
    archives
      .map((name) => join(data, 'demo', name))
      .filter(existsSync)
      .map(async (file) => {
        const { mailbox } = await loadArchive({ mbox: [file], ics: [], me: [], shift: true, now: end })
        return { mailbox, at: end - chance.whole(0, 25) * WEEK * 1000 }
      }),
  )
  return [...own, ...others]
}

const archives = ['mailbox-maintainer.mbox.gz', 'mailbox-enron.mbox', 'mailbox-2000.mbox']

/** As many of each reason as there are, turn by turn; nobody twice for the same reason; two of three in the tone that suits them. */
const mixed = (
  cases: readonly PanelCase[],
  { count, chance }: { readonly count: number; readonly chance: Chance },
): readonly PanelCase[] => {
  const byReason = [...Map.groupBy(shuffled(cases, chance), ({ occasion }) => occasion.suggestion.reason.kind)]
  const queues = byReason.map(([kind, all]) => ({ kind, all: [...all] }))
  const chosen: PanelCase[] = []
  const shown = new Map<string, number>()
  while (chosen.length < count && queues.some(({ all }) => all.length > 0)) {
    for (const { kind, all } of queues) {
      for (let turn = 0; turn < (often.has(kind) ? 2 : 1); turn++) {
        const index = all.findIndex(({ occasion }) => (shown.get(occasion.suggestion.name) ?? 0) < maxShown)
        const [next] = index < 0 ? all.splice(0) && [] : all.splice(index, 1)
        if (next === undefined || chosen.length >= count) break
        const { name } = next.occasion.suggestion
        shown.set(name, (shown.get(name) ?? 0) + 1)
        const tone: Tone = chance.happens(0.6) ? next.tone : chance.pick(tones)
        chosen.push({ ...next, tone })
      }
    }
  }
  return chosen
}

/** The people of the stories live in the worlds of all seeds. */
const maxShown = 2

/** What most Mondays are made of. */
const often: ReadonlySet<ReasonKind> = new Set(['rhythm_broken', 'reply_owed', 'dormant_tie', 'follow_up'])

/** Seven to a report, as an email would have them. */
const inReports = (cases: readonly PanelCase[]) =>
  Array.from({ length: Math.ceil(cases.length / 7) }, (_, index) => cases.slice(index * 7, index * 7 + 7)).flatMap(
    (some) =>
      draftReport(some).flatMap((draft, index) => {
        const of = some[index]
        return of === undefined ? [] : [{ of, draft }]
      }),
  )

const shuffled = <T>(all: readonly T[], chance: Chance): readonly T[] =>
  all
    .map((each) => ({ each, place: chance.between(0, 1) }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each)

await main()
