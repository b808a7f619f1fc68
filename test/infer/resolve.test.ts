import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolve } from '../../src/infer/resolve.ts'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { type Contact, newContact, withContact } from '../../src/model/contact.ts'
import { activeCorrections, type Correction, type CorrectionEntry, type Undo } from '../../src/model/correction.ts'
import type { Interaction } from '../../src/model/interaction.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'

const now = 1_790_000_000 as Instant
const at = (name: string): CanonicalAddress => name as CanonicalAddress
const own = new Set([at('ann@example.org')])

type Message = Pick<Interaction, 'kind' | 'at'> &
  Partial<Pick<Interaction, 'isDoubted' | 'isAnswer'>> & { readonly address: CanonicalAddress }

const contactsOf = (messages: readonly Message[], names: Readonly<Record<string, string>> = {}): readonly Contact[] => {
  const contacts = new Map<CanonicalAddress, Contact>()
  for (const { address, isDoubted = false, isAnswer = false, ...message } of messages) {
    const contact = contacts.get(address) ?? newContact(contacts.size, address)
    contacts.set(address, {
      ...contact,
      label: { name: names[address] ?? '', spelling: address, rank: names[address] === undefined ? 0 : 2 },
      ...withContact(contact, { ...message, isDoubted, isAnswer }),
    })
  }
  return [...contacts.values()]
}

const wrote = (address: string, daysAgo = 10): Message => ({
  address: at(address),
  kind: 'sent',
  at: (now - daysAgo * DAY) as Instant,
})
const heard = (address: string, daysAgo = 10): Message => ({ ...wrote(address, daysAgo), kind: 'received' })

const log = (...contents: readonly (Correction | Undo)[]): readonly CorrectionEntry[] =>
  contents.map((content, index) => ({ id: index + 1, at: now, content }))

const resolved = (
  messages: readonly Message[],
  contents: readonly (Correction | Undo)[] = [],
  names?: Readonly<Record<string, string>>,
) => resolve({ contacts: contactsOf(messages, names), own }, activeCorrections(log(...contents)))

const groups = (...from: Parameters<typeof resolved>): readonly string[] =>
  resolved(...from)
    .people.map(({ addresses }) => [...addresses].sort().join(' '))
    .sort()

const rules = (...from: Parameters<typeof resolved>) =>
  Object.fromEntries(resolved(...from).excluded.map(({ contact, rule }) => [contact.address, rule.kind]))

describe('who is a person', () => {
  test('whoever the user wrote to or met; everyone else has the rule that keeps them out', () => {
    const messages = [
      wrote('bo@x.example'),
      heard('cy@x.example'),
      { ...wrote('di@x.example'), kind: 'met' as const },
      { ...wrote('ed@x.example'), kind: 'seen' as const },
      wrote('ann@example.org'),
    ]
    expect(groups(messages)).toEqual(['bo@x.example', 'di@x.example'])
    expect(rules(messages)).toEqual({
      'cy@x.example': 'only_heard_from',
      'ed@x.example': 'only_seen',
      'ann@example.org': 'own',
    })
  })

  test('"this is a person" outranks every rule, and a later "ignore" outranks it', () => {
    const person = { kind: 'person', address: at('cy@x.example') } as const
    const ignore = { kind: 'ignore', target: { kind: 'domain', domain: 'x.example' } } as const
    expect(groups([heard('cy@x.example')], [person])).toEqual(['cy@x.example'])
    expect(groups([heard('cy@x.example')], [ignore, person])).toEqual(['cy@x.example'])
    expect(groups([heard('cy@x.example')], [person, ignore])).toEqual([])
  })

  test.each([
    [{ kind: 'address', address: at('bo@mail.x.example') } as const, ['bo@x.example', 'cy@y.example']],
    [{ kind: 'domain', domain: 'x.example' } as const, ['cy@y.example']],
    [{ kind: 'pattern', pattern: 'bo@*' } as const, ['cy@y.example']],
    [{ kind: 'pattern', pattern: '*@*.*.example' } as const, ['bo@x.example', 'cy@y.example']],
  ])('ignoring %j leaves the others', (target, left) => {
    const messages = [wrote('bo@mail.x.example'), wrote('bo@x.example'), wrote('cy@y.example')]
    expect(groups(messages, [{ kind: 'ignore', target }])).toEqual(left)
  })

  test('ignoring a person takes all of their addresses; ignoring an address leaves the person the others', () => {
    const messages = [wrote('bo@x.example'), wrote('bo@y.example')]
    const merge = { kind: 'merge', addresses: [at('bo@x.example'), at('bo@y.example')] } as const
    const target = { address: at('bo@x.example') }
    expect(groups(messages, [merge, { kind: 'ignore', target: { kind: 'person', ...target } }])).toEqual([])
    expect(groups(messages, [merge, { kind: 'ignore', target: { kind: 'address', ...target } }])).toEqual([
      'bo@y.example',
    ])
  })

  test('an address called the user’s own is nobody else’s', () => {
    expect(rules([wrote('ann@work.example')], [{ kind: 'own', address: at('ann@work.example') }])).toEqual({
      'ann@work.example': 'own',
    })
  })
})

