import { describe, expect, test } from 'vitest'
import { gather, newKey, objection } from './settings.ts'

const given = {
  PUBLIC_URL: 'https://perennial.example',
  OWNER: 'ann@perennial.example',
  GOOGLE_CLIENT_ID: 'id',
  GOOGLE_CLIENT_SECRET: 'secret',
  MAIL_FROM: 'Perennial <weekly@perennial.example>',
  RESEND_API_KEY: 're_1',
}
const silent = async () => ''
const nothing = new Set<string>()

describe('the settings of an installation', () => {
  test('what is given is not asked for, and a key is made', async () => {
    const settings = await gather(nothing, given, async (question) => {
      throw new Error(`asked: ${question}`)
    })
    expect(settings).toMatchObject(given)
    expect(objection(nothing, settings)).toBeNull()
  })

  test('a key that the Worker holds is never replaced: it seals the grants', async () => {
    expect(await gather(new Set(['KEYS']), given, silent)).not.toHaveProperty('KEYS')
  })

  test('what is set already is not asked for again', async () => {
    const asked: string[] = []
    const present = new Set([...Object.keys(given), 'KEYS'])
    const settings = await gather(present, {}, async (question) => {
      asked.push(question)
      return ''
    })
    expect(asked).toEqual([])
    expect(settings).toEqual({})
    expect(objection(present, settings)).toBeNull()
  })

  test('no answer to what is needed stops, and names it', async () => {
    await expect(gather(nothing, { ...given, MAIL_FROM: undefined }, silent)).rejects.toThrow('MAIL_FROM')
  })

  test('a malformed answer is refused in the Worker’s own words, before anything is deployed', async () => {
    const settings = await gather(nothing, { ...given, PUBLIC_URL: 'perennial' }, silent)
    expect(objection(nothing, settings)).toContain('PUBLIC_URL')
  })

  test('one provider is enough: the other is asked for only where neither is known', async () => {
    const asked: string[] = []
    const { GOOGLE_CLIENT_ID: _id, GOOGLE_CLIENT_SECRET: _secret, ...others } = given
    const answers = { 'Microsoft’s application': 'id', 'The VALUE of Microsoft’s': 'secret' }
    const settings = await gather(nothing, others, async (question) => {
      asked.push(question)
      return Object.entries(answers).find(([start]) => question.startsWith(start))?.[1] ?? ''
    })
    expect(asked).toHaveLength(3)
    expect(settings).toMatchObject({ MICROSOFT_CLIENT_ID: 'id', MICROSOFT_CLIENT_SECRET: 'secret' })
    expect(objection(nothing, settings)).toBeNull()
    await gather(nothing, { ...others, MICROSOFT_CLIENT_ID: 'id', MICROSOFT_CLIENT_SECRET: 's' }, async (question) => {
      throw new Error(`asked: ${question}`)
    })
  })

  test('with neither, nothing is deployed, and the sentence names both', async () => {
    const settings = await gather(nothing, { ...given, GOOGLE_CLIENT_ID: '' }, silent)
    expect(objection(nothing, settings)).toMatch(/GOOGLE_CLIENT_ID.*MICROSOFT_CLIENT_ID/)
  })

  test('where the Worker has the binding to the Email Service, no key of Resend’s is asked for or needed', async () => {
    const { RESEND_API_KEY: _, ...rest } = given
    const settings = await gather(new Set(['EMAIL']), rest, async (question) => {
      throw new Error(`asked: ${question}`)
    })
    expect(objection(new Set(['EMAIL']), settings)).toBeNull()
    await expect(gather(nothing, rest, silent)).rejects.toThrow('RESEND_API_KEY')
  })

  test('each new key is another one, of 32 bytes', () => {
    expect(newKey()).not.toBe(newKey())
    expect(Buffer.from(newKey(), 'base64url')).toHaveLength(32)
  })
})
