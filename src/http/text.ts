/** The check-in for a suggestion, with the link that opens it where the person writes. */

import { draftCheckIn } from '../draft/check-in.ts'
import { composeLink } from '../draft/compose-link.ts'
import type { Account } from '../model/account.ts'
import { type CheckIn, type MailClient, type Tone, tones } from '../model/check-in.ts'
import type { Suggestion } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Services } from '../services.ts'

export interface CheckInText {
  readonly suggestion: Suggestion
  readonly checkIn: CheckIn
  readonly link: string
  /** "Open in Gmail" */
  readonly linkLabel: string
}

export const checkInText = (
  { config, providers }: Services,
  from: {
    readonly user: User
    readonly accounts: readonly Account[]
    readonly suggestion: Suggestion
    readonly at: Instant
    readonly tone: Tone
  },
): CheckInText => {
  const { user, accounts, suggestion, at, tone } = from
  const checkIn = draftCheckIn({ suggestion, at, zone: user.zone, userName: user.name }, tone)
  const [account] = accounts
  const client = account === undefined ? 'mailto' : clientOf(providers, account)
  const target = { client, account: account?.address ?? '', gmailWebRoot: config.gmailWebRoot }
  return {
    suggestion,
    checkIn,
    link: composeLink(target, suggestion.address, checkIn),
    linkLabel: linkLabels[client],
  }
}

const clientOf = (providers: Services['providers'], { provider, subject }: Account): MailClient =>
  providers.find(({ name }) => name === provider)?.mailClientOf(subject) ?? 'mailto'

const linkLabels: Readonly<Record<MailClient, string>> = {
  gmail: 'Open in Gmail',
  outlook_work: 'Open in your mail program',
  outlook_personal: 'Open in your mail program',
  mailto: 'Open in your mail program',
}

export const toneNamed = (name: string | undefined): Tone | null => tones.find((tone) => tone === name) ?? null