describe('an address that bears the owner’s name', () => {
  const found = (names: Readonly<Record<string, string>>, rank: 1 | 2, ...said: readonly (Correction | Undo)[]) => {
    const contacts = contactsOf([wrote('berg@private.example'), heard('berg@private.example')], names)
    const labelled = contacts.map((contact) => ({ ...contact, label: { ...contact.label, rank } }))
    const { people, excluded } = resolve(
      { contacts: labelled, own, ownerName: 'Ann Berg' },
      activeCorrections(log(...said)),
    )
    return people.length > 0 ? 'a person' : excluded[0]?.rule.kind
  }

  test('by its own word or the user’s is the owner’s', () => {
    expect(found({ 'berg@private.example': 'Ann Berg' }, 2)).toBe('own')
    expect(found({ 'berg@private.example': 'Berg, Ann' }, 2)).toBe('own')
  })

  test('by what somebody else wrote is a person’s, as is one of another name', () => {
    expect(found({ 'berg@private.example': 'Ann Berg' }, 1)).toBe('a person')
    expect(found({ 'berg@private.example': 'Anna Bergman' }, 2)).toBe('a person')
  })

  test('is a person’s where the user says so', () => {
    const person = { kind: 'person', address: at('berg@private.example') } as const
    expect(found({ 'berg@private.example': 'Ann Berg' }, 2, person)).toBe('a person')
  })
})

describe('an address that never says anything', () => {
  const messages = (address: string, weeks: number) =>
    Array.from({ length: weeks }, (_, week) => wrote(address, 10 + 7 * week))
  const back =
    (address: string, daysAgo: number) =>
    (contact: Contact): Contact =>
      contact.address === address ? { ...contact, bouncedAt: (now - daysAgo * DAY) as Instant } : contact
  const resolvedWith = (from: readonly Message[], change: (contact: Contact) => Contact) =>
    resolve({ contacts: contactsOf(from).map(change), own }, [])

  test('is nobody where it has no name and is written to week after week: a list or a shared mailbox', () => {
    expect(rules(messages('devel@x.example', 5))).toEqual({ 'devel@x.example': 'never_spoke' })
    expect(groups(messages('devel@x.example', 4))).toHaveLength(1)
    expect(groups(messages('bo.ek@x.example', 9))).toHaveLength(1)
    expect(groups(messages('devel@x.example', 9), [], { 'devel@x.example': 'Bo Ek' })).toHaveLength(1)
    expect(groups([...messages('devel@x.example', 9), heard('devel@x.example')])).toHaveLength(1)
  })

  test('is nobody where what was written came back', () => {
    const { excluded } = resolvedWith([wrote('bo.ek@gone.example')], back('bo.ek@gone.example', 9))
    expect(excluded.map(({ rule }) => rule.kind)).toEqual(['bounced'])
  })

  test('a person whose address died stays a person, marked; a word from there since, and it lives', () => {
    const messages = [wrote('bo@x.example', 300), heard('bo@x.example', 290), wrote('bo@x.example', 21)]
    const bounced = (daysAgo: number) => resolvedWith(messages, back('bo@x.example', daysAgo)).people[0]?.bouncedAt
    expect([bounced(20), bounced(295)]).toEqual([now - 20 * DAY, null])
  })

  test('a host of lists has no people', () => {
    expect(rules([wrote('bo.ek@lists.x.example')])).toEqual({ 'bo.ek@lists.x.example': 'list' })
    expect(groups([wrote('bo.ek@listings.example')])).toHaveLength(1)
  })
})

