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
