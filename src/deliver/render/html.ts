/**
 * A report in HTML that mail clients of every age can show: tables and inline styles, no image, nothing remote. Colours
 * adapt to dark mode where the client lets them; nothing is said by colour alone. Pure.
 */
import { html, raw } from 'hono/html'
import { type Report, waitingShown } from '../../model/report.ts'
import { weekdayInWords } from '../../words/dates.ts'
import { describePreheader, describeSubject } from '../../words/mail-subject.ts'
import {
  describeMeeting,
  describeMoreWaiting,
  describeSchedule,
  describeYear,
  isQuiet,
  reportMailWords,
  yearLists,
  yearTitle,
} from '../../words/report-mail.ts'
import {
  bandsTold,
  describeBands,
  describeCounted,
  describeNote,
  describeReconnection,
  headlineSentences,
  isWarning,
} from '../../words/week.ts'
import { askHtml, eventHtml, waitingHtml } from './html-suggestion.ts'
import { asksOf, eventOf, planLinks, type ReportMailParts, reconnectLink } from './report-links.ts'
import {
  bandPaint,
  card,
  dotted,
  type MailHtml,
  paper,
  partedBar,
  section,
  smallLink,
  styleSheet,
  typography,
  unbroken,
} from './style.ts'

export const renderHtml = async (report: Report, parts: ReportMailParts): Promise<string> => {
  const page = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${describeSubject(report)}</title>
${styleSheet}
</head>
<body class="page" style="margin:0;padding:0;background-color:${paper}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${describePreheader(report)}${filler}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" bgcolor="${paper}"><tr><td class="out" align="center" style="padding:28px 12px">
${wordOnly('<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td>')}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" bgcolor="${card}" style="max-width:600px;border-radius:14px">
${headHtml(report)}
${warningsHtml(report, parts)}
${stateHtml(report)}
${peopleHtml(report, parts)}
${aroundHtml(report, parts)}
${footHtml(parts)}
</table>
${wordOnly('</td></tr></table>')}
</td></tr></table></body></html>`
  return (await page).toString()
}

/** Word knows no max-width: it gets a table of that width around ours. */
const wordOnly = (markup: string): MailHtml => html`${raw(`<!--[if mso]>${markup}<![endif]-->`)}`

/** Keeps what follows out of the list's preview line. */
const filler = html`${raw('&#847;&zwnj;&nbsp;'.repeat(60))}`

/** The sender and the day. */
const headHtml = (report: Report): MailHtml =>
  row(
    28,
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="ink brand" style="${typography.brand}">${reportMailWords.sender}</td><td class="muted" align="right" style="${typography.small}">${weekdayInWords(report.at, report.zone, report.locale)}</td></tr></table>`,
  )

const row = (above: number, content: MailHtml): MailHtml =>
  html`<tr><td class="pad" align="left" style="padding:${above}px 44px 0">${content}</td></tr>`

