/** What the fault run must know of a simulated provider: one entry each, and nothing else here differs between two. */
import type { Mailbox, World } from '../../sandbox/world.ts'

export interface ProviderInWeather {
  readonly name: string
  readonly host: string
  /** Whether a request lists (and may come in pages), reads many things at once, or asks for tokens. */
  kindOf(url: URL): 'list' | 'read' | 'tokens' | 'other'
  /** Refusals as this provider words them, by what the run counts them as. */
  readonly refusals: Readonly<Record<string, (now: number) => Response>>
  /** The refusal of a page token that has lapsed, or null where the URL carries none. */
  lapsedPage(url: URL): Response | null
  /** Whether this page of a list says that the one asked for by the URL comes next. */
  leadsTo(body: unknown, url: URL): boolean
  /** Declares every cursor given out so far too old. */
  expireCursors(world: World): void
  /** What all pages of one walk through a list have in common, and no other list has. */
  walkOf(url: URL): string
  /** Asks for smaller pages than the product did: providers may always send fewer. */
  withSmallPages(request: Request, size: number): Request
  /** A list's rows twice, or in another order, as a delta may bring them. */
  shaken(body: unknown, shake: <T>(rows: readonly T[]) => readonly T[]): unknown
  /** An answer to many reads in which some parts fail, or null where this provider has no such thing. */
  withBadParts(text: string, fails: () => 'none' | 'unauthorized' | 'unavailable' | 'throttled'): string | null
  /** Withdraws what was granted, with a token that was seen on its way. */
  revocation(token: string): Request
  /** The mailbox of an account, by the subject that the product keeps of it. */
  mailboxOf(world: World, subject: string): Mailbox | undefined
  /** Where a stored cursor stands, in words that do not depend on how it was reached. */
  standing(feed: 'mail' | 'calendar', cursor: string | null, mailbox: Mailbox): string
}
