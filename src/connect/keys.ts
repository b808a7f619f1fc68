/**
 * The key ring. Each secret gives two keys (HKDF, RFC 5869): one seals grants and other secrets at rest, the other signs
 * what leaves the product and comes back. The newest secret seals and signs, and all of them are tried when reading. A new one
 * begins to seal only when every copy of the Worker must have it: until then it opens, should another copy be ahead.
 */
import { base64url, jwtVerify, SignJWT } from 'jose'
import { failure, success } from '../model/result.ts'
import { type Instant, toMilliseconds } from '../model/time.ts'
import type { Claims, Signer, Verifier } from '../model/token.ts'

export { base64url }

/** What secrets are good for. */
export interface KeyRing extends Signer, Verifier {
  /** AES-GCM under the newest key. Only `unseal` with the same `context` opens it. */
  seal(text: string, context: string): Promise<string>
  /** Null where no key of ours sealed it, where it was sealed for something else, or where it was tampered with. */
  unseal(sealed: string, context: string): Promise<string | null>
  /** Whether the key that seals now sealed it. */
  isCurrent(sealed: string): Promise<boolean>
}

/** From when on each secret of a ring may seal and sign, in the order of the secrets, and what time it is. */
export interface KeyDates {
  readonly sealFrom: readonly Instant[]
  readonly now: () => Instant
}

/** `secrets` stand newest first, each of 32 bytes or more: see `KEYS`. Throws where there is none. */
export const openKeyRing = (
  secrets: readonly Uint8Array<ArrayBuffer>[],
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>,
  dates: KeyDates | null = null,
): KeyRing => {
  const keys = secrets.map(deriveKeys)
  const newest = (): Promise<Keys> => {
    const place = dates === null ? 0 : dates.sealFrom.findIndex((at) => at <= dates.now())
    // Where none has begun yet, the one that waited longest.
    const key = keys.at(place)
    if (key === undefined) throw new Error('a key ring needs a key')
    return key
  }
  if (keys.length === 0) throw new Error('a key ring needs a key')
  return {
    async isCurrent(sealed) {
      return sealed.startsWith(`${(await newest()).id}.`)
    },

    async seal(text, context) {
      const { id, sealing } = await newest()
      const iv = randomBytes(ivBytes)
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: encode(`${id} ${context}`) },
        sealing,
        encode(text),
      )
      return `${id}.${base64url.encode(iv)}.${base64url.encode(new Uint8Array(sealed))}`
    },

    async unseal(sealed, context) {
      const [id, iv, text] = sealed.split('.')
      if (id === undefined || iv === undefined || text === undefined) return null
      const key = (await Promise.all(keys)).find((candidate) => candidate.id === id)
      if (key === undefined) return null
      try {
        const opened = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: base64url.decode(iv), additionalData: encode(`${id} ${context}`) },
          key.sealing,
          base64url.decode(text),
        )
        return new TextDecoder().decode(opened)
      } catch {
        return null
      }
    },

    async sign(claims, { purpose, expiresAt }) {
      const { id, signing } = await newest()
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: id })
        .setAudience(purpose)
        .setExpirationTime(expiresAt)
        .sign(signing)
    },

    async verify(token, { purpose, now }) {
      const ring = await Promise.all(keys)
      try {
        const { payload } = await jwtVerify(
          token,
          ({ kid }) => {
            const key = ring.find(({ id }) => id === kid)
            if (key === undefined) throw new Error('signed with no key of ours')
            return key.signing
          },
          {
            audience: purpose,
            algorithms: ['HS256'],
            currentDate: new Date(toMilliseconds(now)),
            requiredClaims: ['exp'],
          },
        )
        const { aud: _audience, exp: _expiry, ...claims } = payload
        return success(claims as Claims)
      } catch (error) {
        const isExpired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED'
        return failure({ reason: isExpired ? 'expired' : 'forged' })
      }
    },
  }
}

/** What names a secret, without giving it away, in everything it sealed. */
export const keyIdOf = async (secret: Uint8Array<ArrayBuffer>): Promise<string> => (await deriveKeys(secret)).id

/** NIST SP 800-38D: 96 bits, random, is safe for the number of grants an installation ever seals. */
const ivBytes = 12

interface Keys {
  /** Names the secret without giving it away. */
  readonly id: string
  readonly sealing: CryptoKey
  readonly signing: CryptoKey
}

const deriveKeys = async (secret: Uint8Array<ArrayBuffer>): Promise<Keys> => {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits'])
  const hkdf = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: encode(`perennial ${info}`),
  })
  const [id, sealing, signing] = await Promise.all([
    crypto.subtle.deriveBits(hkdf('key id'), base, 32),
    crypto.subtle.deriveKey(hkdf('seal'), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(hkdf('sign'), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
      'verify',
    ]),
  ])
  return { id: base64url.encode(new Uint8Array(id)), sealing, signing }
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))
