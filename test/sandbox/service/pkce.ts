/** Proof Key for Code Exchange (RFC 7636). */
import { base64url } from './random.ts'

export interface Challenge {
  readonly method: 'S256' | 'plain'
  readonly value: string
}

/** Whether the verifier is the one the challenge was made from (§4.6). */
export const isVerified = async (challenge: Challenge, verifier: string): Promise<boolean> => {
  if (challenge.method === 'plain') return verifier === challenge.value
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return base64url(new Uint8Array(digest)) === challenge.value
}
