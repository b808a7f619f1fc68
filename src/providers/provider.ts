/**
 * What a provider is to the rest of the product: data in, data out. Terms:
 *
 * - Provider: a service that keeps someone's mail and calendar. Everything that differs between two of them is data or
 *   a line in its own folder.
 * - Feed: a provider's record of mail, or of events. It is read one page at a time.
 * - Backfill and changes: the backfill is what lay in the mailbox when it was connected, read newest first, for days if
 *   it must be; changes are what happened since. One cursor stands for both, so that changes can be read during the
 *   backfill.
 * - Cursor: where we are in a feed. Opaque to everyone but its maker, who checks it before use. It moves only with the
 *   rows it stands for.
 * - Page: what one request brings. An upsert replaces whatever was known of that id; a deletion takes it away; absence
 *   says nothing. A page may hold messages that lack their headers: the caller says which of them to complete.
 * - Memory: what a backfill keeps beside its cursor, because it is long and seldom asked for. Lost, it costs units and
 *   nothing else.
 * - Inventory: the ids of everything the provider holds.
 * - Lookup: something read live from the mailbox while the person waits, and never stored.
 * - Quota units: what the provider counts a read as. The caller says how many a page may spend and keeps the count.
 *
 * Adapters never sleep, never retry, never read a clock: a refusal is an ordinary outcome with the facts in it.
 */

import type { BlockedBy, Memory, ProviderName } from '../model/account.ts'
import type { MailClient } from '../model/check-in.ts'
import type { CalendarEvent } from '../model/event.ts'
import type { Message } from '../model/message.ts'
import type { BackfillStage } from '../model/read.ts'
import type { Result } from '../model/result.ts'
import type { Instant } from '../model/time.ts'

declare const cursor: unique symbol

export type Cursor = string & { readonly [cursor]: true }

export interface Provider {
  readonly name: ProviderName
  /** As people call it: "Google". */
  readonly label: string
  readonly oauth: OAuthServer
  readonly mail: Feed<Message>
  readonly calendar: Feed<CalendarEvent>
  /** Absent where the provider has none: callers do without. */
  readonly lookup?: Lookup
  /** Where the owner of the account with this subject writes their mail. */
  mailClientOf(subject: string): MailClient
  /** The provider's own page on which they see what they allowed, and take it back. */
  permissionsPage(subject: string): URL
  /** Where an administrator lets a whole organisation in; null where the provider has no such place. */
  readonly approvalUrl: ((back: WayBack) => URL) | null
  /** Who signed in: from the claims of a validated ID token, and from the provider's records where those say too little. */
  identify(claims: IdTokenClaims, access: Access, now: Instant): Promise<Result<Identity, ProviderError>>
}

/** Issuer, client and scopes of a provider's OAuth server; its endpoints come from discovery (RFC 8414, OpenID Discovery). */
/** Where a provider's page leads back to, and what it brings along. */
export interface WayBack {
  readonly redirectUri: string
  readonly state: string
}

export interface OAuthServer {
  /** Where discovery is asked. */
  readonly issuer: URL
  /**
   * Where one server speaks for many, each of which issues ID tokens in its own name: discovery then names an issuer with
   * a placeholder in it, and each token tells by a claim what stands in its place. Null for a server that is one.
   */
  readonly tenants: Tenants | null
  readonly clientId: string
  readonly clientSecret: string
  readonly scopes: readonly Scope[]
  /** Parameters of the authorization request that only this provider knows. */
  readonly authorizationParameters: Readonly<Record<string, string>>
  /**
   * What a refusal of this server means (RFC 6749 §4.1.2.1 and §5.2: its parameters or its body), where the words of the
   * standard say too little or the wrong thing; null where they say it. Pure.
   */
  meaningOf(refusal: Readonly<Record<string, unknown>>): ProviderError | null
}

export interface Tenants {
  /** With `placeholder` in it. */
  readonly issuer: string
  readonly placeholder: string
  readonly claim: string
}

export interface Scope {
  readonly scope: string
  /** Other names under which the provider may list the same scope in a token response. */
  readonly aliases: readonly string[]
  /** What cannot be done without it, to complete "Perennial cannot …", or null where nothing is lost. */
  readonly without: string | null
}

export type IdTokenClaims = Readonly<Record<string, unknown>>

export interface Identity {
  /** What the account is keyed by: stable and never reused, unlike an address. */
  readonly subject: string
  readonly address: string
  /** The address that the provider vouches for, or null. Who may sign up is decided by it: the other may be anybody's claim. */
  readonly vouchedAddress: string | null
  readonly name: string | null
}

/** A live access token, for one invocation. */
export interface Access {
  readonly token: string
  /** What it is good for, as the provider listed it when it gave it. */
  readonly scopes: readonly string[]
}

export interface Lookup {
  /**
   * The subjects of messages and the titles of meetings as they stand there now, in the order asked for; null for each
   * that is not found with little effort. Takes one request for all messages.
   */
  topicsOf(
    access: Access,
    wanted: readonly WantedItem[],
    now: Instant,
  ): Promise<Result<readonly (FoundTopic | null)[], ProviderError>>
  /** Whether a message with this header and value came in since then; only the latest few dozen are read. */
  hasReceived(access: Access, wanted: WantedHeader): Promise<Result<boolean, ProviderError>>
}

