/** The weeks in touch with somebody as a row of cells, and the present silence at its end. Pure. */
import { html } from 'hono/html'
import { type Report, type Suggestion, stripWeeks } from '../../model/report.ts'
import { later, WEEK } from '../../model/time.ts'
import { shortMonth } from '../../words/dates.ts'
import { describeStripEnd } from '../../words/report-mail.ts'
import { bandPaint, barOf, type MailHtml, type Paint, stripPaint, typography } from './style.ts'

/** The strip with two words of scale under it; nothing for those who were never in touch within it. */
export const stripHtml = (suggestion: Suggestion, report: Report): MailHtml | '' => {
  const { strip, stripSpan = stripWeeks } = suggestion
  if (strip.length === 0) return ''
  const start = shortMonth(later(report.at, -stripSpan * WEEK), report)
  return html`${barOf(runsOf(paintsOf(suggestion)), { height: 8, space: '10px 0 0' })}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="muted" style="${typography.scale}">${start}</td><td class="muted" align="right" style="${typography.scale}">${describeStripEnd(suggestion, report)}</td></tr></table>`
}

/** Finer cells than this nobody can tell apart. */
const maxCells = 76

/** A cell for each week, or for a few weeks where there are many; the oldest first. */
export const paintsOf = ({
  strip,
  stripSpan = stripWeeks,
  standing,
}: Pick<Suggestion, 'strip' | 'stripSpan' | 'standing'>): readonly Paint[] => {
  const weeksTogether = Math.ceil(stripSpan / maxCells)
  const cells = Math.ceil(stripSpan / weeksTogether)
  const cellOf = (weeksAgo: number): number => Math.floor(weeksAgo / weeksTogether)
  const hits = new Set(strip.map(cellOf))
  const newest = Math.min(...hits)
  const usualWeeks = Math.round((standing?.usualGapDays ?? 0) / 7)
  const usual = Math.max(0, newest - Math.round(usualWeeks / weeksTogether))
  return Array.from({ length: cells }, (_, index): Paint => {
    const ago = cells - 1 - index
    if (hits.has(ago)) return stripPaint.hit
    if (ago > newest) return stripPaint.track
    return ago >= usual ? stripPaint.usual : bandPaint[standing?.band ?? 'fading']
  })
}

const runsOf = (paints: readonly Paint[]): readonly (Paint & { readonly share: number })[] => {
  const runs: { readonly paint: Paint; length: number }[] = []
  for (const paint of paints) {
    const last = runs.at(-1)
    if (last?.paint === paint) last.length += 1
    else runs.push({ paint, length: 1 })
  }
  return runs.map(({ paint, length }) => ({ ...paint, share: length / paints.length }))
}
