/** An interaction for tests: a plain letter of two, but for what a test is about. */
import type { CanonicalAddress } from '../src/model/address.ts'
import type { Interaction } from '../src/model/interaction.ts'

export const interactionWith = (
  who: { readonly address: CanonicalAddress; readonly name?: string },
  change: Pick<Interaction, 'kind' | 'at'> & Partial<Interaction>,
): Interaction => {
  const item = change.item ?? `${change.kind} ${change.at}`
  return {
    feed: 'mail',
    item,
    who: { name: '', spelling: who.address, ...who },
    size: 1,
    message: item,
    thread: item,
    role: 'to',
    isAnswer: false,
    isRecurring: false,
    response: 'accepted',
    isDoubted: false,
    ...change,
  }
}
