/**
 * Grants that were opened, for as long as the isolate lives: to open a seal costs more than most of what is read with it, and
 * a token that was renewed for one feed serves the other.
 */
import type { Grant } from './grant.ts'

export interface GrantMemory {
  /** What this seal holds, or what took its place; undefined where nobody opened it here. */
  get(sealed: string): Grant | undefined
  put(sealed: string, grant: Grant): void
}

export const rememberGrants = (): GrantMemory => {
  const known = new Map<string, Grant>()
  return {
    get: (sealed) => known.get(sealed),
    put: (sealed, grant) => {
      known.delete(sealed)
      known.set(sealed, grant)
      const [oldest] = known.keys()
      if (known.size > maxGrants && oldest !== undefined) known.delete(oldest)
    },
  }
}

/** Some four kilobytes each, of the 128 megabytes that a Worker has. */
const maxGrants = 500
