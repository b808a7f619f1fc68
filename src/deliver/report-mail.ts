/** A report as a mail: for the mailbox, with sealed links and what they wrote last, and for its owner's own pages. */
import { type Draft, draftReport } from '../draft/check-in.ts'
import { itemOf, shownTopic } from '../draft/check-in-topic.ts'
import { type ComposeTarget, conversationLink } from '../draft/compose-link.ts'
import { spokenFor } from '../draft/voice.ts'
import type { Account } from '../model/account.ts'
import { type ActiveCorrection, personVoiceOf } from '../model/correction.ts'
import type { OutgoingMail } from '../model/mail.ts'
import { addressesOfSuggestion, peopleAskedFor, type Report } from '../model/report.ts'
import type { Sealer, Signer } from '../model/token.ts'
import type { User } from '../model/user.ts'
import type { LiveTopic } from '../people/lookup.ts'
import type { Provider } from '../providers/provider.ts'
import type { DraftKeys } from '../store/reports.ts'
import { hourInWords } from '../words/dates.ts'
import type { ShownTopic } from '../words/topic.ts'
import { type CheckInFacts, ownLinks, reportLinks } from './links.ts'
import type { ReportLinks } from './render/report-links.ts'
import { renderReportMail } from './render/report-mail.ts'

export interface ReportMailDeps {
  readonly publicUrl: URL
  readonly keys: Signer & Sealer
  readonly providerOf: (account: Account) => Provider | null
  readonly webRoots: Pick<ComposeTarget, 'gmailWebRoot' | 'outlookWebRoot'>
}

/** A report to send, and what was read for it a moment ago. */
export interface ReportToSend {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly report: Report
  readonly topics: ReadonlyMap<number, LiveTopic>
  /** What holds of the user's corrections. */
  readonly corrections: readonly ActiveCorrection[]
  /** The keys of the texts that each person's check-ins had within a year. */
  readonly usedKeys: ReadonlyMap<number, readonly number[]>
}

export interface ReportMail {
  readonly mail: OutgoingMail
  /** Which text each person's check-in has. */
  readonly draftKeys: DraftKeys
}

/** The mail as it goes out: whoever holds it can use its links. */
export const reportMail = async (deps: ReportMailDeps, sending: ReportToSend): Promise<ReportMail> => {
  const { user, accounts, report, topics } = sending
  const drafts = draftsOf(sending)
  const links = await reportLinks(deps, user.id, { report, accounts, checkIns: checkInFacts(deps, sending, drafts) })
  const shown = peopleAskedFor(report).flatMap((suggestion) => {
    const topic = topics.get(suggestion.personId)
    const title = topic === undefined ? null : shownTopic(topic, suggestion)
    return topic === undefined || title === null
      ? []
      : [[suggestion.personId, { title, at: topic.at, from: topic.from }] as const]
  })
  const mail = await mailWith(deps, { user, report, links, topics: new Map(shown) })
  return { mail, draftKeys: new Map([...drafts].map(([personId, { key }]) => [personId, key])) }
}

/** The mail as its signed-in owner reads it on our own pages: its links need no signature. */
export const pageMail = (deps: Pick<ReportMailDeps, 'publicUrl'>, user: User, report: Report): Promise<OutgoingMail> =>
  mailWith(deps, { user, report, links: ownLinks(report, deps.publicUrl), topics: new Map() })

/** No two of a report say the same, and nobody hears within a year what they heard before. */
const draftsOf = ({ user, report, topics, corrections, usedKeys }: ReportToSend): ReadonlyMap<number, Draft> => {
  const { at, zone } = report
  const suggestions = peopleAskedFor(report)
  const drafts = draftReport(
    suggestions.map((suggestion) => {
      const topic = topics.get(suggestion.personId)
      const said = personVoiceOf(corrections, addressesOfSuggestion(suggestion))
      const used = usedKeys.get(suggestion.personId) ?? []
      return { ...spokenFor(suggestion, { user, said, at, zone, ...(topic !== undefined && { topic }) }), used }
    }),
  )
  return new Map(
    suggestions.flatMap(({ personId }, index) => {
      const draft = drafts[index]
      return draft === undefined ? [] : [[personId, draft] as const]
    }),
  )
}

/** Which text each link opens. */
const checkInFacts = (
  { providerOf, webRoots }: ReportMailDeps,
  { accounts, report, topics }: ReportToSend,
  drafts: ReadonlyMap<number, Draft>,
): ReadonlyMap<number, CheckInFacts> =>
  new Map(
    peopleAskedFor(report).map((suggestion) => {
      const topic = topics.get(suggestion.personId) ?? null
      const account = accounts.find(({ id }) => topic !== null && id === itemOf(suggestion, topic)?.accountId)
      const client = account === undefined ? undefined : providerOf(account)?.mailClientOf(account.subject)
      const isKnown = topic !== null && account !== undefined && client !== undefined
      const target = isKnown ? { ...webRoots, client, account: account.address } : null
      const conversation = target === null || topic === null ? null : conversationLink(target, topic)
      return [suggestion.personId, { variant: drafts.get(suggestion.personId)?.variant ?? 0, topic, conversation }]
    }),
  )

const mailWith = (
  { publicUrl }: Pick<ReportMailDeps, 'publicUrl'>,
  mail: {
    readonly user: User
    readonly report: Report
    readonly links: ReportLinks
    readonly topics: ReadonlyMap<number, ShownTopic>
  },
): Promise<OutgoingMail> => {
  const { user, report, links, topics } = mail
  return renderReportMail(report, {
    userId: user.id,
    address: user.address,
    links,
    topics,
    publicHost: publicUrl.hostname,
    when: hourInWords(user),
  })
}