/** What is not known comes before everything, with the way to mend it. */
const warningsHtml = (report: Report, { links }: ReportMailParts): MailHtml | '' => {
  const plan = planLinks(report, links)
  const notes = report.notes.map((note, place) => ({
    note,
    link: plan.reconnectable.has(place) ? reconnectLink(note, links.reconnect) : null,
  }))
  const warnings = notes.filter(({ note }) => isWarning(note))
  if (warnings.length === 0) return ''
  const sentences = warnings.map(
    ({ note, link }, index) =>
      html`<p class="ink" style="margin:${index === 0 ? 0 : 8}px 0 0;${typography.warning}">${describeNote(note, report)}${link === null ? '' : html` <a class="go" href="${link}" style="color:#1d6848;font-weight:600">${unbroken(reportMailWords.reconnect)}</a>`}</p>`,
  )
  return row(
    20,
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="warn" bgcolor="#faecd0" style="padding:12px 16px;border-left:4px solid #764a07">${sentences}</td></tr></table>`,
  )
}

/** How things are: the headline, the bar and its numbers. A quiet week says it in two lines. */
const stateHtml = (report: Report): MailHtml => {
  const [first, ...others] = headlineSentences(report)
  const counted = describeCounted(report)
  const settled = report.notes.filter((note) => !isWarning(note))
  const small = [describeBands(report), ...(counted === null ? [] : [counted])]
  const shown = isQuiet(report) ? [small.at(-1) ?? ''] : small
  return row(
    24,
    html`<h1 class="ink" style="${typography.headline}">${first}${others.map((sentence) => html` <br class="wide">${sentence}`)}</h1>
${report.isFirst ? html`<p class="ink" style="margin:12px 0 0;${typography.body}">${reportMailWords.firstWeek}</p>` : ''}
${isQuiet(report) ? '' : bandBar(report)}
<p class="muted" style="margin:8px 0 0;${typography.small}">${shown.map((sentence, index) => html`${index === 0 ? '' : html`<br>`}${sentence}`)}</p>
${settled.map((note) => html`<p class="muted" style="margin:4px 0 0;${typography.small}">${describeNote(note, report)}</p>`)}`,
  )
}

const bandBar = ({ bands }: Report): MailHtml | '' => {
  const told = bandsTold.filter((band) => bands[band] > 0)
  const all = told.reduce((sum, band) => sum + bands[band], 0)
  if (all === 0) return ''
  const cells = told.map((band) => ({ ...bandPaint[band], share: bands[band] / all }))
  return partedBar(cells, { height: 10, space: '18px 0 0' })
}

/** Whom to write to, and who waits. */
const peopleHtml = (report: Report, { links, topics }: ReportMailParts): MailHtml => {
  const { hasNotNow } = planLinks(report, links)
  const event = eventOf(report)
  const waiting = waitingShown(report)
  const more = describeMoreWaiting(report)
  const partsOf = (personId: number) => {
    const own = links.people.get(personId)
    return own === undefined ? undefined : { links: own, topic: topics.get(personId) }
  }
  return html`${asksOf(report).map((suggestion) => {
    const parts = partsOf(suggestion.personId)
    return parts === undefined ? '' : section(askHtml(suggestion, report, { ...parts, hasNotNow }))
  })}
${event.length === 0 ? '' : section(eventHtml(event, report, (personId) => links.people.get(personId)))}
${
  waiting.length === 0
    ? ''
    : section(
        html`${title(reportMailWords.waiting)}${waitingHtml(waiting, partsOf)}${more === null ? '' : html`<p class="muted" style="margin:4px 0 0;${typography.small}">${more}</p>`}`,
      )
}`
}

/** Whom they meet, what went well, and once a year how the year was. */
const aroundHtml = (report: Report, _parts: ReportMailParts): MailHtml => {
  const { meetings = [], reconnections, year } = report
  return html`${
    meetings.length === 0
      ? ''
      : section(
          html`${title(reportMailWords.meetings)}${meetings.map(
            (meeting) =>
              html`<p class="ink" style="margin:8px 0 0;${typography.body}"><b>${meeting.name}</b><br><span class="muted" style="${typography.small}">${describeMeeting(meeting, report)}</span></p>`,
          )}`,
        )
  }
${reconnections.length === 0 ? '' : section(html`${title(reportMailWords.reconnections)}${reconnections.slice(0, maxReconnections).map((each) => sentence(describeReconnection(each, report)))}`)}
${year === undefined ? '' : section(html`${title(yearTitle)}${[describeYear(year, report), ...yearLists(year)].map(sentence)}`)}`
}

/** More successes than this are a list. */
export const maxReconnections = 4

const title = (words: string): MailHtml => html`<h2 class="ink" style="${typography.name}">${words}</h2>`

const sentence = (words: string): MailHtml =>
  html`<p class="ink" style="margin:6px 0 0;${typography.body}">${words}</p>`

const footHtml = ({ links, when }: ReportMailParts): MailHtml => html`${section(
  html`<p class="muted" style="margin:0;${typography.small}">${reportMailWords.promise} ${describeSchedule(when)}<br>${dotted(
    [smallLink(links.settings, reportMailWords.settings), smallLink(links.unsubscribe, reportMailWords.unsubscribe)],
  )}</p>`,
)}
<tr><td height="30" style="font-size:0;line-height:0">&nbsp;</td></tr>`
