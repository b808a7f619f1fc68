/** What was told, held as the product holds it in its database; and what the mailbox holds, to compare. */
import type { CalendarEvent } from '../../../src/model/event.ts'
import type { Message } from '../../../src/model/message.ts'
import type { Page } from '../../../src/providers/provider.ts'
import type { Stage } from '../stage.ts'

/** What was told, as the product would hold it. */
export type Holdings = ReturnType<typeof newHoldings>

/** Lays page after page. */
export const newHoldings = () => {
  const messages = new Map<string, Message>()
  const events = new Map<string, CalendarEvent>()
  return {
    lay(page: Page<Message | CalendarEvent>): void {
      for (const id of page.deletions) {
        messages.delete(id)
        events.delete(id)
      }
      for (const item of page.upserts) {
        if ('box' in item) messages.set(item.id, item)
        else events.set(item.id, item)
      }
    },
    /** A line a message: when, which side, from whom, to whom. */
    mail: (): readonly string[] =>
      [...messages.values()]
        .filter(({ box }) => box !== 'discarded')
        .map(({ receivedAt, box, from, to }) =>
          lineOf({ at: receivedAt, box, from: from?.address ?? '', to: to.map(({ address }) => address) }),
        )
        .sort(),
    events: (): readonly CalendarEvent[] => [...events.values()],
    meetings: (): readonly number[] => [...events.values()].map(({ startsAt }) => startsAt).sort((a, b) => a - b),
  }
}

const lineOf = (message: {
  readonly at: number
  readonly box: string
  readonly from: string
  readonly to: readonly string[]
}): string => `${message.at} ${message.box} ${message.from} > ${message.to.join(' ')}`

/** What the mailbox holds, in the same lines: no drafts, nothing thrown away. */
export const heldIn = ({ mailbox }: Stage): readonly string[] =>
  mailbox.newestFirst
    .filter(({ labels }) => !labels.some((label) => ['DRAFT', 'TRASH', 'SPAM'].includes(label)))
    .map(({ at, labels, headers }) => {
      const address = (name: string): string =>
        new RegExp(`^${name}: (?:.*<)?([^<>\\n]+@[^<>\\n]+?)>?$`, 'm').exec(headers)?.[1] ?? ''
      const box = labels.includes('SENT') ? 'sent' : 'received'
      return lineOf({ at: Math.floor(at / 1000), box, from: address('From'), to: [address('To')] })
    })
    .sort()
