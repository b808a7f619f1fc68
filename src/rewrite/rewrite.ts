/** Another text for a check-in, by a language model: asked for by a click, checked before it is shown, and ours where it fails. */
import type { CheckIn } from '../model/check-in.ts'
import { failure, type Result, success } from '../model/result.ts'
import { within } from '../outside.ts'
import { type Chat, chatFor, partsOfText, type RewriteTask } from './ask.ts'
import { flawIn, type RewriteFlaw } from './check.ts'

/** A language model somewhere. */
export interface Rewriter {
  /** Whom the user is told that it goes to: a host, or a service's name. */
  readonly host: string
  /** Null where it did not answer with a text. */
  readonly ask: (chat: Chat) => Promise<string | null>
}

export type RewriteFailure = 'unanswered' | RewriteFlaw

/** Nobody waits longer than this for a wording. */
export const maxRewriteMilliseconds = 3000

export const rewriteCheckIn = async (
  rewriter: Rewriter,
  checkIn: Pick<CheckIn, 'text' | 'tone'>,
  of: Pick<RewriteTask, 'language' | 'facts' | 'topic'>,
): Promise<Result<string, RewriteFailure>> => {
  const parts = partsOfText(checkIn.text)
  if (parts === null) return failure('length')
  const draft: RewriteTask = { ...of, body: parts.body, tone: checkIn.tone }
  const answer = await within(maxRewriteMilliseconds, rewriter.ask(chatFor(draft)), null)
  if (answer === null) return failure('unanswered')
  const body = bodyOf(answer)
  const flaw = flawIn(body, draft)
  return flaw === null ? success(`${parts.greeting}\n\n${body}\n\n${parts.farewell}\n`) : failure(flaw)
}

/** Straight apostrophes as keyboards type them, and no more than one blank line. */
const bodyOf = (answer: string): string =>
  answer
    .slice(0, maxAnswerLength)
    .replaceAll('\r\n', '\n')
    .replaceAll('’', "'")
    .replace(/[ \t]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const maxAnswerLength = 2000
