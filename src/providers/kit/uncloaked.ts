/**
 * Guests under an address that leads nowhere: programs that copy one calendar into another write a word behind each address,
 * so that nobody is invited twice. OutlookGoogleCalendarSync writes `bo@x.example.ogcs`. Pure.
 */

/** `uncloaked('bo@x.example.ogcs')` is `bo@x.example`. No such word is a domain in use (RFC 2606 §2, IANA root zone). */
export const uncloaked = (address: string): string => address.replace(cloak, '$1')

/** What is left must be a whole domain: two names at least. */
const cloak = /^(\s*[^@\s]+@[^@\s]+\.[^@\s.]+)\.(?:ogcs|invalid|nospam|donotsend)\s*$/i
