/**
 * Links that open a mail client with a letter filled in. Encodings: RFC 6068 for mailto; Gmail's web parameters are
 * undocumented and stable. Pure.
 */
import type { CheckIn, MailClient } from '../model/check-in.ts'

export interface ComposeTarget {
  readonly client: MailClient
  /** The account to write from, which picks it among several that a browser is signed in to. */
  readonly account: string
  readonly gmailWebRoot: URL
}

export const composeLink = (target: ComposeTarget, to: string, checkIn: Pick<CheckIn, 'subject' | 'text'>): string => {
  let text = checkIn.text.trimEnd()
  let link = linkTo(target, to, { ...checkIn, text })
  // A letter outside ASCII can triple in length: cut the text, at a word, until the link fits.
  while (link.length > longestLink && text !== '') {
    text = shortened(text, link.length - longestLink)
    link = linkTo(target, to, { ...checkIn, text })
  }
  return link
}

/** Windows and desktop Outlook cut off what is longer. */
const longestLink = 2000

const linkTo = (
  { client, account, gmailWebRoot }: ComposeTarget,
  to: string,
  { subject, text }: Pick<CheckIn, 'subject' | 'text'>,
): string => {
  const clean = subject.replace(/\s+/g, ' ')
  if (client !== 'gmail') {
    // RFC 6068 §5: line breaks are %0D%0A, and a plus is a plus.
    return `mailto:${encode(to)}?subject=${encode(clean)}&body=${encode(text.replaceAll('\n', '\r\n'))}`
  }
  const root = gmailWebRoot.href.replace(/\/$/, '')
  const fields = { view: 'cm', fs: '1', tf: '1', authuser: account, to, su: clean, body: text }
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encode(value)}`)
  return `${root}/mail/?${query.join('&')}`
}

/** `encodeURIComponent` leaves these alone, and HTML or Markdown around a link may not. */
const encode = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Without about `excess` encoded characters at its end, up to a word, never inside a character. */
const shortened = (text: string, excess: number): string => {
  const characters = [...text]
  const kept = characters.slice(0, Math.max(0, characters.length - Math.max(1, Math.ceil(excess / 9)))).join('')
  const wordEnd = kept.search(/\s+\S*$/)
  return wordEnd <= 0 ? '' : `${kept.slice(0, wordEnd).trimEnd()}`
}
