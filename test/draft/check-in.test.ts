import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Draft, draftCheckIn, type Occasion, toneOf } from '../../src/draft/check-in.ts'
import { type Tone, tones } from '../../src/model/check-in.ts'
import { DAY, daysBetween, type Instant } from '../../src/model/time.ts'
import { ago, monday, occasions } from './occasions.ts'
import { voiceExamples } from './voice-examples.ts'

const eachDraft = (check: (draft: Draft, occasion: Occasion, tone: Tone) => void): void =>
  fc.assert(
    fc.property(occasions, fc.constantFrom(...tones), fc.nat(500), (occasion, tone, variant) => {
      check(draftCheckIn({ ...occasion, variant }, tone), occasion, tone)
    }),
    { numRuns: 300 },
  )

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length

const inEnglish = (language: string | undefined): boolean => language === 'en' || language === 'xx'

/** The shortest of the written examples in each tone; the longest that anybody reads. */
const minWords = { warm: 16, brief: 12, formal: 20 } as const
const maxWords = { warm: 55, brief: 55, formal: 70 } as const

const neverSaid =
  /came across|old thread|feeling you|no need to reply|finds? you well|reach(?:ing)? out|touch base|circle back|\b(?:shall|lest|whoever|nobody|somebody|letter|our contact|reminder|CRM|pipeline)\b|since we last emailed in|how are you doing since|earlier this month|let me know and|how have you been since/i

/** A while that has lasted since a month, or since a day: two times in one. */
const timesSaid =
  /a while since we (?:last )?(?:emailed|talked|met)[^.?!]* (?:in|on|last|earlier)\b|a while[^.?!]*(?:this month|last week|yesterday|today)/i

describe('every check-in', () => {
  test('is whole: no empty slot, no double blank, a subject, a greeting and a name at its end', () => {
    eachDraft(({ subject, text }) => {
      expect(`${subject}\n${text}`).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|[{}]| {2}|,,/)
      expect(subject).toMatch(/\S/)
      expect(text).toMatch(/^[^\n]+[,:]\n\n/)
      expect(text).toMatch(/\n\n(?:[^\n]+\n)?Ann(?: Berg)?\n$/)
    })
  })

  test('is short: at most 55 words, and 70 in the formal tone', () => {
    eachDraft(({ text }, _, tone) => expect(wordsIn(text), text).toBeLessThanOrEqual(maxWords[tone]))
  })

  test('is not curt: no shorter than what a person would write in that tone', () => {
    eachDraft(({ text }, { language, suggestion: { name } }, tone) => {
      const isFamily = name === 'Otto Berg'
      const heard = isFamily && tone === 'formal' ? 'warm' : tone
      if (inEnglish(language)) expect(wordsIn(text), text).toBeGreaterThanOrEqual(minWords[heard])
    })
  })

  test('is held to what the written examples hold', () => {
    expect(voiceExamples).toHaveLength(24)
    for (const { tone, text } of voiceExamples) {
      expect(wordsIn(text), text).toBeLessThanOrEqual(maxWords[tone])
      expect(wordsIn(text), text).toBeGreaterThanOrEqual(minWords[tone])
      expect(text).not.toMatch(neverSaid)
    }
  })

  test('says nothing that nobody says, and one time a sentence', () => {
    eachDraft(({ text }, { topic, language }) => {
      if (!inEnglish(language) || topic !== undefined) return
      expect(text).not.toMatch(neverSaid)
      for (const sentence of text.split(/(?<=[.?!])\s/))
        expect(sentence.match(timesSaid) ?? [], sentence).toHaveLength(0)
    })
  })

  test('is not shouted in the formal tone', () => {
    eachDraft(({ subject, text }, { topic, suggestion: { name } }, tone) => {
      if (tone === 'formal' && topic === undefined && name !== 'Otto Berg') expect(subject + text).not.toContain('!')
    })
  })

  test('does not say its subject line again, but for a topic', () => {
    eachDraft(({ subject, text }, { topic, suggestion: { reason } }) => {
      if (topic === undefined && reason.kind !== 'anniversary')
        expect(text.toLowerCase()).not.toContain(subject.toLowerCase().replace(/[?!.¿¡ ]+$/, ' '))
    })
  })

  test('says the same when it is asked for again', () => {
    fc.assert(
      fc.property(occasions, fc.constantFrom(...tones), (occasion, tone) => {
        const draft = draftCheckIn(occasion, tone)
        expect(draftCheckIn({ ...occasion, variant: draft.variant }, tone)).toEqual(draft)
      }),
    )
  })
})

