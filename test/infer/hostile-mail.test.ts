/**
 * What strangers try with the user's people. Each attempt is read beside the mail of an ordinary year, and whoever the user
 * knows must come out of it as without it: who they are, what they are called, where they are written to, when they were last
 * in touch, and whether they count. Strangers live at .test, everybody else at .example.
 */
import { describe, expect, test } from 'vitest'
import { resolve } from '../../src/infer/resolve.ts'
import { instantFromMilliseconds } from '../../src/model/time.ts'
import { candidatesOf } from '../../src/report/former.ts'
import { healthOf } from '../../src/score/health.ts'
import { readMailbox } from '../eval/read-mailbox.ts'
import { usualPace } from '../pace.ts'
import type { Meeting } from '../sandbox/world.ts'
import { ann, type Line, mailboxOf, meetingOf, rhythm, start } from '../story.ts'

const bo = 'Bo Ek <bo.ek@firm.example>'
const cy = 'Cy Dee <cy.dee@firm.example>'
const dora = 'Dora Lind <dora.lind@firm.example>'
const eli = 'Eli Frost <eli.frost@firm.example>'
/** Of one word, as a stranger would like to complete it. */
const mo = 'Mo <mo@one.example>'
/** Writes without a name. */
const noName = 'nameless@bare.example'
/** Written to and never heard from. */
const fay = 'Fay Oak <fay.oak@quiet.example>'
/** Met, and written to once. */
const eve = 'Eve Ash <eve.ash@met.example>'
/** Waits for an answer. */
const gus = 'Gus Elm <gus.elm@owed.example>'
/** Calls herself as nobody would derive from her name. */
const kim = 'Kim Roe <tglx@roe.example>'
const me = `${ann.name} <${ann.address}>`
const list = 'devs@lists.project.example'

const ordinary: readonly Line[] = [
  ...rhythm(bo, 20, 320, 60),
  ...rhythm(cy, 25, 320, 5),
  ...rhythm(dora, 30, 320, 9),
  ...rhythm(eli, 30, 320, 11),
  ...rhythm(mo, 30, 320, 14),
  ...rhythm(kim, 30, 320, 70),
  ...rhythm(noName, 30, 320, 21),
  ...[80, 50, 20].map((daysAgo): Line => ({ to: fay, daysAgo, thread: `fay${daysAgo}` })),
  { to: eve, daysAgo: 33, thread: 'eve' },
  { to: gus, daysAgo: 12 },
  { from: gus, daysAgo: 10, thread: 'owed' },
  { to: bo, daysAgo: 61, thread: 'plans' },
  { to: `Devs <${list}>`, daysAgo: 40 },
  ...[41, 39, 38].map((daysAgo): Line => ({ from: cy, to: list, daysAgo, headers: [`List-Post: <mailto:${list}>`] })),
]
const meetings = [meetingOf('eve', 30, ['eve.ash@met.example']), meetingOf('eve2', 90, ['eve.ash@met.example'])]

const isStranger = (address: string): boolean => address.endsWith('.test')

/** Everything that is said of the user's own people, and nothing of strangers. */
const endStateOf = (lines: readonly Line[], invitations: readonly Meeting[] = []) => {
  const now = instantFromMilliseconds(start)
  const read = readMailbox(mailboxOf(lines, [...meetings, ...invitations]), start)
  const resolved = resolve(read, [])
  const candidates = candidatesOf(resolved.people, ({ relationship }) => healthOf(relationship, now, usualPace), {
    now,
    knownSince: instantFromMilliseconds(0),
  })
  const formerOf = new Map(candidates.map(({ person, former }) => [person.id, former]))
  return {
    people: resolved.people
      .filter(({ addresses }) => !addresses.every(isStranger))
      .map(({ id, name, givenName, address, addresses, bouncedAt, relationship }) => {
        const { lastSeenAt: _lastSeenAt, ...contact } = relationship
        return { name, givenName, address, addresses, bouncedAt, contact, hasMoved: isFormer(id, formerOf) }
      })
      .toSorted((a, b) => (a.address < b.address ? -1 : 1)),
    excluded: resolved.excluded
      .flatMap(({ contact, rule }) => (isStranger(contact.address) ? [] : [`${contact.address} ${rule.kind}`]))
      .toSorted(),
    contacts: read.interactions
      .filter(({ kind, who }) => kind !== 'seen' && !isStranger(who.address))
      .map(({ kind, who, at, size, isDoubted }) => [who.address, at, kind, size, isDoubted].join(' '))
      .toSorted(),
    own: [...read.own].toSorted(),
  }
}