describe('an address that is called as a machine or a desk is', () => {
  const inDoubt = (address: string, isAnswer: boolean, daysAgo = 9): Message => ({
    ...heard(address, daysAgo),
    isDoubted: true,
    isAnswer,
  })

  test('is a person once it wrote as people do, or answered the user, and not before', () => {
    expect(rules([wrote('info@shop.example')])).toEqual({ 'info@shop.example': 'role_account' })
    expect(rules([wrote('info@shop.example'), inDoubt('info@shop.example', false)])).toEqual({
      'info@shop.example': 'role_account',
    })
    expect(groups([wrote('info@shop.example'), inDoubt('info@shop.example', true)])).toHaveLength(1)
    expect(groups([wrote('info@shop.example'), heard('info@shop.example')])).toHaveLength(1)
  })

  test('is a person by the name it was written to, but for a machine’s', () => {
    const named = (address: string) => rules([wrote(address)], [], { [address]: 'Anna Lind' })[address]
    expect([named('hello@lind.example'), named('no-reply@lind.example')]).toEqual([undefined, 'role_account'])
    expect(rules([wrote('hello@lind.example')], [], { 'hello@lind.example': 'Lind Support' })).toEqual({
      'hello@lind.example': 'role_account',
    })
  })

  test('invited to a meeting is no person for that', () => {
    expect(rules([{ ...wrote('team@x.example'), kind: 'met' }])).toEqual({ 'team@x.example': 'role_account' })
  })

  test.each([
    'reply+abcdef1234567890@reply.tracker.example',
    'bo-4f6a1b2c3d4e5f60@guest.rooms.example',
    'bo@messages.market.example',
  ])('%s was made for one exchange', (address) => {
    expect(rules([wrote(address)])).toEqual({ [address]: 'relay' })
  })

  test('is a person where the user says so', () => {
    expect(groups([wrote('info@shop.example')], [{ kind: 'person', address: at('info@shop.example') }])).toHaveLength(1)
  })
})

describe('somebody whose letters look like a machine’s', () => {
  const marked = (daysAgo: number, isAnswer = false): Message => ({
    ...heard('bo@x.example', daysAgo),
    isDoubted: true,
    isAnswer,
  })

  test('is nobody while the user never wrote to them', () => {
    expect(rules([marked(9, true)])).toEqual({ 'bo@x.example': 'automated' })
  })

  test('is a person whose letters all count, once they answered the user', () => {
    const received = (messages: readonly Message[]) => resolved(messages).people[0]?.relationship.lastReceivedAt
    expect(received([wrote('bo@x.example', 20), marked(3)])).toBeNull()
    expect(received([wrote('bo@x.example', 20), marked(3), marked(19, true)])).toBe(now - 3 * DAY)
  })

  test('is a person whose letters all count, where the user says so', () => {
    const said = resolved([marked(9)], [{ kind: 'person', address: at('bo@x.example') }])
    expect(said.people[0]?.relationship.lastReceivedAt).toBe(now - 9 * DAY)
  })
})

describe('where mail to somebody goes', () => {
  const second = 'tglx@two.example'
  const names = { 'tglx@one.example': 'Maria Lopez', [second]: 'Maria Lopez' }
  const reached = (messages: readonly Message[], said: readonly (Correction | Undo)[] = []) =>
    resolved(messages, said, names).people.map(({ address, movedAt }) => [address, movedAt])
  const before = [wrote('tglx@one.example', 90), heard('tglx@one.example', 80), wrote('tglx@one.example', 60)]

  test('is where the user last wrote, and since when is told', () => {
    const since = now - 30 * DAY
    expect(reached([...before, heard(second, 30), wrote(second, 20)])).toEqual([[second, since]])
    expect(reached([...before, heard(second, 30), wrote(second, 20), wrote('tglx@one.example', 10)])[0]?.[0]).toBe(
      'tglx@one.example',
    )
  })

  test('is not another address because they write from it', () => {
    expect(reached([...before, heard(second, 30), heard(second, 1)])[0]).toEqual(['tglx@one.example', undefined])
    expect(reached([...before, wrote(second, 60), heard(second, 1)])[0]).toEqual(['tglx@one.example', undefined])
  })

  test('is the address that the user said is theirs too, where it was used since', () => {
    const merge: Correction = { kind: 'merge', addresses: [at('tglx@one.example'), at(second)] }
    expect(reached([...before, heard(second, 1)], [merge])).toEqual([[second, now - DAY]])
    expect(reached([...before, heard(second, 70)], [merge])[0]?.[0]).toBe('tglx@one.example')
  })
})

