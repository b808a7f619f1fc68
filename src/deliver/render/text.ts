/** A report in plain text: wrapped, links alone on their lines. Pure. */
import type { Report, Suggestion } from '../../model/report.ts'
import {
  sayAction,
  sayBands,
  sayHeadline,
  sayNote,
  sayReason,
  sayReconnection,
  weekdayInWords,
} from '../../report/say.ts'
import type { ReportLinks } from './report-mail.ts'

export const renderText = (report: Report, links: ReportLinks): string => {
  const blocks = [
    weekdayInWords(report.at, report.zone),
    wrap(sayHeadline(report)),
    ...(report.isFirst ? [wrap(firstWeek)] : []),
    wrap(`${sayBands(report)}`),
    ...report.suggestions.map((suggestion) => suggestionBlock(suggestion, report, links)),
    ...(report.reconnections.length === 0
      ? []
      : [
          ['It worked', '', ...report.reconnections.map((reconnection) => wrap(sayReconnection(reconnection)))].join(
            '\n',
          ),
        ]),
    ...report.notes.map((note) => wrap(sayNote(note, report))),
    [
      '-- ',
      `All your people: ${links.people}`,
      `Settings: ${links.settings}`,
      `Unsubscribe: ${links.unsubscribe}`,
    ].join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}

export const firstWeek =
  'This is your first letter from Perennial. Each Monday it names the people whose rhythm with you has broken, and opens a check-in that is already drafted. Nothing is ever sent in your name.'

const suggestionBlock = (suggestion: Suggestion, report: Report, links: ReportLinks): string => {
  const { personId, name } = suggestion
  return [name, wrap(sayReason(suggestion, report)), `${sayAction(suggestion)}:`, links.write.get(personId) ?? ''].join(
    '\n',
  )
}

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
