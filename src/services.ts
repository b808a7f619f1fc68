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
import {
  buildOverview,
  buildReport,
  everyoneAt,
  historiesOf,
  peopleAt,
  preferencesAt,
  resolvedPeople,
} from './deliver/build.ts'
import { type CheckInLink, checkInLink, reportLinks } from './deliver/links.ts'
import { bindingMailer, type Mailer, resendMailer } from './deliver/mailer.ts'
import type { Asking } from './deliver/reconnect.ts'
import { renderReconnectMail } from './deliver/render/reconnect-mail.ts'
import { renderReportMail } from './deliver/render/report-mail.ts'
import type { Delivering } from './deliver/weekly.ts'
import type { Config, Env, MailConfig } from './env.ts'
import { headersMatter } from './infer/page.ts'
import type { Resolved } from './infer/resolve.ts'
import type { Account } from './model/account.ts'
import type { Correction, CorrectionEntry, Undo } from './model/correction.ts'
import type { Job } from './model/job.ts'
import type { OutgoingMail } from './model/mail.ts'
import type { Report, StoredReport } from './model/report.ts'
import { failure, type Result, success } from './model/result.ts'
import { DAY, type Instant, instantFromMilliseconds, type LocalDate, later } from './model/time.ts'
import { type ReadsBack, type User, weekDue } from './model/user.ts'
import type { Outside } from './outside.ts'
import { createProviders } from './providers/index.ts'
import type { Provider, ProviderError } from './providers/provider.ts'
import type { Candidate, History } from './report/candidate.ts'
import type { Preferences } from './report/preferences.ts'
import { dayInWords } from './report/say.ts'
import { accountsOfUser, disconnectAccount } from './store/accounts.ts'
import { correct, correctionsOf } from './store/corrections.ts'
import { forgetAccount, forgetUser } from './store/forget.ts'
import { type Tally, tallyOf, togetherOn } from './store/interactions.ts'
import { latestReports, reportOfWeek } from './store/reports.ts'
import { openStore } from './store/store.ts'
import { type ReportSettings, saveReadsBack, saveReportSettings, userById } from './store/users.ts'
import { readFurtherBack } from './sync/further.ts'
import type { Syncing } from './sync/reader.ts'

export interface Services {
  readonly config: Config
  readonly now: () => Instant
  readonly providers: readonly Provider[]
  readonly syncing: Syncing
  readonly delivering: Delivering
  readonly asking: Asking
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>

  begin(provider: Provider, loginHint: string | null): Promise<Result<Beginning, ProviderError>>
  finish(provider: Provider, callback: Callback): Promise<Result<Admission, ConnectError>>
  startSession(userId: number): Promise<string>
  userOfCookie(cookie: string): Promise<User | null>
  stopSession(cookie: string): Promise<void>

  userById(userId: number): Promise<User | null>
  accountsOf(userId: number): Promise<readonly Account[]>
  people(userId: number, accounts: readonly Account[]): Promise<readonly Candidate[]>
  historyOf(userId: number, candidate: Candidate): Promise<History>
  /** The same, with who is no person, each with the rule. */
  everyone(
    userId: number,
    accounts: readonly Account[],
  ): Promise<{ readonly resolved: Resolved; readonly candidates: readonly Candidate[] }>
  /** Who is a person and who is none, each with the rule. */
  resolved(userId: number, accounts: readonly Account[]): Promise<Resolved>
  /** How often the user was in touch with each of these contacts, by kind. */
  tallyOf(userId: number, contactIds: readonly number[]): Promise<readonly Tally[]>
  /** Who of these contacts were on the same small letters and meetings of the last five years; one list an item. */
  togetherOn(userId: number, contactIds: readonly number[]): Promise<readonly (readonly number[])[]>
  /** Everything the user said about people, in order. */
  correctionsOf(userId: number): Promise<readonly CorrectionEntry[]>
  /** Adds a correction, or an undo, and answers with its number. What holds already is not said twice. */
  correct(userId: number, content: Correction | Undo): Promise<number>
  /** What the report would say if it were made now. Claims nothing and sends nothing. */
  preview(user: User, accounts: readonly Account[]): Promise<Report>
  /** The same, with everyone it chose from. */
  overview(
    user: User,
    accounts: readonly Account[],
  ): Promise<{ readonly report: Report; readonly candidates: readonly Candidate[] }>
  /** What the user's answers to suggestions have taught so far. */
  preferencesOf(user: User, accounts: readonly Account[]): Promise<Preferences>
  reportsOf(userId: number): Promise<readonly StoredReport[]>
  reportOf(userId: number, week: LocalDate): Promise<StoredReport | null>
  mailOf(user: User, report: Report): Promise<OutgoingMail>
  saveReportSettings(user: User, settings: ReportSettings): Promise<void>
  /** How far back the user wants to see; further than so far begins to be read at once, and nothing known is forgotten. */
  saveReadsBack(user: User, readsBack: ReadsBack): Promise<void>

  /** Gives the grant back; what was learned stays, or is forgotten. */
  disconnect(account: Account, isForgotten: boolean): Promise<Revocation>
  /** Gives every grant back and leaves not a row; says of each account whether its provider took the grant back. */
  deleteEverything(user: User): Promise<readonly { readonly account: Account; readonly revocation: Revocation }[]>

  /** What the signed links of a mail stand for. */
  readCheckInLink(token: string): Promise<Result<CheckInLink, TokenError>>
  readUnsubscribeLink(token: string): Promise<Result<{ readonly userId: number }, TokenError>>
}