describe('who is the same person', () => {
  const lopez = { 'maria.lopez@one.example': 'Maria Lopez', 'maria.lopez@two.example': 'Lopez, Maria' }

  test('two of one name, and one local part made of it, stay two', () => {
    const messages = [wrote('maria.lopez@one.example'), wrote('maria.lopez@two.example')]
    expect(groups(messages, [], lopez)).toHaveLength(2)
  })

  test('a local part that nobody derives from the name makes two of one name one', () => {
    const messages = [wrote('zwergi@one.example'), wrote('zwergi@two.example'), wrote('zwergi@three.example')]
    const names = {
      'zwergi@one.example': 'Maria Lopez',
      'zwergi@two.example': 'Lopez, Maria (Berlin)',
      'zwergi@three.example': 'Mara Lopes',
    }
    expect(groups(messages, [], names)).toEqual(
      ['zwergi@one.example zwergi@two.example', 'zwergi@three.example'].sort(),
    )
  })

  test('one house, below and above in its domain, does not give a name and a local part to two', () => {
    const names = { 'maria.lopez@one.example': 'Maria Lopez', 'maria.lopez@eu.one.example': 'Maria Lopez' }
    expect(groups([wrote('maria.lopez@one.example'), wrote('maria.lopez@eu.one.example')], [], names)).toHaveLength(1)
  })

  test('where three colleagues have their names at both domains, the firm has moved', () => {
    const people = ['Maria Lopez', 'Bo Ek', 'Cy Dee']
    const addressOf = (name: string, domain: string) => `${name.toLowerCase().replace(' ', '.')}@${domain}`
    const both = (names: readonly string[]) =>
      names.flatMap((name) => ['old.example', 'new.example'].map((domain) => [addressOf(name, domain), name] as const))
    const count = (names: readonly string[]) =>
      groups(
        both(names).map(([address]) => wrote(address)),
        [],
        Object.fromEntries(both(names)),
      ).length
    expect(count(people)).toBe(3)
    expect(count(people.slice(0, 2))).toBe(4)
  })

  test('a split outlasts what is certain, and a later merge outlasts the split', () => {
    const messages = [wrote('zwergi@one.example'), wrote('zwergi@two.example')]
    const names = { 'zwergi@one.example': 'Maria Lopez', 'zwergi@two.example': 'Maria Lopez' }
    const split = { kind: 'split', address: at('zwergi@two.example') } as const
    const merge = { kind: 'merge', addresses: [at('zwergi@one.example'), at('zwergi@two.example')] } as const
    expect(groups(messages, [split], names)).toHaveLength(2)
    expect(groups(messages, [split, merge], names)).toHaveLength(1)
  })

  test('a merged person is written to where they were last heard from, and keeps the first number', () => {
    const messages = [wrote('bo@old.example', 400), heard('bo@old.example', 390), heard('bo@new.example', 5)]
    const merge = { kind: 'merge', addresses: [at('bo@new.example'), at('bo@old.example')] } as const
    expect(resolved(messages, [merge]).people[0]).toMatchObject({ id: 0, address: 'bo@new.example' })
  })
})