/** A message or meeting of which we keep the id, or when it was and how to tell it. */
export interface WantedItem {
  readonly from: 'message' | 'meeting'
  readonly id: string | null
  readonly isIt: (id: string) => boolean
  readonly at: Instant
}

export interface FoundTopic {
  readonly text: string
  /** Where the provider itself shows the message, if it tells that; null where it does not. */
  readonly link: string | null
}

export interface WantedHeader {
  readonly header: string
  readonly value: string
  readonly since: Instant
  readonly now: Instant
}

export interface Feed<T> {
  /** Null where only the provider's refusals tell. */
  readonly quota: Quota | null
  /** The fewest units worth a page: with less than that left, waiting is better. */
  readonly minUnits: Readonly<Record<FeedKind, number>>
  /** A null cursor asks for the beginning: the position is taken first, then reading starts. */
  backfill(access: Access, request: PageRequest): Promise<Result<Page<T>, ProviderError>>
  changes(access: Access, request: PageRequest): Promise<Result<Page<T>, ProviderError>>
  /**
   * Where reading goes on when the provider forgot the position in this cursor, so that what was read need not be read again:
   * null where there is no such place. A feed without it is read again from its beginning, or as far as `since` says. Pure.
   */
  resume?(cursor: Cursor): Cursor | null
  /** Whether the page at this cursor needs what was remembered; a feed without it remembers nothing. Pure. */
  wantsRemembered?(cursor: Cursor): boolean
  /**
   * Reads what a page's messages lack, for those the caller chose. What is refused is left for a later page. A feed
   * whose pages lack nothing has no such call.
   */
  complete?(access: Access, request: CompleteRequest<T>): Promise<Result<Page<T>, ProviderError>>
  /**
   * A stretch of the ids of everything the provider holds (without bin and spam), where it can tell that far more cheaply
   * than by pages. A feed without it is read from its beginning when its position was forgotten.
   */
  inventory?(access: Access, request: InventoryRequest): Promise<Result<Inventory, ProviderError>>
}

export type FeedKind = 'backfill' | 'changes'

/** How many units the provider allows in how long. */
export interface Quota {
  readonly units: number
  readonly perSeconds: number
}

export interface PageRequest {
  readonly cursor: Cursor | null
  /** How far back the backfill goes, and how far ahead a calendar. */
  readonly since: Instant
  readonly until: Instant
  readonly units: number
  /** Everything that earlier pages gave to remember, one after the other; '' where `wantsRemembered` says no. */
  readonly remembered: string
  readonly now: Instant
}

export interface CompleteRequest<T> extends PageRequest {
  /** The page's own. */
  readonly cursor: Cursor
  /** What the page was of. */
  readonly kind: FeedKind
  readonly messages: readonly T[]
}

export interface InventoryRequest {
  /** Where the stretch before ended; null for the first. */
  readonly after: string | null
  readonly now: Instant
}

export interface Inventory {
  readonly ids: readonly string[]
  /** Null at the end. */
  readonly after: string | null
  readonly unitsSpent: number
}

export interface Page<T> {
  readonly upserts: readonly T[]
  readonly deletions: readonly string[]
  /** Upserts too, but for headers that cost a call each: see `complete`. */
  readonly lacking: readonly T[]
  readonly cursor: Cursor
  /** Written with the cursor, or not at all; null where nothing is to be remembered. */
  readonly memory: Memory | null
  /** Whether more of the same kind waits right now. */
  readonly more: boolean
  /** How the backfill stands after this page. */
  readonly backfill: BackfillPosition
  readonly unitsSpent: number
  /** The provider refused a part of this page and asked for a pause; what it did give is here. */
  readonly pauseSeconds: number
  /** The calendar's own time zone (IANA), where the page tells it. */
  readonly zone: string | null
  /** The provider's count of everything in the mailbox, where the page tells it. */
  readonly total: number | null
}

export interface BackfillPosition {
  readonly stage: Exclude<BackfillStage, 'unread'>
  /** Everything from here to the start has been read in this stage, or null. */
  readonly readBackTo: Instant | null
}

export type ProviderError =
  /** The person took the grant back, or it died of age or of a changed password. */
  | { readonly reason: 'grant_revoked' }
  | { readonly reason: 'scope_missing'; readonly scope: string }
  /** The access token is no longer accepted: a refresh may help, once. */
  | { readonly reason: 'token_expired' }
  | { readonly reason: 'cursor_expired' }
  | { readonly reason: 'rate_limited'; readonly retryAfterSeconds: number }
  /** It does not answer, or cannot. Where it names a time to come back, that is known too. */
  | { readonly reason: 'unavailable'; readonly status: number | null; readonly retryAfterSeconds?: number }
  | { readonly reason: 'malformed'; readonly detail: string }
  /**
   * Refused by policy: by the person's administrator, or for want of something the operator of this installation owes; or
   * there is no mailbox (or calendar) to read in this account.
   */
  | { readonly reason: 'blocked'; readonly by: BlockedBy; readonly detail: string }
