/** A report in plain text: wrapped, links alone on their lines. Pure. */
import type { Report, Suggestion } from '../../model/report.ts'
import { describeAction, describeReason, weekdayInWords } from '../../words/suggestion.ts'
import { describeBands, describeHeadline, describeNote, describeReconnection, describeTrend } from '../../words/week.ts'
import type { PersonLinks, ReportLinks } from './report-links.ts'

export const renderText = (
  report: Report,
  { links, when }: { readonly links: ReportLinks; readonly when: string },
): string => {
  const trend = describeTrend(report)
  const isQuietWeek = isQuiet(report)
  const blocks = [
    weekdayInWords(report.at, report.zone, report.locale),
    wrap(describeHeadline(report)),
    ...(report.isFirst ? [wrap(firstWeek)] : []),
    ...(isQuietWeek ? [wrap(trend ?? describeBands(report))] : []),
    ...report.suggestions.flatMap((suggestion) => {
      const own = links.people.get(suggestion.personId)
      return own === undefined ? [] : [personBlock(suggestion, report, own)]
    }),
    ...titled(
      'It worked',
      report.reconnections.map((each) => describeReconnection(each, report)),
    ),
    ...(isQuietWeek ? [] : titled('How it is going', [...(trend === null ? [] : [trend]), describeBands(report)])),
    ...titled(
      'What is not known',
      report.notes.map((note) => describeNote(note, report)),
    ),
    [
      // RFC 3676 §4.3: what follows is no part of the letter.
      '-- ',
      `You get this on ${when}.`,
      `Change that: ${links.settings}`,
      `All your people: ${links.everyone}`,
      `Who is not in it, and why: ${links.heldBack}`,
      `Unsubscribe: ${links.unsubscribe}`,
    ].join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** A week of which two lines say all there is to say. */
export const isQuiet = ({ suggestions, isFirst }: Report): boolean => suggestions.length === 0 && !isFirst

export const firstWeek =
  'This is your first letter from Perennial. Once a week it names the people it would be good to write to, says why, and opens a check-in that is already drafted. You send it, from your own mail: nothing is ever sent in your name. What it gets wrong you can put right with the small links below each name.'

const personBlock = (suggestion: Suggestion, report: Report, { write, page }: PersonLinks): string =>
  [
    suggestion.name,
    wrap(describeReason(suggestion, report)),
    `${describeAction(suggestion)}:`,
    write,
    'Read it first, done elsewhere, later, less often, leave out:',
    page,
  ].join('\n')

const titled = (title: string, sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : [[title, ...sentences.map(wrap)].join('\n')]

const lineLength = 72

const wrap = (text: string): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > lineLength) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].join('\n')
}
