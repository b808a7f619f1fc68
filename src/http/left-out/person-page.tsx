/** The page of somebody who is left out: who it is, why, and the way back in. */
import { activeCorrections, type CorrectionEntry } from '../../model/correction.ts'
import { type CountedExclusion, nameOfExcluded } from '../../people/excluded.ts'
import type { ReportDay } from '../../words/dates.ts'
import { exclusionWords as words } from '../../words/exclusion.ts'
import { correctionNote, correctionsList, namesOf } from '../corrections/page.ts'
import { type Html, layout } from '../kit/layout.tsx'
import { isAbout } from '../people/person-corrections.ts'
import { WaysBack, whyExcluded } from './exclusion-item.tsx'
import { leftOutPath } from './page.tsx'

export const excludedPersonPage = (view: {
  readonly exclusion: CountedExclusion
  readonly log: readonly CorrectionEntry[]
  /** The number of the correction just made, or null. */
  readonly made: number | null
  readonly day: ReportDay
}): Html => {
  const { exclusion, log, made, day } = view
  const { contact } = exclusion
  const name = nameOfExcluded(exclusion)
  const back = `/people/${contact.id}`
  const nameOf = namesOf([{ name, addresses: [contact.address] }])
  const said = activeCorrections(log).filter((each) => isAbout(each, { addresses: [contact.address] }))
  return layout({
    title: name,
    section: 'people',
    body: (
      <>
        {correctionNote({ log, made, nameOf, day, back })}
        <p class="eyebrow">
          <span>
            <a href={leftOutPath}>{words.title}</a>
            {` · ${contact.label.spelling}`}
          </span>
        </p>
        <h1>{name}</h1>
        <p class="lead">{whyExcluded(exclusion, day)}</p>
        <div class="row after">
          <WaysBack exclusion={exclusion} back={back} />
        </div>
        {said.length > 0 && (
          <section>
            <h2>{words.corrections}</h2>
            {correctionsList(said, { nameOf, day }, back)}
          </section>
        )}
      </>
    ),
  })
}
