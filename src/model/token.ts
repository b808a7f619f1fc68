/** Tokens that leave the product and come back: what is signed, and what signs and checks it. */
import type { Result } from './result.ts'
import type { Instant } from './time.ts'

/** What a token says. */
export type Claims = Readonly<Record<string, string | number>>

/** `forged`: no key of ours signed it, it was signed for something else, or it is no token at all. */
export interface TokenError {
  readonly reason: 'expired' | 'forged'
}

export interface Signer {
  /** A compact signed token (RFC 7515) for one purpose, valid until `expiresAt`. */
  sign(claims: Claims, use: { readonly purpose: string; readonly expiresAt: Instant }): Promise<string>
}

export interface Sealer {
  /** Authenticated encryption: only `unseal` with the same context opens it. */
  seal(text: string, context: string): Promise<string>
  /** Null where no key of ours sealed it for this. */
  unseal(sealed: string, context: string): Promise<string | null>
}

export interface Verifier {
  /** The claims of a token that was signed for this purpose and has not ended. */
  verify(token: string, use: { readonly purpose: string; readonly now: Instant }): Promise<Result<Claims, TokenError>>
}
