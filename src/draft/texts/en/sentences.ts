/** Everything a check-in in English is made of. Travels beside the Worker. */
import type { Sentences } from '../language.ts'
import { englishChangesAsks } from './asks/changes.ts'
import { englishMeetingsAsks } from './asks/meetings.ts'
import { englishRepliesAsks } from './asks/replies.ts'
import { englishSilenceAsks } from './asks/silence.ts'
import { englishChanges } from './changes.ts'
import { englishMeetings } from './meetings.ts'
import { englishReplies } from './replies.ts'
import { englishSilence } from './silence.ts'

export const englishSentences: Sentences = {
  families: { ...englishSilence, ...englishReplies, ...englishMeetings, ...englishChanges },
  asks: { ...englishSilenceAsks, ...englishRepliesAsks, ...englishMeetingsAsks, ...englishChangesAsks },
}
