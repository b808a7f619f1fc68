/** What the pages about corrections have in common: who is known, and which correction was just made. */
import type { Context } from 'hono'
import type { App } from '../../app.ts'
import type { User } from '../../model/user.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { correctionsOf } from '../../store/corrections.ts'
import { dayOf } from '../../words/dates.ts'
import { namesOf } from './page.ts'

/** What all of these pages need to speak of corrections. */
export const knownOf = async ({ store, directory, now }: Pick<App, 'store' | 'directory' | 'now'>, user: User) => {
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

/** The number of the correction just made, where a form led back to the page. */
export const madeIn = (context: Context): number | null => numberIn(context.req.query(madeParameter))

const madeParameter = 'correction'

/** A whole number from 1 on, or null. */
export const numberIn = (text: string | undefined): number | null => {
  const value = Number(text ?? Number.NaN)
  return Number.isInteger(value) && value > 0 ? value : null
}

/** The page again, which then tells of the correction just made. */
export const withCorrection = (path: string, id: number): string => {
  const [page = '', query = ''] = path.split('?')
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith(`${madeParameter}=`))
  return `${page}?${[...kept, `${madeParameter}=${id}`].join('&')}`
}
