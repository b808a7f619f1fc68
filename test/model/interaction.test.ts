import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { isVouchedFor, noSummaries, withContact } from '../../src/model/contact.ts'
import { countedExchanges, type Interaction, onceEach } from '../../src/model/interaction.ts'
import type { Instant } from '../../src/model/time.ts'
import { interactionWith } from '../interaction.ts'

const who = { address: 'bo@x.example' as CanonicalAddress }

type Told = Omit<Interaction, 'message' | 'thread'> & { readonly message: number; readonly thread: number }

const told = (change: Parameters<typeof interactionWith>[1], message = change.at as number): Told => ({
  ...interactionWith(who, change),
  message,
  thread: 1,
})
const at = (seconds: number): Instant => (1_790_000_000 + seconds) as Instant

describe('one letter', () => {
  test('that lies in two mailboxes counts once', () => {
    const twice = [told({ kind: 'received', at: at(1) }, 7), told({ kind: 'received', at: at(0) }, 7)]
    expect(onceEach(twice)).toHaveLength(1)
  })

  test('that went to two addresses of a person counts as the direct one of them', () => {
    const both = [told({ kind: 'seen', at: at(0) }, 7), told({ kind: 'sent', at: at(0) }, 7)]
    expect(onceEach(both).map(({ kind }) => kind)).toEqual(['sent'])
  })
})

describe('letters in doubt', () => {
  const wrote = told({ kind: 'sent', at: at(0) })
  const doubted = told({ kind: 'received', at: at(5), isDoubted: true })
  const answering = told({ kind: 'received', at: at(9), isDoubted: true, isAnswer: true })
  const plain = told({ kind: 'received', at: at(7) })
  const counted = (...all: readonly Told[]) =>
    countedExchanges(all, false).filter(({ kind }) => kind === 'received').length

  test('count once their writer answers the user, all of them', () => {
    expect(counted(wrote, doubted)).toBe(0)
    expect(counted(wrote, doubted, answering)).toBe(2)
  })

  test('count where others of the same writer are beyond doubt and the user writes to them', () => {
    expect(counted(wrote, doubted, plain)).toBe(2)
    expect(counted(doubted, plain)).toBe(1)
  })

  test('never count where the user never wrote: an answer to nothing proves nothing', () => {
    expect(counted(doubted, answering)).toBe(0)
  })

  test('are judged alike from the letters and from their summary', () => {
    const message = fc
      .record({
        kind: fc.constantFrom<Interaction['kind']>('sent', 'received', 'seen'),
        seconds: fc.nat({ max: 9_000_000 }),
        isDoubted: fc.boolean(),
        isAnswer: fc.boolean(),
      })
      // Only direct letters from them are ever in doubt.
      .map(({ seconds, isDoubted, kind, isAnswer }) =>
        told({ kind, at: at(seconds), isAnswer, isDoubted: isDoubted && kind === 'received' }),
      )
    fc.assert(
      fc.property(fc.array(message), (messages) => {
        const isAny = messages.some(({ isDoubted }) => isDoubted)
        const isKept = countedExchanges(messages, false).length === messages.length
        expect(isAny && isKept).toBe(isVouchedFor(messages.reduce(withContact, noSummaries)))
      }),
    )
  })
})
