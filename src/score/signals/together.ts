/** Seen together: on one letter, or in one large meeting. No contact, but a sign that someone is still around. Pure. */
import { daysBetween, type Instant } from '../../model/time.ts'

const fadesInDays = 30

/** 1 if seen right now, falling to 0; 0 if never, and where the crowd is still to meet. */
export const seenTogether = (lastSeenAt: Instant | null, now: Instant): number =>
  lastSeenAt === null || lastSeenAt > now ? 0 : Math.exp(-daysBetween(lastSeenAt, now) / fadesInDays)
