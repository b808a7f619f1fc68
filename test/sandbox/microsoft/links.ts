/** Next and delta links, as whoever minds the simulator sees them: to everybody else they are opaque. Pure. */
import { opened } from '../service/opaque.ts'

/** The sequence number at which the round of a link began, or null where it is no link of ours. */
export const sequenceOfLink = (link: string): number | null => {
  const parameters = URL.canParse(link) ? new URL(link).searchParams : new URLSearchParams()
  const token = parameters.get('$deltatoken') ?? parameters.get('$skiptoken') ?? ''
  for (const kind of kinds) {
    const [sequence] = opened(kind, token) ?? []
    if (sequence !== undefined) return Number(sequence)
  }
  return null
}

const kinds = ['mail-delta', 'mail-next', 'event-delta', 'event-next', 'folders']
