/** What the Monday email says around its people: headings, small links and its foot. Pure. */
import type { Report } from '../model/report.ts'

export const reportMailWords = {
  firstWeek:
    'This is your first Monday email. Once a week it names the people it would be good to write to, says why, and opens a check-in that’s already drafted. You send it, from your own mail: nothing is ever sent in your name. If it gets something wrong, correct it with the small links below each name.',
  reconnections: 'It worked',
  trend: 'How it’s going',
  notes: 'What we don’t know',
  settings: 'Change that',
  everyone: 'All your people',
  heldBack: 'Who isn’t in it, and why',
  unsubscribe: 'Unsubscribe',
  conversation: 'Open the conversation',
  page: 'Read it first',
  done: 'Done elsewhere',
  later: 'Later',
  less: 'Less often',
  not: 'Leave out',
} as const

/** In plain text one address leads to all of these. */
export const describeSmallLinks = (): string => {
  const { page, done, later, less, not } = reportMailWords
  return [page, done, later, less, not].map((label, index) => (index === 0 ? label : label.toLowerCase())).join(', ')
}

/** `when` is "Mondays at 08:00". */
export const describeSchedule = (when: string): string => `You get this on ${when}.`

/** A week of which two lines say all there is to say. */
export const isQuiet = ({ suggestions, isFirst }: Pick<Report, 'suggestions' | 'isFirst'>): boolean =>
  suggestions.length === 0 && !isFirst
