import { describe, expect, test } from 'vitest'
import { checkInSettingsIn } from '../../../src/http/settings/check-ins-form.ts'
import { usualVoice } from '../../../src/model/user.ts'

const empty = { writesIn: 'account', tone: '', signOff: '', formalSignOff: '', greetingWord: '', language: '' }

describe('the check-ins part of the settings', () => {
  test('an empty field is what suits', () => {
    expect(checkInSettingsIn(empty)).toEqual({
      ok: true,
      value: { writesIn: 'account', voice: usualVoice, wantsRewrites: false },
    })
  })

  test('what was filled in is kept as one line, a comma after the greeting left out', () => {
    const filled = {
      ...empty,
      tone: 'brief',
      signOff: ' Lena \n M. ',
      greetingWord: 'Grüß Gott,',
      language: 'de',
      rewrites: 'on',
    }
    expect(checkInSettingsIn(filled)).toMatchObject({
      value: {
        voice: { tone: 'brief', signOff: 'Lena M.', greetingWord: 'Grüß Gott', language: 'de' },
        wantsRewrites: true,
      },
    })
  })

  test.each([
    ['tone', 'shouting', 'choice'],
    ['language', 'tlh', 'choice'],
    ['writesIn', '', 'choice'],
    ['signOff', 'x'.repeat(61), 'line_too_long'],
    ['greetingWord', 'http://x.example', 'greeting_word'],
    ['greetingWord', 'Hello {name}', 'greeting_word'],
    ['greetingWord', 'Hello '.repeat(9), 'greeting_word'],
  ])('%s %j is refused beside its field', (name, value, error) => {
    expect(checkInSettingsIn({ ...empty, [name]: value })).toEqual({ ok: false, error: { [name]: error } })
  })
})
