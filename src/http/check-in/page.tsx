/** A check-in to read, change, copy or open in one's own mail; why them and why now; and what else can be done about them. */
import { tones } from '../../model/check-in.ts'
import { checkInWords, describeInTouchSince } from '../../words/check-in-page.ts'
import { shortName } from '../../words/name.ts'
import { describeReason } from '../../words/reason.ts'
import { describeLastTopic } from '../../words/topic.ts'
import { languageLabels, toneLabels } from '../../words/voice.ts'
import { Button, HiddenFields, LinkButton } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { Note } from '../kit/note.tsx'
import { Aside } from './aside.tsx'
import { textLanguages } from './compose.ts'
import type { WritingView } from './writing-view.ts'

export const writingPage = (view: WritingView): Html => {
  const { writing, path, section, opens, day } = view
  const title = checkInWords.describeTitle(shortName(writing.suggestion))
  return layout({
    title,
    section,
    script: '/check-in.js',
    ...(section === null && { visitor: { signIn: checkInWords.signIn, foot: checkInWords.describeFoot(day.at, day) } }),
    body: (
      <div id="check-in" data-path={path} data-opens={opens ?? undefined}>
        <Notes view={view} />
        <h1>{title}</h1>
        <Lead view={view} />
        <div class="cols near">
          <Sheet view={view} />
          <Aside view={view} />
        </div>
      </div>
    ),
  })
}

/** A link with what was chosen on this page, and nothing else. */
export const linkWith = (
  page: string,
  { tone, language }: { readonly tone: string | null; readonly language: string | null },
): string => {
  const query = new URLSearchParams({
    ...(tone !== null && { tone }),
    ...(language !== null && { language }),
  }).toString()
  return query === '' ? page : `${page}?${query}`
}

const Notes = ({ view: { done, kept, path, rewording, writing } }: { readonly view: WritingView }) => (
  <>
    {done !== null && (
      <Note
        role="status"
        act={
          done.seal !== null && (
            <form method="post" action={`${path}/undo`}>
              <HiddenFields fields={{ seal: done.seal }} />
              <Button look="link">{checkInWords.undo}</Button>
            </form>
          )
        }
      >
        {done.sentence}
      </Note>
    )}
    {kept !== null && (
      <Note
        role="status"
        act={
          <LinkButton look="link" href={linkWith(`${path}/text`, writing.chosen)}>
            {checkInWords.describeOurDraft(writing.checkIn.tone)}
          </LinkButton>
        }
      >
        {checkInWords.kept}
      </Note>
    )}
    {rewording.kind === 'failed' && (
      <Note kind="careful" role="status">
        {checkInWords.notReworded}
      </Note>
    )}
    {rewording.kind === 'shown' && (
      <Note
        kind="careful"
        role="status"
        act={
          <LinkButton look="link" href={linkWith(`${path}/text`, writing.chosen)}>
            {checkInWords.ourDraft}
          </LinkButton>
        }
      >
        {checkInWords.describeReworded(rewording.host)}
      </Note>
    )}
  </>
)

const Lead = ({ view: { writing, since, day } }: { readonly view: WritingView }) => {
  const { suggestion, shown } = writing
  if (since !== null) return <Note role="status">{describeInTouchSince(shortName(suggestion), since, day)}</Note>
  return (
    <p class="lead">
      {describeReason(suggestion, day)}
      {shown !== null && (
        <>
          {' '}
          <span class="said">{describeLastTopic(shown, day)}</span>
        </>
      )}
    </p>
  )
}

/** The draft as a form: what was edited goes along, with or without a script. */
const Sheet = ({ view }: { readonly view: WritingView }) => {
  const { writing, path, written, kept, rewording } = view
  const { suggestion, checkIn, ways, chosen } = writing
  const shown = written ?? kept ?? checkIn
  const text = rewording.kind === 'shown' ? rewording.text : shown.text
  return (
    <form class="sheet stack" method="post" action={`${path}/compose`}>
      {/* What the Enter key does: the first button of a form, and not the first choice. */}
      <button hidden type="submit" name="in" value={ways[0].client} />
      <HiddenFields fields={{ was: linkWith('', chosen) }} />
      <Choices view={view} />
      <p>
        <span class="muted">{checkInWords.to}</span> {suggestion.address}
      </p>
      <div>
        <label for="subject">{checkInWords.subject}</label>
        <input id="subject" name="subject" type="text" value={shown.subject} />
      </div>
      <div>
        <label for="text">{checkInWords.text}</label>
        <textarea
          id="text"
          name="text"
          rows={9}
          aria-describedby={written === null ? undefined : 'text-error'}
          aria-invalid={written === null ? undefined : 'true'}
        >
          {`\n${text}`}
        </textarea>
        {written !== null && (
          <p class="error" id="text-error">
            <span>{checkInWords.tooLong}</span>
          </p>
        )}
      </div>
      <p class="row">
        {ways.map(({ client, label }, index) => (
          <>
            <Button look={index === 0 ? 'main' : 'link'} name="in" value={client}>
              {label}
            </Button>
            {index === 0 && (
              <button class="button plain" id="copy" type="button" data-copied-label={checkInWords.copied} hidden>
                {checkInWords.copy}
              </button>
            )}
          </>
        ))}
        {rewording.kind !== 'none' && (
          <button type="submit" class="linky" formaction={linkWith(`${path}/rewording`, chosen)}>
            {checkInWords.reword}
          </button>
        )}
      </p>
      <p class="small muted">{checkInWords.nothingSent}</p>
    </form>
  )
}

/** Buttons of the form, so that what was typed comes along. */
const Choices = ({ view: { path, writing } }: { readonly view: WritingView }) => {
  const { checkIn, language, chosen } = writing
  return (
    <div class="row">
      <fieldset class="seg" aria-label={checkInWords.tone}>
        {tones.map((tone) => (
          <button
            type="submit"
            formaction={linkWith(`${path}/choose`, { ...chosen, tone })}
            aria-current={tone === checkIn.tone ? 'true' : undefined}
          >
            {toneLabels[tone]}
          </button>
        ))}
      </fieldset>
      <fieldset class="seg tight" aria-label={checkInWords.language}>
        {textLanguages.map((code) => (
          <button
            type="submit"
            formaction={linkWith(`${path}/choose`, { ...chosen, language: code })}
            lang={code}
            aria-current={code === language ? 'true' : undefined}
          >
            {languageLabels[code] ?? code}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
