/**
 * What the user says about people, and the pages that go with it: everything said, who is not here and why, who may be one
 * person, and groups. A GET shows; only a POST says anything, and all of it can be taken back.
 */

import { Hono } from 'hono'
import type { Exclusion, ExclusionRule } from '../../infer/exclusion-rule.ts'
import { groupProposals } from '../../infer/groups.ts'
import { proposalsOf } from '../../infer/proposals.ts'
import type { Account } from '../../model/account.ts'
import { addLeftOut, type LeftOutCounts, leftOutPairs } from '../../model/automation.ts'
import {
  activeCorrections,
  type ChosenRhythm,
  type Correction,
  type CorrectionEntry,
  type Undo,
} from '../../model/correction.ts'
import type { InteractionKind } from '../../model/interaction.ts'
import type { Fields } from '../../model/json.ts'
import type { Person } from '../../model/person.ts'
import type { Instant } from '../../model/time.ts'
import { knownSince } from '../../report/notes.ts'
import { dayOf } from '../../words/dates.ts'
import { messagePage } from '../kit/message-page.ts'
import type { UserEnv } from '../kit/session.ts'
import { excludedPage } from './excluded-page.ts'
import { correctionIn } from './form.ts'
import { groupsPage } from './groups-page.ts'
import { mergesPage } from './merges-page.ts'
import { correctionNote, correctionsPage, namesOf } from './page.ts'

export const correctionRoutes = new Hono<UserEnv>()
  .get('/said', async (context) => {
    const { log, nameOf, day } = await knownOf(context.env, context.var.user)
    return context.html(correctionsPage({ log, said: numberIn(context.req.query('said')), nameOf, day }))
  })
  .post('/said', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const fields: Fields = await context.req.parseBody()
    const content = contentIn(fields, services.now())
    if (content === null) return context.html(messagePage(unusable), 400)
    const id = await services.correct(user.id, content)
    return context.redirect(withCorrections(backIn(fields), id), 303)
  })
  .get('/absent', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const query = context.req.query('q')?.trim() ?? ''
    const { accounts, resolved, log, nameOf, day } = await knownOf(context.env, user)
    const found =
      query === '' ? [] : resolved.excluded.filter(({ contact }) => isMatch(query, contact.label.name, contact.address))
    const shown = found.slice(0, maxAnswers)
    const tally = await services.tallyOf(
      user.id,
      shown.map(({ contact }) => contact.id),
    )
    const here = query === '' ? [] : resolved.people.filter(({ name, addresses }) => isMatch(query, name, ...addresses))
    const known = new Set<string>([
      ...resolved.people.flatMap(({ addresses }) => addresses),
      ...resolved.excluded.map(({ contact }) => contact.address),
    ])
    const automatedSenders = query === '' ? [] : await services.automatedSendersNamed(user.id, query)
    const back = `/people/absent?q=${encodeURIComponent(query)}`
    return context.html(
      excludedPage({
        query,
        automatedSenders: automatedSenders.filter(({ address }) => !known.has(address)),
        automatedSenderCount: query === '' ? await services.countAutomatedSenders(user.id) : 0,
        found: shown.map((exclusion) => ({ ...exclusion, counts: countsOf(exclusion, tally) })),
        foundInAll: found.length,
        here: here.slice(0, maxAnswers),
        note: correctionNote({ log, said: numberIn(context.req.query('said')), nameOf, day, back }),
        rules: countRules(resolved.excluded),
        leftOut: leftOutPairs(sumLeftOut(accounts)),
        day,
      }),
    )
  })
  .get('/merges', async (context) => {
    const { accounts, resolved, log, nameOf, day } = await knownOf(context.env, context.var.user)
    const said = numberIn(context.req.query('said'))
    return context.html(
      mergesPage({
        proposals: proposalsOf({ ...resolved, isRead: knownSince(accounts) === 0 }, day.at),
        note: correctionNote({ log, said, nameOf, day, back: '/people/merges' }),
        day,
      }),
    )
  })
  .get('/groups', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const now = services.now()
    const [{ candidates }, log] = await Promise.all([
      services.everyone(user.id, await services.accountsOf(user.id)),
      services.correctionsOf(user.id),
    ])
    const people = [...candidates]
      .sort((a, b) => b.health.closeness - a.health.closeness || a.person.id - b.person.id)
      .map(({ person }) => person)
    const close = people.slice(0, maxCompared).flatMap(({ contactIds }) => contactIds)
    const shared = await services.togetherOn(user.id, close)
    return context.html(
      groupsPage({
        groups: groupsOf(people),
        locale: user.locale,
        rhythms: rhythmsOf(log),
        proposals: groupProposals(people, shared),
        note: correctionNote({
          log,
          said: numberIn(context.req.query('said')),
          nameOf: namesOf(people),
          day: dayOf(user, now),
          back: '/people/groups',
        }),
      }),
    )
  })

