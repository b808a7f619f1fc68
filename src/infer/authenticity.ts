/**
 * What the receiving provider itself says about where a message comes from (RFC 8601, DMARC). Adapters hand on only the results
 * that their own provider wrote; whatever a sender puts into such a header is dropped there. Pure.
 */
import { domainOf } from '../model/address.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import { headerValue, type Message } from '../model/message.ts'

/**
 * Whether a message is from the domain in its From. `refuted`: it is not. `borrowed`: another domain's servers sent it, and nothing
 * speaks for the one it names, as with small web hosts and with forgers. `unknown`: nobody looked, or found anything.
 */
export type Provenance = 'proven' | 'refuted' | 'borrowed' | 'unknown'

export const provenanceOf = ({ headers, from }: Pick<Message, 'headers' | 'from'>): Provenance => {
  const all = headers.flatMap(([name, value]) => (name.toLowerCase() === 'authentication-results' ? value : []))
  const [results] = all
  if (results === undefined || from === null) return 'unknown'
  if (all.some((each) => refuting.test(each))) return 'refuted'
  if (bearingOut.test(results)) return 'proven'
  const domains = provenDomainsIn(results)
  if (domains.some((domain) => isOfOneOrganisation(domain, domainOf(from.address)))) return 'proven'
  if (/\bspf\s*=\s*(?:soft)?fail\b/i.test(results)) return 'refuted'
  return domains.length > 0 ? 'borrowed' : 'unknown'
}

/** The message is not from the domain it claims. */
export const isSenderRefuted = (message: Pick<Message, 'headers' | 'from'>): boolean =>
  provenanceOf(message) === 'refuted'

/**
 * Whether the servers of a domain may have sent the message: where the provider names a domain that it found to have sent it, that
 * one or one below or above. Any customer of a mail host can send from there. A provider that names none leaves it open.
 */
export const mayComeFrom = ({ headers }: Pick<Message, 'headers'>, domain: string): boolean => {
  const results = headerValue(headers, 'authentication-results')
  if (results === null) return true
  if (mailHosts.has(domain)) return false
  return provenDomainsIn(results).some((proven) => isWithin(proven, domain))
}

/** One that is the other, or stands below it. */
export const isWithin = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)

/** `compauth` is Exchange's own verdict, where a domain publishes no DMARC. */
const refuting = /(?:^|[;\s])(?:dmarc|compauth)\s*=\s*fail\b/i
const bearingOut = /(?:^|[;\s])(?:dmarc|compauth)\s*=\s*(?:bestguess|soft)?pass\b/i

const provenDomainsIn = (results: string): readonly string[] =>
  [...results.matchAll(provenDomain)].map(([, domain = '']) => domain.toLowerCase())

/** `dkim=pass header.d=x.example`, `header.i=@x.example`, `spf=pass (…) smtp.mailfrom=list-bounces@x.example`. */
const provenDomain = /\b(?:dkim|spf)=pass\b[^;]*?\b(?:header\.[di]|smtp\.mailfrom)="?(?:[^\s;"@]*@)?([a-z0-9.-]+)/gi

/** `mail.x.example` and `news.x.example`, as DMARC's relaxed alignment has it (RFC 7489 §3.1.1). */
const isOfOneOrganisation = (a: string, b: string): boolean =>
  isWithin(a, b) || (parentOf(a) !== null && parentOf(a) === parentOf(b))

/** The domain above, where that is no public suffix such as `co.uk`. */
const parentOf = (domain: string): string | null => {
  const [, second = '', top, ...more] = domain.split('.')
  if (top === undefined) return null
  return more.length === 0 && second.length < 4 ? null : domain.slice(domain.indexOf('.') + 1)
}
