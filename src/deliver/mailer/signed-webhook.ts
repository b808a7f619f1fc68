/** Webhooks signed as Standard Webhooks are (https://www.standardwebhooks.com); Resend has Svix sign, whose headers these are. */
import type { Instant } from '../../model/time.ts'

/** Whether a webhook is signed with the secret that only its sender and we hold: this body, and in these minutes. */
export const isSignedWebhook = async (
  secret: string,
  webhook: { readonly headers: Headers; readonly body: string; readonly now: Instant },
): Promise<boolean> => {
  const { headers, body, now } = webhook
  const [id, timestamp] = [headers.get('svix-id'), headers.get('svix-timestamp')]
  const isOfNow = Math.abs(Number(timestamp ?? Number.NaN) - now) <= toleranceSeconds
  if (id === null || timestamp === null || !isOfNow) return false
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  for (const entry of (headers.get('svix-signature') ?? '').split(' ')) {
    const [version, signature = ''] = entry.split(',')
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed))) return true
  }
  return false
}

/** As the specification has it: long enough for clocks that differ, too short to play an old event again. */
const toleranceSeconds = 300

/** Empty where it is no base64: nothing is signed with that. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  try {
    return Uint8Array.from(atob(text.replace(/^whsec_/, '')), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array(0)
  }
}
