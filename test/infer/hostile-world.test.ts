/** A year of mail with a hostile stranger in it: everybody's end state is as it is without that stranger. */
import { expect, test } from 'vitest'
import { resolve } from '../../src/infer/resolve.ts'
import { readMailbox } from '../eval/read-mailbox.ts'
import { populate } from '../sandbox/population/index.ts'
import { start } from '../story.ts'

const isStrangers = (address: string): boolean => address.endsWith('.test')

/** All that is said of anybody but strangers. */
const endStateOf = (hostile: boolean) => {
  const { people, excluded } = resolve(
    readMailbox(populate({ seed: 5, now: start, messages: 1500, years: 1, hostile }), start),
    [],
  )
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

test('everybody is who they are without the stranger', () => {
  const without = endStateOf(false)
  expect(without.people.length).toBeGreaterThan(10)
  expect(endStateOf(true)).toEqual(without)
})
