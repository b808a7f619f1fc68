/** A check-in to read, change, copy or open in one's own mail, in three tones; and what else can be done about the person. */
import { maxLinkLength } from '../../draft/compose-link.ts'
import { mayAnswer } from '../../draft/reply-subject.ts'
import { tones } from '../../model/check-in.ts'
import type { Instant } from '../../model/time.ts'
import { actNames, actWords, checkInWords, describeInTouchSince, toneLabels } from '../../words/check-in-page.ts'
import type { ReportDay } from '../../words/dates.ts'
import { shortName } from '../../words/name.ts'
import { describeReason } from '../../words/reason.ts'
import { Button } from '../kit/forms.tsx'
import { type Html, layout, type Section } from '../kit/layout.tsx'
import type { Way, Writing } from './compose.ts'

export interface WritingView {
  readonly writing: Writing
  readonly path: string
  readonly section: Section | null
  readonly day: ReportDay
  /** When they were in touch since it was suggested, or null. */
  readonly since: Instant | null
  /** "Re: …", where the last message's subject was looked up: '' where none was found; null where it was not looked up. */
  readonly reply: string | null
  /** A browser with a script opens the mail client at once. */
  readonly opensItself: boolean
}

export const writingPage = (view: WritingView): Html => {
  const { writing, path, section, day, since, opensItself } = view
  const { suggestion, checkIn, ways } = writing
  const title = checkInWords.describeTitle(suggestion.name)
  return layout({
    title,
    section,
    script: '/check-in.js',
    body: (
      <section
        class="card narrow"
        id="check-in"
        data-path={path}
        data-max-link-length={maxLinkLength}
        data-opens-itself={opensItself ? '' : undefined}
      >
        <h1>{title}</h1>
        <p class="muted">{suggestion.address}</p>
        {since === null ? (
          <p>{describeReason(suggestion, day)}</p>
        ) : (
          <p class="note" role="status">
            {describeInTouchSince(shortName(suggestion), since, day)}
          </p>
        )}
        <Tones view={view} />
        <div class="field">
          <SubjectField view={view} />
          <label for="text">{checkInWords.text}</label>
          <textarea id="text" rows={14}>
            {checkIn.text}
          </textarea>
        </div>
        <p class="actions">
          {ways.map((way, index) => (
            <WayLink way={way} isFirst={index === 0} />
          ))}
          <button class="button plain" id="copy" type="button" data-copied-label={checkInWords.copied} hidden>
            {checkInWords.copy}
          </button>
        </p>
        <p class="small muted" id="too-long" role="status" hidden>
          {checkInWords.tooLong}
        </p>
        <p class="muted">{checkInWords.nothingSent}</p>
        <p class="links small">
          {actNames.map((name) => (
            <a href={`${path}/${name}`}>{actWords[name].link}</a>
          ))}
        </p>
      </section>
    ),
  })
}

const Tones = ({ view: { path, writing } }: { readonly view: WritingView }) => (
  <nav class="tabs" aria-label={checkInWords.tone}>
    {tones.map((tone) => (
      <a href={`${path}/text?tone=${tone}`} aria-current={tone === writing.checkIn.tone ? 'true' : undefined}>
        {toneLabels[tone]}
      </a>
    ))}
  </nav>
)

/** The fresh subject, or that of a reply once it was looked up; a script offers both without a reload. */
const SubjectField = ({ view: { writing, path, reply } }: { readonly view: WritingView }) => {
  const { suggestion, checkIn } = writing
  return (
    <>
      <label for="subject">{checkInWords.subject}</label>
      <input id="subject" type="text" value={reply || checkIn.subject} data-fresh={checkIn.subject} />
      <p class="small" id="subjects" data-fresh-label={checkInWords.fresh} hidden />
      {reply === null && mayAnswer(suggestion.reason.kind) && (
        <form method="post" action={`${path}/subject?tone=${checkIn.tone}`} id="ask-for-reply">
          <Button look="small">{checkInWords.replyInstead}</Button>
        </form>
      )}
      {reply === '' && <p class="small muted">{checkInWords.replyNotFound}</p>}
      {reply !== null && reply !== '' && (
        <p class="small muted">
          {checkInWords.replyFound} <a href={`${path}/text?tone=${checkIn.tone}`}>{checkInWords.freshInstead}</a>
        </p>
      )}
    </>
  )
}

const WayLink = ({ way: { link, template, label }, isFirst }: { readonly way: Way; readonly isFirst: boolean }) => (
  <a class={isFirst ? 'button' : 'button plain'} href={link} rel="noreferrer" data-template={template}>
    {label}
  </a>
)
