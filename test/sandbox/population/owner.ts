/** Whose mailboxes they are: Lena Marquardt, product designer in Berlin, who changed jobs once in these years. */
import { personalTenant } from '../microsoft/account.ts'
import type { Owner } from '../world.ts'
import { type Correspondent, correspondent } from './correspondents.ts'
import type { Days } from './days.ts'
import { webMail } from './mail-clients.ts'

export const owner: Owner = {
  subject: '108316270558113940267',
  address: 'lena@marquardt.example',
  aliases: ['lena.marquardt@northlight.example'],
  name: 'Lena Marquardt',
  givenName: 'Lena',
  zone: 'Europe/Berlin',
  microsoft: {
    kind: 'personal',
    tenantId: personalTenant,
    objectId: '00000000-0000-0000-4c1e-7d2f9a6b3e58',
    userPrincipalName: 'lena@marquardt.example',
    tellsAddress: true,
    language: 'de',
  },
}

/** The same person at Northlight, whose mail is at Microsoft and nowhere else. */
export const ownerAtWork: Owner = {
  subject: '108316270558113940268',
  address: 'lena.marquardt@northlight.example',
  aliases: [],
  name: 'Lena Marquardt',
  givenName: 'Lena',
  zone: 'Europe/Berlin',
  microsoft: {
    kind: 'work',
    tenantId: 'b3d1f0a6-5c72-4e8d-9a41-2f7c6e0d8b95',
    objectId: 'e7a94c12-3b6f-4d05-8c2e-915f7b0a6d34',
    userPrincipalName: 'lena.marquardt@northlight.example',
    tellsAddress: false,
    language: 'de',
  },
  reachedThrough: ['microsoft'],
}

/** Days before today. At her former employer she used her own address; the present one's mail she has forwarded. */
export const employers = {
  former: { name: 'Kastanie', domain: 'kastanie.example', until: -946 },
  present: { name: 'Northlight', domain: 'northlight.example', since: -925 },
}

/** The last long holiday: three weeks away, and back for six. */
export const holiday = { from: -62, to: -42 }

/** The owner as she writes: privately, and in her present job. */
export const herself: Correspondent = correspondent({ name: owner.name, address: owner.address, client: webMail })
export const herselfAtWork: Correspondent = correspondent({
  name: owner.name,
  address: owner.aliases[0] ?? owner.address,
  client: webMail,
})

export const atWork = (day: number): Correspondent => (day >= employers.present.since ? herselfAtWork : herself)

/** The ways in which others spell her. */
export const spellings = ({ address }: Correspondent): readonly string[] => [
  `${owner.name} <${address}>`,
  address,
  `Lena <${address}>`,
  `"Marquardt, Lena" <${address}>`,
  `"${address}" <${address}>`,
]

/**
 * Not writing, not meeting: every year the same three weeks, a week in the other half of the year, and Christmas, but
 * where it falls among the last weeks: those the stories need.
 */
export const isAway = (day: number, days: Days): boolean => {
  const dayOfHerYear = (((day - holiday.from) % yearDays) + yearDays) % yearDays
  if (day <= 0 && (dayOfHerYear <= holiday.to - holiday.from || isShortBreak(dayOfHerYear))) return true
  if (day > storiesFrom && day <= 0) return false
  const date = days.date(day).slice(5)
  return date >= '12-24' || date <= '01-01'
}

const yearDays = 365

/** Since then every day counts for a story. */
const storiesFrom = -90

const isShortBreak = (dayOfHerYear: number): boolean => dayOfHerYear >= 190 && dayOfHerYear < 197
