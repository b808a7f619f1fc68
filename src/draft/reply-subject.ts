/** The subject of a reply, out of the subject of the message it replies to: one line, one "Re:", nothing hidden. Pure. */
import type { ReasonKind } from '../model/report.ts'
import { replyMarks } from './topic.ts'

/** Whether a check-in may answer the last letter: who says that they write first for once, or brings two together, answers none. */
export const mayAnswer = (kind: ReasonKind): boolean => kind !== 'gratitude' && kind !== 'introduction'

/** Null where nothing is left to answer to. */
export const replySubject = (subject: string): string | null => {
  const line = subject
    .toWellFormed()
    // What turns the direction of text or cannot be seen has no place in a line we offer; joiners belong to letters.
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  const bare = line.replace(replyMarks, '').trim()
  return bare === '' ? null : `Re: ${shortened(bare)}`
}

const longest = 150

const shortened = (text: string): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > longest / 2 ? cut.slice(0, blank) : cut).toWellFormed().trimEnd()}…`
}
