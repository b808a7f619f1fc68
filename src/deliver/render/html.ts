/**
 * A report in HTML that mail clients of every age can show: tables and inline styles, no image, nothing remote. Colours
 * adapt to dark mode where the client lets them; nothing is said by colour alone. Pure.
 */
import { html, raw } from 'hono/html'
import type { Report, TrendWeek } from '../../model/report.ts'
import { weekdayInWords } from '../../words/dates.ts'
import { describePreheader, describeSubject } from '../../words/mail-subject.ts'
import { describeSchedule, isQuiet, reportMailWords } from '../../words/report-mail.ts'
import { describeBands, describeHeadline, describeNote, describeReconnection, describeTrend } from '../../words/week.ts'
import { personHtml } from './html-suggestion.ts'
import type { ReportMailParts } from './report-links.ts'
import {
  bandColours,
  barOf,
  bodyType,
  card,
  headlineType,
  type MailHtml,
  muted,
  nameType,
  paper,
  rule,
  smallType,
  styleSheet,
  unbroken,
} from './style.ts'

export const renderHtml = async (report: Report, { links, topics, when }: ReportMailParts): Promise<string> => {
  const page = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${describeSubject(report)}</title>
${styleSheet}
</head>
<body class="page" style="margin:0;padding:0;background-color:${paper}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${describePreheader(report)}${filler}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" bgcolor="${paper}"><tr><td align="center" style="padding:32px 12px">
${wordOnly('<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td>')}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" bgcolor="${card}" style="max-width:600px;border-radius:14px">
<tr><td class="pad" align="left" style="padding:36px 44px 6px">
<p class="muted" style="margin:0 0 6px;${smallType}">${weekdayInWords(report.at, report.zone, report.locale)}</p>
<h1 class="ink" style="${headlineType}">${describeHeadline(report)}</h1>
${report.isFirst ? html`<p class="ink" style="margin:14px 0 0;${bodyType}">${reportMailWords.firstWeek}</p>` : ''}
${isQuiet(report) ? html`<p class="ink" style="margin:14px 0 0;${bodyType}">${describeTrend(report) ?? describeBands(report)}</p>` : ''}
</td></tr>
${report.suggestions.map((suggestion) => {
  const own = links.people.get(suggestion.personId)
  return own === undefined
    ? ''
    : section(personHtml(suggestion, report, { links: own, topic: topics.get(suggestion.personId) }))
})}
${
  report.reconnections.length === 0
    ? ''
    : section(
        titled(
          reportMailWords.reconnections,
          report.reconnections.map((each) => describeReconnection(each, report)),
        ),
      )
}
${isQuiet(report) ? '' : trendHtml(report)}
${
  report.notes.length === 0
    ? ''
    : section(
        titled(
          reportMailWords.notes,
          report.notes.map((note) => describeNote(note, report)),
        ),
      )
}
${section(html`<p class="muted" style="margin:0;${smallType}">${describeSchedule(when)} ${small(links.settings, reportMailWords.settings)} &nbsp;·&nbsp; ${small(links.everyone, reportMailWords.everyone)} &nbsp;·&nbsp; ${small(links.heldBack, reportMailWords.heldBack)} &nbsp;·&nbsp; ${small(links.unsubscribe, reportMailWords.unsubscribe)}</p>`)}
<tr><td height="30" style="font-size:0;line-height:0">&nbsp;</td></tr>
</table>
${wordOnly('</td></tr></table>')}
</td></tr></table></body></html>`
  return (await page).toString()
}

/** Word knows no max-width: it gets a table of that width around ours. */
const wordOnly = (markup: string): MailHtml => html`${raw(`<!--[if mso]>${markup}<![endif]-->`)}`

/** Keeps what follows out of the list's preview line. */
const filler = html`${raw('&#847;&zwnj;&nbsp;'.repeat(60))}`

const section = (content: MailHtml): MailHtml => html`<tr><td class="pad" align="left" style="padding:22px 44px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="padding-top:20px;border-top:1px solid ${rule}">${content}</td></tr></table></td></tr>`

const titled = (
  title: string,
  sentences: readonly string[],
): MailHtml => html`<h2 class="ink" style="${nameType}">${title}</h2>
${sentences.map((sentence) => html`<p class="ink" style="margin:4px 0 0;${bodyType}">${sentence}</p>`)}`

const small = (href: string, label: string): MailHtml =>
  html`<a class="muted" href="${href}" style="color:${muted}">${unbroken(label)}</a>`

/** Where the whole is going: a line, and a ribbon of the weeks, this one the broad one at its foot. */
const trendHtml = (report: Report): MailHtml | '' => {
  const { bands, trend = [] } = report
  const now = bandsOf(bands)
  if (now.length === 0) return ''
  const sentence = describeTrend(report)
  return section(html`<h2 class="ink" style="${nameType}">${reportMailWords.trend}</h2>
${sentence === null ? '' : html`<p class="ink" style="margin:4px 0 0;${bodyType}">${sentence}</p>`}
<p style="margin:0 0 10px;font-size:0;line-height:0">&nbsp;</p>
${trend.map((week, index) => barOf(bandsOf(week.bands), { height: 4, below: index === trend.length - 1 ? 4 : 0 }))}${barOf(now, { height: 9, below: 0 })}
<p class="muted" style="margin:8px 0 0;${smallType}">${describeBands(report)}</p>`)
}

const bandsOf = (bands: TrendWeek['bands']) => {
  const names = ['thriving', 'steady', 'fading', 'quiet'] as const
  const all = names.reduce((sum, band) => sum + bands[band], 0)
  return names
    .filter((band) => bands[band] > 0)
    .map((band) => ({ className: band, colour: bandColours[band], share: bands[band] / all }))
}
