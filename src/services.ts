/**
 * The composition root: what the three entry points, fetch, queue and scheduled, work with. Nobody else sees the
 * environment, and nothing else knows which parts there are.
 */
import { accessTo } from './connect/access.ts'
import { type Admission, admit } from './connect/admit.ts'
import { type Beginning, beginConnect } from './connect/begin.ts'
import type { ConnectError } from './connect/errors.ts'
import { finishConnect } from './connect/finish.ts'
import { openKeyRing, type TokenError } from './connect/keys.ts'
import { oauthClients } from './connect/oauth-client.ts'
import { type Revocation, revokeGrant } from './connect/revoke.ts'
import { startSession, stopSession, userOfCookie } from './connect/session.ts'
import { type CheckInLink, ownLinks, readCheckInLink, readUnsubscribeLink, reportLinks } from './deliver/links.ts'
import { emailServiceMailer } from './deliver/mailer/email-service.ts'
import type { Mailer } from './deliver/mailer/mailer.ts'
import { resendMailer } from './deliver/mailer/resend.ts'
import { suppressionOf } from './deliver/mailer/resend-events.ts'
import { isSignedWebhook } from './deliver/mailer/signed-webhook.ts'
import type { ReconnectDeps } from './deliver/reconnect.ts'
import { renderReconnectMail } from './deliver/render/reconnect-mail.ts'
import type { ReportLinks } from './deliver/render/report-links.ts'
import { renderReportMail } from './deliver/render/report-mail.ts'
import { sendNow } from './deliver/send-now.ts'
import type { DeliveryDeps } from './deliver/weekly.ts'
import type { Config, Env, MailConfig } from './env.ts'
import { headersMatter } from './infer/page.ts'
import type { Resolved } from './infer/resolve.ts'
import type { Account } from './model/account.ts'
import type { Correction, CorrectionEntry, Undo } from './model/correction.ts'
import type { Exchange } from './model/interaction.ts'
import type { Job } from './model/job.ts'
import type { OutgoingMail, SendNowError } from './model/mail.ts'
import type { Report, StoredReport, Suggestion } from './model/report.ts'
import { failure, type Result } from './model/result.ts'
import { DAY, type Instant, instantFromMilliseconds, type LocalDate, later } from './model/time.ts'
import { type ReadsBack, type User, weekDue } from './model/user.ts'
import { bounded, type Outside, within } from './outside.ts'
import { act, type SuggestionKey, undoAct } from './people/acts.ts'
import { rememberingPeople } from './people/directory.ts'
import { hasArrived, type LookupDeps, lastSubject } from './people/lookup.ts'
import { reportsWithOutcomes } from './people/outcomes.ts'
import {
  buildOverview,
  buildReport,
  everyoneAt,
  historiesOf,
  type Overview,
  peopleAt,
  preferencesAt,
} from './people/overview.ts'
import { contactSince, suggestionFor } from './people/suggestion.ts'
import { createProviders } from './providers/index.ts'
import type { Provider, ProviderError } from './providers/provider.ts'
import type { Candidate } from './report/candidate.ts'
import type { ReportOutcome } from './report/outcomes.ts'
import type { Preferences } from './report/preferences.ts'
import { accountsOfUser, disconnectAccount } from './store/accounts.ts'
import { type AutomatedSender, automatedSendersNamed, countAutomatedSenders } from './store/automated-senders.ts'
import { correct, correctionsOf } from './store/corrections.ts'
import { forgetAccount, forgetUser } from './store/forget.ts'
import { type Tally, tallyOf, togetherOn } from './store/interactions.ts'
import { recordAct, reportOfWeek } from './store/reports.ts'
import { openStore } from './store/store.ts'
import {
  endExpiredSessions,
  type ReportSettings,
  resumeMail,
  saveReadsBack,
  saveReportSettings,
  stopMail,
  userById,
} from './store/users.ts'
import type { SyncDeps } from './sync/deps.ts'
import { readFurtherBack } from './sync/extend.ts'
import { dayInWords, hourInWords } from './words/dates.ts'