const isFormer = (id: number, formerOf: ReadonlyMap<number, { readonly personId: number } | null>): boolean =>
  [...formerOf.values()].some((former) => former?.personId === id)

const undisturbed = endStateOf(ordinary)

const posted = (from: string, change: Partial<Line> = {}): Line => ({ from, daysAgo: 3, ...change })
const answersHers = { thread: 'plans', headers: ['In-Reply-To: <plans@mail.example>'] }
const failed =
  'Authentication-Results: mx.google.com; spf=fail smtp.mailfrom=x.test; dmarc=fail (p=NONE) header.from=firm.example'
/** What Gmail finds out about a message that a stranger's server sent. */
const fromOffers =
  'Authentication-Results: mx.google.com; dkim=pass header.i=@offers.test header.s=a; spf=pass (google.com: domain of news@offers.test) smtp.mailfrom=news@offers.test; dmarc=pass header.from=offers.test'
const listed = (address: string): readonly string[] => [
  fromOffers,
  `List-Id: <${address.replace('@', '.')}>`,
  `List-Post: <mailto:${address}>`,
  `X-BeenThere: ${address}`,
]
const bounce = (headers: readonly string[], change: Partial<Line> = {}): Line =>
  posted('Mail Delivery System <mailer-daemon@elsewhere.test>', {
    headers: [
      'Content-Type: multipart/report; report-type=delivery-status',
      'Auto-Submitted: auto-replied',
      ...headers,
    ],
    ...change,
  })
const strangers = (count: number): string =>
  Array.from({ length: count }, (_, index) => `"S ${index}" <s${index}@crowd.test>`).join(', ')

type Attempt = readonly [what: string, lines: readonly Line[]]

const redirections: readonly Attempt[] = [
  ['the name and local part of a friend at another domain', [posted('Bo Ek <bo.ek@firn.test>')]],
  [
    'the same, saying it again and again',
    [40, 30, 20, 10, 2].map((daysAgo) => posted('Bo Ek <bo.ek@firn.test>', { daysAgo })),
  ],
  [
    'a firm that has moved, by a message of each of its people',
    ['bo.ek', 'cy.dee', 'dora.lind', 'eli.frost'].map((local, index) =>
      posted(`${[bo, cy, dora, eli][index]?.split(' <')[0]} <${local}@firm-group.test>`),
    ),
  ],
  ['a domain below the name of the firm', [posted('Bo Ek <bo.ek@firm.example.test>')]],
  ['a domain in another script', [posted('Bo Ek <bo.ek@fіrm.test>')]],
  ['a namesake in the thread of a message of hers', [posted('Bo Ek <bo@elsewhere.test>', answersHers)]],
  [
    'a namesake who was never at that address, twice',
    [
      posted('Bo Ek <bo@elsewhere.test>', answersHers),
      posted('Bo Ek <bo@elsewhere.test>', { ...answersHers, daysAgo: 1 }),
    ],
  ],
  ['a local part that only one person has', [posted('Kim Roe <tglx@roe.test>')]],
  ['a plus tag of the friend’s at another host', [posted('Bo Ek <bo.ek+new@firn.test>')]],
  ['a display name that is the friend’s address', [posted('"bo.ek@firm.example" <bo@elsewhere.test>')]],
  [
    'a message that is answered to elsewhere',
    [posted('Bo Ek <bo.ek@firn.test>', { headers: ['Reply-To: Bo Ek <bo.ek@firm.example>'] })],
  ],
]

