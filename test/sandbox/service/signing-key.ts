/** The key that a simulated provider signs its ID tokens with. It lives as long as the simulator does. */
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

export interface SigningKey {
  /** The public half, as a key set has it (RFC 7517). */
  jwk(): Promise<JWK>
  /** A token of these claims, which must hold everything but the signature. */
  sign(claims: JWTPayload): Promise<string>
}

const algorithm = 'RS256'

export const createSigningKey = (keyId: string): SigningKey => {
  let pair: ReturnType<typeof generateKeyPair> | null = null
  /** Made when first wanted: workerd makes no keys while a Worker starts. */
  const keyPair = () => {
    pair ??= generateKeyPair(algorithm, { extractable: true })
    return pair
  }
  return {
    jwk: async () => ({ ...(await exportJWK((await keyPair()).publicKey)), kid: keyId, alg: algorithm, use: 'sig' }),
    sign: async (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: algorithm, kid: keyId, typ: 'JWT' })
        .sign((await keyPair()).privateKey),
  }
}
