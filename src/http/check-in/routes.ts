/**
 * The links of the Monday email, and the same pages for whoever is signed in. Opening one changes nothing and signs nobody
 * in: mail scanners open every link, some of them in a browser that runs scripts. Only buttons act, and each act can be
 * undone.
 */
import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { composeOrigins } from '../../draft/compose-link.ts'
import type { Chosen } from '../../draft/voice.ts'
import { canonicalAddress } from '../../model/address.ts'
import { personVoiceOf } from '../../model/correction.ts'
import type { Fields } from '../../model/json.ts'
import { addressesOfSuggestion } from '../../model/report.ts'
import type { LocalDate } from '../../model/time.ts'
import { type LiveTopic, readTopics } from '../../people/lookup.ts'
import { contactSince } from '../../people/suggestion.ts'
import { type Rewriter, rewriteCheckIn } from '../../rewrite/rewrite.ts'
import { recordAct } from '../../store/reports.ts'
import { refreshAccounts } from '../../sync/refresh.ts'
import { type ActName, actNames, notUnderstood, undoExpired, undone } from '../../words/check-in-page.ts'
import { describeCorrection } from '../../words/correction.ts'
import { shortName } from '../../words/name.ts'
import { describeReason } from '../../words/reason.ts'
import { correctionIn } from '../corrections/form.ts'
import { emptyEntry } from '../kit/forms.tsx'
import { noticePage } from '../kit/message-page.tsx'
import { formEntryOf } from '../kit/parse-form.ts'
import { pagePolicy } from '../kit/security-headers.ts'
import { type AppEnv, isSignedIn } from '../kit/session.ts'
import { actPage, donePage } from './act-page.tsx'
import { actCorrection, actOf } from './acts.ts'
import { languageOf, toneNamed, type Writing, writingFor } from './compose.ts'
import { linkWith, writingPage } from './page.tsx'
import { type CheckInSubject, type FindSubject, subjectOfToken, withSubject } from './subject.ts'
import { correctionOfSeal, correctWithUndo, undoBySeal } from './undo.ts'
import type { WritingView } from './writing-view.ts'