describe('no claim without its fact', () => {
  test('a reply, a meeting, an anniversary, an introduction and a bounce only where there was one', () => {
    eachDraft(({ text }, { suggestion: { reason, name }, language, isTheirsUnanswered }) => {
      if (!inEnglish(language)) return
      const isReply = reason.kind === 'reply_owed' || isTheirsUnanswered === true
      if (!isReply) expect(text).not.toMatch(/\bsorry\b|apolog/i)
      if (reason.kind !== 'introduction') expect(text).not.toMatch(/introduce|Jan Berg/)
      if (reason.kind !== 'dead_address') expect(text).not.toMatch(/bounce|came back/)
      if (reason.kind !== 'anniversary' || name === 'Otto Berg')
        expect(text).not.toMatch(/years? (?:this week|ago this week)/)
      if (reason.kind !== 'gratitude') expect(text).not.toMatch(/usually (?:you|the one)/)
      const haveMet = reason.kind === 'follow_up' || (reason.kind === 'new_acquaintance' && reason.metAt !== null)
      if (!haveMet) expect(text).not.toMatch(/(?:great|good|nice|glad|pleasure) to (?:meet|see) you(?! or)/i)
    })
  })

  test('"great to meet you" only to somebody who was new when they met', () => {
    eachDraft(({ text }, { suggestion: { reason }, firstAt, language }) => {
      if (!inEnglish(language) || (reason.kind !== 'follow_up' && reason.kind !== 'new_acquaintance')) return
      const isNew =
        firstAt !== undefined && firstAt !== null && reason.metAt !== null && reason.metAt - firstAt <= 60 * DAY
      if (!isNew) expect(text).not.toMatch(/meet(?:ing)? you/)
    })
  })

  test('who shares the surname gets no thanks for writing, no anniversary and no introduction', () => {
    eachDraft(({ text }, { suggestion: { name, reason }, language }) => {
      if (name !== 'Otto Berg' || reason.kind === 'reply_owed' || !inEnglish(language)) return
      expect(text).not.toMatch(/usually|years?\b|introduc|both in|meet you|bounce/i)
    })
  })

  test('family is spoken to warmly whatever tone is asked for', () => {
    eachDraft(({ text }, { suggestion: { name }, language }, tone) => {
      if (name === 'Otto Berg' && tone === 'formal' && inEnglish(language))
        expect(text).not.toMatch(/Kind regards|^Dear/)
    })
  })

  test('whoever carried a project is thanked for that time, and nobody else is', () => {
    eachDraft(({ text }, { suggestion: { name, reason }, language }) => {
      if (!inEnglish(language) || name === 'Otto Berg') return
      if (reason.kind !== 'project_end') expect(text).not.toMatch(/over the last few|for the last few/)
      else expect(text).toMatch(reason.weeks < 9 ? /last few weeks/ : /last few months/)
    })
  })

  test('a silence is told of the two alone once both were in a larger round since', () => {
    eachDraft(({ text }, { at, sentAt = at, suggestion: { last, reason }, lastSeen, language }) => {
      if (!inEnglish(language) || last === undefined || lastSeen === null || lastSeen === undefined) return
      if (lastSeen.at <= last.at || reason.kind === 'new_acquaintance') return
      const isOfSameWeek = lastSeen.at - last.at <= 7 * DAY && sentAt - last.at >= 120 * DAY
      if (isOfSameWeek) return
      const ofAll = lastSeen.how === 'thread' ? /since we last (?!saw)/ : /since we last/
      expect(text).not.toMatch(ofAll)
      expect(text).not.toMatch(/caught up since our|in touch since/)
    })
  })

  test('before ten weeks are over nothing is said of how long it has been', () => {
    eachDraft(({ text }, { at, sentAt = at, topic, suggestion: { last, reason }, language }) => {
      if (!inEnglish(language) || last === undefined || reason.kind !== 'chosen_rhythm' || topic !== undefined) return
      if (daysBetween(last.at, sentAt) < 70) expect(text).not.toMatch(/over (?:a|two) months? since|too long|a while/)
    })
  })

  test('an introduction without a reason that can be said is none', () => {
    eachDraft(({ text }, { suggestion: { reason }, commonGround }) => {
      if (reason.kind === 'introduction' && commonGround !== 'Offshore') expect(text).not.toContain('Jan Berg')
    })
  })

  test('what their message was about is said in a reply only where it is so late that the reply has to apologise', () => {
    eachDraft(({ text }, { at, sentAt = at, suggestion: { reason } }) => {
      if (reason.kind === 'reply_owed' && daysBetween(reason.receivedAt, sentAt) < 8)
        expect(text).not.toMatch(/Kelp|roadmap|Leipzig|Atlas|tarifas/)
    })
  })
})

