/** What is said of the last message or meeting, by its subject or title. Pure. */
import { plainName } from '../model/plain-name.ts'
import type { Instant } from '../model/time.ts'
import { dayInWords, type ReportDay } from './dates.ts'

/** What the two wrote last about, as it is shown. */
export interface ShownTopic {
  readonly title: string
  readonly at: Instant
  readonly from?: 'message' | 'meeting'
}

/** What stands before its title in the Monday email. */
export const topicLabel = ({ from }: ShownTopic): string => (from === 'meeting' ? 'Last meeting' : 'Last email')

/** "Last: “Kelp tariff review”, 4 September" */
export const describeLastTopic = ({ title, at }: ShownTopic, day: ReportDay): string =>
  `Last: “${plainName(title)}”, ${dayInWords(at, day)}`
