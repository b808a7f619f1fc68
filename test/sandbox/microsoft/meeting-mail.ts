/** Letters that are about meetings: Exchange makes another kind of item of what carries a calendar part. Pure. */
import { headersOf } from '../message-headers.ts'
import type { Mail } from '../world.ts'
import { headerIn, textIn } from './headers.ts'

export interface MeetingMail {
  readonly type: 'eventMessageRequest' | 'eventMessageResponse' | 'eventMessage'
  readonly meetingMessageType:
    | 'meetingRequest'
    | 'meetingCancelled'
    | 'meetingAccepted'
    // Microsoft's spelling.
    | 'meetingTenativelyAccepted'
    | 'meetingDeclined'
}

/** Null for a plain letter. */
export const meetingMailOf = (mail: Mail): MeetingMail | null => {
  // Every mark has this word in it: most letters need not be taken apart to be told.
  if (!/calendar/i.test(mail.headers)) return null
  const headers = headersOf(mail)
  const method = /^text\/calendar\b.*\bmethod="?(\w+)/i.exec(headerIn(headers, 'content-type') ?? '')?.[1]
  const isMarked =
    method !== undefined ||
    /calendarmessage/i.test(headerIn(headers, 'content-class') ?? '') ||
    /\bcalendar-notification@/i.test(headerIn(headers, 'sender') ?? '')
  if (!isMarked) return null
  const subject = textIn(headers, 'subject')
  const spoken = kinds.find(([pattern]) => pattern.test(subject))?.[1]
  return spoken ?? (method?.toUpperCase() === 'CANCEL' ? cancelled : requested)
}

const requested = { type: 'eventMessageRequest', meetingMessageType: 'meetingRequest' } as const
const cancelled = { type: 'eventMessage', meetingMessageType: 'meetingCancelled' } as const

const kinds: readonly (readonly [RegExp, MeetingMail])[] = [
  [/^Cancell?ed\b/i, cancelled],
  [/^Accepted:/i, { type: 'eventMessageResponse', meetingMessageType: 'meetingAccepted' }],
  [/^Tentatively Accepted:/i, { type: 'eventMessageResponse', meetingMessageType: 'meetingTenativelyAccepted' }],
  [/^Declined:/i, { type: 'eventMessageResponse', meetingMessageType: 'meetingDeclined' }],
]
