/**
 * The timeline of two people: messages out and in on two lines, meetings above, the usual gap as a light band after the
 * last contact and the silence beyond it as a warmer one. Pure.
 */
import { html } from 'hono/html'
import type { Health } from '../../model/health.ts'
import { DAY, type Instant, toMilliseconds } from '../../model/time.ts'
import type { History } from '../../report/candidate.ts'
import { describeTimeline, timelineRows } from '../../words/person.ts'
import type { Html } from '../kit/layout.tsx'

export const timelinePicture = (history: History, health: Health, now: Instant): Html => {
  const direct = history.filter(({ kind, at }) => kind !== 'seen' && at <= now)
  const first = direct.at(-1)?.at
  if (first === undefined) return html``
  const from = Math.min(first, now - minYears * 365 * DAY)
  const x = (at: number): number => Math.round(10 * (left + ((at - from) / (now - from)) * (right - left))) / 10
  const last = direct[0]?.at ?? now
  const usualEnd = Math.min(now, last + (health.usualGapDays ?? 0) * DAY)
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${description(history, health)}">
${
  health.usualGapDays === null
    ? ''
    : html`<rect class="usual" x="${x(last)}" y="20" width="${x(usualEnd) - x(last)}" height="72"/>
<rect class="break" x="${x(usualEnd)}" y="20" width="${Math.max(0, x(now) - x(usualEnd))}" height="72"/>`
}
<line class="line" x1="${left}" y1="100" x2="${right}" y2="100"/>
${yearsBetween(from, now).map(({ at, label }) => html`<line class="line" x1="${x(at)}" y1="96" x2="${x(at)}" y2="104"/><text class="quietly" x="${x(at)}" y="122" text-anchor="middle">${label}</text>`)}
<text class="quietly" x="0" y="38">${timelineRows.met}</text><text class="quietly" x="0" y="62">${timelineRows.sent}</text><text class="quietly" x="0" y="86">${timelineRows.received}</text>
${thinned(direct).map((contact) => markAt(contact.kind, x(contact.at)))}
</svg>`
}

const width = 760
const height = 128
const left = 48
const right = width - 8
const minYears = 1

/** Several on one day draw as one, and a picture holds only so many marks. */
const thinned = (direct: History): History => {
  const days = new Set<string>()
  const kept = direct.filter(({ kind, at }) => {
    const day = `${kind} ${Math.floor(at / DAY)}`
    const isNew = !days.has(day)
    days.add(day)
    return isNew
  })
  return kept.slice(0, maxShown)
}

const maxShown = 900

const markAt = (kind: History[number]['kind'], x: number): Html => {
  switch (kind) {
    case 'met':
      return html`<rect class="met" x="${x - 4}" y="29" width="8" height="8" rx="2"/>`
    case 'sent':
      return html`<circle class="out" cx="${x}" cy="57" r="4"/>`
    default:
      return html`<circle class="in" cx="${x}" cy="81" r="4"/>`
  }
}

const yearsBetween = (from: number, to: number): readonly { readonly at: number; readonly label: string }[] => {
  const first = new Date(toMilliseconds(from as Instant)).getUTCFullYear() + 1
  const last = new Date(toMilliseconds(to as Instant)).getUTCFullYear()
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    at: Date.UTC(first + index, 0, 1) / 1000,
    label: String(first + index),
  }))
}

const description = (history: History, { silenceDays }: Health): string => {
  const count = (kind: History[number]['kind']): number => history.filter((contact) => contact.kind === kind).length
  return describeTimeline({ sent: count('sent'), received: count('received'), met: count('met') }, silenceDays)
}