const disappearances: readonly Attempt[] = [
  [
    'list headers that name a friend in Cc',
    [posted('News <news@offers.test>', { cc: bo, headers: listed('bo.ek@firm.example') })],
  ],
  [
    'list headers that name a friend who is no recipient',
    [posted('News <news@offers.test>', { headers: listed('bo.ek@firm.example') })],
  ],
  [
    'the same among spam',
    [posted('News <news@offers.test>', { cc: bo, labels: ['SPAM'], headers: listed('bo.ek@firm.example') })],
  ],
  [
    'the same in the bin',
    [posted('News <news@offers.test>', { cc: fay, labels: ['TRASH'], headers: listed('fay.oak@quiet.example') })],
  ],
  [
    'list headers that name somebody who has not answered yet',
    [posted('News <news@offers.test>', { cc: fay, headers: listed('fay.oak@quiet.example') })],
  ],
  [
    'list headers that name somebody met',
    [posted('News <news@offers.test>', { cc: eve, headers: listed('eve.ash@met.example') })],
  ],
  [
    'a message through a list to a friend alone',
    [posted('News <news@offers.test>', { to: `${me}, ${fay}`, headers: listed('fay.oak@quiet.example') })],
  ],
]

const forgeries: readonly Attempt[] = [
  ['a friend’s From that the provider refutes', [posted(bo, { headers: [failed] })]],
  [
    'the same with results that the sender wrote',
    [posted(bo, { headers: [failed, 'Authentication-Results: mx.google.com; dmarc=pass'] })],
  ],
  ['the same in a thread of hers', [posted(bo, { ...answersHers, headers: [...answersHers.headers, failed] })]],
  ['a refuted From under a name that sorts first', [posted('"AAA Prize" <bo.ek@firm.example>', { headers: [failed] })]],
  [
    'a refuted From under a full name for somebody of one word',
    [posted('Mo Scam <mo@one.example>', { headers: [failed] })],
  ],
  [
    'a refuted From in a thread that waits for an answer',
    [posted(gus, { thread: 'owed', daysAgo: 1, headers: [failed] })],
  ],
  [
    'a service that speaks through a header of its own',
    [posted('Bo Ek via Docs <share@docs.test>', { headers: ['X-Original-From: Bo Ek <bo.ek@firm.example>'] })],
  ],
  [
    'a list nobody knows that names the original sender',
    [
      posted("'Bo Ek' via Team <team@docs.test>", {
        headers: [...listed('team@docs.test'), 'X-Original-Sender: bo.ek@firm.example'],
        cc: 'team@docs.test',
      }),
    ],
  ],
  [
    'a list nobody knows that is answered to the friend',
    [
      posted('Bo Ek via Team <team@docs.test>', {
        headers: [...listed('team@docs.test'), 'Reply-To: bo.ek@firm.example'],
      }),
    ],
  ],
  [
    'somebody who writes on behalf of a friend',
    [posted('Office on behalf of Bo Ek <office@assist.test>', { headers: ['Reply-To: Bo Ek <bo.ek@firm.example>'] })],
  ],
  ['her own address as the sender', [posted(me, { to: bo })]],
  ['her own address as the sender, to a stranger', [posted(me, { to: 'Rich <rich@offers.test>', headers: [failed] })]],
  [
    'a friend as the Sender of a stranger’s message',
    [posted('Rich <rich@offers.test>', { headers: ['Sender: Bo Ek <bo.ek@firm.example>'] })],
  ],
]