describe('what the user wishes', () => {
  test('the later rhythm and snooze hold, over all addresses of the person; groups and contacts add up', () => {
    const messages = [wrote('bo@x.example', 300), wrote('bo@y.example', 200)]
    const [x, y] = [{ address: at('bo@x.example') }, { address: at('bo@y.example') }]
    const coffee = { kind: 'log', how: 'coffee', at: (now - DAY) as Instant, ...y } as const
    const [person] = resolved(messages, [
      { kind: 'rhythm', rhythm: { idealDays: 7, tooLongDays: 30 }, ...x },
      { kind: 'rhythm', rhythm: { idealDays: 14, tooLongDays: 60 }, ...y },
      { kind: 'group', group: 'Rowing', ...x },
      { kind: 'group', group: 'Berlin', ...y },
      coffee,
      { kind: 'merge', addresses: [x.address, y.address] },
    ]).people
    expect(person?.override).toEqual({
      isPerson: false,
      isClose: null,
      facts: {},
      rhythm: { idealDays: 14, tooLongDays: 60 },
      snoozedUntil: null,
      lessOften: 0,
      groups: ['Rowing', 'Berlin'],
      logged: [{ how: 'coffee', at: coffee.at }],
    })
    expect(person?.relationship.meetingsAt).toEqual([coffee.at])
  })
})

describe('whom nothing but a correction tells of', () => {
  const call = { kind: 'log', how: 'call', address: at('new@x.example'), at: (now - DAY) as Instant } as const

  test('is a person, with what was logged, under a number that no letter has', () => {
    const [person] = resolved([], [call]).people
    expect(person).toMatchObject({ id: -1, addresses: ['new@x.example'], contactIds: [-1] })
    expect(person?.relationship.meetingsAt).toEqual([call.at])
    expect(groups([], [{ kind: 'person', address: call.address }])).toEqual(['new@x.example'])
  })

  test('becomes the contact whose letters come later, or the person they are merged with', () => {
    expect(resolved([wrote('new@x.example')], [call]).people[0]?.id).toBe(0)
    const merge = { kind: 'merge', addresses: [call.address, at('bo@x.example')] } as const
    expect(resolved([wrote('bo@x.example')], [call, merge]).people[0]).toMatchObject({ id: 0, contactIds: [0, -1] })
  })

  test('is nobody once it is taken back', () => {
    expect(groups([], [call, { kind: 'undo', of: 1 }])).toEqual([])
  })
})

describe('a rhythm set for a group', () => {
  const bo = { address: at('bo@x.example') }
  const set = (group: string, tooLongDays: number) =>
    ({ kind: 'group_rhythm', group, rhythm: { idealDays: 7, tooLongDays } }) as const
  const rhythmOf = (...said: readonly Correction[]) =>
    resolved([wrote('bo@x.example', 300)], said).people[0]?.override.rhythm ?? null

  test('is that of everybody in it, also of who is put into it later, and says for whom it was set', () => {
    expect(rhythmOf(set('Rowing', 30), { kind: 'group', group: 'Rowing', ...bo })).toEqual({
      idealDays: 7,
      tooLongDays: 30,
      group: 'Rowing',
    })
    expect(rhythmOf(set('Berlin', 30), { kind: 'group', group: 'Rowing', ...bo })).toBeNull()
  })

  test('gives way to a rhythm of their own, whenever that was said', () => {
    const own = { kind: 'rhythm', rhythm: { idealDays: 90, tooLongDays: 180 }, ...bo } as const
    const member = { kind: 'group', group: 'Rowing', ...bo } as const
    expect(rhythmOf(own, member, set('Rowing', 30))).toEqual(own.rhythm)
  })

  test('of two groups the one that asks for most', () => {
    const both = ['Rowing', 'Berlin'].map((group) => ({ kind: 'group', group, ...bo }) as const)
    expect(rhythmOf(...both, set('Rowing', 60), set('Berlin', 30))?.group).toBe('Berlin')
  })
})

describe('the log', () => {
  test('an undo takes back, and its undo brings in again', () => {
    const person = { kind: 'person', address: at('cy@x.example') } as const
    const count = (...more: readonly Undo[]) => groups([heard('cy@x.example')], [person, ...more]).length
    const undo = (of: number): Undo => ({ kind: 'undo', of })
    expect([count(), count(undo(1)), count(undo(1), undo(2)), count(undo(1), undo(2), undo(3))]).toEqual([1, 0, 1, 0])
  })
})

