/** Short stable stand-ins for long texts: a mailbox has millions of them to compare. Pure. */
import { hash } from 'node:crypto'

/** 53 bits of a text: enough to tell a million apart, small enough to hold them all. */
export const fingerprint = (text: string): number => {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

/** `digits` hexadecimal digits that no two texts share. */
export const digest = (text: string, digits: number): string => hash('sha256', text).slice(0, digits)

/** As Google's stable account ids look: 21 decimal digits. */
export const accountId = (address: string): string =>
  `1${(BigInt(`0x${digest(address, 32)}`) % 10n ** 20n).toString().padStart(20, '0')}`
