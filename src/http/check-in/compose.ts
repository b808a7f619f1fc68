/** The check-in for a suggestion, with the links that open it where the person writes. Pure. */

import { draftCheckIn, toneOf } from '../../draft/check-in.ts'
import { type ComposeTarget, composeLink, composeTemplate } from '../../draft/compose-link.ts'
import type { Account } from '../../model/account.ts'
import { type CheckIn, type MailClient, type Tone, tones } from '../../model/check-in.ts'
import type { Suggestion } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Provider } from '../../providers/provider.ts'
import { openLabels } from '../../words/check-in-page.ts'

export interface Writing {
  readonly suggestion: Suggestion
  readonly checkIn: CheckIn
  /** Where the user wants it to open. */
  readonly place: MailClient | 'page'
  /** Every way to open it, the user's own first. */
  readonly ways: readonly [Way, ...Way[]]
}

export interface Way {
  readonly client: MailClient
  readonly link: string
  /** The same link with places for the subject and the text, for the page's script. */
  readonly template: string
  /** "Open in Gmail" */
  readonly label: string
}

export const writingFor = (
  {
    webRoots,
    providers,
  }: {
    readonly webRoots: Pick<ComposeTarget, 'gmailWebRoot' | 'outlookWebRoot'>
    readonly providers: readonly Provider[]
  },
  from: {
    readonly user: User
    readonly accounts: readonly Account[]
    readonly suggestion: Suggestion
    readonly at: Instant
    /** Null for the one that suits the relationship. */
    readonly tone: Tone | null
  },
): Writing => {
  const { user, accounts, suggestion, at } = from
  const { zone, locale, name: userName } = user
  const checkIn = draftCheckIn({ suggestion, at, zone, locale, userName }, from.tone ?? toneOf(suggestion))
  // Of several accounts the one in which the two were in touch last.
  const account = accounts.find(({ id }) => id === suggestion.accountId) ?? accounts[0]
  const provider = providers.find(({ name }) => name === account?.provider)
  const own = account === undefined || provider === undefined ? 'mailto' : provider.mailClientOf(account.subject)
  const place = user.writesIn === 'account' ? own : user.writesIn
  const wayIn = (client: MailClient): Way => {
    // Another provider's account means nothing to the client.
    const target = { ...webRoots, client, account: client === own ? (account?.address ?? '') : '' }
    return {
      client,
      link: composeLink(target, suggestion.address, checkIn),
      template: composeTemplate(target, suggestion.address),
      label: openLabels[client],
    }
  }
  const first = place === 'page' ? own : place
  const others = ([own, 'mailto'] as const).filter(
    (client, index, all) => client !== first && all.indexOf(client) === index,
  )
  return { suggestion, checkIn, place, ways: [wayIn(first), ...others.map(wayIn)] }
}

/** Null for whatever is no tone. */
export const toneNamed = (name: string | undefined): Tone | null => tones.find((tone) => tone === name) ?? null