const renamings: readonly Attempt[] = [
  [
    'a full name for somebody of one word, in Cc',
    [posted('Rich <rich@offers.test>', { cc: 'Mo Scam <mo@one.example>' })],
  ],
  [
    'the same in To, often',
    [30, 20, 10].map((daysAgo) =>
      posted('Rich <rich@offers.test>', { daysAgo, to: `${me}, Mo Scam <mo@one.example>` }),
    ),
  ],
  ['another name and spelling, in Cc', [posted('Rich <rich@offers.test>', { cc: '"Aa Winner" <BO.EK@FIRM.EXAMPLE>' })]],
  [
    'another name for somebody who has not answered',
    [posted('Rich <rich@offers.test>', { cc: '"Aa Winner" <fay.oak@quiet.example>' })],
  ],
  ['the owner’s name for a friend', [posted('Rich <rich@offers.test>', { cc: `${ann.name} <bo.ek@firm.example>` })]],
  [
    'a name that hides another address',
    [posted('Rich <rich@offers.test>', { cc: '"Bo Ek <bo@elsewhere.test>" <bo.ek@firm.example>' })],
  ],
]

const deaths: readonly Attempt[] = [
  ['a failure that names a friend', [bounce(['X-Failed-Recipients: bo.ek@firm.example'])]],
  [
    'a failure that names somebody who was just written to',
    [bounce(['X-Failed-Recipients: fay.oak@quiet.example'], { daysAgo: 19 })],
  ],
  [
    'the same with an answer’s headers',
    [bounce(['X-Failed-Recipients: fay.oak@quiet.example', 'In-Reply-To: <fay@mail.example>'], { daysAgo: 19 })],
  ],
  [
    'a failure that no mail system wrote, in a thread of hers',
    [
      posted('Rich <rich@offers.test>', {
        thread: 'fay20',
        daysAgo: 19,
        headers: [
          'X-Failed-Recipients: fay.oak@quiet.example',
          'Content-Type: multipart/report; report-type=delivery-status',
        ],
      }),
    ],
  ],
  [
    'a failure of a friend that answers a message to another',
    [bounce(['X-Failed-Recipients: gus.elm@owed.example'], { thread: 'fay20', daysAgo: 9 })],
  ],
  [
    'many failures',
    ['bo.ek@firm.example', 'cy.dee@firm.example', 'fay.oak@quiet.example'].map((address) =>
      bounce([`X-Failed-Recipients: ${address}`], { daysAgo: 4 }),
    ),
  ],
]

const soft =
  'Authentication-Results: mx.google.com; dkim=none; spf=softfail (google.com: domain of transitioning bo.ek@firm.example does not designate 10.0.0.1 as permitted sender) smtp.mailfrom=bo.ek@firm.example; dmarc=none header.from=firm.example'
const borrowed =
  'Authentication-Results: mx.google.com; dkim=pass header.i=@offers.test header.s=a; spf=pass smtp.mailfrom=bounce@offers.test; dmarc=temperror header.from=firm.example'
const wantsAnswer = ['In-Reply-To: <plans@mail.example>', 'References: <plans@mail.example>']

