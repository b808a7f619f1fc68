/** A check-in to read, change, copy or open in one's own mail; why them and why now; and what else can be done about them. */
import { tones } from '../../model/check-in.ts'
import type { Instant } from '../../model/time.ts'
import { type ActName, actWords, checkInWords, describeInTouchSince } from '../../words/check-in-page.ts'
import type { ReportDay } from '../../words/dates.ts'
import { shortName } from '../../words/name.ts'
import { frame } from '../../words/page.ts'
import { describeReason } from '../../words/reason.ts'
import { describeLastTopic } from '../../words/topic.ts'
import { languageLabels, toneLabels } from '../../words/voice.ts'
import { Button, emptyEntry } from '../kit/forms.tsx'
import { type Html, layout, type Section } from '../kit/layout.tsx'
import { SnoozeForms } from './act-page.tsx'
import { textLanguages, type Writing } from './compose.ts'

export interface WritingView {
  readonly writing: Writing
  readonly path: string
  /** Null for whoever came by a link of the email. */
  readonly section: Section | null
  readonly day: ReportDay
  readonly now: Instant
  /** When they were in touch since it was suggested; null where they were not, or nobody may be told. */
  readonly since: Instant | null
  /** Whether what they last wrote about was looked up a moment ago. */
  readonly isLookedUp: boolean
  /** What was just done, as a sentence; null where nothing was. */
  readonly done: string | null
  /** What the reader wrote, where it is shown again, and that it is too long for a link. */
  readonly written: { readonly subject: string; readonly text: string } | null
  /** Where a browser with a script goes at once; null where it stays. */
  readonly opens: string | null
}

export const writingPage = (view: WritingView): Html => {
  const { writing, path, section, done, opens } = view
  const title = checkInWords.describeTitle(shortName(writing.suggestion))
  return layout({
    title,
    section,
    script: '/check-in.js',
    body: (
      <div class="check-in" id="check-in" data-path={path} data-opens={opens ?? undefined}>
        {section === null && (
          <p class="brand-line">
            <span class="brand">{frame.brand}</span> <a href="/">{checkInWords.signIn}</a>
          </p>
        )}
        {done !== null && (
          <p class="note" role="status">
            {done}
          </p>
        )}
        <h1>{title}</h1>
        <Lead view={view} />
        <div class="two">
          <Sheet view={view} />
          <Aside view={view} />
        </div>
      </div>
    ),
  })
}

const Lead = ({ view: { writing, since, day } }: { readonly view: WritingView }) =>
  since === null ? (
    <p>{describeReason(writing.suggestion, day)}</p>
  ) : (
    <p class="note" role="status">
      {describeInTouchSince(shortName(writing.suggestion), since, day)}
    </p>
  )

/** The draft as a form: what was edited goes along, with or without a script. */
const Sheet = ({ view }: { readonly view: WritingView }) => {
  const { writing, path, written } = view
  const { suggestion, checkIn, ways } = writing
  return (
    <form class="card sheet" method="post" action={`${path}/compose`}>
      <Choices view={view} />
      <p>
        <span class="muted">{checkInWords.to}</span> {suggestion.address}
      </p>
      <div class="field">
        <label for="subject">{checkInWords.subject}</label>
        <input id="subject" name="subject" type="text" value={written?.subject ?? checkIn.subject} />
        <label for="text">{checkInWords.text}</label>
        <textarea
          id="text"
          name="text"
          rows={12}
          aria-describedby={written === null ? undefined : 'text-error'}
          aria-invalid={written === null ? undefined : 'true'}
        >
          {`\n${written?.text ?? checkIn.text}`}
        </textarea>
        {written !== null && (
          <p class="error small" id="text-error">
            {checkInWords.tooLong}
          </p>
        )}
      </div>
      <p class="actions">
        {ways.map(({ client, label }, index) => (
          <Button {...(index > 0 && { look: 'plain' })} name="in" value={client}>
            {label}
          </Button>
        ))}
        <button class="button plain" id="copy" type="button" data-copied-label={checkInWords.copied} hidden>
          {checkInWords.copy}
        </button>
      </p>
      <p class="small muted">{checkInWords.nothingSent}</p>
    </form>
  )
}

const Choices = ({ view: { path, writing } }: { readonly view: WritingView }) => {
  const { checkIn, language } = writing
  const linkTo = (tone: string, code: string): string => `${path}/text?tone=${tone}&language=${code}`
  return (
    <>
      <nav class="seg" aria-label={checkInWords.tone}>
        {tones.map((tone) => (
          <a href={linkTo(tone, language)} aria-current={tone === checkIn.tone ? 'true' : undefined}>
            {toneLabels[tone]}
          </a>
        ))}
      </nav>
      <nav class="seg" aria-label={checkInWords.language}>
        {textLanguages.map((code) => (
          <a href={linkTo(checkIn.tone, code)} lang={code} aria-current={code === language ? 'true' : undefined}>
            {languageLabels[code] ?? code}
          </a>
        ))}
      </nav>
    </>
  )
}

const Aside = ({ view }: { readonly view: WritingView }) => {
  const { writing, path, section, day, now, isLookedUp } = view
  const { suggestion, shown, topic, conversation } = writing
  const others: readonly ActName[] = ['done', 'less', 'not']
  return (
    <aside>
      <h2>{checkInWords.describeWhy(shortName(suggestion))}</h2>
      <p>{describeReason(suggestion, day)}</p>
      {shown !== null && <p>{describeLastTopic(shown, day)}</p>}
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
        <form method="post" action={`${path}/subject?tone=${writing.checkIn.tone}`}>
          <Button look="plain">{checkInWords.lookUp}</Button>
        </form>
      )}
      <details>
        <summary>{checkInWords.notNow}</summary>
        <SnoozeForms view={{ path, entry: emptyEntry, now }} />
      </details>
      <p class="links small">
        {others.map((name) => (
          <a href={`${path}/${name}`}>{actWords[name].link}</a>
        ))}
      </p>
    </aside>
  )
}
