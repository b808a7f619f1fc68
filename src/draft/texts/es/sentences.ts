/** Everything a check-in in Spanish is made of. Travels beside the Worker. */
import type { Sentences } from '../language.ts'
import { spanishChangesAsks } from './asks/changes.ts'
import { spanishMeetingsAsks } from './asks/meetings.ts'
import { spanishRepliesAsks } from './asks/replies.ts'
import { spanishSilenceAsks } from './asks/silence.ts'
import { spanishChanges } from './changes.ts'
import { spanishMeetings } from './meetings.ts'
import { spanishReplies } from './replies.ts'
import { spanishSilence } from './silence.ts'

export const spanishSentences: Sentences = {
  families: { ...spanishSilence, ...spanishReplies, ...spanishMeetings, ...spanishChanges },
  asks: { ...spanishSilenceAsks, ...spanishRepliesAsks, ...spanishMeetingsAsks, ...spanishChangesAsks },
}