/** The pages below one person's address, however it was found out who that is. */
export const checkInPages = (find: FindSubject): Hono<AppEnv> => {
  const pages = new Hono<AppEnv>()

  // The form of the text leads to where the user writes.
  pages.use(async (context, next) => {
    await next()
    const targets = [...composeOrigins(context.env.app.webRoots), 'mailto:']
    context.header('content-security-policy', pagePolicy(targets))
  })

  pages.get('/text', (context) =>
    withSubject(context, find, async (subject) => {
      const writing = writingOf(context, subject)
      const opens = context.req.query('open') !== undefined && writing.place === 'mailto'
      const view = await viewOf(context, subject, writing)
      const done = await doneOn(context, subject)
      return context.html(writingPage({ ...view, done, opens: opens ? writing.ways[0].linkTo(writing.checkIn) : null }))
    }),
  )

  pages.post('/compose', (context) =>
    withSubject(context, find, async (subject) => {
      const { app } = context.env
      const { week } = subject
      const fields = await context.req.parseBody()
      const writing = writingOf(context, subject)
      const written = writtenIn(fields, writing.checkIn)
      const { linkTo } = writing.ways.find(({ client }) => client === fields.in) ?? writing.ways[0]
      if (!isWhole(written, linkTo)) {
        return context.html(writingPage({ ...(await viewOf(context, subject, writing)), written }), 400)
      }
      if (week !== null) await recordOpened(app, { ...subject, week })
      return context.redirect(linkTo(written), 303)
    }),
  )

  // Another tone or language. What the reader has changed stays theirs, and is never replaced unasked.
  pages.post('/choose', (context) =>
    withSubject(context, find, async (subject) => {
      const fields = await context.req.parseBody()
      const writing = writingOf(context, subject)
      const before = writingOf(context, subject, {
        chosen: chosenIn(new URLSearchParams(typeof fields.was === 'string' ? fields.was : '')),
      })
      const kept = writtenIn(fields, before.checkIn)
      const isChanged = kept.subject !== before.checkIn.subject || kept.text.trim() !== before.checkIn.text.trim()
      if (!isChanged) return context.redirect(linkWith(`${subject.path}/text`, writing.chosen), 303)
      return context.html(writingPage({ ...(await viewOf(context, subject, writing)), kept }))
    }),
  )

  // A POST although it only reads: it may renew the grant. Only for a session: a link tells nothing that its email did not.
  pages.post('/subject', (context) =>
    withSubject(context, find, async (subject) => {
      const { user, accounts, suggestion, section, path } = subject
      if (section === null) return context.redirect(`${path}/text`, 303)
      const topics = await readTopics(context.env.app, { userId: user.id, accounts, suggestions: [suggestion] })
      const writing = writingOf(context, subject, { topic: topics.get(suggestion.personId) ?? null })
      return context.html(writingPage({ ...(await viewOf(context, subject, writing)), isLookedUp: true }))
    }),
  )

  // How the user writes to them, from here on.
  pages.post('/voice', (context) =>
    withSubject(context, find, async (subject) => {
      const { user, suggestion, path } = subject
      const { app } = context.env
      const now = app.now()
      const fields: Fields = await context.req.parseBody()
      const asked = correctionIn({ ...fields, kind: 'voice', address: suggestion.address }, now)
      if (!asked.ok) return context.html(noticePage(notUnderstood, `${path}/text`, isSignedIn(context)), 400)
      const seal = await correctWithUndo(app, { userId: user.id, correction: asked.value, of: null, now })
      return context.redirect(`${path}/text?done=${encodeURIComponent(seal)}`, 303)
    }),
  )

  // Only for a session, and only by a click: a link costs nobody a model's time, and sends nothing anywhere.
  pages.post('/rewording', (context) =>
    withSubject(context, find, async (subject) => {
      const { app } = context.env
      const writing = writingOf(context, subject)
      const view = await viewOf(context, subject, writing)
      const { rewriter } = app
      if (view.rewording.kind === 'none' || rewriter === null) return context.redirect(`${subject.path}/text`, 303)
      const isAllowed = await app.takeLimit('send', `rewording ${subject.user.id}`)
      const reworded = isAllowed ? await rewordingOf(rewriter, { writing, day: view.day }) : null
      if (reworded === null) return context.html(writingPage({ ...view, rewording: { kind: 'failed' } }))
      if (!reworded.ok) app.log('rewording refused', { reason: reworded.error })
      return context.html(
        writingPage({
          ...view,
          rewording: reworded.ok ? { kind: 'shown', host: rewriter.host, text: reworded.value } : { kind: 'failed' },
        }),
      )
    }),
  )

  pages.post('/opened', (context) =>
    withSubject(context, find, async (subject) => {
      const { week } = subject
      if (week !== null) await recordOpened(context.env.app, { ...subject, week })
      return context.body(null, 204)
    }),
  )

  pages.post('/undo', (context) =>
    withSubject(context, find, async (subject) => {
      const { seal } = await context.req.parseBody()
      const { app } = context.env
      const isUndone =
        typeof seal === 'string' && (await undoBySeal(app, { userId: subject.user.id, seal, now: app.now() }))
      const text = `${subject.path}/text`
      return isUndone
        ? context.redirect(`${text}?undone`, 303)
        : context.html(noticePage(undoExpired, text, isSignedIn(context)), 400)
    }),
  )

  for (const name of actNames) {
    pages.get(`/${name}`, (context) => withSubject(context, find, (subject) => showAct(context, subject, name)))
    pages.post(`/${name}`, (context) => withSubject(context, find, (subject) => act(context, subject, name)))
  }
  return pages
}

/** Cron reads the mailbox once the message may have been sent; what came before is read at once. */
const recordOpened = async (
  app: AppEnv['Bindings']['app'],
  { user, accounts, suggestion, week }: CheckInSubject & { readonly week: LocalDate },
): Promise<void> => {
  const { personId } = suggestion
  await recordAct(app.store, { userId: user.id, week, personId, act: 'opened', at: app.now() })
  await refreshAccounts(app, accounts)
}

/** What a button will do; or what it did, where the seal that takes it back is in the address. */
const showAct = async (context: Context<AppEnv>, subject: CheckInSubject, name: ActName): Promise<Response> => {
  const { user, suggestion, path, section } = subject
  const { app } = context.env
  const now = app.now()
  const who = shortName(suggestion)
  const seal = context.req.query('done')
  const correction = seal === undefined ? null : await correctionOfSeal(app, { userId: user.id, seal, now })
  if (seal !== undefined && correction !== null) {
    return context.html(donePage({ correction, who, user, path, section, seal, now }))
  }
  return context.html(actPage({ name, who, path, section, entry: emptyEntry, now }))
}

/** What was just done, where its seal is in the address. */
const doneOn = async (
  context: Context<AppEnv>,
  { user, suggestion, at }: CheckInSubject,
): Promise<WritingView['done']> => {
  if (context.req.query('undone') !== undefined) return { sentence: undone.text, seal: null }
  const seal = context.req.query('done')
  if (seal === undefined) return null
  const { app } = context.env
  const correction = await correctionOfSeal(app, { userId: user.id, seal, now: app.now() })
  if (correction === null) return null
  const day = { at, zone: user.zone, locale: user.locale }
  return { sentence: describeCorrection(correction, () => shortName(suggestion), day), seal }
}

