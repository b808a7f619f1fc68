/**
 * What the receiving provider itself says about where a message comes from (RFC 8601, DMARC). Adapters hand on only the results
 * that their own provider wrote; whatever a sender puts into such a header is dropped there. Pure.
 */
import { mailHosts } from '../model/mail-hosts.ts'
import { headerValue, type Message } from '../model/message.ts'

/** The message is not from the domain it claims. */
export const isSenderRefuted = ({ headers }: Pick<Message, 'headers'>): boolean => {
  const results = headerValue(headers, 'authentication-results')
  return results !== null && /(?:^|[;\s])dmarc\s*=\s*fail\b/i.test(results)
}

/**
 * Whether the servers of a domain may have sent the message: where the provider names a domain that it found to have sent it, that
 * one or one below or above. Any customer of a mail host can send from there. A provider that names none leaves it open.
 */
export const mayComeFrom = ({ headers }: Pick<Message, 'headers'>, domain: string): boolean => {
  const results = headerValue(headers, 'authentication-results')
  if (results === null) return true
  if (mailHosts.has(domain)) return false
  return [...results.matchAll(provenDomain)].some(([, proven = '']) => isWithin(proven.toLowerCase(), domain))
}

/** `dkim=pass header.d=x.example`, `header.i=@x.example`, `spf=pass (…) smtp.mailfrom=list-bounces@x.example`. */
const provenDomain = /\b(?:dkim|spf)=pass\b[^;]*?\b(?:header\.[di]|smtp\.mailfrom)="?(?:[^\s;"@]*@)?([a-z0-9.-]+)/gi

const isWithin = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
