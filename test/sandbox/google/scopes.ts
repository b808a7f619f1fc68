/** The scopes this Google knows, what each one allows in a sentence, and the short names it expands. Pure. */

export const scopePrefix = 'https://www.googleapis.com/auth/'

export const scopes = {
  openid: 'openid',
  email: `${scopePrefix}userinfo.email`,
  profile: `${scopePrefix}userinfo.profile`,
  mailMetadata: `${scopePrefix}gmail.metadata`,
  mailRead: `${scopePrefix}gmail.readonly`,
  mailLabels: `${scopePrefix}gmail.labels`,
  mailCompose: `${scopePrefix}gmail.compose`,
  mailSend: `${scopePrefix}gmail.send`,
  events: `${scopePrefix}calendar.events.readonly`,
  ownedEvents: `${scopePrefix}calendar.events.owned.readonly`,
  calendars: `${scopePrefix}calendar.readonly`,
  calendarList: `${scopePrefix}calendar.calendarlist.readonly`,
} as const

const sentences: ReadonlyMap<string, string> = new Map([
  [scopes.openid, 'Know that it is you who signs in'],
  [scopes.email, 'See the address of your account'],
  [scopes.profile, 'See your name, as your account shows it'],
  [scopes.mailMetadata, 'See who your mail is from and to, when it came, and its labels, but not what it says'],
  [scopes.mailRead, 'Read all of your mail and its settings'],
  [scopes.mailLabels, 'See and edit your mail labels'],
  [scopes.mailCompose, 'Manage drafts and send mail'],
  [scopes.mailSend, 'Send mail on your behalf'],
  [scopes.events, 'See the events on all of your calendars'],
  [scopes.ownedEvents, 'See the events on the calendars you own'],
  [scopes.calendars, 'See any calendar you can open, and the list of them'],
  [scopes.calendarList, 'See the list of your calendars'],
])

/** Google lists these expanded in its answers, whatever was asked. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['email', scopes.email],
  ['profile', scopes.profile],
])

/** These come with signing in: there is nothing to untick. */
const identityScopes: ReadonlySet<string> = new Set([scopes.openid, scopes.email, scopes.profile])

export const isKnownScope = (scope: string): boolean => sentences.has(scope)

export const isIdentityScope = (scope: string): boolean => identityScopes.has(scope)

export const sentenceOf = (scope: string): string => sentences.get(scope) ?? scope

/** The names of a `scope` parameter, short ones expanded, each once. */
export const expandScopes = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map((name) => aliases.get(name) ?? name)),
]

export const splitScopes = (parameter: string): readonly string[] =>
  parameter.split(/\s+/).filter((name) => name !== '')

export const knownScopes: readonly string[] = [...sentences.keys()]
