/** What happened between the user and people: stored messages and meetings, and what the user logged. */
import { countedExchanges, type Exchange, isDirect, onceEach } from '../model/interaction.ts'
import type { Person } from '../model/person.ts'
import type { SuggestionFacts } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import { interactionsWith, type StoredInteraction } from '../store/interactions.ts'
import type { Store } from '../store/store.ts'
import { suggestionFacts } from './suggestion-facts.ts'

/** What happened between the user and each of some people. */
export interface Histories {
  /** Newest first, nothing after the moment of reading. */
  historyOf(person: Person): readonly Exchange[]
  /** The account through which the last of it happened, or null. */
  accountOf(personId: number): number | null
  /** What a check-in to them may say; `isRead` where the whole past is known. */
  factsOf(personId: number, isRead: boolean): SuggestionFacts
}

/** One read for all of them together. */
export const historiesOf = async (
  store: Store,
  { userId, people, now }: { readonly userId: number; readonly people: readonly Person[]; readonly now: Instant },
): Promise<Histories> => {
  const contactIds = people.flatMap((person) => person.contactIds)
  const byContact =
    contactIds.length === 0
      ? new Map<number, StoredInteraction[]>()
      : Map.groupBy(await interactionsWith(store, { userId, contactIds, until: now }), ({ contactId }) => contactId)
  const countedOf = ({ contactIds: ids, override }: Person): readonly StoredInteraction[] =>
    ids.flatMap((id) => countedExchanges(byContact.get(id) ?? [], override.isPerson))
  const personOf = new Map(people.map((person) => [person.id, person]))
  return {
    historyOf: (person) =>
      [...onceEach(countedOf(person)), ...loggedUntil(person.override.logged, now)].sort(newestFirst),
    accountOf: (personId) => {
      const person = personOf.get(personId)
      const direct = person === undefined ? [] : countedOf(person).filter(({ kind }) => isDirect(kind))
      return direct.toSorted(newestFirst)[0]?.accountId ?? null
    },
    factsOf: (personId, isRead) => {
      const person = personOf.get(personId)
      return suggestionFacts(person === undefined ? [] : onceEach(countedOf(person)).toSorted(newestFirst), {
        isRead,
        now,
      })
    },
  }
}

const newestFirst = (a: { readonly at: Instant }, b: { readonly at: Instant }): number => b.at - a.at

/** What the user logged counts as a meeting of two. */
const loggedUntil = (logged: Person['override']['logged'], now: Instant): readonly Exchange[] =>
  logged
    .filter(({ at }) => at <= now)
    .map(({ at }, index) => ({
      feed: 'calendar',
      kind: 'met',
      at,
      size: 1,
      role: 'to',
      isAnswer: false,
      isRecurring: false,
      response: 'accepted',
      // No number of a stored message is negative.
      message: -1 - index,
      thread: -1 - index,
    }))
