/**
 * What headers Cloudflare's Email Service takes (https://developers.cloudflare.com/email-service/reference/headers/). The
 * local simulator checks none of it, so we do; and since its rules are strict and sensible, every mail of ours keeps them,
 * whoever carries it. Pure.
 */

/** The first rule that these headers break, in words; null where they break none. */
export const headerFault = (headers: Readonly<Record<string, string>>): string | null => {
  const entries = Object.entries(headers)
  const names = entries.map(([name]) => name.toLowerCase())
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `${twice} stands there twice`
  if (names.filter((name) => !name.startsWith('x-')).length > maxHeaders) return `more than ${maxHeaders} headers`
  for (const [name, value] of entries) {
    const fault = nameFault(name) ?? valueFault(name.toLowerCase(), value)
    if (fault !== null) return `${name} ${fault}`
  }
  if (entries.reduce((sum, [name, value]) => sum + byteLength(name) + byteLength(value), 0) > maxBytes) {
    return `more than ${maxBytes} bytes`
  }
  const post = headers['List-Unsubscribe-Post']
  const hasAddress = /<https:/.test(headers['List-Unsubscribe'] ?? '')
  return post !== undefined && !hasAddress ? 'List-Unsubscribe-Post needs an https address to post to' : null
}

const maxHeaders = 20
const maxBytes = 16 * 1024
const maxNameLength = 100
const maxValueLength = 2048

/** The service sets these itself … */
const platforms =
  /^(date|message-id|mime-version|content-type|content-transfer-encoding|dkim-signature|return-path|received|feedback-id|arc-.*|tls-.*|cfbl-.*)$/
/** … and these have fields of their own. */
const fields = /^(from|to|cc|bcc|subject|reply-to)$/
const allowed =
  /^(in-reply-to|references|list-[a-z-]+|precedence|auto-submitted|content-language|keywords|comments|importance|sensitivity|organization|archived-at|require-recipient-valid-since|x-.+)$/

const nameFault = (name: string): string | null => {
  const lowered = name.toLowerCase()
  // RFC 5322 §3.6.8: printable ASCII without a colon.
  if (!/^[!-9;-~]+$/.test(name)) return 'is no name of a header'
  if (byteLength(name) > maxNameLength) return 'has too long a name'
  if (platforms.test(lowered)) return 'belongs to the service'
  if (fields.test(lowered)) return 'has a field of its own'
  return allowed.test(lowered) ? null : 'is not among those allowed'
}

const valueFault = (name: string, value: string): string | null => {
  if (value.trim() === '') return 'is empty'
  if (/[\r\n\0]/.test(value)) return 'has a line break in it'
  if (byteLength(value) > maxValueLength) return 'is too long'
  switch (name) {
    case 'list-unsubscribe':
      return /^<(https|mailto):[^<>\s]+>(, ?<(https|mailto):[^<>\s]+>)*$/.test(value)
        ? null
        : 'must hold https: or mailto: addresses'
    case 'list-unsubscribe-post':
      return value === 'List-Unsubscribe=One-Click' ? null : 'must be List-Unsubscribe=One-Click'
    case 'precedence':
      return /^(bulk|list|junk)$/.test(value) ? null : 'must be bulk, list or junk'
    default:
      return null
  }
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length
