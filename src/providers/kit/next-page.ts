/** Where a page says that the next one is. Pure. */
import { type Result, success } from '../../model/result.ts'
import type { ProviderError } from '../provider.ts'
import { malformed } from './malformed.ts'

/**
 * `next` is the link or token that a page gave, `asked` the one by which it was asked for. A page that leads back to
 * itself would be asked for until somebody notices.
 */
export const nextPage = (page: {
  readonly next: string | null
  readonly asked: string | null
}): Result<string | null, ProviderError> =>
  page.next !== null && page.next === page.asked ? malformed('a page that leads back to itself') : success(page.next)