export interface Services {
  readonly config: Config
  readonly now: () => Instant
  readonly providers: readonly Provider[]
  readonly syncing: SyncDeps
  readonly delivering: DeliveryDeps
  readonly asking: ReconnectDeps
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>

  begin(provider: Provider, by: Visitor): Promise<Result<Beginning, ProviderError>>
  finish(provider: Provider, callback: Callback): Promise<Result<Admission, ConnectError>>
  startSession(userId: number): Promise<string>
  userOfCookie(cookie: string): Promise<User | null>
  stopSession(cookie: string): Promise<void>
  /** Forgets the sessions that ended by themselves. */
  endExpiredSessions(): Promise<void>

  userById(userId: number): Promise<User | null>
  accountsOf(userId: number): Promise<readonly Account[]>
  people(userId: number, accounts: readonly Account[]): Promise<readonly Candidate[]>
  historyOf(userId: number, candidate: Candidate): Promise<readonly Exchange[]>
  /** The same, with who is no person, each with the rule. */
  everyone(
    userId: number,
    accounts: readonly Account[],
  ): Promise<{ readonly resolved: Resolved; readonly candidates: readonly Candidate[] }>
  /** Who is a person and who is none, each with the rule. */
  resolved(userId: number, accounts: readonly Account[]): Promise<Resolved>
  /** How often the user was in touch with each of these contacts, by kind. */
  tallyOf(userId: number, contactIds: readonly number[]): Promise<readonly Tally[]>
  /** Whose letters are left out as a machine's: how many, and those whose address holds `text`, each with the sign. */
  automatedSendersNamed(userId: number, text: string): Promise<readonly AutomatedSender[]>
  countAutomatedSenders(userId: number): Promise<number>
  /** Who of these contacts were on the same small letters and meetings of the last five years; one list an item. */
  togetherOn(userId: number, contactIds: readonly number[]): Promise<readonly (readonly number[])[]>
  /** Everything the user said about people, in order. */
  correctionsOf(userId: number): Promise<readonly CorrectionEntry[]>
  /** Adds a correction, or an undo, and answers with its number. What holds already is not said twice. */
  correct(userId: number, content: Correction | Undo): Promise<number>
  /** What the report would say if it were made now. Claims nothing and sends nothing. */
  preview(user: User, accounts: readonly Account[]): Promise<Report>
  /** The same, with everyone it chose from, and what went out this week. */
  overview(user: User, accounts: readonly Account[]): Promise<Overview>
  /** What the user's answers to suggestions have taught so far. */
  preferencesOf(user: User, accounts: readonly Account[]): Promise<Preferences>
  /** The latest reports with what came of each suggestion. */
  reportsOf(userId: number, accounts: readonly Account[]): Promise<readonly ReportOutcome[]>
  reportOf(userId: number, week: LocalDate): Promise<StoredReport | null>
  /** The mail as its owner reads it on our own pages: its links need no signature. */
  pageMailOf(user: User, report: Report): Promise<OutgoingMail>
  sendNow(user: User, accounts: readonly Account[]): Promise<Result<null, SendNowError>>
  /** What would be suggested for one person now; null where they are nobody the user was in touch with. */
  suggestionFor(user: User, accounts: readonly Account[], personId: number): Promise<Suggestion | null>
  /** When they were in touch after that, at whatever address of theirs; or null. */
  contactSince(
    user: User,
    accounts: readonly Account[],
    of: { readonly personId: number; readonly since: Instant },
  ): Promise<Instant | null>
  /** The subject of their last letter, read from the mailbox at this moment; null where that takes longer than one waits. */
  lastSubject(user: User, accounts: readonly Account[], suggestion: Suggestion): Promise<string | null>
  recordAct(userId: number, of: SuggestionKey): Promise<void>
  /** Says something about somebody, and answers with what takes it back. */
  act(userId: number, correction: Correction, of: SuggestionKey | null): Promise<string>
  /** False where it is no seal of ours, of somebody else, or too old. */
  undoAct(userId: number, seal: string): Promise<boolean>
  /** What Resend tells of a mail: null where nothing is to be told here, false where it is not signed. */
  heedResend(headers: Headers, body: string): Promise<boolean | null>
  resumeMail(userId: number): Promise<void>
  saveReportSettings(user: User, settings: ReportSettings): Promise<void>
  /** How far back the user wants to see; further than so far begins to be read at once, and nothing known is forgotten. */
  saveReadsBack(user: User, readsBack: ReadsBack): Promise<void>

