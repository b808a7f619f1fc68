/**
 * Where Microsoft's documents leave a question open, or reports contradict them: one switch each. By default it stands at
 * what the documents say, or else at what is harder for an application.
 */
export interface Switches {
  /**
   * `internetMessageHeaders` under Mail.ReadBasic, asked with $select. The permission's list of what it leaves out does
   * not name them, and nobody has confirmed that they come.
   */
  readonly headersUnderReadBasic: 'present' | 'absent' | 'refused'
  /** Selecting what Mail.ReadBasic leaves out (bodies, previews) by name. */
  readonly excludedUnderReadBasic: 'refused' | 'absent'
  /** `internetMessageHeaders` in a delta: a report of 2020 has them in its first round. */
  readonly headersInDelta: 'never' | 'first round'
  /** `changeType` of a message delta is documented, and nobody has been seen to use it. */
  readonly changeType: 'honoured' | 'ignored'
  /** The masters of trimmed occurrences: in the same round, or only where the series begins within the window. */
  readonly masters: 'always' | 'beginning in the window'
  /** A single occurrence that its organizer called off: a report of 2019 has a delta say nothing of it. */
  readonly deletedOccurrences: 'told' | 'silent'
  /** Scopes in the token response. */
  readonly scopeNames: 'short' | 'whole'
  /** What comes back from the page that says "Need admin approval", together with AADSTS90094. */
  readonly administratorsError: 'access_denied' | 'consent_required'
  /** The longest window of a calendar view. */
  readonly calendarViewDays: number
  /** Seconds for which a refresh token still works after it was exchanged for a newer one. Really it is weeks. */
  readonly graceSeconds: number
}

export const usualSwitches: Switches = {
  headersUnderReadBasic: 'present',
  excludedUnderReadBasic: 'refused',
  headersInDelta: 'never',
  changeType: 'honoured',
  masters: 'always',
  deletedOccurrences: 'told',
  scopeNames: 'short',
  administratorsError: 'access_denied',
  calendarViewDays: 1825,
  graceSeconds: 2 * 86_400,
}
