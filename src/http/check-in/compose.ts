/** The check-in for a suggestion, with the links that open it where the person writes. Pure. */
import type { SealedTopic } from '../../deliver/check-in-link.ts'
import { draftCheckIn } from '../../draft/check-in.ts'
import { itemOf, shownTopic } from '../../draft/check-in-topic.ts'
import { type ComposeTarget, composeLink, conversationLink } from '../../draft/compose-link.ts'
import { languageNamed, languages } from '../../draft/texts/index.ts'
import { type Chosen, spokenFor } from '../../draft/voice.ts'
import type { Account } from '../../model/account.ts'
import { type CheckIn, type MailClient, type Tone, tones } from '../../model/check-in.ts'
import type { PersonVoice } from '../../model/correction.ts'
import type { Suggestion } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Provider } from '../../providers/provider.ts'
import { openLabels, otherWayLabels } from '../../words/check-in-page.ts'
import type { ShownTopic } from '../../words/topic.ts'

export interface Writing {
  readonly suggestion: Suggestion
  readonly checkIn: CheckIn
  readonly topic: SealedTopic | null
  readonly language: string
  readonly chosen: Chosen
  readonly said: PersonVoice
  /** What the two last wrote about, where it may be shown. */
  readonly shown: ShownTopic | null
  /** Where the user wants it to open. */
  readonly place: MailClient | 'page'
  /** Every way to open it, the user's own first. */
  readonly ways: readonly [Way, ...Way[]]
  /** Where the conversation itself can be read; null where nobody knows. */
  readonly conversation: string | null
}

export interface Way {
  readonly client: MailClient
  /** "Open in Gmail" */
  readonly label: string
  /** The link that opens a message with this subject and text; cut where it would be too long. */
  readonly linkTo: (written: Pick<CheckIn, 'subject' | 'text'>) => string
}

export interface WritingFrom {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly suggestion: Suggestion
  readonly at: Instant
  /** What the user settled for check-ins to them. */
  readonly said: PersonVoice
  /** What was chosen on the page for this text alone. */
  readonly chosen: Chosen
  readonly topic: (SealedTopic & { readonly link?: string | null }) | null
  /** Which of the texts the email offered; null where none did. */
  readonly variant: number | null
}

export const writingFor = (
  {
    webRoots,
    providers,
  }: {
    readonly webRoots: Pick<ComposeTarget, 'gmailWebRoot' | 'outlookWebRoot'>
    readonly providers: readonly Provider[]
  },
  from: WritingFrom,
): Writing => {
  const { user, accounts, suggestion, at, topic, variant, said, chosen } = from
  const { occasion, tone } = spokenFor(suggestion, {
    ...{ user, said, chosen, at, zone: user.zone },
    ...(topic !== null && { topic }),
    ...(variant !== null && { variant }),
  })
  const checkIn = draftCheckIn(occasion, tone)
  const clientOf = (account: Account | undefined): MailClient => {
    const provider = providers.find(({ name }) => name === account?.provider)
    return account === undefined || provider === undefined ? 'mailto' : provider.mailClientOf(account.subject)
  }
  // Of several accounts the one in which the two were in touch last.
  const account = accounts.find(({ id }) => id === suggestion.accountId) ?? accounts[0]
  const own = clientOf(account)
  const place = user.writesIn === 'account' ? own : user.writesIn
  const wayIn = (client: MailClient, label: string): Way => {
    // Another provider's account means nothing to the client.
    const target = { ...webRoots, client, account: client === own ? (account?.address ?? '') : '' }
    return {
      client,
      label,
      linkTo: (written) => composeLink(target, suggestion.address, written),
    }
  }
  const first = place === 'page' ? own : place
  const others = ([own, 'mailto'] as const).filter(
    (client, index, all) => client !== first && all.indexOf(client) === index,
  )
  const holder = accounts.find(({ id }) => topic !== null && id === itemOf(suggestion, topic)?.accountId)
  const title = topic === null ? null : shownTopic(topic, suggestion)
  return {
    suggestion,
    checkIn,
    topic,
    language: languageNamed(occasion.voice?.language ?? occasion.language).name,
    chosen,
    said,
    shown: topic === null || title === null ? null : { title, at: topic.at },
    place,
    ways: [wayIn(first, openLabels[first]), ...others.map((client) => wayIn(client, otherWayLabels[client]))],
    conversation:
      topic === null || holder === undefined
        ? null
        : conversationLink({ ...webRoots, client: clientOf(holder), account: holder.address }, topic),
  }
}

/** Null for whatever is no tone. */
export const toneNamed = (name: string | undefined): Tone | null => tones.find((tone) => tone === name) ?? null

/** Null for whatever is no language there are texts in. */
export const languageOf = (code: string | undefined): string | null =>
  languages.find(({ name }) => name === code)?.name ?? null

/** The codes of the languages there are texts in. */
export const textLanguages: readonly string[] = languages.map(({ name }) => name)
