/** An address as a number that tells whether two are the same and not whose they are. */

/** SHA-256 of the address in small letters, in hexadecimal. */
export const addressDigest = async (address: string): Promise<string> => {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address.trim().toLowerCase()))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
