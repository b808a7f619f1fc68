/** What was just done, as the next page says it. Its name travels in the address; the words never do. */
import type { Context } from 'hono'
import { type Html, notice } from './frame.ts'

const notices = {
  monday: 'The Monday email has arrived.',
  synced: 'The schedule has run. Perennial reads what is new in a moment.',
  weather: 'The weather is set. The next sync meets it.',
  binned: 'The letter is in the bin.',
  spam: 'The letter is in Spam.',
  restored: 'The letter is back.',
  removed: 'The letter is gone for good.',
} as const

export type Notice = keyof typeof notices

export const noticeOf = (c: Context): Html | '' => {
  const name = c.req.query('done') ?? ''
  return isNotice(name) ? notice(notices[name]) : ''
}

/** The same address, with what was done. */
export const withNotice = (path: string, done: Notice): string => {
  const address = new URL(path, anyOrigin)
  address.searchParams.set('done', done)
  return address.pathname + address.search
}

/** A way back within the sandbox, or to the desk where somebody wrote another into the form. */
export const safePath = (path: string): string => {
  const address = URL.canParse(path, anyOrigin) ? new URL(path, anyOrigin) : null
  return address?.origin === anyOrigin ? address.pathname.replace(/^\/+/, '/') + address.search : '/'
}

const isNotice = (name: string): name is Notice => Object.hasOwn(notices, name)

const anyOrigin = 'http://sandbox.test'
