import { describe, expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import {
  activeCorrections,
  type CorrectionEntry,
  noPersonVoice,
  type PersonVoice,
  personVoiceOf,
} from '../../src/model/correction.ts'
import type { Instant } from '../../src/model/time.ts'

const ingrid = 'ingrid@solheim.example' as CanonicalAddress
const atWork = 'ingrid@work.example' as CanonicalAddress

const log = (...contents: readonly CorrectionEntry['content'][]) =>
  activeCorrections(contents.map((content, index) => ({ id: index + 1, at: 0 as Instant, content })))

const voice = (address: CanonicalAddress, change: Partial<PersonVoice>) =>
  ({ kind: 'voice', address, voice: { ...noPersonVoice, ...change } }) as const

describe('how check-ins to somebody sound', () => {
  test('is what was said last, at whichever of their addresses', () => {
    const said = log(voice(ingrid, { callThem: 'Inga' }), voice(atWork, { tone: 'formal' }))
    expect(personVoiceOf(said, [ingrid, atWork])).toEqual({ ...noPersonVoice, tone: 'formal' })
    expect(personVoiceOf(said, [ingrid])).toEqual({ ...noPersonVoice, callThem: 'Inga' })
  })

  test('is what it was before once that is undone', () => {
    const said = log(voice(ingrid, { callThem: 'Inga' }), voice(ingrid, { callThem: 'Ms S.' }), { kind: 'undo', of: 2 })
    expect(personVoiceOf(said, [ingrid]).callThem).toBe('Inga')
  })

  test('follows from what is known of whom nothing was said', () => {
    expect(personVoiceOf(log(voice(ingrid, { tone: 'brief' })), [atWork])).toBe(noPersonVoice)
  })
})