/** It is told what the page says, and nothing else. */
const rewordingOf = (
  rewriter: Rewriter,
  { writing, day }: { readonly writing: Writing; readonly day: WritingView['day'] },
) => {
  const { suggestion, checkIn, language, shown } = writing
  return rewriteCheckIn(rewriter, checkIn, {
    language,
    facts: [describeReason(suggestion, day)],
    topic: shown === null ? null : shown.title,
  })
}

const act = async (context: Context<AppEnv>, subject: CheckInSubject, name: ActName): Promise<Response> => {
  const { user, suggestion, week, path, section } = subject
  const { app } = context.env
  const now = app.now()
  const fields = await context.req.parseBody()
  const address = canonicalAddress(suggestion.address)
  if (address === null) return context.html(noticePage(notUnderstood, `${path}/text`, isSignedIn(context)), 400)
  const asked = actCorrection(name, address, { fields, now })
  if (!asked.ok) {
    const entry = formEntryOf(fields, asked.error)
    return context.html(actPage({ name, who: shortName(suggestion), path, section, entry, now }), 400)
  }
  const of = week === null ? null : { week, personId: suggestion.personId, act: actOf[name] }
  const seal = await correctWithUndo(app, { userId: user.id, correction: asked.value, of, now })
  return context.redirect(`${path}/${name}?done=${encodeURIComponent(seal)}`, 303)
}

/** The links of a mail: a sealed token names user, report and person, and holds what the text refers to. */
export const checkInRoutes = new Hono<AppEnv>()
  .get('/:token', (context) =>
    withSubject(context, subjectOfToken, async (subject) => {
      const { place, ways, checkIn } = writingOf(context, subject)
      const page = `${subject.path}/text`
      if (place === 'page') return context.redirect(page)
      // A browser that cannot open a mail program must not be left with an empty page.
      return context.redirect(place === 'mailto' ? `${page}?open` : ways[0].linkTo(checkIn))
    }),
  )
  .route('/:token', checkInPages(subjectOfToken))

const writingOf = (
  context: Context<AppEnv>,
  { user, accounts, suggestion, at, link, corrections }: CheckInSubject,
  instead: { readonly topic?: LiveTopic | null; readonly chosen?: Chosen } = {},
): Writing =>
  writingFor(context.env.app, {
    ...{ user, accounts, suggestion, at },
    said: personVoiceOf(corrections, addressesOfSuggestion(suggestion)),
    chosen: instead.chosen ?? chosenIn(new URL(context.req.url).searchParams),
    topic: instead.topic ?? link?.topic ?? null,
    variant: link?.variant ?? null,
  })

const chosenIn = (query: URLSearchParams): Chosen => ({
  tone: toneNamed(query.get('tone') ?? undefined),
  language: languageOf(query.get('language') ?? undefined),
})

/** What happened since the email is told to nobody but its signed-in owner. */
const viewOf = async (context: Context<AppEnv>, subject: CheckInSubject, writing: Writing): Promise<WritingView> => {
  const { user, accounts, suggestion, at, path, section } = subject
  const { app } = context.env
  const now = app.now()
  const { personId } = suggestion
  const isOwner = context.var.user?.id === user.id
  const since = isOwner ? await contactSince(app, { userId: user.id, accounts, personId, since: at, now }) : null
  const day = { at, zone: user.zone, locale: user.locale }
  const rewording = { kind: isOwner && user.wantsRewrites && app.rewriter !== null ? 'offered' : 'none' } as const
  const shown = { isLookedUp: false, done: null, written: null, kept: null, opens: null }
  return { writing, path, section, day, now, since, rewording, ...shown }
}

/** What the reader made of the draft. Browsers end lines of a form with CRLF. */
const writtenIn = (
  { subject, text }: Readonly<Record<string, unknown>>,
  draft: Writing['checkIn'],
): Pick<Writing['checkIn'], 'subject' | 'text'> => ({
  subject: typeof subject === 'string' ? subject : draft.subject,
  text: typeof text === 'string' ? text.replaceAll('\r\n', '\n') : draft.text,
})

/** Whether the whole text fits into a link: one letter more makes it another link, unless the end is cut. */
const isWhole = (
  written: Pick<Writing['checkIn'], 'subject' | 'text'>,
  linkTo: Writing['ways'][number]['linkTo'],
): boolean => {
  const text = written.text.trimEnd()
  return text === '' || linkTo({ ...written, text }) !== linkTo({ ...written, text: text.slice(0, -1) })
}
