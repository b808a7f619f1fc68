/** A year of mail with a hostile stranger in it, read as a user's is: everybody's end state is as it is without that stranger. */
import { describe, expect, test } from 'vitest'
import { openRead, peopleFound } from '../fixture.ts'
import { populate } from '../sandbox/population/index.ts'
import { start } from '../story.ts'

const world = { seed: 5, now: start, messages: 1500, years: 1 }

const isStrangers = (address: string): boolean => address.endsWith('.test')

/** All that is said of anybody but strangers. */
const endStateOf = async (hostile: boolean, provider: 'google' | 'microsoft') => {
  const { store } = await openRead([populate({ ...world, hostile })], { provider })
  const { people, excluded } = await peopleFound(store)
  return {
    people: people
      .filter(({ addresses }) => !addresses.every(isStrangers))
      .map(({ name, givenName, address, addresses, bouncedAt, relationship }) => {
        const { lastSeenAt: _lastSeenAt, ...contact } = relationship
        return { name, givenName, address, addresses, bouncedAt, contact }
      })
      .toSorted((a, b) => (a.address < b.address ? -1 : 1)),
    lists: excluded
      .filter(({ contact, rule }) => rule.kind === 'list' && !isStrangers(contact.address))
      .map(({ contact }) => contact.address)
      .toSorted(),
  }
}

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  test('everybody is who they are without the stranger', async () => {
    const without = await endStateOf(false, provider)
    expect(without.people.length).toBeGreaterThan(10)
    expect(await endStateOf(true, provider)).toEqual(without)
  }, 120_000)
})