export interface Callback {
  readonly parameters: URLSearchParams
  /** The cookie that the browser brought back, or null. */
  readonly state: string | null
  readonly signedIn: User | null
}

export const createServices = (env: Env, config: Config, outside: Outside): Services => {
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
  const mailOf = async (user: User, report: Report): Promise<OutgoingMail> => {
    const links = await reportLinks(report, { userId: user.id, publicUrl: config.publicUrl, sign: keys.sign })
    return renderReportMail(report, { address: user.address, links, publicHost: config.publicUrl.hostname })
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
      access: async (account, isRefused) => {
        const provider = providerOf(account)
        if (provider === null) return failure({ reason: 'blocked', by: 'operator', detail: 'not set up any more' })
        return accessTo(connecting, store, { account, provider, now: now(), isRefused })
      },
    },
    delivering: { store, now, enqueue, log, mailer, renderMail: mailOf },
    asking: {
      store,
      enqueue,
      log,
      mailer,
      renderReconnect: async (user, { provider, address, status }) => {
        if (status.kind !== 'reconnect') return null
        const link = new URL(`/connect/${provider}`, config.publicUrl)
        link.searchParams.set('account', address)
        const since = dayInWords(status.since, { at: now(), zone: user.zone })
        return renderReconnectMail({
          to: user.address,
          account: address,
          reason: status.reason,
          since,
          link: link.href,
        })
      },
    },

    begin: (provider, loginHint) =>
      beginConnect(connecting, { provider, redirectUri: redirectUri(provider), loginHint, now: now() }),
    finish: async (provider, { parameters, state, signedIn }) => {
      const at = now()
      const finished = await finishConnect(connecting, {
        provider,
        redirectUri: redirectUri(provider),
        parameters,
        state,
        now: at,
      })
      if (!finished.ok) return finished
      const rules = { owner: config.owner, signups: config.signups }
      return admit({ store, keys, rules }, { provider: provider.name, connected: finished.value, signedIn, now: at })
    },
    startSession: (userId) => startSession(sessions, { userId, now: now() }),
    userOfCookie: (cookie) => userOfCookie(sessions, cookie, now()),
    stopSession: (cookie) => stopSession(sessions, cookie, now()),

    userById: (userId) => userById(store, userId),
    accountsOf: (userId) => accountsOfUser(store, userId),
    people: (userId, accounts) => peopleAt(store, userId, accounts, now()),
    historyOf: async (userId, { person }) => (await historiesOf(store, userId, [person], now()))(person),
    everyone: (userId, accounts) => everyoneAt(store, userId, accounts, now()),
    resolved: (userId, accounts) => resolvedPeople(store, userId, accounts),
    tallyOf: (userId, contactIds) => tallyOf(store, { userId, contactIds }),
    togetherOn: (userId, contactIds) =>
      togetherOn(store, { userId, contactIds, from: later(now(), -5 * 365 * DAY), mostOthers: 8 }),
    correctionsOf: (userId) => correctionsOf(store, userId),
    correct: (userId, content) => correct(store, { userId, content, now: now() }),
    preview: (user, accounts) => buildReport(store, { user, accounts, week: weekDue(user, now()), now: now() }),
    overview: (user, accounts) => buildOverview(store, { user, accounts, week: weekDue(user, now()), now: now() }),
    preferencesOf: (user, accounts) => preferencesAt(store, user.id, accounts, now()),
    reportsOf: (userId) => latestReports(store, userId, reportsShown),
    reportOf: (userId, week) => reportOfWeek(store, userId, week),
    mailOf,
    saveReportSettings: (user, settings) => saveReportSettings(store, user, settings, now()),

    saveReadsBack: async (user, readsBack) => {
      await saveReadsBack(store, user.id, readsBack)
      const isFurther = user.readsBack !== null && (readsBack === null || readsBack > user.readsBack)
      if (isFurther) await readFurtherBack({ store, now, enqueue }, await accountsOfUser(store, user.id))
    },

    disconnect: async (account, isForgotten) => {
      const revocation = await revoke(account)
      if (isForgotten) await forgetAccount(store, account)
      else await disconnectAccount(store, account.id, now())
      return revocation
    },
    deleteEverything: async ({ id }) => {
      const revoked: { readonly account: Account; readonly revocation: Revocation }[] = []
      for (const account of await accountsOfUser(store, id))
        revoked.push({ account, revocation: await revoke(account) })
      await forgetUser(store, id)
      return revoked
    },

    readCheckInLink: async (token) => {
      const verified = await keys.verify(token, { purpose: 'check-in', now: now() })
      if (!verified.ok) return verified
      const link = checkInLink(verified.value)
      return link === null ? failure({ reason: 'forged' }) : success(link)
    },
    readUnsubscribeLink: async (token) => {
      const verified = await keys.verify(token, { purpose: 'unsubscribe', now: now() })
      if (!verified.ok) return verified
      const { u } = verified.value
      return typeof u === 'number' ? success({ userId: u }) : failure({ reason: 'forged' })
    },
  }
}

/** Half a year of Mondays. */
const reportsShown = 26

const createMailer = ({ from, via }: MailConfig, { fetch }: Outside): Mailer =>
  via.kind === 'resend'
    ? resendMailer(fetch, { from, apiKey: via.apiKey, root: via.root })
    : bindingMailer({ from, binding: via.binding })

/** Facts are ids, counts and reasons: never an address, a token or a text. */
const log = (event: string, facts: Readonly<Record<string, string | number>>): void =>
  console.log(JSON.stringify({ event, ...facts }))
