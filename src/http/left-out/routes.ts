/** Who is left out, and why. A GET shows; the corrections change. */
import { Hono } from 'hono/tiny'
import type { App } from '../../app.ts'
import type { Resolved } from '../../infer/resolve.ts'
import type { Account } from '../../model/account.ts'
import { automationCodes } from '../../model/automation.ts'
import type { Instant } from '../../model/time.ts'
import { countExcluded, excludedBy, excludedPageSize, findExcluded } from '../../people/excluded.ts'
import { automatedSendersFor, countAutomatedSenders } from '../../store/automated-senders.ts'
import { knownOf, madeIn } from '../corrections/known.ts'
import { correctionNote } from '../corrections/page.ts'
import type { UserEnv } from '../kit/session.ts'
import { type LeftOutView, leftOutPage, leftOutPath } from './page.tsx'

export const leftOutRoutes = new Hono<UserEnv>().get('/', async (context) => {
  const { app } = context.env
  const { user } = context.var
  const { accounts, resolved, log, nameOf, day } = await knownOf(app, user)
  const asked = context.req.query()
  const shown = await shownOf(app, { accounts, resolved, userId: user.id, now: day.at }, asked)
  const { correction: _made, ...rest } = asked
  const back = Object.keys(rest).length === 0 ? leftOutPath : `${leftOutPath}?${new URLSearchParams(rest)}`
  return context.html(
    leftOutPage({ shown, note: correctionNote({ log, made: madeIn(context), nameOf, day, back }), day }),
  )
})

interface Known {
  readonly accounts: readonly Account[]
  readonly resolved: Resolved
  readonly userId: number
  readonly now: Instant
}

/** A search goes before a list, and a list before everything. What nobody offers means nothing. */
const shownOf = async (
  { store }: Pick<App, 'store'>,
  { accounts, resolved, userId, now }: Known,
  asked: Readonly<Record<string, string>>,
): Promise<LeftOutView['shown']> => {
  const query = asked.q?.trim() ?? ''
  const { rules, leftOut } = countExcluded(resolved, accounts)
  if (query !== '')
    return { kind: 'search', query, leftOut, ...(await findExcluded(store, resolved, { userId, query, now })) }
  const rule = rules.find(([kind]) => kind === asked.rule)
  if (rule !== undefined) {
    const [kind, all] = rule
    const page = pageIn(asked.page, all)
    return {
      kind: 'rule',
      rule: kind,
      page,
      all,
      found: await excludedBy(store, resolved, { userId, kind, page, now }),
    }
  }
  const senders = await countAutomatedSenders(store, userId)
  const code = automationCodes.find((each) => each === asked.code)
  const all = code === undefined ? undefined : senders.get(code)
  if (code === undefined || all === undefined) return { kind: 'overview', rules, leftOut, senders }
  const page = pageIn(asked.page, all)
  const skip = (page - 1) * excludedPageSize
  const found = await automatedSendersFor(store, { userId, code, skip, limit: excludedPageSize })
  return { kind: 'code', code, page, all, found }
}

/** Counted from 1, and never beyond the last one. */
const pageIn = (text: string | undefined, all: number): number => {
  const page = Number(text ?? 1)
  const last = Math.max(1, Math.ceil(all / excludedPageSize))
  return Number.isInteger(page) && page >= 1 ? Math.min(page, last) : 1
}
