/** Which subject or title the check-in for a suggestion may refer to, and what of it is shown. Pure. */
import type { Suggestion } from '../model/report.ts'
import type { Occasion, RawTopic } from './occasion.ts'
import { languageNamed } from './texts/index.ts'
import { asksForReview, bareSubject, encounterOf, namesOneOf, topicOf } from './topic.ts'

/** What is kept of a topic for the check-in; null where nothing of it can be used. `peopleNames` are the user's other people. */
export const usableTopic = (
  raw: RawTopic,
  { suggestion, peopleNames }: { readonly suggestion: Suggestion; readonly peopleNames: readonly string[] },
): RawTopic | null => {
  const text = bareSubject(raw.text)
  if (text === '') return null
  const bare = { ...raw, text }
  const others = peopleNames.filter((name) => name !== suggestion.name)
  const isNaming = namesOneOf(text, others)
  if (isReply(suggestion) && raw.from === 'message') return isNaming ? { ...bare, isSubjectOnly: true } : bare
  if (isNaming) return null
  const isEncounter = raw.from === 'meeting' && encounterOf(text) !== null
  return isEncounter || phraseOf(bare, suggestion) !== null ? bare : null
}

/** What the email and the page show of it: "Kelp tariff review"; null where it is better not shown. */
export const shownTopic = (raw: RawTopic, suggestion: Suggestion): string | null => {
  if (raw.isSubjectOnly === true) return null
  return phraseOf(raw, suggestion)?.title ?? (asksForReview(raw.text) ? raw.text : null)
}

/** What the user is to answer. */
export const isReply = ({ reason, known }: Pick<Suggestion, 'reason' | 'known'>): boolean =>
  reason.kind === 'reply_owed' || known?.isTheirsUnanswered === true

/** The occasion of a suggestion's check-in, with everything that is known of the two. */
export const occasionFor = (
  suggestion: Suggestion,
  of: Pick<Occasion, 'at' | 'zone' | 'userName'> &
    Partial<Pick<Occasion, 'locale' | 'topic' | 'variant' | 'voice' | 'language' | 'sentAt'>>,
): Occasion => {
  const { known } = suggestion
  return {
    ...of,
    suggestion,
    ...(known !== undefined && {
      lastSeen: known.lastSeen,
      firstAt: known.firstAt,
      isTheirsUnanswered: known.isTheirsUnanswered,
      ...(known.isOwnUnanswered !== undefined && { isOwnUnanswered: known.isOwnUnanswered }),
      lastAloneAt: known.lastItem?.at ?? null,
      ...(known.lastMetAt !== undefined && { lastMetAt: known.lastMetAt }),
      ...(known.begun !== undefined && { begun: known.begun }),
      ...(known.formerAddress !== undefined && { formerAddress: known.formerAddress }),
      ...(known.commonGround !== undefined && { commonGround: known.commonGround }),
    }),
  }
}

const phraseOf = ({ text }: RawTopic, { name }: Suggestion) =>
  topicOf(text, { grammar: languageNamed(undefined).topics, names: [name] })
