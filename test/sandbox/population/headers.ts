/** The header block of a letter, as it lies in the owner's mailbox. Unfolded, ASCII, well below two kilobytes. */
import { type Chance, hexadecimal } from './chance.ts'
import { type Days, HOUR, MINUTE } from './days.ts'
import { headerText } from './encoded-word.ts'
import { domainOf, type MailPlan } from './letter-plan.ts'
import type { Field } from './mail-clients.ts'
import { owner } from './owner.ts'

export const headersOf = (mail: MailPlan, days: Days, chance: Chance): string => {
  const lines = mail.from.client.lines.flatMap((line) => {
    if (typeof line === 'string') return line
    const [spelling, field] = line
    const value = fieldValue(mail, field, days)
    return value === null ? [] : `${spelling}: ${value}`
  })
  return [...(mail.way === 'sent' ? [] : trace(mail, days, chance)), ...lines, ...mail.lines].join('\n')
}

const fieldValue = (mail: MailPlan, field: Field, days: Days): string | null => {
  switch (field) {
    case 'from':
      return mail.from.mailbox
    case 'to':
      return mail.to.length === 0 ? 'undisclosed-recipients:;' : mail.to.join(', ')
    case 'cc':
      return mail.cc.length === 0 ? null : mail.cc.join(', ')
    case 'subject':
      return headerText(mail.subject, mail.from.client.encoding)
    case 'date':
      return dateHeader(mail.at - writtenBefore, mail.from.utcOffsetHours, days)
    case 'messageId':
      return mail.messageId
    case 'inReplyTo':
      return mail.answers?.messageId ?? null
    case 'references':
      return references(mail)
    case 'contentType':
      return mail.contentType
  }
}

/** What the servers on the way add, the last one on top. */
const trace = (mail: MailPlan, days: Days, chance: Chance): readonly string[] => {
  const { returnPath, from, at, isForged } = mail
  const verdict = isForged ? 'fail' : 'pass'
  const domain = domainOf(returnPath === '' ? from.address : returnPath)
  const host = `mail-out-${chance.whole(1, 9)}.${domain}`
  const ip = `${chance.pick(documentationNets)}.${chance.whole(1, 254)}`
  const hops = [
    `Received: from ${host} (${host} [${ip}]) by mx.mailhaus.example with ESMTPS id ${chance.token(12, hexadecimal)}; ${dateHeader(at, null, days)}`,
    `Authentication-Results: mx.mailhaus.example; dkim=${isForged ? 'none' : 'pass'} header.d=${domain}; spf=${verdict} smtp.mailfrom=${domain}; dmarc=${verdict}`,
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1; h=from:to:subject:date:message-id; bh=${chance.token(27)}=; b=${chance.token(24)}`,
  ]
  if (chance.happens(hasFirstHop)) {
    hops.push(
      `Received: from [10.${chance.whole(0, 255)}.${chance.whole(0, 255)}.7] by ${host} with ESMTPA; ${dateHeader(at - writtenBefore, from.utcOffsetHours, days)}`,
    )
  }
  return [
    `Delivered-To: ${owner.address}`,
    `Received: by store-${chance.whole(1, 4)}.mailhaus.example with LMTP id ${chance.token(14)}; ${dateHeader(at, null, days)}`,
    `Return-Path: <${returnPath}>`,
    ...hops,
  ]
}

/** Networks set aside for examples (RFC 5737), without their last number. */
const documentationNets = ['192.0.2', '198.51.100', '203.0.113']

const hasFirstHop = 0.7

/** Letters take a moment from the sender's clock to the server's. */
const writtenBefore = 2000

/** The first letter of the thread and the last few: what clients keep when the line grows too long (RFC 5322 §3.6.4). */
const references = (mail: MailPlan): string | null => {
  const ancestors: string[] = []
  for (let one = mail.answers; one !== null; one = one.answers) ancestors.unshift(one.messageId)
  if (ancestors.length === 0) return null
  const kept =
    ancestors.length > keptReferences ? [...ancestors.slice(0, 1), ...ancestors.slice(1 - keptReferences)] : ancestors
  return kept.join(' ')
}

const keptReferences = 3

/** `Mon, 2 Nov 2026 10:11:12 +0100`. */
const dateHeader = (at: number, utcOffsetHours: number | null, days: Days): string => {
  const offset = utcOffsetHours === null ? days.offsetAt(at) : utcOffsetHours * HOUR
  const minutes = Math.abs(offset) / MINUTE
  const zone = `${offset < 0 ? '-' : '+'}${twoDigits(minutes / 60)}${twoDigits(minutes % 60)}`
  return new Date(at + offset).toUTCString().replace(', 0', ', ').replace('GMT', zone)
}

const twoDigits = (amount: number): string => String(Math.floor(amount)).padStart(2, '0')
