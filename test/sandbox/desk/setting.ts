/** What every page of the desk works with. */
import type { Mailbox, World } from '../world.ts'

export interface DeskControls {
  /** Moves the clock to the coming Monday 08:00 of this zone and fires the product's cron; resolves when it has been fired, with the moment. */
  fireMonday(zone: string): Promise<number>
  /** Fires the product's 15-minute cron now. */
  fireCron(): Promise<void>
}

export interface Setting {
  readonly world: World
  readonly productUrl: string
  readonly controls: DeskControls
}

/** Somebody's mailbox, as an address of the webmail names it: by number, by address, or not at all, which means the first. */
export const mailboxNamed = (world: World, name: string): Mailbox | undefined => {
  if (name === '') return world.mailboxes[0]
  return /^\d{1,4}$/.test(name) ? world.mailboxes[Number(name)] : world.mailboxOf(name)
}

/** Where the webmail shows it. */
export const mailPath = ({ mailboxes }: World, mailbox: Mailbox): string => `/gmail/u/${mailboxes.indexOf(mailbox)}`
