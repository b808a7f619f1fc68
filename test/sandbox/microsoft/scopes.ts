/** The scopes this Microsoft knows, and what each allows as its consent page says it. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'

export const scopes = {
  openid: 'openid',
  profile: 'profile',
  email: 'email',
  offline: 'offline_access',
  user: 'User.Read',
  mailBasic: 'Mail.ReadBasic',
  mailRead: 'Mail.Read',
  mailWrite: 'Mail.ReadWrite',
  calendarBasic: 'Calendars.ReadBasic',
  calendarRead: 'Calendars.Read',
  calendarWrite: 'Calendars.ReadWrite',
} as const

const sentences: ReadonlyMap<string, string> = new Map([
  [scopes.openid, 'Sign you in'],
  [scopes.profile, 'See your name and what you sign in with'],
  [scopes.email, 'See your address'],
  [scopes.offline, 'Keep the access that you give it'],
  [scopes.user, 'Sign you in and read your profile'],
  [scopes.mailBasic, 'Read who your mail is from and to, when it came and what it is about, but not what it says'],
  [scopes.mailRead, 'Read your mail'],
  [scopes.mailWrite, 'Read and write your mail'],
  [scopes.calendarBasic, 'Read the outlines of your calendar: times, titles and who is invited'],
  [scopes.calendarRead, 'Read your calendars'],
  [scopes.calendarWrite, 'Read and write your calendars'],
])

/** These say who somebody is, and that access lasts: they belong to no resource. */
const identityScopes: ReadonlySet<string> = new Set([scopes.openid, scopes.profile, scopes.email, scopes.offline])

export const isIdentityScope = (scope: string): boolean => identityScopes.has(scope)

export const sentenceOf = (scope: string): string => sentences.get(scope) ?? scope

/** Why a `scope` parameter cannot be granted: another resource's, or one that Graph does not have for a person. */
export interface ScopeError {
  readonly reason: 'other_resource' | 'unknown'
  readonly scope: string
}

/** The scopes of a parameter in their own spelling, each once: whatever the case, short or as a whole address. */
export const readScopes = (parameter: string): Result<readonly string[], ScopeError> => {
  const names = parameter.split(/\s+/).filter((name) => name !== '')
  const found: string[] = []
  for (const name of names) {
    const short = shortName(name)
    if (short.includes('://')) return failure({ reason: 'other_resource', scope: name })
    const known = [...sentences.keys()].find((scope) => scope.toLowerCase() === short.toLowerCase())
    if (known === undefined) return failure({ reason: 'unknown', scope: short })
    if (!found.includes(known)) found.push(known)
  }
  return success(found)
}

/** Without the address of Graph before it. */
export const shortName = (scope: string): string => scope.replace(graphAddress, '')

/** With the address of Graph before it, as some answers list them. */
export const wholeName = (scope: string): string =>
  isIdentityScope(scope) ? scope : `https://graph.microsoft.com/${scope}`

/** As the token endpoint lists them: Graph's first, the lasting one never. */
export const listedScopes = (granted: readonly string[]): readonly string[] => [
  ...granted.filter((scope) => !isIdentityScope(scope)).sort(),
  ...[scopes.profile, scopes.openid, scopes.email].filter((scope) => granted.includes(scope)),
]

const graphAddress = /^https:\/\/graph\.microsoft\.com\//i