/** Whom one shares letters with is asked of the closest only: the rest share too few to tell. */
const maxCompared = 150
const maxAnswers = 20

const unusable = {
  title: 'That could not be understood',
  text: 'Nothing was changed. An address needs an @, a domain a dot, a pattern an @, and a rhythm two numbers of days of which the second is not the smaller.',
  action: { href: '/people', label: 'Back to your people' },
}

/** What every one of these pages needs to speak of what was said. */
const knownOf = async ({ services }: UserEnv['Bindings'], user: UserEnv['Variables']['user']) => {
  const accounts = await services.accountsOf(user.id)
  const [resolved, log] = await Promise.all([services.resolved(user.id, accounts), services.correctionsOf(user.id)])
  const named = [
    ...resolved.people,
    ...resolved.excluded.map(({ contact }) => ({
      name: contact.label.name === '' ? contact.label.spelling : contact.label.name,
      addresses: [contact.address],
    })),
  ]
  return { accounts, resolved, log, nameOf: namesOf(named), day: dayOf(user, services.now()) }
}

const contentIn = (fields: Fields, now: Instant): Correction | Undo | null => {
  if (fields.kind !== 'undo') return correctionIn(fields, now)
  const of = numberIn(typeof fields.of === 'string' ? fields.of : undefined)
  return of === null ? null : { kind: 'undo', of }
}

/** A whole number from 1 on, or null. */
export const numberIn = (text: string | undefined): number | null => {
  const value = Number(text ?? Number.NaN)
  return Number.isInteger(value) && value > 0 ? value : null
}

/** Only ever to a page of people: a form cannot send its reader elsewhere. */
const backIn = ({ back }: Fields): string =>
  typeof back === 'string' && /^\/people(?:[/?][\w/?=&%.~+-]*)?$/.test(back) ? back : '/people'

const withCorrections = (path: string, id: number): string => {
  const [page = '', query = ''] = path.split('?')
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith('said='))
  return `${page}?${[...kept, `said=${id}`].join('&')}`
}

const isMatch = (query: string, ...texts: readonly string[]): boolean => {
  const wanted = query.toLowerCase()
  return texts.some((text) => text.toLowerCase().includes(wanted))
}

const countsOf = (
  { contact }: Exclusion,
  tally: readonly { readonly contactId: number; readonly kind: InteractionKind; readonly count: number }[],
): Readonly<Partial<Record<InteractionKind, number>>> =>
  Object.fromEntries(tally.filter(({ contactId }) => contactId === contact.id).map(({ kind, count }) => [kind, count]))

const countRules = (excluded: readonly Exclusion[]): readonly (readonly [ExclusionRule['kind'], number])[] => {
  const counts = new Map<ExclusionRule['kind'], number>()
  for (const { rule } of excluded) counts.set(rule.kind, (counts.get(rule.kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

const sumLeftOut = (accounts: readonly Account[]): LeftOutCounts =>
  accounts.reduce<LeftOutCounts>((sum, { progress }) => addLeftOut(sum, new Map(leftOutPairs(progress.leftOut))), {})

const rhythmsOf = (log: readonly CorrectionEntry[]): ReadonlyMap<string, ChosenRhythm> =>
  new Map(
    activeCorrections(log).flatMap(({ correction }) =>
      correction.kind === 'group_rhythm' ? [[correction.group, correction.rhythm] as const] : [],
    ),
  )

const groupsOf = (people: readonly Person[]): readonly (readonly [string, readonly Person[]])[] => {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    for (const group of person.override.groups) groups.set(group, [...(groups.get(group) ?? []), person])
  }
  return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1))
}
