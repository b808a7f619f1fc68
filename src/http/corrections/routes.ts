/**
 * Corrections of people, and the pages that go with them: all corrections, who is excluded and why, who may be one person,
 * and groups. A GET shows; only a POST changes anything, and every change can be taken back.
 */
import { Hono } from 'hono'
import type { App } from '../../app.ts'
import { signs } from '../../infer/automation-codes.ts'
import type { Exclusion, ExclusionRule } from '../../infer/exclusion-rule.ts'
import { groupProposals } from '../../infer/groups.ts'
import { proposalsOf } from '../../infer/proposals.ts'
import type { Account } from '../../model/account.ts'
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
import { DAY, type Instant, later } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { everyoneAt } from '../../people/overview.ts'
import { knownSince } from '../../report/notes.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { automatedSendersNamed, countAutomatedSenders } from '../../store/automated-senders.ts'
import { correct, correctionsOf } from '../../store/corrections.ts'
import { tallyOf, togetherOn } from '../../store/interactions.ts'
import { dayOf } from '../../words/suggestion.ts'
import { messagePage } from '../kit/message-page.ts'
import type { UserEnv } from '../kit/session.ts'
import { excludedPage } from './excluded-page.ts'
import { correctionIn } from './form.ts'
import { groupsPage } from './groups-page.ts'
import { mergesPage } from './merges-page.ts'
import { correctionNote, correctionsPage, namesOf } from './page.ts'

export const correctionRoutes = new Hono<UserEnv>()
  .get('/said', async (context) => {
    const { log, nameOf, day } = await knownOf(context.env.app, context.var.user)
    return context.html(correctionsPage({ log, said: numberIn(context.req.query('said')), nameOf, day }))
  })
  .post('/said', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const fields: Fields = await context.req.parseBody()
    const now = app.now()
    const content = contentIn(fields, now)
    if (content === null) return context.html(messagePage(unusable), 400)
    const id = await correct(app.store, { userId: user.id, content, now })
    return context.redirect(withCorrections(backIn(fields), id), 303)
  })
  .get('/absent', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const query = context.req.query('q')?.trim() ?? ''
    const { accounts, resolved, log, nameOf, day } = await knownOf(app, user)
    const found =
      query === '' ? [] : resolved.excluded.filter(({ contact }) => isMatch(query, contact.label.name, contact.address))
    const shown = found.slice(0, maxAnswers)
    const contactIds = shown.map(({ contact }) => contact.id)
    const tally = await tallyOf(app.store, { userId: user.id, contactIds, until: day.at })
    const here = query === '' ? [] : resolved.people.filter(({ name, addresses }) => isMatch(query, name, ...addresses))
    const known = new Set<string>([
      ...resolved.people.flatMap(({ addresses }) => addresses),
      ...resolved.excluded.map(({ contact }) => contact.address),
    ])
    const automatedSenders =
      query === ''
        ? []
        : await automatedSendersNamed(app.store, { userId: user.id, text: query, signs, limit: maxAnswers })
    const back = `/people/absent?q=${encodeURIComponent(query)}`
    return context.html(
      excludedPage({
        query,
        automatedSenders: automatedSenders.filter(({ address }) => !known.has(address)),
        automatedSenderCount: query === '' ? await countAutomatedSenders(app.store, user.id) : 0,
        found: shown.map((exclusion) => ({ ...exclusion, counts: countsOf(exclusion, tally) })),
        foundInAll: found.length,
        here: here.slice(0, maxAnswers),
        note: correctionNote({ log, said: numberIn(context.req.query('said')), nameOf, day, back }),
        rules: countRules(resolved.excluded),
        leftOut: sumLeftOut(accounts),
        day,
      }),
    )
  })
  .get('/merges', async (context) => {
    const { accounts, resolved, log, nameOf, day } = await knownOf(context.env.app, context.var.user)
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
    const { app } = context.env
    const { user } = context.var
    const now = app.now()
    const [{ candidates }, log] = await Promise.all([
      everyoneAt(app, { userId: user.id, accounts: await accountsOfUser(app.store, user.id), now }),
      correctionsOf(app.store, user.id),
    ])
    const people = [...candidates]
      .sort((a, b) => b.health.closeness - a.health.closeness || a.person.id - b.person.id)
      .map(({ person }) => person)
    const contactIds = people.slice(0, maxCompared).flatMap((person) => person.contactIds)
    const from = later(now, -comparedYears * 365 * DAY)
    const shared = await togetherOn(app.store, { userId: user.id, contactIds, from, maxOthers: maxTogether })
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

/** Only the closest are compared: the rest share too few messages and meetings to tell. */
const maxCompared = 150
const comparedYears = 5
/** A larger round says little about who belongs together. */
const maxTogether = 8
const maxAnswers = 20

const unusable = {
  title: 'That could not be understood',
  text: 'Nothing was changed. An address needs an @, a domain a dot, a pattern an @, and a rhythm two numbers of days of which the second is not the smaller.',
  action: { href: '/people', label: 'Back to your people' },
}

/** What all of these pages need to speak of corrections. */
const knownOf = async ({ store, directory, now }: Pick<App, 'store' | 'directory' | 'now'>, user: User) => {
  const accounts = await accountsOfUser(store, user.id)
  const [{ resolved }, log] = await Promise.all([
    directory.find({ userId: user.id, accounts }),
    correctionsOf(store, user.id),
  ])
  const named = [
    ...resolved.people,
    ...resolved.excluded.map(({ contact }) => ({
      name: contact.label.name === '' ? contact.label.spelling : contact.label.name,
      addresses: [contact.address],
    })),
  ]
  return { accounts, resolved, log, nameOf: namesOf(named), day: dayOf(user, now()) }
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

const sumLeftOut = (accounts: readonly Account[]): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>()
  for (const { progress } of accounts) {
    for (const [reason, count] of Object.entries(progress.leftOut)) sums.set(reason, (sums.get(reason) ?? 0) + count)
  }
  return [...sums].sort((a, b) => b[1] - a[1])
}

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
