/** The key that a simulated provider signs its ID tokens with: one for each name, as long as the process lives. */
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

export interface SigningKey {
  /** The public half, as a key set has it (RFC 7517). */
  jwk(): Promise<JWK>
  /** A token of these claims, which must hold everything but the signature. */
  sign(claims: JWTPayload): Promise<string>
}

const algorithm = 'RS256'

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>

/** A key costs a tenth of a second, and a test file opens fifty worlds. */
const pairs = new Map<string, KeyPair>()

export const createSigningKey = (keyId: string): SigningKey => {
  /** Made when first wanted: workerd makes no keys while a Worker starts. */
  const keyPair = async (): Promise<KeyPair> => {
    const pair = pairs.get(keyId) ?? (await generateKeyPair(algorithm, { extractable: true }))
    // Two requests may have begun one at once: the first to be kept is the key.
    if (!pairs.has(keyId)) pairs.set(keyId, pair)
    return pairs.get(keyId) ?? pair
  }
  return {
    jwk: async () => ({ ...(await exportJWK((await keyPair()).publicKey)), kid: keyId, alg: algorithm, use: 'sig' }),
    sign: async (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: algorithm, kid: keyId, typ: 'JWT' })
        .sign((await keyPair()).privateKey),
  }
}
