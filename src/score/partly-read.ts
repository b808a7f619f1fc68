/**
 * A relationship of which only the time since some instant has been read. Before that, letters are missing, and what is
 * known by chance (the calendar is read at once) would thin out the weeks over years that nobody has read. They are taken
 * to have been in touch before, since they first were, as they were in the time that is known. Pure.
 */
import { withIndex } from '../model/index-set.ts'
import { measurableSince, type Relationship } from '../model/relationship.ts'
import { type Instant, weekIndex } from '../model/time.ts'
import { factsOf } from './tie.ts'

/** The relationship itself where it began since then, where nothing of it was since then, and where all has been read. */
export const likeSince = (relationship: Relationship, since: Instant, now: Instant): Relationship => {
  const measured = measurableSince(relationship, since, now)
  const { firstAt } = relationship
  const rhythm = measured === relationship ? null : (factsOf(measured, now)?.rhythm ?? null)
  if (rhythm === null || firstAt === null) return relationship
  const first = weekIndex(firstAt)
  let { weeksReceived } = measured
  for (let week = weekIndex(since) - rhythm; week >= first; week -= rhythm) {
    weeksReceived = withIndex(weeksReceived, Math.floor(week))
  }
  return { ...measured, firstAt, weeksReceived }
}