const addresses = [
  'bo@x.example',
  'bo@y.example',
  'cy@x.example',
  'cy@z.example',
  'zwergi@x.example',
  'zwergi@y.example',
]
const names = Object.fromEntries(addresses.map((address) => [address, address.startsWith('z') ? 'Maria Lopez' : '']))
const address = fc.constantFrom(...addresses.map(at))
const message: fc.Arbitrary<Message> = fc.record({
  address,
  kind: fc.constantFrom('sent', 'received', 'met', 'seen'),
  at: fc.integer({ min: now - 900 * DAY, max: now }).map((seconds) => seconds as Instant),
})
const correction: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({ kind: fc.constant('merge'), addresses: fc.tuple(address, address) }),
  fc.record({ kind: fc.constant('apart'), addresses: fc.tuple(address, address) }),
  fc.record({ kind: fc.constantFrom('split', 'person', 'own'), address }),
  fc.record({ kind: fc.constant('log'), address, how: fc.constant('call'), at: fc.constant((now - DAY) as Instant) }),
  fc.record({
    kind: fc.constant('ignore'),
    target: fc.oneof(
      fc.record({ kind: fc.constantFrom('person', 'address'), address }),
      fc.record({ kind: fc.constant('domain'), domain: fc.constantFrom('x.example', 'example') }),
      fc.record({ kind: fc.constant('pattern'), pattern: fc.constantFrom('bo@*', '*@y.*') }),
    ),
  }),
)

/** What people see, without our numbers: those follow the order in which mail is read. */
const seenBy = ({ people, excluded }: ReturnType<typeof resolve>): string =>
  JSON.stringify([
    people
      .map(({ addresses: theirs, relationship, override, address: main }) => [
        [...theirs].sort(),
        relationship,
        override,
        main,
      ])
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    excluded.map(({ contact, rule }) => `${contact.address} ${rule.kind}`).sort(),
  ])

describe('any sequence of corrections', () => {
  test('leaves no trace once all of it is taken back, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(message), fc.array(correction, { maxLength: 8 }), fc.gen(), (messages, said, gen) => {
        const order = gen(fc.shuffledSubarray, [...said.keys()], { minLength: said.length })
        const undone = [...said, ...order.map((index): Undo => ({ kind: 'undo', of: index + 1 }))]
        expect(seenBy(resolved(messages, undone, names))).toBe(seenBy(resolved(messages, [], names)))
      }),
    )
  })

  test('with some taken back is as if those had never been said', () => {
    fc.assert(
      fc.property(fc.array(message), fc.array(correction, { maxLength: 8 }), fc.gen(), (messages, said, gen) => {
        const undone = gen(fc.shuffledSubarray, [...said.keys()])
        const kept = said.filter((_, index) => !undone.includes(index))
        const whole = [...said, ...undone.map((index): Undo => ({ kind: 'undo', of: index + 1 }))]
        expect(seenBy(resolved(messages, whole, names))).toBe(seenBy(resolved(messages, kept, names)))
      }),
    )
  })

  test('says the same whatever order the mail came in', () => {
    fc.assert(
      fc.property(fc.array(message), fc.array(correction, { maxLength: 8 }), fc.gen(), (messages, said, gen) => {
        const shuffled = gen(fc.shuffledSubarray, messages, { minLength: messages.length })
        expect(seenBy(resolved(shuffled, said, names))).toBe(seenBy(resolved(messages, said, names)))
      }),
    )
  })

  test('gives everybody to exactly one place, with the sum of exactly their own interactions', () => {
    fc.assert(
      fc.property(fc.array(message), fc.array(correction, { maxLength: 8 }), (messages, said) => {
        const { people, excluded } = resolved(messages, said, names)
        const placed = [
          ...people.flatMap((person) => person.addresses),
          ...excluded.map(({ contact }) => contact.address),
        ]
        const told = said.flatMap((each) => (each.kind === 'person' || each.kind === 'log' ? each.address : []))
        expect([...placed].sort()).toEqual([...new Set([...messages.map((each) => each.address), ...told])].sort())
        for (const { addresses: theirs, relationship, override } of people) {
          const logged = override.logged.map((each) => ({ kind: 'met', at: each.at }) as const)
          const mine = [...messages.filter((each) => theirs.includes(each.address)), ...logged]
          expect(relationship).toEqual(mine.reduce(withInteraction, noRelationship))
        }
      }),
    )
  })
})
