/** The header block of a letter, taken apart as providers hand it on. Pure. */
import type { Mail } from './world.ts'

export interface Header {
  readonly name: string
  readonly value: string
}

/** Names stay as the sender wrote them, and repeated headers stay repeated. */
export const headersOf = ({ headers }: Mail): readonly Header[] =>
  headers.split('\n').flatMap((line) => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }]
  })

/** What the world's own mail host found out about a message, as the provider that plays this host words it. */
export const headersAt = (mail: Mail, provider: 'google' | 'microsoft'): readonly Header[] =>
  headersOf(mail).map(({ name, value }) => ({
    name,
    value: name === 'Authentication-Results' ? value.replace(worldsHost, verdictOf[provider]) : value,
  }))

const worldsHost = /^mx\.mailhaus\.example; /

/** Exchange names nobody (RFC 8601 would have it do so). */
const verdictOf = { google: 'mx.google.com; ', microsoft: '' } as const