describe('greetings and names', () => {
  test('a given name only where it is sure; nobody is greeted as Dr., as a company or by an address', () => {
    eachDraft(({ text }) => expect(text).not.toMatch(/^\S+,? (?:Dr\.?|ACME.*|hello@.*|Nguyen|王)[,:]/))
  })

  const hello = (over: Partial<Occasion['suggestion']>, rest: Partial<Occasion> = {}): Occasion => ({
    suggestion: {
      personId: 3,
      name: 'Ingrid Dahl',
      givenName: 'Ingrid',
      reason: { kind: 'hello', silenceDays: 40, lastContactAt: ago(40) },
      last: { how: 'message', at: ago(40) },
      ...over,
    },
    at: monday,
    zone: 'Europe/Berlin',
    userName: 'Ann Berg',
    ...rest,
  })
  const greetingOf = (occasion: Occasion, tone: Tone): string => draftCheckIn(occasion, tone).text.split('\n')[0] ?? ''
  const endOf = (occasion: Occasion, tone: Tone): string =>
    draftCheckIn(occasion, tone).text.trimEnd().split('\n\n').at(-1) ?? ''

  test.each([
    [hello({}), 'warm', 'Hi Ingrid,'],
    [hello({}), 'formal', 'Dear Ingrid,'],
    [hello({ name: 'Dr. Henrik Aalto', givenName: 'Henrik' }), 'formal', 'Dear Dr. Aalto,'],
    [hello({ name: 'Nguyen Van Anh', givenName: null }), 'warm', 'Hi Nguyen Van Anh,'],
    [hello({ name: 'Nguyen Van Anh', givenName: null }), 'formal', 'Dear Nguyen Van Anh,'],
    [hello({ name: 'KIM', givenName: null }), 'warm', 'Hello,'],
    [hello({ name: '王小明', givenName: null }), 'formal', 'Dear 王小明,'],
    [hello({ name: 'Chi', givenName: null, address: 'chi.tran@mailhaus.example' }), 'warm', 'Hi Chi,'],
    [hello({ name: 'City', givenName: null, address: 'city@city.example' }), 'warm', 'Hello,'],
    [hello({ name: 'Greta', givenName: 'Greta' }, { language: 'de' }), 'formal', 'Guten Tag Greta,'],
    [hello({ name: 'ACME Support', givenName: null }), 'formal', 'Hello,'],
    [hello({ name: 'info@studio.example', givenName: null }), 'brief', 'Hello,'],
    [hello({}, { voice: { callThem: 'Inge' } }), 'brief', 'Hi Inge,'],
    [hello({}, { voice: { greetingWord: 'Hello' } }), 'warm', 'Hello Ingrid,'],
    [hello({}, { language: 'de' }), 'warm', 'Hallo Ingrid,'],
    [hello({}, { language: 'de', voice: { formality: 'formal' } }), 'warm', 'Guten Tag Ingrid Dahl,'],
    [hello({}, { language: 'de', voice: { formality: 'informal' } }), 'formal', 'Hallo Ingrid,'],
    [
      hello({ name: 'Dr. Henrik Aalto', givenName: 'Henrik' }, { voice: { formality: 'informal' } }),
      'formal',
      'Dear Henrik,',
    ],
    [hello({}, { voice: { formality: 'formal' } }), 'formal', 'Dear Ingrid Dahl,'],
    [hello({}, { language: 'de' }), 'formal', 'Guten Tag Ingrid Dahl,'],
  ] as const)('%# begins as it should', (occasion, tone, expected) => {
    expect(greetingOf(occasion, tone)).toBe(expected)
  })

  test('it is signed with the given name, formally with the full name where the two are not on first names', () => {
    expect(endOf(hello({}), 'warm')).toBe('Ann')
    expect(endOf(hello({}), 'formal')).toBe('Kind regards,\nAnn')
    expect(endOf(hello({ name: 'Dr. Henrik Aalto' }), 'formal')).toBe('Kind regards,\nAnn Berg')
    expect(endOf(hello({}, { voice: { signOff: 'A.' } }), 'warm')).toBe('A.')
  })

  test('the user’s own language for a person comes before the one the two write in', () => {
    expect(greetingOf(hello({}, { language: 'de', voice: { language: 'fr' } }), 'warm')).toBe('Bonjour Ingrid,')
  })
})