const variants: readonly Attempt[] = [
  ['a forged friend whom a soft failure refutes', [posted(bo, { headers: [soft] })]],
  ['the same as an answer', [posted(bo, { thread: 'plans', headers: [...wantsAnswer, soft] })]],
  [
    'the same where an answer is owed',
    [posted(gus, { thread: 'owed', daysAgo: 1, headers: [soft.replaceAll('bo.ek@firm', 'gus.elm@owed')] })],
  ],
  ['a forged friend with the proofs of another domain', [posted(bo, { headers: [borrowed] })]],
  ['the same through no check at all of the name', [posted(bo, { headers: [borrowed.replace('temperror', 'none')] })]],
  [
    'proofs by a domain that only ends alike',
    [posted(bo, { headers: [borrowed.replaceAll('offers.test', 'evilfirm.example')] })],
  ],
  [
    'a stranger’s results before the provider’s own',
    [
      posted(bo, {
        headers: [
          'Authentication-Results: mx.offers.test; dmarc=pass',
          'Authentication-Results: mx.google.com; dmarc=pass',
          failed,
        ],
      }),
    ],
  ],
  [
    'a chain that says it was in order',
    [
      posted(bo, {
        headers: [
          failed,
          'ARC-Authentication-Results: i=1; mx.google.com; dmarc=pass header.from=firm.example',
          'ARC-Seal: i=1; cv=none',
        ],
      }),
    ],
  ],
  [
    'a forged friend as a program',
    [posted(bo, { headers: [failed, 'Auto-Submitted: auto-generated', 'Precedence: bulk'] })],
  ],
  [
    'a forged friend as a newsletter',
    [
      posted(bo, {
        headers: [
          soft,
          'List-Unsubscribe: <mailto:x@offers.test>',
          'Feedback-ID: 1:offers',
          'Precedence: bulk',
          'X-Campaign: 1',
        ],
      }),
    ],
  ],
  [
    'a forged friend who wants answers elsewhere',
    [posted(bo, { headers: [failed, 'Reply-To: Bo Ek <bo.ek@firn.test>'] })],
  ],
  [
    'a stranger who answers as a friend',
    [
      posted('Bo Ek <bo.ek@firm-example.test>', {
        thread: 'plans',
        headers: [...wantsAnswer, 'Reply-To: bo.ek@firm.example'],
      }),
    ],
  ],
  [
    'a friend resent by a stranger',
    [
      posted('Rich <rich@offers.test>', {
        headers: [
          'Resent-From: Bo Ek <bo.ek@firm.example>',
          'Resent-Sender: bo.ek@firm.example',
          'X-Original-Sender: bo.ek@firm.example',
        ],
      }),
    ],
  ],
  ['a stranger under the name and address of a friend', [posted('"Bo Ek (bo.ek@firm.example)" <rich@offers.test>')]],
  ['the same in pointed brackets', [posted('"Bo Ek <bo.ek@firm.example>" <rich@offers.test>')]],
  ['two senders', [posted('Rich <rich@offers.test>, Bo Ek <bo.ek@firm.example>')]],
  [
    'a friend’s host in another case, with a dot behind',
    [posted('Bo Ek <bo.ek@firm.example.>', { headers: [failed] })],
  ],
  ['a look-alike host by a digit', [posted('Dora Lind <dora.lind@f1rm.test>', { daysAgo: 8 })]],
  ['a look-alike name by another script', [posted('Во Ек <bo.ek@firn.test>')]],
  [
    'a list with a friend in Cc and the reader in To, as an answer',
    [
      posted('News <news@offers.test>', {
        thread: 'plans',
        cc: `${bo}, ${fay}`,
        headers: [...listed('fay.oak@quiet.example'), ...wantsAnswer],
      }),
    ],
  ],
  [
    'a list whose post address is met people’s, with Mailing-List and X-Mailing-List',
    [
      posted('News <news@offers.test>', {
        cc: eve,
        headers: [
          fromOffers,
          'Mailing-List: list eve.ash@met.example',
          'X-Mailing-List: <eve.ash@met.example>',
          'List-Id: Eve <eve.ash.met.example>',
        ],
      }),
    ],
  ],
  [
    'a failure inside a real thread',
    [bounce(['X-Failed-Recipients: fay.oak@quiet.example', ...wantsAnswer], { thread: 'fay20', daysAgo: 19 })],
  ],
  [
    'a failure inside a real thread that names nobody',
    [bounce(['References: <fay@mail.example>'], { thread: 'fay20', daysAgo: 19 })],
  ],
  [
    'a failure in a thread, from a forged system of the friend’s',
    [
      bounce([failed.replace('firm.example', 'quiet.example'), 'X-Failed-Recipients: fay.oak@quiet.example'], {
        thread: 'fay20',
        daysAgo: 19,
        from: 'Mail <mailer-daemon@quiet.example>',
      }),
    ],
  ],
  [
    'the same with a soft failure',
    [
      bounce(
        [
          soft.replaceAll('bo.ek@firm', 'fay.oak@quiet').replace('header.from=firm', 'header.from=quiet'),
          'X-Failed-Recipients: fay.oak@quiet.example',
        ],
        { thread: 'fay20', daysAgo: 19, from: 'Mail <postmaster@quiet.example>' },
      ),
    ],
  ],
  [
    'a failure of a friend’s in a thread, with an empty return path',
    [
      posted('Reports <reports@offers.test>', {
        thread: 'fay20',
        daysAgo: 19,
        headers: [
          'Return-Path: <>',
          'Content-Type: multipart/report; report-type=delivery-status',
          'X-Failed-Recipients: fay.oak@quiet.example',
        ],
      }),
    ],
  ],
  ['mail of the owner’s that she never sent', [posted(me, { to: fay, labels: ['INBOX'] })]],
  ['the same among spam', [posted(me, { to: fay, labels: ['SPAM'] })]],
  ['a namesake of the owner’s in Cc', [posted('Rich <rich@offers.test>', { cc: 'Ann Berg <ann.berg@offers.test>' })]],
  [
    'every friend in Cc under another’s name',
    [
      posted('Rich <rich@offers.test>', {
        cc: 'Bo Ek <cy.dee@firm.example>, Cy Dee <bo.ek@firm.example>, Gus Elm <mo@one.example>',
      }),
    ],
  ],
  [
    'twenty strangers called as a friend',
    [
      posted('Rich <rich@offers.test>', {
        cc: Array.from({ length: 20 }, (_, index) => `Bo Ek <bo.ek@d${index}.test>`).join(', '),
      }),
    ],
  ],
]

