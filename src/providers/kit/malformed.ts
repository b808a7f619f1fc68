/** An answer that is not what the provider says it sends. Pure. */
import { failure, type Result } from '../../model/result.ts'
import type { ProviderError } from '../provider.ts'

/** `malformed('a list without rows')`. The detail goes to the log. */
export const malformed = (detail: string): Result<never, ProviderError> => failure({ reason: 'malformed', detail })
