/** A report in plain text: 68 columns, one rule between parts, verbs and addresses in two columns. Pure. */
import { type Report, type Suggestion, waitingShown } from '../../model/report.ts'
import { weekdayInWords } from '../../words/dates.ts'
import { describeAction, describeReason, describeWaiting } from '../../words/reason.ts'
import {
  describeEvent,
  describeMeeting,
  describeMoreWaiting,
  describeSchedule,
  describeYear,
  isQuiet,
  reportMailWords,
  yearLists,
  yearTitle,
} from '../../words/report-mail.ts'
import { topicLabel } from '../../words/topic.ts'
import {
  describeBands,
  describeCounted,
  describeHeadline,
  describeNote,
  describeReconnection,
  isWarning,
} from '../../words/week.ts'
import { maxReconnections } from './html.ts'
import type { PersonParts } from './html-suggestion.ts'
import { unlinked } from './plain.ts'
import { asksOf, eventOf, type ReportMailParts, reconnectLink } from './report-links.ts'

export const renderText = (report: Report, parts: ReportMailParts): string => {
  const sections = [
    stateBlocks(report, parts).join('\n\n'),
    peopleBlocks(report, parts).join('\n\n\n'),
    waitingBlocks(report, parts).join('\n\n'),
    titled(
      reportMailWords.meetings,
      (report.meetings ?? []).map((meeting) => `${meeting.name}. ${describeMeeting(meeting, report)}`),
    ),
    titled(
      reportMailWords.reconnections,
      report.reconnections.slice(0, maxReconnections).map((each) => describeReconnection(each, report)),
    ),
    report.year === undefined ? '' : titled(yearTitle, [describeYear(report.year, report), ...yearLists(report.year)]),
    footBlock(parts),
  ]
  return `${sections.filter((each) => each !== '').join(`\n\n${ruler}\n\n`)}\n`
}

/** The date at the right end, what is not known, and how things are. */
const stateBlocks = (report: Report, { links }: ReportMailParts): readonly string[] => {
  const date = weekdayInWords(report.at, report.zone, report.locale)
  const brand = reportMailWords.sender.toUpperCase()
  const counted = describeCounted(report)
  const small = [describeBands(report), ...(counted === null ? [] : [counted])]
  return [
    brand + date.padStart(lineLength - brand.length),
    ...report.notes.filter(isWarning).map((note) => {
      const link = reconnectLink(note, links.reconnect)
      const said = wrap(`${describeNote(note, report)}${link === null ? '' : ` ${reportMailWords.reconnect}:`}`, 2)
      return `!${said.slice(1)}${link === null ? '' : `\n  ${link}`}`
    }),
    wrap(describeHeadline(report)),
    ...(report.isFirst ? [wrap(reportMailWords.firstWeek)] : []),
    (isQuiet(report) ? small.slice(-1) : small).map((each) => wrap(each)).join('\n'),
    ...report.notes.filter((note) => !isWarning(note)).map((note) => wrap(describeNote(note, report))),
  ]
}

const peopleBlocks = (report: Report, { links, topics }: ReportMailParts): readonly string[] => {
  const asks = asksOf(report).flatMap((suggestion) => {
    const own = links.people.get(suggestion.personId)
    return own === undefined
      ? []
      : [askBlock(suggestion, report, { links: own, topic: topics.get(suggestion.personId) })]
  })
  const event = eventOf(report)
  if (event.length === 0) return asks
  const [title, sentence] = describeEvent(event, report)
  const rows = event.flatMap((suggestion) => {
    const own = links.people.get(suggestion.personId)
    return own === undefined
      ? []
      : [[`${suggestion.name}:`, columns([[describeAction(suggestion), own.write]])].join('\n')]
  })
  return [...asks, [title, wrap(sentence, 2), '', ...rows.map(indented)].join('\n')]
}

const askBlock = (suggestion: Suggestion, report: Report, { links, topic }: PersonParts): string => {
  const isReply = suggestion.reason.kind === 'reply_owed'
  return [
    suggestion.name,
    wrap(unlinked(describeReason(suggestion, report)), 2),
    ...(topic === undefined ? [] : [wrap(`${topicLabel(topic)}: “${topic.title}”`, 2)]),
    '',
    indented(
      columns([
        [describeAction(suggestion), links.write],
        ...(isReply && links.conversation !== null
          ? [[reportMailWords.conversation, links.conversation] as const]
          : []),
        [reportMailWords.laterOrMore, links.page],
      ]),
    ),
  ].join('\n')
}

const waitingBlocks = (report: Report, { links, topics }: ReportMailParts): readonly string[] => {
  const waiting = waitingShown(report)
  if (waiting.length === 0) return []
  const more = describeMoreWaiting(report)
  return [
    reportMailWords.waiting,
    ...waiting.map((suggestion) => {
      const topic = topics.get(suggestion.personId)
      const said = topic === undefined ? '' : `: “${topic.title}”`
      const write = links.people.get(suggestion.personId)?.write
      return [
        wrap(`${suggestion.name}, ${describeWaiting(suggestion).replace(' · ', '; ')}${said}`, 2),
        ...(write === undefined ? [] : [indented(columns([[describeAction(suggestion), write]]))]),
      ].join('\n')
    }),
    ...(more === null ? [] : [wrap(more, 2)]),
  ]
}

/** RFC 3676 §4.3: what follows the mark is a signature, not part of the message. */
const footBlock = ({ links, when }: ReportMailParts): string =>
  [
    wrap(`${reportMailWords.promise} ${describeSchedule(when)}`),
    '',
    indented(
      columns([
        [reportMailWords.settings, links.settings],
        [reportMailWords.unsubscribe, links.unsubscribe],
      ]),
    ),
  ].join('\n')

const titled = (title: string, sentences: readonly string[]): string =>
  sentences.length === 0 ? '' : [title, '', ...sentences.map((each) => wrap(each, 2))].join('\n')

const lineLength = 68
const ruler = '-'.repeat(lineLength)

/** Verbs and where they lead, the addresses below each other. */
const columns = (rows: readonly (readonly [verb: string, address: string])[]): string => {
  const width = Math.max(minVerb, ...rows.map(([verb]) => verb.length))
  return rows.map(([verb, address]) => `${verb.padEnd(width)}  ${address}`).join('\n')
}

/** As long as the longest verb there is in most weeks, so that the blocks line up with each other. */
const minVerb = 16

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/** Lines of at most `lineLength`, each with so many blanks before it. */
const wrap = (text: string, indent = 0): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > lineLength) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((each) => `${' '.repeat(indent)}${each}`).join('\n')
}