  /** Gives the grant back; what was learned stays, or is forgotten. The only account of a user stays to sign in with. */
  disconnect(account: Account, isForgotten: boolean): Promise<Revocation>
  /** Gives every grant back and leaves not a row; says of each account whether its provider took the grant back. */
  deleteEverything(user: User): Promise<readonly { readonly account: Account; readonly revocation: Revocation }[]>

  /** What the signed links of a mail stand for. */
  readCheckInLink(token: string): Promise<Result<CheckInLink, TokenError>>
  readUnsubscribeLink(token: string): Promise<Result<{ readonly userId: number }, TokenError>>
}

/** Who begins to connect an account. */
export interface Visitor {
  readonly signedIn: User | null
  /** The address they mean to connect, or null. */
  readonly loginHint: string | null
}

export interface Callback {
  readonly parameters: URLSearchParams
  /** The cookie that the browser brought back, or null. */
  readonly state: string | null
  readonly signedIn: User | null
  /** BCP 47: what the browser asks for. */
  readonly locale: string
}

export const createServices = (env: Env, config: Config, unbounded: Outside): Services => {
  const outside = bounded(unbounded)
  const store = openStore(env.DB)
  const now = (): Instant => instantFromMilliseconds(outside.now())
  const keys = openKeyRing(config.keys, outside.randomBytes)
  const providers = createProviders(config, { fetch: outside.fetch, headersMatter })
  const connecting = { openClient: oauthClients(outside), keys, randomBytes: outside.randomBytes }
  const sessions = { store, keys, randomBytes: outside.randomBytes }
  const enqueue = async (job: Job, delaySeconds: number): Promise<void> => {
    await env.JOBS.send(job, { delaySeconds })
  }
  const providerOf = ({ provider }: Account): Provider | null => providers.find(({ name }) => name === provider) ?? null
  const redirectUri = ({ name }: Provider): string => new URL(`/connect/${name}/callback`, config.publicUrl).href
  const revoke = async (account: Account): Promise<Revocation> => {
    const provider = providerOf(account)
    return provider === null ? 'failed' : revokeGrant(connecting, account, provider)
  }
  const mailer = createMailer(config.mail, outside)
  const mailWith = (user: User, report: Report, links: ReportLinks): Promise<OutgoingMail> => {
    const { id: userId, address } = user
    return renderReportMail(report, {
      userId,
      address,
      links,
      publicHost: config.publicUrl.hostname,
      when: hourInWords(user),
    })
  }
  const mailOf = async (user: User, report: Report): Promise<OutgoingMail> =>
    mailWith(user, report, await reportLinks(report, { userId: user.id, publicUrl: config.publicUrl, sign: keys.sign }))
  const access: SyncDeps['access'] = async (account, isRefused) => {
    const provider = providerOf(account)
    if (provider === null) return failure({ reason: 'blocked', by: 'operator', detail: 'not set up any more' })
    return accessTo(connecting, store, { account, provider, now: now(), isRefused })
  }
  const known = rememberingPeople(store)
  const looking: LookupDeps = { store, now, providerOf, access }
  const contactIdsOf = async (
    userId: number,
    accounts: readonly Account[],
  ): Promise<(personId: number) => readonly number[]> => {
    const { people } = (await known.find({ userId, accounts })).resolved
    const byContact = new Map(
      people.flatMap((person) => person.contactIds.map((id) => [id, person.contactIds] as const)),
    )
    return (personId) => byContact.get(personId) ?? [personId]
  }
  const overview: Services['overview'] = (user, accounts) =>
    buildOverview(store, known.find, { user, accounts, week: weekDue(user, now()), now: now() })
  const delivering: DeliveryDeps = {
    store,
    now,
    enqueue,
    enqueueAll: async (jobs) => {
      await env.JOBS.sendBatch(jobs.map((body) => ({ body })))
    },
    log,
    mailer,
    buildReport: (of) => buildReport(store, of),
    renderMail: mailOf,
    hasArrived: (...mail) => hasArrived(looking, ...mail),
  }
  return {
    config,
    now,
    providers,
    enqueue,
    syncing: {
      store,
      now,
      providerOf,
      enqueue,
      log,
      access,
    },
    delivering,
    asking: {
      store,
      enqueue,
      log,
      mailer,
      renderReconnect: async (user, { provider, address, status }) => {
        if (status.kind !== 'reconnect') return null
        const link = new URL(`/connect/${provider}`, config.publicUrl)
        link.searchParams.set('account', address)
        const since = dayInWords(status.since, { at: now(), zone: user.zone, locale: user.locale })
        return renderReconnectMail({
          userId: user.id,
          to: user.address,
          account: address,
          reason: status.reason,
          since,
          link: link.href,
        })
      },
    },

    begin: (provider, { signedIn, loginHint }) =>
      beginConnect(connecting, {
        provider,
        redirectUri: redirectUri(provider),
        loginHint,
        begunBy: signedIn?.id ?? null,
        now: now(),
      }),
    finish: async (provider, { parameters, state, signedIn, locale }) => {
      const at = now()
      const finished = await finishConnect(connecting, {
        provider,
        redirectUri: redirectUri(provider),
        parameters,
        state,
        signedIn,
        now: at,
      })
      if (!finished.ok) return finished
      const rules = { owner: config.owner, signups: config.signups }
      return admit(
        { store, keys, rules },
        {
          provider: provider.name,
          connected: finished.value,
          signedIn,
          locale,
          now: at,
        },
      )
    },
    startSession: (userId) => startSession(sessions, { userId, now: now() }),
    userOfCookie: (cookie) => userOfCookie(sessions, cookie, now()),
    stopSession: (cookie) => stopSession(sessions, cookie, now()),
    endExpiredSessions: () => endExpiredSessions(store, now()),

    userById: (userId) => userById(store, userId),
    accountsOf: (userId) => accountsOfUser(store, userId),
    people: (userId, accounts) => peopleAt(known.find, { userId, accounts }, now()),
    historyOf: async (userId, { person }) => (await historiesOf(store, userId, [person], now()))(person),
    everyone: (userId, accounts) => everyoneAt(known.find, { userId, accounts }, now()),
    resolved: async (userId, accounts) => (await known.find({ userId, accounts })).resolved,
    tallyOf: (userId, contactIds) => tallyOf(store, { userId, contactIds, until: now() }),
    automatedSendersNamed: (userId, text) =>
      automatedSendersNamed(store, { userId, text, limit: maxAutomatedSendersShown }),
    countAutomatedSenders: (userId) => countAutomatedSenders(store, userId),
    togetherOn: (userId, contactIds) =>
      togetherOn(store, { userId, contactIds, from: later(now(), -5 * 365 * DAY), maxOthers: 8 }),
    correctionsOf: (userId) => correctionsOf(store, userId),
    correct: (userId, content) => correct(store, { userId, content, now: now() }),
    preview: async (user, accounts) => (await overview(user, accounts)).report,
    overview,
    preferencesOf: ({ id: userId }, accounts) => preferencesAt(store, known.find, { userId, accounts }, now()),
    reportsOf: async (userId, accounts) =>
      reportsWithOutcomes(store, userId, {
        limit: reportsShown,
        now: now(),
        contactsOf: await contactIdsOf(userId, accounts),
      }),
    reportOf: (userId, week) => reportOfWeek(store, userId, week),
    pageMailOf: (user, report) => mailWith(user, report, ownLinks(report, config.publicUrl)),
    sendNow: (user, accounts) => sendNow(delivering, user, accounts),
    suggestionFor: (user, accounts, personId) =>
      suggestionFor(store, known.find, { user, accounts, personId, now: now() }),
    contactSince: async (user, accounts, { personId, since }) => {
      const contactIds = (await contactIdsOf(user.id, accounts))(personId)
      return contactSince(store, { userId: user.id, contactIds, since, now: now() })
    },
    lastSubject: async (user, accounts, { personId, address }) => {
      const lookup = async (): Promise<string | null> => {
        const contactIds = (await contactIdsOf(user.id, accounts))(personId)
        return lastSubject(looking, { userId: user.id, accounts, contactIds, address })
      }
      return within(maxLookupMilliseconds, lookup(), null)
    },
    recordAct: (userId, { week, personId, act }) => recordAct(store, { userId, week, personId, act, at: now() }),
    act: (userId, correction, of) => act({ store, sign: keys.sign, now: now() }, userId, { correction, of }),
    undoAct: (userId, seal) => undoAct({ store, verify: keys.verify, now: now() }, userId, seal),
    heedResend: async (headers, body) => {
      const { via } = config.mail
      if (via.kind !== 'resend' || via.webhookSecret === null) return null
      if (!(await isSignedWebhook(via.webhookSecret, { headers, body, now: now() }))) return false
      const verdict = suppressionOf(body)
      if (verdict !== null) await stopMail(store, verdict.userId, { reason: verdict.reason, now: now() })
      return true
    },
    resumeMail: (userId) => resumeMail(store, userId),
    saveReportSettings: (user, settings) => saveReportSettings(store, user, settings, now()),

    saveReadsBack: async (user, readsBack) => {
      await saveReadsBack(store, user.id, readsBack)
      const isFurther = user.readsBack !== null && (readsBack === null || readsBack > user.readsBack)
      if (isFurther) await readFurtherBack({ store, now, enqueue }, await accountsOfUser(store, user.id))
    },

    disconnect: async (account, isForgotten) => {
      const revocation = await revoke(account)
      if (isForgotten) await forgetAccount(store, account, now())
      else await disconnectAccount(store, account.id, now())
      return revocation
    },
    deleteEverything: async ({ id }) => {
      const revoked: { readonly account: Account; readonly revocation: Revocation }[] = []
      for (const account of await accountsOfUser(store, id))
        revoked.push({ account, revocation: await revoke(account) })
      await forgetUser(store, id)
      known.forget(id)
      return revoked
    },

    readCheckInLink: (token) => readCheckInLink(keys.verify, token, now()),
    readUnsubscribeLink: (token) => readUnsubscribeLink(keys.verify, token, now()),
  }
}

const maxAutomatedSendersShown = 20
/** Whoever waits for the subject of an old letter waits no longer than this. */
const maxLookupMilliseconds = 1500

/** Half a year of Mondays. */
const reportsShown = 26

const createMailer = ({ from, via }: MailConfig, { fetch }: Outside): Mailer =>
  via.kind === 'resend'
    ? resendMailer(fetch, { from, apiKey: via.apiKey, root: via.root })
    : emailServiceMailer({ from, binding: via.binding })

/** Facts are ids, counts and reasons: never an address, a token or a text. */
const log = (event: string, facts: Readonly<Record<string, string | number>>): void =>
  console.log(JSON.stringify({ event, ...facts }))
