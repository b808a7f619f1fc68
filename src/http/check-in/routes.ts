/**
 * The links of the Monday email, and the same pages for whoever is signed in. Opening one changes nothing and signs nobody
 * in: mail scanners open every link, some of them in a browser that runs scripts. Only buttons act, and each act can be
 * undone.
 */
import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { readCheckInLink } from '../../deliver/links.ts'
import { replySubject } from '../../draft/reply-subject.ts'
import type { Account } from '../../model/account.ts'
import { canonicalAddress } from '../../model/address.ts'
import type { Suggestion } from '../../model/report.ts'
import type { Instant, LocalDate } from '../../model/time.ts'
import type { TokenError } from '../../model/token.ts'
import type { User } from '../../model/user.ts'
import { lastSubject } from '../../people/lookup.ts'
import { contactSince, suggestionFor } from '../../people/suggestion.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { recordAct, reportOfWeek } from '../../store/reports.ts'
import { userById } from '../../store/users.ts'
import { actNames, notUnderstood, undoExpired, undone } from '../../words/check-in-page.ts'
import { shortName } from '../../words/name.ts'
import { describeCheckInLinkError } from '../kit/errors.ts'
import { emptyEntry } from '../kit/forms.tsx'
import type { Section } from '../kit/layout.tsx'
import { messagePage, noticePage } from '../kit/message-page.tsx'
import { formEntryOf } from '../kit/parse-form.ts'
import type { AppEnv } from '../kit/session.ts'
import { actPage, donePage } from './act-page.tsx'
import { actCorrection, actOf } from './acts.ts'
import { toneNamed, type Writing, writingFor } from './compose.ts'
import { writingPage } from './page.tsx'
import { correctWithUndo, undoBySeal } from './undo.ts'

/** Whom a page is about, and for whom. */
export interface CheckInSubject {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly suggestion: Suggestion
  readonly at: Instant
  /** The report that the suggestion stood in; null where it stood in none. */
  readonly week: LocalDate | null
  /** Where these pages are: `/c/TOKEN`, `/people/12`. */
  readonly path: string
  readonly section: Section | null
}

export type FindSubject = (context: Context<AppEnv>) => Promise<CheckInSubject | Response>

/** The pages below one person's address, however it was found out who that is. */
export const checkInPages = (find: FindSubject): Hono<AppEnv> => {
  const pages = new Hono<AppEnv>()

  pages.get('/text', (context) =>
    withSubject(context, find, async (subject) => {
      const { user, accounts, suggestion, at } = subject
      const { app } = context.env
      const writing = writingOf(context, subject, context.req.query('tone'))
      const { personId } = suggestion
      const of = { userId: user.id, accounts, personId, since: at, now: app.now() }
      return context.html(
        writingPage({
          ...pageOf(subject, writing),
          since: await contactSince(app, of),
          reply: null,
          opensItself: context.req.query('open') !== undefined && writing.place === 'mailto',
        }),
      )
    }),
  )

  // A POST although it only reads: it may renew the grant, and a scanner has no reason to come here.
  pages.post('/subject', (context) =>
    withSubject(context, find, async (subject) => {
      const { user, accounts, suggestion } = subject
      const live = await lastSubject(context.env.app, { userId: user.id, accounts, suggestion })
      const reply = live === null ? null : replySubject(live)
      if (prefersJson(context)) return context.json({ reply })
      const writing = writingOf(context, subject, context.req.query('tone'))
      return context.html(
        writingPage({ ...pageOf(subject, writing), since: null, reply: reply ?? '', opensItself: false }),
      )
    }),
  )

  pages.post('/opened', (context) =>
    withSubject(context, find, async ({ user, week, suggestion }) => {
      const { store, now } = context.env.app
      const { personId } = suggestion
      if (week !== null) await recordAct(store, { userId: user.id, week, personId, act: 'opened', at: now() })
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
      return isUndone ? context.html(noticePage(undone, text)) : context.html(noticePage(undoExpired, text), 400)
    }),
  )

  for (const name of actNames) {
    pages.get(`/${name}`, (context) =>
      withSubject(context, find, async ({ suggestion, path, section }) => {
        const now = context.env.app.now()
        return context.html(actPage({ name, who: shortName(suggestion), path, section, entry: emptyEntry, now }))
      }),
    )
    pages.post(`/${name}`, (context) =>
      withSubject(context, find, async ({ user, suggestion, week, path, section }) => {
        const { app } = context.env
        const now = app.now()
        const fields = await context.req.parseBody()
        const address = canonicalAddress(suggestion.address)
        if (address === null) return context.html(noticePage(notUnderstood, `${path}/text`), 400)
        const who = shortName(suggestion)
        const asked = actCorrection(name, address, { fields, now })
        if (!asked.ok) {
          const entry = formEntryOf(fields, asked.error)
          return context.html(actPage({ name, who, path, section, entry, now }), 400)
        }
        const correction = asked.value
        const of = week === null ? null : { week, personId: suggestion.personId, act: actOf[name] }
        const seal = await correctWithUndo(app, { userId: user.id, correction, of, now })
        return context.html(donePage({ correction, who, user, path, section, seal, now }))
      }),
    )
  }
  return pages
}

