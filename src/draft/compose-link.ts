/**
 * Links that open a mail client with a message filled in. A page's script fills the same templates with changed texts. Encodings: RFC 6068 for mailto; the web parameters of Gmail and
 * Outlook are undocumented and stable. Pure.
 */
import type { CheckIn, MailClient } from '../model/check-in.ts'

/** Where a message is to open. */
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
  const template = composeTemplate(target, to)
  const linkWith = (body: string): string => fillTemplate(template, { subject, body })
  if (linkWith(text).length <= maxLinkLength) return linkWith(text)
  // A character outside ASCII can triple in length, and more: the longest beginning that fits and ends at a word.
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
export const maxLinkLength = 2000

const words = new Intl.Segmenter('en', { granularity: 'word' })

/** Where words end, in any script: also in those that put no blanks between them. Never inside a character. */
const wordEnds = (text: string): readonly number[] => {
  // No link holds more than this many characters, however they are encoded.
  const within = text.slice(0, maxLinkLength)
  return [...words.segment(within)].map(({ index, segment }) => index + segment.length).slice(0, -1)
}

/**
 * A link with places for the subject and the text: `{subject}`, and `{body}`, or `{crlfBody}` where line breaks are CRLF.
 * `composeTemplate({ client: 'mailto', … }, 'bo@example.com')` is `mailto:bo%40example.com?subject={subject}&body={crlfBody}`.
 */
export const composeTemplate = (
  { client, account, gmailWebRoot, outlookWebRoot }: ComposeTarget,
  to: string,
): string => {
  switch (client) {
    case 'mailto':
      // RFC 6068 §5: line breaks are %0D%0A, and a plus is a plus.
      return `mailto:${encode(to)}?subject={subject}&body={crlfBody}`
    case 'gmail': {
      const from = account === '' ? '' : `&authuser=${encode(account)}`
      return `${rootOf(gmailWebRoot)}/mail/?view=cm&fs=1&tf=1${from}&to=${encode(to)}&su={subject}&body={body}`
    }
    case 'outlook_work':
      return `${rootOf(outlookWebRoot ?? outlookHosts.work)}/mail/deeplink/compose?${outlookQuery(to)}`
    case 'outlook_personal':
      return `${rootOf(outlookWebRoot ?? outlookHosts.personal)}/mail/0/deeplink/compose?${outlookQuery(to)}`
  }
}

/** Where a message that was found can be read, in the client that holds it; null where nobody tells. */
export const conversationLink = (
  { client, account, gmailWebRoot }: ComposeTarget,
  { id, link }: { readonly id: string | null; readonly link?: string | null },
): string | null => {
  if (client !== 'gmail' || id === null) return link ?? null
  return `${rootOf(gmailWebRoot)}/mail/?authuser=${encode(account)}#all/${encode(id)}`
}

const outlookQuery = (to: string): string => `to=${encode(to)}&subject={subject}&body={body}`

/** A function as replacement, because `$` means something in a string. */
const fillTemplate = (
  template: string,
  { subject, body }: { readonly subject: string; readonly body: string },
): string =>
  template
    .replace('{subject}', () => encode(subject))
    .replace('{body}', () => encode(body))
    .replace('{crlfBody}', () => encode(body.replaceAll('\n', '\r\n')))

const outlookHosts = { work: new URL('https://outlook.office.com'), personal: new URL('https://outlook.live.com') }

/** Where compose links on the web may lead. */
export const composeOrigins = ({
  gmailWebRoot,
  outlookWebRoot,
}: Pick<ComposeTarget, 'gmailWebRoot' | 'outlookWebRoot'>): readonly string[] =>
  [gmailWebRoot, ...(outlookWebRoot == null ? Object.values(outlookHosts) : [outlookWebRoot])].map(
    ({ origin }) => origin,
  )

const rootOf = ({ href }: URL): string => href.replace(/\/$/, '')

/** A blank is %20: to these clients a plus is a plus. `encodeURIComponent` leaves these characters alone, and HTML or Markdown around a link may not. */
const encode = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