test('Sie or du as the user says for a person, whatever the tone', () => {
  const occasion: Occasion = {
    suggestion: {
      personId: 3,
      name: 'Ingrid Dahl',
      givenName: 'Ingrid',
      reason: { kind: 'hello', silenceDays: 40, lastContactAt: ago(40) },
    },
    at: monday,
    zone: 'Europe/Berlin',
    userName: 'Ann Berg',
    language: 'de',
  }
  for (let variant = 0; variant < 20; variant++) {
    const textIn = (tone: Tone, formality: 'informal' | 'formal'): string =>
      draftCheckIn({ ...occasion, variant, voice: { formality } }, tone).text
    expect(textIn('warm', 'formal')).not.toMatch(/\b(?:du|dir|dich|dein\w*)\b/)
    expect(textIn('formal', 'informal')).not.toMatch(/\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b/)
  }
})

describe('replies', () => {
  const owed = (text: string, days: number): Occasion => ({
    suggestion: {
      personId: 3,
      name: 'Tomás Herrera',
      givenName: 'Tomás',
      reason: { kind: 'reply_owed', receivedAt: ago(days), waitingDays: days, usualAnswerDays: null },
      last: { how: 'message', at: ago(days) },
    },
    at: monday,
    zone: 'Europe/Berlin',
    userName: 'Ann Berg',
    topic: { text, from: 'message', at: ago(days), begunBy: 'them' },
  })

  test('the subject is theirs', () => {
    expect(draftCheckIn(owed('AW: Die Fahnen', 9), 'warm').subject).toBe('Re: Die Fahnen')
  })

  test('a request to look at something is asked after, and nothing else is', () => {
    expect(draftCheckIn(owed('Would you look over my talk?', 12), 'warm').text).toMatch(/look|pair of eyes/)
    expect(draftCheckIn(owed('Can I borrow your tent?', 12), 'warm').text).not.toMatch(/look at|tent/)
  })

  test('a day that has passed since is named, and one still to come is not', () => {
    // Received on Wednesday 11 November; Friday came two days later.
    expect(draftCheckIn(owed('Dinner on Friday?', 12), 'warm').text).toContain('Friday')
    // Received on Friday 20 November; the Wednesday after is still to come.
    expect(draftCheckIn(owed('Prototype link for Wednesday', 3), 'warm').text).not.toContain('Wednesday')
  })
})

describe('times are true on the day of sending', () => {
  const met = (days: number, sentLater: number): string => {
    const sentAt = (monday + sentLater * DAY) as Instant
    const occasion: Occasion = {
      suggestion: {
        personId: 3,
        name: 'Amara Nwosu',
        givenName: 'Amara',
        reason: { kind: 'follow_up', metAt: ago(days), metBeforeAt: null },
        last: { how: 'meeting', at: ago(days) },
      },
      firstAt: ago(days),
      at: monday,
      sentAt,
      zone: 'Europe/Berlin',
      userName: 'Ann Berg',
      variant: 0,
    }
    return draftCheckIn(occasion, 'warm').text
  }

  test.each([
    [5, 0, 'on Wednesday'],
    [5, 1, 'on Wednesday'],
    [5, 2, 'last week'],
    [1, 0, 'yesterday'],
    [12, 0, 'a couple of weeks ago'],
  ])('%i days before the report, sent %i days after it: %s', (days, later, words) => {
    expect(met(days, later)).toContain(words)
  })
})

test('someone answered within hours gets a brief reply, unless the two are on formal terms or the user says otherwise', () => {
  const quick = { kind: 'reply_owed', receivedAt: ago(9), waitingDays: 9, usualAnswerDays: 0.2 } as const
  expect(toneOf({ tone: 'warm', reason: quick })).toBe('brief')
  expect(toneOf({ tone: 'formal', reason: quick })).toBe('formal')
  expect(toneOf({ tone: 'warm', reason: { ...quick, usualAnswerDays: 3 } })).toBe('warm')
  expect(toneOf({ reason: { ...quick, usualAnswerDays: null } })).toBe('warm')
  expect(toneOf({ tone: 'brief', reason: quick }, { tone: 'formal' })).toBe('formal')
})
