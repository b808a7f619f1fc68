/** Which subject or title the check-in for a suggestion may refer to, and what of it is shown. Pure. */
import type { LastItem, Suggestion } from '../model/report.ts'
import { daysBetween } from '../model/time.ts'
import type { Occasion, RawTopic } from './occasion.ts'
import { languageNamed } from './texts/index.ts'
import { asksForReview, bareSubject, encounterOf, namesOneOf, topicOf } from './topic.ts'

interface Referring {
  readonly suggestion: Suggestion
  /** Full names of the user's people. */
  readonly peopleNames: readonly string[]
}

/**
 * Of the last message of the two alone and their last small meeting, what the check-in may best refer to; null where neither
 * can be used. A reply has the message, whatever it says; else what has a name of its own goes before a mere "Coffee", as
 * long as it is not much older.
 */
export const bestTopic = <T extends RawTopic>(topics: readonly T[], referring: Referring): T | null => {
  const { suggestion } = referring
  const usable = topics
    .toSorted((a, b) => b.at - a.at)
    .flatMap((topic) => {
      const kept = usableTopic(topic, referring)
      return kept === null ? [] : [{ ...topic, ...kept }]
    })
  const message = usable.find(({ from }) => from === 'message') ?? null
  if (isReply(suggestion) || suggestion.reason.kind === 'new_address') return message
  if (isAboutMeeting(suggestion.reason)) return usable.find(({ from }) => from === 'meeting') ?? null
  const [last = null] = usable
  const named = usable.find((topic) => phraseOf(topic, suggestion) !== null)
  return named !== undefined && last !== null && daysBetween(named.at, last.at) <= maxOlderDays ? named : last
}

const isAboutMeeting = (reason: Suggestion['reason']): boolean =>
  reason.kind === 'follow_up' || (reason.kind === 'new_acquaintance' && reason.metAt !== null)

/** What was named longer than this before the last encounter is not what the two last talked about. */
const maxOlderDays = 120

/** What is kept of a topic for the check-in; null where nothing of it can be used. */
export const usableTopic = (raw: RawTopic, { suggestion, peopleNames }: Referring): RawTopic | null => {
  const text = bareSubject(raw.text)
  if (text === '') return null
  const bare = { ...raw, text }
  const others = peopleNames.filter((name) => name !== suggestion.name)
  const isNaming = namesOneOf(text, others)
  if (isReply(suggestion) && raw.from === 'message') return isNaming ? { ...bare, isSubjectOnly: true } : bare
  // What came with a new address may tell of a new job.
  if (suggestion.reason.kind === 'new_address' && raw.from === 'message') return { ...bare, isSubjectOnly: true }
  if (isNaming) return null
  const isEncounter = raw.from === 'meeting' && encounterOf(text) !== null
  return isEncounter || phraseOf(bare, suggestion) !== null ? bare : null
}

/** What the email and the page show of it: "Kelp tariff review"; null where it is better not shown. */
export const shownTopic = (raw: RawTopic, suggestion: Suggestion): string | null => {
  if (raw.isSubjectOnly === true) return null
  return phraseOf(raw, suggestion)?.title ?? (asksForReview(raw.text) ? raw.text : null)
}

/** Where the message or meeting lies that a topic was read from. */
export const itemOf = ({ known }: Suggestion, { from }: Pick<RawTopic, 'from'>): LastItem | null =>
  [known?.lastItem, known?.otherItem].find((item) => item?.from === from) ?? known?.lastItem ?? null

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
