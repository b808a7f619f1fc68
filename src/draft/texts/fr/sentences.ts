/** Everything a check-in in French is made of. Travels beside the Worker. */
import type { Sentences } from '../language.ts'
import { frenchChangesAsks } from './asks/changes.ts'
import { frenchMeetingsAsks } from './asks/meetings.ts'
import { frenchRepliesAsks } from './asks/replies.ts'
import { frenchSilenceAsks } from './asks/silence.ts'
import { frenchChanges } from './changes.ts'
import { frenchMeetings } from './meetings.ts'
import { frenchReplies } from './replies.ts'
import { frenchSilence } from './silence.ts'

export const frenchSentences: Sentences = {
  families: { ...frenchSilence, ...frenchReplies, ...frenchMeetings, ...frenchChanges },
  asks: { ...frenchSilenceAsks, ...frenchRepliesAsks, ...frenchMeetingsAsks, ...frenchChangesAsks },
}