const crowds: readonly Attempt[] = [
  [
    'hundreds of strangers in Cc, and a friend',
    [posted('Rich <rich@offers.test>', { cc: `${strangers(300)}, ${bo}` })],
  ],
  [
    'hundreds of strangers before her own address',
    [posted('Rich <rich@offers.test>', { to: `${strangers(300)}, ${me}` })],
  ],
]

const all = [...redirections, ...disappearances, ...forgeries, ...renamings, ...deaths, ...variants, ...crowds]

describe('her people are as without the stranger', () => {
  test.each(all)('%s', (_what, lines) => {
    expect(endStateOf([...ordinary, ...lines])).toEqual(undisturbed)
  })

  test.each([
    ['long ago', 40],
    ['to come', -5],
  ])('an invitation %s that the user never answered', (_when, daysAgo) => {
    const guests = ['bo.ek@firm.example', 'mo@one.example', 'nameless@bare.example']
    const invitation = meetingOf('stranger', daysAgo, guests, {
      organizer: { address: 'rich@offers.test', name: 'Rich' },
      invitees: [
        { address: ann.address, name: '', response: 'needsAction' },
        ...guests.map((address) => ({ address, name: 'Aa Scam', response: 'accepted' as const })),
      ],
    })
    expect(endStateOf(ordinary, [invitation])).toEqual(undisturbed)
  })

  test.each([
    ['a friend as its organizer', { address: 'bo.ek@firm.example', name: 'Aa Scam' }, 'accepted'],
    ['a friend who declines', { address: 'rich@offers.test', name: 'Bo Ek' }, 'declined'],
    ['the owner’s name on its organizer', { address: 'ann@offers.test', name: ann.name }, 'tentative'],
  ] as const)('a stranger’s invitation with %s', (_what, organizer, response) => {
    const invitation = meetingOf('forged', 2, ['bo.ek@firm.example', 'gus.elm@owed.example'], {
      organizer,
      invitees: [
        { address: ann.address, name: 'Aa Scam', response: 'needsAction' },
        { address: 'bo.ek@firm.example', name: 'Aa Scam', response },
        { address: 'gus.elm@owed.example', name: 'Bo Ek', response },
        { address: 'rich@offers.test', name: 'Gus Elm', response: 'accepted' },
      ],
    })
    expect(endStateOf(ordinary, [invitation])).toEqual(undisturbed)
  })

  test('a forged friend under another name is called as before, whatever proofs the message borrows', () => {
    const forged = (headers: readonly string[]) => posted('"Aa Prize Winner" <bo.ek@firm.example>', { headers })
    expect(endStateOf([...ordinary, forged([soft]), forged([borrowed]), forged([failed])])).toEqual(undisturbed)
  })

  test('all of it at once', () => {
    expect(endStateOf([...ordinary, ...all.flatMap(([, lines]) => lines)])).toEqual(undisturbed)
  })
})
