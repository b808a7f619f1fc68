/** Reports between our numbers and what a file can say: people by their addresses, accounts by their places. Pure. */

/** How numbers become what stands for them, or the other way round. */
export interface Renaming {
  readonly from: { readonly person: string; readonly account: string }
  readonly to: { readonly person: string; readonly account: string }
  readonly person: (known: unknown) => unknown
  readonly account: (known: unknown) => unknown
}

/** The field names of a stored report, and of one in a file. */
export const storedNames = { person: 'personId', account: 'accountId' } as const
export const portableNames = { person: 'person', account: 'account' } as const

/** The same value, with every person and account in it renamed. */
export const renamed = (value: unknown, renaming: Renaming): unknown => {
  if (Array.isArray(value)) return value.map((each) => renamed(each, renaming))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key === renaming.from.person) return [renaming.to.person, renaming.person(each)]
      if (key === renaming.from.account) return [renaming.to.account, renaming.account(each)]
      return [key, renamed(each, renaming)]
    }),
  )
}

/** Every person that a value names, in the order in which it does. */
export const peopleNamed = (value: unknown, name: string): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((each) => peopleNamed(each, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (key === name ? [each] : peopleNamed(each, name)))
}
