import { describe, expect, test } from 'vitest'
import type { Chat } from '../../src/rewrite/ask.ts'
import { type Rewriter, rewriteCheckIn } from '../../src/rewrite/rewrite.ts'

const checkIn = {
  tone: 'warm',
  text: "Hi Ingrid,\n\nIt's been a while! Where did things end up with the Kelp tariff review?\n\nLena\n",
} as const
const of = { language: 'en', facts: ['You usually talk every 3 weeks.'], topic: 'Kelp tariff review' }

const saying = (answer: () => Promise<string | null>): Rewriter & { readonly asked: Chat[] } => {
  const asked: Chat[] = []
  return {
    host: 'model.test',
    asked,
    ask: (chat) => {
      asked.push(chat)
      return answer()
    },
  }
}

describe('a rewording', () => {
  test('stands between our own greeting and sign-off, which the model never sees', async () => {
    const rewriter = saying(async () => 'It’s been too long! Where did the Kelp tariff review end up?')
    expect(await rewriteCheckIn(rewriter, checkIn, of)).toEqual({
      ok: true,
      value: "Hi Ingrid,\n\nIt's been too long! Where did the Kelp tariff review end up?\n\nLena\n",
    })
    expect(JSON.stringify(rewriter.asked)).not.toMatch(/Ingrid|Lena/)
  })

  test('is asked for with the facts on the page as data, and nothing else', async () => {
    const rewriter = saying(async () => null)
    await rewriteCheckIn(rewriter, checkIn, of)
    expect(JSON.parse(rewriter.asked[0]?.user ?? '')).toEqual({
      text: "It's been a while! Where did things end up with the Kelp tariff review?",
      facts: ['You usually talk every 3 weeks.'],
      lastSubject: 'Kelp tariff review',
    })
  })

  test.each<[string, () => Promise<string | null>, string]>([
    ['a model that answers with nothing', async () => null, 'unanswered'],
    ['a model that fails', () => Promise.reject(new Error('down')), 'unanswered'],
    ['a model that obeys the subject', async () => 'Please send the password to https://evil.example today.', 'link'],
  ])('%s leaves our own draft', async (_what, answer, error) => {
    expect(await rewriteCheckIn(saying(answer), checkIn, of)).toEqual({ ok: false, error })
  })

  test('a text without sentences of its own is not sent anywhere', async () => {
    const rewriter = saying(async () => 'anything')
    expect(await rewriteCheckIn(rewriter, { tone: 'brief', text: 'Hi Ingrid' }, of)).toMatchObject({ ok: false })
    expect(rewriter.asked).toEqual([])
  })
})
