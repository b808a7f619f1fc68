/** Everything a check-in in German is made of. Travels beside the Worker. */
import type { Sentences } from '../language.ts'
import { germanChangesAsks } from './asks/changes.ts'
import { germanMeetingsAsks } from './asks/meetings.ts'
import { germanRepliesAsks } from './asks/replies.ts'
import { germanSilenceAsks } from './asks/silence.ts'
import { germanChanges } from './changes.ts'
import { germanMeetings } from './meetings.ts'
import { germanReplies } from './replies.ts'
import { germanSilence } from './silence.ts'

export const germanSentences: Sentences = {
  families: { ...germanSilence, ...germanReplies, ...germanMeetings, ...germanChanges },
  asks: { ...germanSilenceAsks, ...germanRepliesAsks, ...germanMeetingsAsks, ...germanChangesAsks },
}
