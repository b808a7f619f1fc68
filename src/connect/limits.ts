/** Brakes against abuse: how often something may be asked for in a minute. Cloudflare counts, at each of its locations. */

/** What is limited. */
export type LimitName = 'sign_in' | 'link' | 'unsubscribe' | 'send'

/** The bindings by what they limit; absent where `wrangler.toml` has none. */
export type LimitBindings = Readonly<Record<LimitName, RateLimit | undefined>>

/** Whether `key` may once more. */
export type TakeLimit = (name: LimitName, key: string) => Promise<boolean>

/**
 * A limit without a binding denies nothing, and neither does one that fails: a brake that sticks must not stop anybody. Both
 * are logged once.
 */
export const openLimits = (
  bindings: LimitBindings,
  log: (event: string, facts: Readonly<Record<string, string | number>>) => void,
): TakeLimit => {
  const logged = new Set<LimitName>()
  const logOnce = (event: string, limit: LimitName): void => {
    if (!logged.has(limit)) log(event, { limit })
    logged.add(limit)
  }
  return async (name, key) => {
    const binding = bindings[name]
    if (binding === undefined) {
      logOnce('rate limit not set up', name)
      return true
    }
    try {
      return (await binding.limit({ key })).success
    } catch {
      logOnce('rate limit failed', name)
      return true
    }
  }
}
