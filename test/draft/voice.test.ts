import { describe, expect, test } from 'vitest'
import { draftCheckIn } from '../../src/draft/check-in.ts'
import { type Chosen, spokenFor } from '../../src/draft/voice.ts'
import { noPersonVoice, type PersonVoice } from '../../src/model/correction.ts'
import type { Suggestion } from '../../src/model/report.ts'
import type { Instant } from '../../src/model/time.ts'
import { type UserVoice, usualVoice } from '../../src/model/user.ts'

const at = 1_795_000_000 as Instant
const suggestion: Suggestion = {
  personId: 1,
  name: 'Ingrid Solheim',
  givenName: 'Ingrid',
  address: 'ingrid@solheim.example',
  reason: { kind: 'hello', silenceDays: 60, lastContactAt: (at - 60 * 86_400) as Instant },
  strip: [],
  tone: 'warm',
  last: { how: 'message', at: (at - 60 * 86_400) as Instant },
}

const written = (of: {
  readonly voice?: Partial<UserVoice>
  readonly said?: Partial<PersonVoice>
  readonly language?: Suggestion['language']
  readonly locale?: string
  readonly chosen?: Partial<Chosen>
}) => {
  const { occasion, tone } = spokenFor(
    { ...suggestion, ...(of.language !== undefined && { language: of.language }) },
    {
      ...{ at, zone: 'UTC', variant: 0 },
      user: { name: 'Lena Marquardt', locale: of.locale ?? 'en-GB', voice: { ...usualVoice, ...of.voice } },
      said: { ...noPersonVoice, ...of.said },
      chosen: { tone: null, language: null, ...of.chosen },
    },
  )
  return draftCheckIn(occasion, tone)
}

describe('what the user settled for everyone', () => {
  test('stands under the text, over it, and decides the tone', () => {
    const { text, tone } = written({ voice: { signOff: 'L.', greetingWord: 'Servus', tone: 'brief' } })
    expect(text).toMatch(/^Servus Ingrid,\n/)
    expect(text).toMatch(/\nL\.\n$/)
    expect(tone).toBe('brief')
  })

  test('has a sign-off of its own for formal ones', () => {
    const voice = { signOff: 'L.', formalSignOff: 'Dr. Lena Marquardt' }
    expect(written({ voice: { ...voice, tone: 'formal' } }).text).toMatch(/\nDr\. Lena Marquardt\n$/)
    expect(written({ voice }).text).toMatch(/\nL\.\n$/)
  })
})

describe('what the user settled for one person', () => {
  test('goes before what they settled for everyone', () => {
    const { text, tone } = written({ voice: { tone: 'formal' }, said: { tone: 'warm', callThem: 'Inga' } })
    expect(tone).toBe('warm')
    expect(text).toContain('Hi Inga,')
  })

  test('decides the language and the terms', () => {
    expect(written({ said: { language: 'de' } }).text).toMatch(/\b(?:dir|du|dich|dein)/i)
    expect(written({ said: { language: 'de', formality: 'formal' } }).text).toMatch(/\b(?:Ihnen|Sie|Ihr)/)
  })
})

describe('the language', () => {
  const german = /\b(?:dir|du|dich|uns|euch|Ihnen|Sie)\b/

  test('is the one the two write in, before the usual one', () => {
    expect(written({ language: 'de', voice: { language: 'fr' }, locale: 'en-US' }).text).toMatch(german)
  })

  test('is the usual one where nobody knows theirs, and that of the browser where none was chosen', () => {
    expect(written({ voice: { language: 'de' } }).text).toMatch(german)
    expect(written({ locale: 'de-AT' }).text).toMatch(german)
    expect(written({}).text).toMatch(/^Hi Ingrid/)
  })

  test('is English where there are no texts in it', () => {
    expect(written({ language: 'nl' }).text).toMatch(/^Hi Ingrid/)
  })
})

describe('what is chosen on the page', () => {
  test('goes before everything, for this text alone', () => {
    const of = {
      said: { tone: 'formal', language: 'de', formality: 'formal' },
      chosen: { tone: 'warm', language: 'en' },
    } as const
    const { text, tone } = written(of)
    expect(tone).toBe('warm')
    expect(text).toMatch(/^Hi Ingrid/)
  })
})
