/** A report in plain text: wrapped, links alone on their lines. Pure. */
import type { Report, Suggestion } from '../../model/report.ts'
import { weekdayInWords } from '../../words/dates.ts'
import { describeAction, describeReason } from '../../words/reason.ts'
import { describeSchedule, describeSmallLinks, isQuiet, reportMailWords } from '../../words/report-mail.ts'
import { describeLastTopic } from '../../words/topic.ts'
import { describeBands, describeHeadline, describeNote, describeReconnection, describeTrend } from '../../words/week.ts'
import type { PersonParts, ReportMailParts } from './report-links.ts'

export const renderText = (report: Report, { links, topics, when }: ReportMailParts): string => {
  const trend = describeTrend(report)
  const isQuietWeek = isQuiet(report)
  const blocks = [
    weekdayInWords(report.at, report.zone, report.locale),
    wrap(describeHeadline(report)),
    ...(report.isFirst ? [wrap(reportMailWords.firstWeek)] : []),
    ...(isQuietWeek ? [wrap(trend ?? describeBands(report))] : []),
    ...report.suggestions.flatMap((suggestion) => {
      const own = links.people.get(suggestion.personId)
      return own === undefined
        ? []
        : [personBlock(suggestion, report, { links: own, topic: topics.get(suggestion.personId) })]
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

const personBlock = (suggestion: Suggestion, report: Report, { links, topic }: PersonParts): string =>
  [
    suggestion.name,
    wrap(describeReason(suggestion, report)),
    ...(topic === undefined ? [] : [wrap(describeLastTopic(topic, report))]),
    `${describeAction(suggestion)}:`,
    links.write,
    ...(links.conversation === null ? [] : [`${reportMailWords.conversation}:`, links.conversation]),
    `${describeSmallLinks()}:`,
    links.page,
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
