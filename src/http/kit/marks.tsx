/**
 * How a tie stands, as a mark: its fullness is how much of the rhythm is left, a leaf is new, a small dot is too early to
 * tell. Colour only repeats the shape.
 */
import type { Band } from '../../model/health.ts'

/** In the order in which they are counted. */
export const bandsInOrder: readonly Band[] = ['thriving', 'steady', 'fading', 'quiet', 'new', 'unknown']

/** The shapes, once on each page that shows marks, before the first of them. */
export const MarkShapes = () => (
  <svg class="vh" aria-hidden="true">
    <symbol id="m-thriving" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.5" />
    </symbol>
    <symbol id="m-steady" viewBox="0 0 16 16">
      <circle class="o" cx="8" cy="8" r="5.6" />
      <path d="M8 2.4A5.6 5.6 0 1 1 2.4 8H8z" />
    </symbol>
    <symbol id="m-fading" viewBox="0 0 16 16">
      <circle class="o" cx="8" cy="8" r="5.6" />
      <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" />
    </symbol>
    <symbol id="m-quiet" viewBox="0 0 16 16">
      <circle class="o" cx="8" cy="8" r="5.6" />
    </symbol>
    <symbol id="m-new" viewBox="0 0 16 16">
      <path d="M2 14C2 6.5 6.5 2 14 2c0 7.5-4.5 12-12 12z" />
      <path class="v" d="M4.5 11.5l5-5" />
    </symbol>
    <symbol id="m-unknown" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="2.75" />
    </symbol>
  </svg>
)

/** One mark in a line of text, which says the band in words beside it. */
export const Mark = ({ band }: { readonly band: Band }) => (
  <svg class={`m ${band}`} aria-hidden="true">
    <use href={`#m-${band}`} />
  </svg>
)

/** Counts of everyone, each a link to them: `<Legend counts={[{ band: 'thriving', label: '63 thriving', href: '…' }]} />`. */
export const Legend = ({
  counts,
}: {
  readonly counts: readonly { readonly band: Band; readonly label: string; readonly href: string }[]
}) => (
  <p class="key">
    {counts.map(({ band, label, href }) => (
      <a href={href}>
        <Mark band={band} />
        {label}
      </a>
    ))}
  </p>
)
