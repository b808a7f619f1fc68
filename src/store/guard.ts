/** The guard of a write: a batch begins with a row that breaks its check where what the batch rests on has changed meanwhile. */
import type { Block } from './contact-book.ts'
import type { Store } from './store.ts'

/** The statement that breaks its batch unless an account stands at this revision and blocks at these versions. */
export const guardStatement = (
  { d1 }: Store,
  account: { readonly id: number; readonly revision: number },
  blocks: readonly Pick<Block, 'id' | 'version'>[] = [],
): D1PreparedStatement =>
  d1
    .prepare(holdsStill)
    .bind(account.id, account.revision, JSON.stringify(blocks.map(({ id, version }) => [id, version])))

/**
 * Whether a batch failed because someone else wrote first: the guard did not hold, or another page numbered the same new
 * contact. Nothing of the batch was written then. Any other error is none of ours.
 */
export const isOvertaken = (error: unknown): boolean => {
  // The constraint is named in the cause, where there is one.
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return /guard_holds|UNIQUE constraint failed: addresses/.test(String(cause))
}

const holdsStill = `
  INSERT INTO guard (broken) SELECT 1
  WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE id = ?1 AND revision = ?2)
    OR EXISTS (SELECT 1 FROM json_each(?3) AS read LEFT JOIN contact_blocks AS block ON block.id = read.value ->> 0
      WHERE ifnull(block.version, 0) <> read.value ->> 1)`
