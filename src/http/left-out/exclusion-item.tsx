/** An address that is left out: why, what was read of it, and the way back in. */
import { type CountedExclusion, nameOfExcluded } from '../../people/excluded.ts'
import type { ReportDay } from '../../words/dates.ts'
import { describeCounts, describeExclusion, manyLeftOutBy, exclusionWords as words } from '../../words/exclusion.ts'
import { correctionButton } from '../corrections/forms.tsx'
import type { Html } from '../kit/layout.tsx'

interface ExclusionProps {
  readonly exclusion: CountedExclusion
  readonly day: ReportDay
  /** The page that shows it. */
  readonly back: string
  /** The page has said why, of all of them. */
  readonly isWhySaid?: boolean
}

export const ExclusionItem = ({ exclusion, day, back, isWhySaid = false }: ExclusionProps) => {
  const { contact } = exclusion
  const name = nameOfExcluded(exclusion)
  return (
    <li>
      <p>
        <a href={`/people/${contact.id}`}>{name}</a>
        {name !== contact.label.spelling && <small>{contact.label.spelling}</small>}
        <small>{isWhySaid ? describeCounts(exclusion.counts, day) : whyExcluded(exclusion, day)}</small>
      </p>
      <span class="row">
        <WaysBack exclusion={exclusion} back={back} />
      </span>
    </li>
  )
}

export const whyExcluded = ({ rule, counts }: CountedExclusion, day: ReportDay): string =>
  `${describeExclusion(rule, day)} ${describeCounts(counts, day)}`.trim()

/** What left out many at once is undone for all of them, or overruled for one. */
export const WaysBack = ({ exclusion: { contact, rule }, back }: Omit<ExclusionProps, 'day'>) => {
  if (rule.kind !== 'ignored') return personButton(contact.address, back)
  const many = manyLeftOutBy(rule.by)
  const isByOne = rule.by.correction.kind === 'ignore' && many === null
  if (isByOne) return correctionButton(words.undo, { kind: 'undo', of: rule.by.id, back })
  return (
    <>
      {personButton(contact.address, back)}
      {many !== null && correctionButton(words.describeUndoAll(many), { kind: 'undo', of: rule.by.id, back }, 'link')}
    </>
  )
}

export const personButton = (address: string, back: string): Html =>
  correctionButton(words.isPerson, { kind: 'person', address, back })
