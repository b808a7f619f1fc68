/** The guard of a write: a batch begins with a row that breaks its check where what it rests on has changed meanwhile. */

/**
 * Whether a batch failed because someone else wrote first: the guard did not hold, or another page numbered the same new
 * contact. Nothing of it was written then. Any other error is none of ours.
 */
export const isOvertaken = (error: unknown): boolean => {
  // The constraint is named in the cause, where there is one.
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return /guard_holds|UNIQUE constraint failed: addresses/.test(String(cause))
}
