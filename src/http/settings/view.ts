/** What the settings page shows of all it leads to. Sessions come in the call that tells who the people are. */
import type { Context } from 'hono'
import type { Exclusion } from '../../infer/exclusion-rule.ts'
import type { Account } from '../../model/account.ts'
import { leftOutPairs } from '../../model/automation.ts'
import { type ActiveCorrection, type ChosenRhythm, rhythmsOfGroups } from '../../model/correction.ts'
import type { Person } from '../../model/person.ts'
import type { Session } from '../../model/session.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Provider } from '../../providers/provider.ts'
import { sessionsQuestion } from '../../store/sessions.ts'
import type { FormEntry } from '../kit/forms.tsx'
import type { UserEnv } from '../kit/session.ts'
import { zoneOfVisitor } from '../kit/zone.ts'

export interface SettingsView {
  readonly user: User
  readonly isSaved: boolean
  /** What was typed and refused, or nothing. */
  readonly entry: FormEntry
  readonly accounts: readonly Account[]
  readonly providers: readonly Pick<Provider, 'name' | 'label'>[]
  readonly groups: readonly { readonly name: string; readonly size: number; readonly rhythm: ChosenRhythm | null }[]
  /** What the user left out, and how many messages do not count. */
  readonly leftOut: { readonly addresses: number; readonly domains: number; readonly messages: number }
  readonly sessions: readonly Session[]
  /** Names the session that the page is read in. */
  readonly session: string | null
  /** Where a language model is asked for other texts; null where the installation has none. */
  readonly rewritesAt: string | null
  /** Where the browser is, by its connection; null where nobody says so. */
  readonly zoneHere: string | null
  readonly now: Instant
}

/** What its sections take. */
export interface ViewProps {
  readonly view: SettingsView
}

export const settingsView = async (
  context: Context<UserEnv>,
  shown: { readonly entry: FormEntry; readonly isSaved: boolean },
): Promise<SettingsView> => {
  const { app } = context.env
  const { user, accounts, session } = context.var
  const now = app.now()
  const { resolved, corrections, answers } = await app.directory.find(
    { userId: user.id, accounts },
    sessionsQuestion(app.store, user.id, now),
  )
  return {
    ...shown,
    user,
    session,
    accounts,
    providers: app.providers,
    groups: groupsIn(resolved.people, corrections),
    leftOut: leftOutIn(resolved.excluded, accounts),
    sessions: answers[0],
    rewritesAt: app.rewriter?.host ?? null,
    zoneHere: zoneOfVisitor(context),
    now,
  }
}

const groupsIn = (people: readonly Person[], corrections: readonly ActiveCorrection[]): SettingsView['groups'] => {
  const sizes = new Map<string, number>()
  for (const { override } of people) for (const group of override.groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const rhythms = rhythmsOfGroups(corrections)
  return [...sizes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, size]) => ({ name, size, rhythm: rhythms.get(name) ?? null }))
}

/** A domain that was left out stands for all of its addresses. */
const leftOutIn = (excluded: readonly Exclusion[], accounts: readonly Account[]): SettingsView['leftOut'] => {
  let addresses = 0
  const domains = new Set<number>()
  for (const { rule } of excluded) {
    if (rule.kind !== 'ignored') continue
    const { id, correction } = rule.by
    const isOfMany =
      correction.kind === 'ignore' && (correction.target.kind === 'domain' || correction.target.kind === 'pattern')
    if (isOfMany) domains.add(id)
    else addresses += 1
  }
  const counts = accounts.flatMap(({ progress }) => leftOutPairs(progress.leftOut))
  return { addresses, domains: domains.size, messages: counts.reduce((sum, [, count]) => sum + count, 0) }
}
