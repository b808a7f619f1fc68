/**
 * A report in HTML that mail clients of every age can show: tables and inline styles, no image, nothing remote. Colours
 * adapt to dark mode where the client lets them; nothing is said by colour alone. Pure.
 */
import { html } from 'hono/html'
import type { Report, Suggestion } from '../../model/report.ts'
import { stripWeeks } from '../../model/report.ts'
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
import { firstWeek } from './text.ts'

type Html = ReturnType<typeof html>

export const renderHtml = async (report: Report, links: ReportLinks): Promise<string> => {
  const preheader = report.suggestions[0] === undefined ? sayBands(report) : sayReason(report.suggestions[0], report)
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${sayHeadline(report)}</title>
<style>
body{margin:0;padding:0;background:#f6f4ef;color:#22302a}
a{color:#1f6b4a}
@media (prefers-color-scheme:dark){body,.page{background:#141a17!important}.card{background:#1b231f!important}.ink{color:#e6ece8!important}.muted{color:#9fb0a6!important}.rule{border-color:#2c3731!important}.button{background:#8fd0ad!important;color:#10201a!important}.track{background:#2c3731!important}.hit{background:#6dbb92!important}.gap{background:#5a4630!important}}
@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}}
</style></head>
<body class="page" style="margin:0;padding:0;background:#f6f4ef">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preheader}${filler}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f6f4ef"><tr><td align="center" style="padding:32px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" class="card" style="width:100%;max-width:600px;background:#fffdf9;border-radius:14px">
<tr><td class="pad" style="padding:36px 44px 8px">
<p class="muted" style="margin:0 0 6px;${small}">${weekdayInWords(report.at, report.zone)}</p>
<h1 class="ink" style="margin:0;font:600 25px/1.25 Georgia,'Times New Roman',serif;color:#22302a">${sayHeadline(report)}</h1>
${report.isFirst ? html`<p class="ink" style="margin:14px 0 0;${body}">${firstWeek}</p>` : ''}
</td></tr>
<tr><td class="pad" style="padding:16px 44px 4px">${bandsBar(report)}
<p class="muted" style="margin:8px 0 0;${small}">${sayBands(report)}</p></td></tr>
${report.suggestions.map((suggestion) => section(suggestionHtml(suggestion, report, links)))}
${
  report.reconnections.length === 0
    ? ''
    : section(html`<h2 class="ink" style="${heading}">It worked</h2>
${report.reconnections.map((reconnection) => html`<p class="ink" style="margin:4px 0 0;${body}">${sayReconnection(reconnection)}</p>`)}`)
}
${section(html`${report.notes.map((note) => html`<p class="muted" style="margin:0 0 8px;${small}">${sayNote(note, report)}</p>`)}
<p class="muted" style="margin:0;${small}"><a class="muted" href="${links.people}" style="color:#5f6b64">All your people</a> &nbsp;·&nbsp; <a class="muted" href="${links.settings}" style="color:#5f6b64">Settings</a> &nbsp;·&nbsp; <a class="muted" href="${links.unsubscribe}" style="color:#5f6b64">Unsubscribe</a></p>`)}
<tr><td style="padding:0 0 30px;font-size:0;line-height:0">&nbsp;</td></tr>
</table></td></tr></table></body></html>`
  return (await page).toString()
}

const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Helvetica,Arial,sans-serif"
const body = `font:16px/1.55 ${font};color:#22302a`
const small = `font:14px/1.5 ${font};color:#5f6b64`
const heading = `margin:0;font:600 18px/1.4 ${font};color:#22302a`

/** Keeps what follows out of the list's preview line. */
const filler = html`${Array.from({ length: 60 }, () => html`&#847;&zwnj;&nbsp;`)}`

const section = (content: Html): Html => html`<tr><td class="pad" style="padding:22px 44px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="padding-top:20px;border-top:1px solid #e5e0d5">${content}</td></tr></table></td></tr>`

const suggestionHtml = (suggestion: Suggestion, report: Report, links: ReportLinks): Html => {
  const { personId, name, strip } = suggestion
  const write = links.write.get(personId) ?? links.people
  const page = links.page.get(personId) ?? links.people
  return html`<h2 class="ink" style="${heading}">${name}</h2>
<p class="ink" style="margin:4px 0 12px;${body}">${sayReason(suggestion, report)}</p>
${strip.length > 1 ? stripBar(strip) : ''}
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" style="background:#1f6b4a;border-radius:8px"><a class="button" href="${write}" style="display:inline-block;padding:11px 20px;border-radius:8px;background:#1f6b4a;color:#fffdf9;text-decoration:none;font:600 16px/1.4 ${font}">${sayAction(suggestion)}</a></td></tr></table>
<p class="muted" style="margin:10px 0 0;${small}"><a class="muted" href="${page}" style="color:#5f6b64">Read it first</a></p>`
}

/** How things are: one bar in four parts, told in words under it. */
const bandsBar = ({ bands }: Report): Html | '' => {
  const parts = [
    { count: bands.thriving, colour: '#3f8a63' },
    { count: bands.steady, colour: '#93bb8f' },
    { count: bands.fading, colour: '#d9a04f' },
    { count: bands.quiet, colour: '#c0662a' },
  ].filter(({ count }) => count > 0)
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return ''
  const cell = ({ count, colour }: (typeof parts)[number]): Html =>
    html`<td height="8" width="${Math.max(1, Math.round((100 * count) / all))}%" style="height:8px;background:${colour};font-size:0;line-height:0">&nbsp;</td>`
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" aria-hidden="true"><tr>${parts.map(cell)}</tr></table>`
}

/** The last year, a cell for each run of weeks: in touch, the gaps between, and the present silence. */
const stripBar = (strip: readonly number[]): Html => {
  const newest = Math.min(...strip)
  const hits = new Set(strip)
  const kinds = Array.from({ length: stripWeeks }, (_, index) => {
    const weeksAgo = stripWeeks - 1 - index
    return hits.has(weeksAgo) ? 'hit' : weeksAgo < newest ? 'gap' : 'track'
  })
  const cells: Html[] = []
  for (let start = 0; start < kinds.length; ) {
    const kind = kinds[start] ?? 'track'
    let end = start
    while (kinds[end] === kind) end += 1
    const width = Math.round((1000 * (end - start)) / stripWeeks) / 10
    cells.push(
      html`<td class="${kind}" height="6" width="${width}%" style="height:6px;background:${stripColours[kind]};font-size:0;line-height:0">&nbsp;</td>`,
    )
    start = end
  }
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" aria-hidden="true" style="margin:0 0 14px"><tr>${cells}</tr></table>`
}

const stripColours = { hit: '#5a9a77', gap: '#f1dcc0', track: '#efebe1' } as const
