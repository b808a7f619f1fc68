/**
 * Links that open a mail client with a letter filled in. Encodings: RFC 6068 for mailto; the web parameters of Gmail and
 * Outlook are undocumented and stable. Pure.
 */
import type { CheckIn, MailClient } from '../model/check-in.ts'

/** Where a letter is to open. */
export interface ComposeTarget {
  readonly client: MailClient
  /** The account to write from, which picks it among several that a browser is signed in to; '' where none is known. */
  readonly account: string
  readonly gmailWebRoot: URL
  /** Null for Outlook's own hosts. */
  readonly outlookWebRoot?: URL | null
}

/** No longer than every client takes: of a longer text, the beginning, up to the end of a word. */
export const composeLink = (target: ComposeTarget, to: string, checkIn: Pick<CheckIn, 'subject' | 'text'>): string => {
  const text = checkIn.text.trimEnd()
  const subject = checkIn.subject.replace(/\s+/g, ' ').trim()
  const linkWith = (body: string): string => linkTo(target, { to, subject, body })
  if (linkWith(text).length <= maxLinkLength) return linkWith(text)
  // A letter outside ASCII can triple in length, and more: the longest beginning that fits and ends at a word.
  const ends = wordEnds(text)
  let [fits, tooLong] = [-1, ends.length]
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2)
    if (linkWith(text.slice(0, ends[middle]).trimEnd()).length <= maxLinkLength) fits = middle
    else tooLong = middle
  }
  return linkWith(fits < 0 ? '' : text.slice(0, ends[fits]).trimEnd())
}

/** Windows and desktop Outlook cut off what is longer. */
const maxLinkLength = 2000

const words = new Intl.Segmenter('en', { granularity: 'word' })

/** Where words end, in any script: also in those that put no blanks between them. Never inside a character. */
const wordEnds = (text: string): readonly number[] => {
  // No link holds more than this many characters, however they are encoded.
  const within = text.slice(0, maxLinkLength)
  return [...words.segment(within)].map(({ index, segment }) => index + segment.length).slice(0, -1)
}

interface Fields {
  readonly to: string
  readonly subject: string
  readonly body: string
}

const linkTo = ({ client, account, gmailWebRoot, outlookWebRoot }: ComposeTarget, fields: Fields): string => {
  const { to, subject, body } = fields
  switch (client) {
    case 'mailto':
      // RFC 6068 §5: line breaks are %0D%0A, and a plus is a plus.
      return `mailto:${encode(to)}?${query({ subject, body: body.replaceAll('\n', '\r\n') })}`
    case 'gmail': {
      const who = account === '' ? {} : { authuser: account }
      return `${rootOf(gmailWebRoot)}/mail/?${query({ view: 'cm', fs: '1', tf: '1', ...who, to, su: subject, body })}`
    }
    case 'outlook_work':
      return `${rootOf(outlookWebRoot ?? outlookHosts.work)}/mail/deeplink/compose?${query({ to, subject, body })}`
    case 'outlook_personal':
      return `${rootOf(outlookWebRoot ?? outlookHosts.personal)}/mail/0/deeplink/compose?${query({ to, subject, body })}`
  }
}

const outlookHosts = { work: new URL('https://outlook.office.com'), personal: new URL('https://outlook.live.com') }

const rootOf = ({ href }: URL): string => href.replace(/\/$/, '')

/** A blank is %20: to these clients, as in mailto, a plus is a plus. */
const query = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&')

/** `encodeURIComponent` leaves these alone, and HTML or Markdown around a link may not. */
const encode = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
