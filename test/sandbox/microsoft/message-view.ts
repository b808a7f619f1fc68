/** How much of a message a call gets to see: what it selects, as far as its scopes reach. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import type { Call } from './calls.ts'
import { accessDenied, notSimulated, type Refusal } from './errors.ts'
import { excludedFromBasic, type MessageView, messageProperties } from './message.ts'
import { type Query, unknownProperty } from './query.ts'
import { scopes } from './scopes.ts'
import type { Switches } from './switches.ts'

export interface MailSetting {
  readonly switches: Switches
  /** Where webLink leads: `https://outlook.office365.com`. */
  readonly webRoot: string
}

export type Round = 'list' | 'first round' | 'later round'

/** The view of a call over what `select` names, which a delta remembers from its first call. */
export const viewOf = (
  { mailbox, preferences, scopes: granted }: Pick<Call, 'mailbox' | 'preferences' | 'scopes'>,
  select: Query['select'],
  { switches, webRoot, round }: MailSetting & { readonly round: Round },
): MessageView => {
  const isBasic = !granted.has(scopes.mailRead) && !granted.has(scopes.mailWrite)
  return {
    mailbox,
    idType: preferences.idType,
    select,
    isBasic,
    showsHeaders:
      select?.includes(headersProperty) === true &&
      (!isBasic || switches.headersUnderReadBasic === 'present') &&
      (round === 'list' || (round === 'first round' && switches.headersInDelta === 'first round')),
    webRoot,
    isDelta: round !== 'list',
  }
}

/** What a call may not select: a name that there is not, or one beyond its scopes. */
export const selectionRefusal = (
  { query, scopes: granted }: Pick<Call, 'query' | 'scopes'>,
  switches: Switches,
): Refusal | null => {
  const unknown = unknownProperty(query, messageProperties, 'Message')
  if (unknown !== null) return unknown
  if (granted.has(scopes.mailRead) || granted.has(scopes.mailWrite)) return null
  const refused = [
    ...(switches.excludedUnderReadBasic === 'refused' ? excludedFromBasic : []),
    ...(switches.headersUnderReadBasic === 'refused' ? [headersProperty] : []),
  ]
  return query.select?.some((name) => refused.includes(name)) === true ? accessDenied : null
}

/** What none of the message calls takes. */
export const unservedOption = ({ query, scopes: granted }: Pick<Call, 'query' | 'scopes'>): Result<null, Refusal> => {
  const isBasic = !granted.has(scopes.mailRead) && !granted.has(scopes.mailWrite)
  if (query.given.has('$search')) return failure(isBasic ? accessDenied : notSimulated('$search'))
  // What can be expanded of a message, attachments and extensions, Mail.ReadBasic leaves out.
  if (query.given.has('$expand')) return failure(isBasic ? accessDenied : notSimulated('$expand'))
  return success(null)
}

const headersProperty = 'internetMessageHeaders'
