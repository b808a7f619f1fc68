/**
 * Whether the receiving provider itself says that a message is not from the domain it claims (RFC 8601, DMARC). Adapters hand on
 * only the results that their own provider wrote; whatever a sender puts into such a header is dropped there. Pure.
 */
import { headerValue, type Message } from '../model/message.ts'

export const isSenderRefuted = ({ headers }: Pick<Message, 'headers'>): boolean => {
  const results = headerValue(headers, 'authentication-results')
  return results !== null && /(?:^|[;\s])dmarc\s*=\s*fail\b/i.test(results)
}
