import { describe, expect, test } from 'vitest'
import { failure, success } from '../../../src/model/result.ts'
import { type SettledPart, settle } from '../../../src/providers/kit/settle.ts'
import type { ProviderError } from '../../../src/providers/provider.ts'

const answered = (question: string): SettledPart<string, string> => ({ question, outcome: success(`${question}!`) })
const refused = (question: string, error: ProviderError): SettledPart<string, string> => ({
  question,
  outcome: failure(error),
})
const busy: ProviderError = { reason: 'rate_limited', retryAfterSeconds: 17 }
const out: ProviderError = { reason: 'unavailable', status: 503 }

describe('a batch', () => {
  test('gives what was answered, and what is to be asked again', () => {
    const settled = settle([answered('a'), refused('b', out), answered('c')])
    expect(settled).toMatchObject({ ok: true, value: { refused: ['b'] } })
    expect(settled.ok && settled.value.answers).toEqual([
      { question: 'a', answer: 'a!' },
      { question: 'c', answer: 'c!' },
    ])
  })

  test('of which all is answered asks for no pause; neither does an empty one', () => {
    expect(settle([answered('a')])).toMatchObject({ ok: true, value: { refused: [], pauseSeconds: 0 } })
    expect(settle([])).toEqual({ ok: true, value: { answers: [], refused: [], pauseSeconds: 0 } })
  })

  test('waits as long as the most patient of its refusals asks for', () => {
    const settled = settle([answered('a'), refused('b', out), refused('c', busy)])
    expect(settled.ok && settled.value.pauseSeconds).toBe(17)
    const merely = settle([answered('a'), refused('b', out)])
    expect(merely.ok && merely.value.pauseSeconds).toBeGreaterThan(0)
  })

  test('of which nothing is answered fails by its first refusal', () => {
    expect(settle([refused('a', out), refused('b', busy)])).toEqual({ ok: false, error: out })
  })

  test('fails as a whole where one refusal holds for all', () => {
    const expired: ProviderError = { reason: 'cursor_expired' }
    expect(settle([answered('a'), refused('b', busy), refused('c', expired)])).toEqual({ ok: false, error: expired })
  })

  test('in which the token dies keeps what was answered, and without an answer finds it dead', () => {
    const dead: ProviderError = { reason: 'token_expired' }
    expect(settle([answered('a'), refused('b', dead)])).toMatchObject({ ok: true, value: { refused: ['b'] } })
    expect(settle([refused('a', dead), refused('b', dead)])).toEqual({ ok: false, error: dead })
  })
})