/** The links of a mail: a signed token names user, report and person. */
export const checkInRoutes = new Hono<AppEnv>()
  .get('/:token', (context) =>
    withSubject(context, subjectOfToken, async (subject) => {
      const { place, ways } = writingOf(context, subject, undefined)
      const page = `${subject.path}/text`
      if (place === 'page') return context.redirect(page)
      // A browser that cannot open a mail program must not be left with an empty page.
      return context.redirect(place === 'mailto' ? `${page}?open` : ways[0].link)
    }),
  )
  .route('/:token', checkInPages(subjectOfToken))

async function subjectOfToken(context: Context<AppEnv>): Promise<CheckInSubject | Response> {
  const { app } = context.env
  const now = app.now()
  const token = context.req.param('token') ?? ''
  const refuse = (error: TokenError): Response | Promise<Response> => {
    const { status, page } = describeCheckInLinkError(error)
    return context.html(messagePage(page), status)
  }
  const link = await readCheckInLink(app, token, now)
  if (!link.ok) return refuse(link.error)
  const { userId, week, personId } = link.value
  const [user, stored, accounts] = await Promise.all([
    userById(app.store, userId),
    reportOfWeek(app.store, userId, week),
    accountsOfUser(app.store, userId),
  ])
  if (user === null) return refuse({ reason: 'forged' })
  const own = { user, accounts, path: `/c/${token}`, section: null }
  const kept = stored?.report?.suggestions.find((candidate) => candidate.personId === personId)
  if (kept !== undefined && stored?.report != null) return { ...own, suggestion: kept, at: stored.report.at, week }
  // The suggestions of a mail on demand stand in no report: what a report would say now is as good.
  const fresh = await suggestionFor(app, { user, accounts, personId, now })
  if (fresh === null) return refuse({ reason: 'forged' })
  return { ...own, ...fresh }
}

const withSubject = async (
  context: Context<AppEnv>,
  find: FindSubject,
  serve: (subject: CheckInSubject) => Promise<Response>,
): Promise<Response> => {
  const subject = await find(context)
  return subject instanceof Response ? subject : serve(subject)
}

const writingOf = (context: Context<AppEnv>, subject: CheckInSubject, tone: string | undefined): Writing =>
  writingFor(context.env.app, { ...subject, tone: toneNamed(tone) })

const pageOf = ({ path, section, user, at }: CheckInSubject, writing: Writing) => ({
  writing,
  path,
  section,
  day: { at, zone: user.zone, locale: user.locale },
})

const prefersJson = (context: Context<AppEnv>): boolean =>
  accepts(context, { header: 'Accept', supports: ['text/html', 'application/json'], default: 'text/html' }) ===
  'application/json'
