/** What every page of the desk works with. */
import { accountOf } from '../microsoft/account.ts'
import { type Mailbox, mailboxWith, type World } from '../world.ts'

export interface ConsoleControls {
  /** Moves the clock to the coming Monday 08:00 of this zone and fires the product's cron; resolves when it has been fired, with the moment. */
  fireMonday(zone: string): Promise<number>
  /** Fires the product's 15-minute cron now. */
  fireCron(): Promise<void>
}

export interface Setting {
  readonly world: World
  readonly productUrl: string
  readonly controls: ConsoleControls
}

/** Somebody's mailbox, as an address of the webmail names it: by number, by address, or not at all, which means the first. */
export const mailboxNamed = (world: World, name: string): Mailbox | undefined => {
  if (name === '') return world.mailboxes[0]
  return /^\d{1,4}$/.test(name) ? world.mailboxes[Number(name)] : world.mailboxOf(name)
}

/**
 * Whose compose window Outlook would open: work accounts have one host, personal ones another, at which they are numbered.
 * The link names nobody, unless by a hint.
 */
export const outlookMailbox = (
  world: World,
  { hint, number }: { readonly hint: string | null; readonly number: number | null },
): Mailbox | undefined => {
  const here = world.mailboxesAt('microsoft')
  if (hint !== null) return mailboxWith(here, hint)
  const kind = number === null ? 'work' : 'personal'
  const ofKind = here.filter(({ owner }) => accountOf(owner).kind === kind)
  return (ofKind.length === 0 ? here : ofKind)[number ?? 0]
}

/** What tells it from the others: its owner's name, or where one person has several its address. */
export const mailboxLabel = ({ mailboxes }: World, { owner }: Mailbox): string =>
  mailboxes.filter((other) => other.owner.name === owner.name).length === 1 ? owner.name : owner.address

/** Where the webmail shows it. */
export const mailPath = ({ mailboxes }: World, mailbox: Mailbox): string => `/gmail/u/${mailboxes.indexOf(mailbox)}`
