/** Beside the draft: why them and why now, what is known of the two, how the user writes to them, and what else can be done. */
import { noPersonVoice } from '../../model/correction.ts'
import { weekIndex } from '../../model/time.ts'
import { type ActName, actWords, checkInWords, describeKnown } from '../../words/check-in-page.ts'
import { shortName } from '../../words/name.ts'
import { voiceWords } from '../../words/voice.ts'
import { voiceForm } from '../corrections/voice-form.tsx'
import { Fold } from '../kit/fold.tsx'
import { Button, emptyEntry } from '../kit/forms.tsx'
import { StripLine } from '../kit/strip.tsx'
import { SnoozeForms } from './act-page.tsx'
import type { WritingView } from './writing-view.ts'

interface AsideProps {
  readonly view: WritingView
}

export const Aside = ({ view }: AsideProps) => {
  const { writing, path, section, day, now, isLookedUp } = view
  const { suggestion, topic, conversation, said } = writing
  const others: readonly ActName[] = ['done', 'less', 'not']
  return (
    <aside class="stack">
      <h2>{checkInWords.describeWhy(shortName(suggestion))}</h2>
      <RhythmLine view={view} />
      <dl class="facts small">
        {describeKnown(suggestion, day).map(([label, fact]) => (
          <>
            <dt>{label}</dt>
            <dd>{fact}</dd>
          </>
        ))}
      </dl>
      {conversation !== null && (
        <p>
          <a href={conversation} rel="noreferrer">
            {checkInWords.conversation}
          </a>
        </p>
      )}
      {topic !== null && <p class="small muted">{section === null ? checkInWords.sealed : checkInWords.lookedUp}</p>}
      {isLookedUp && topic === null && <p class="small muted">{checkInWords.notFound}</p>}
      {section !== null && !isLookedUp && (
        <form method="post" action={`${path}/subject`}>
          <Button look="plain">{checkInWords.lookUp}</Button>
        </form>
      )}
      <div class="rows">
        <Fold title={checkInWords.notNow}>
          <SnoozeForms view={{ path, entry: emptyEntry, now }} />
        </Fold>
        <Fold
          title={voiceWords.describeTitle(shortName(suggestion))}
          value={said === noPersonVoice ? voiceWords.learned : voiceWords.settled}
        >
          {voiceForm({ action: `${path}/voice`, hidden: {}, voice: said })}
        </Fold>
      </div>
      <div class="row small">
        {others.map((name) => (
          <form method="post" action={`${path}/${name}`}>
            <Button look="link">{actWords[name].link}</Button>
          </form>
        ))}
      </div>
    </aside>
  )
}

/** The year as it stood in the report; nothing where there is too little to draw. */
const RhythmLine = ({ view: { writing, day } }: AsideProps) => {
  const { strip, reason, last } = writing.suggestion
  if (strip.length < 2 || last === undefined) return null
  const silenceDays = 'silenceDays' in reason ? reason.silenceDays : null
  const usualGapDays = 'usualGapDays' in reason ? reason.usualGapDays : null
  const weeks = strip.map((weeksAgo) => weekIndex(day.at) - weeksAgo)
  const band = usualGapDays !== null && silenceDays !== null && silenceDays >= 3 * usualGapDays ? 'quiet' : 'fading'
  return <StripLine of={{ weeks, last: last.at, band, silenceDays, usualGapDays }} reason={reason} day={day} />
}
