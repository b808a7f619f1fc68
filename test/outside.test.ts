import { describe, expect, test } from 'vitest'
import { AnswerTooLong, bounded, isTooLong, type Outside } from '../src/outside.ts'

const limit = 1000

/** A chunk of 100 bytes, so often as it is asked for; and how often that was. */
const endless = () => {
  const taken = { chunks: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.chunks += 1
      controller.enqueue(new Uint8Array(100))
    },
  })
  return { body, taken }
}

const outsideWith = (answer: () => Response): Outside =>
  bounded({ fetch: async () => answer(), now: () => 0, randomBytes: (length) => new Uint8Array(length) }, limit)

const fetched = (answer: () => Response): Promise<Response> => outsideWith(answer).fetch('https://x.test/')

describe('an answer', () => {
  test.each([0, 1, limit])('of %i bytes comes as it is, whether it tells its length or not', async (length) => {
    const text = 'a'.repeat(length)
    for (const headers of [{ 'x-mark': 'kept' }, { 'x-mark': 'kept', 'content-length': String(length) }]) {
      const answer = await fetched(() => new Response(text, { status: 201, headers }))
      expect([answer.status, answer.headers.get('x-mark')]).toEqual([201, 'kept'])
      expect(await answer.text()).toBe(text)
    }
  })

  test('without a body is no other', async () => {
    expect((await fetched(() => new Response(null, { status: 204 }))).status).toBe(204)
  })

  test('longer than that is not read, and the fetch says so', async () => {
    await expect(fetched(() => new Response('a'.repeat(limit + 1)))).rejects.toThrow(AnswerTooLong)
    const { body, taken } = endless()
    await expect(fetched(() => new Response(body))).rejects.toThrow(AnswerTooLong)
    expect(taken.chunks * 100).toBeLessThan(2 * limit)
  })

  test('that says it is longer is not begun', async () => {
    const { body, taken } = endless()
    const headers = { 'content-length': String(limit + 1) }
    await expect(fetched(() => new Response(body, { headers }))).rejects.toThrow(AnswerTooLong)
    expect(taken.chunks).toBeLessThan(2)
  })

  test('that says how long it is, and is packed, is measured unpacked', async () => {
    const headers = { 'content-length': '10', 'content-encoding': 'gzip' }
    await expect(fetched(() => new Response('a'.repeat(limit + 1), { headers }))).rejects.toThrow(AnswerTooLong)
  })
})

test('it is known again in the exceptions of libraries', () => {
  const thrown = new AnswerTooLong('too long')
  expect(isTooLong(thrown)).toBe(true)
  expect(isTooLong(new Error('wrapped', { cause: thrown }))).toBe(true)
  expect(isTooLong(Object.assign(new Error('named'), { code: 'AnswerTooLong' }))).toBe(true)
  for (const other of [new Error('other'), null, 'AnswerTooLong', new Error('x', { cause: new Error('y') })]) {
    expect(isTooLong(other)).toBe(false)
  }
})
