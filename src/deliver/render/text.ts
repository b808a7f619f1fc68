/** A report in plain text: wrapped, links alone on their lines. Pure. */
import type { Report, Suggestion } from '../../model/report.ts'
import { weekdayInWords } from '../../words/dates.ts'
import { describeAction, describeReason } from '../../words/reason.ts'
import { describeSchedule, describeSmallLinks, isQuiet, reportMailWords } from '../../words/report-mail.ts'
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
    ...(report.isFirst ? [wrap(reportMailWords.firstWeek)] : []),
    ...(isQuietWeek ? [wrap(trend ?? describeBands(report))] : []),
    ...report.suggestions.flatMap((suggestion) => {
      const own = links.people.get(suggestion.personId)
      return own === undefined ? [] : [personBlock(suggestion, report, own)]
    }),
    ...titled(
      reportMailWords.reconnections,
      report.reconnections.map((each) => describeReconnection(each, report)),
    ),
    ...(isQuietWeek ? [] : titled(reportMailWords.trend, [...(trend === null ? [] : [trend]), describeBands(report)])),
    ...titled(
      reportMailWords.notes,
      report.notes.map((note) => describeNote(note, report)),
    ),
    [
      // RFC 3676 §4.3: what follows is a signature, not part of the message.
      '-- ',
      describeSchedule(when),
      `${reportMailWords.settings}: ${links.settings}`,
      `${reportMailWords.everyone}: ${links.everyone}`,
      `${reportMailWords.heldBack}: ${links.heldBack}`,
      `${reportMailWords.unsubscribe}: ${links.unsubscribe}`,
    ].join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}

const personBlock = (suggestion: Suggestion, report: Report, { write, page }: PersonLinks): string =>
  [
    suggestion.name,
    wrap(describeReason(suggestion, report)),
    `${describeAction(suggestion)}:`,
    write,
    `${describeSmallLinks()}:`,
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
